"""The findings of `difftool check` as one offline HTML page, each with the printed rows that it reads."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from difftool.model.comparison import FAIL, OTHER, Check, Comparison
from difftool.model.disclosure import Disclosure
from difftool.model.place import PagePlace, Place
from difftool.report.appendix import check_message
from difftool.report.check_counts import counted, findings_of, unread
from difftool.report.check_forms import Checked
from difftool.report.context import Context, context_of
from difftool.report.html import asset, environment, source_hash
from difftool.report.language import CHINESE, ENGLISH, say, speaking, spoken
from difftool.report.pictures import place_strips, printed_rows
from difftool.report.problem_words import problem_message
from difftool.report.rules_told import all_rules
from difftool.report.sources import Reference
from difftool.report.view import Strip
from difftool.report.words import GRADES, entity_name, issue_name
from difftool.version import VERSION

# A misprint may be read beside thirty lines of its sum: the first rows show it.
_MOST_ROWS = 8
_MOST_PLACES = 12


class FindingView(Struct, frozen=True):
    """One finding: its grade in words, its message, the rule with its title and reason, printed rows and places."""

    grade: str
    kind: str
    message: str
    rule: str
    title: str
    why: str
    expected: str
    found: str
    strips: tuple[Strip, ...]
    places: tuple[Reference, ...]


class DocumentView(Struct, frozen=True):
    """One disclosure: its file, body and issue, counts of rules, findings, what could not be judged, what not read."""

    file: str
    href: str
    told: str
    counted: str
    findings: tuple[FindingView, ...]
    others: tuple[str, ...]
    unread: tuple[str, ...]


def checks_html(checked: Checked, report: Path | None = None, language: str = CHINESE) -> str:
    """The findings of each disclosure as one HTML file that needs no network, with the printed rows as pictures.

    `report` is the path where the file will lie: links to the documents start there.
    """
    with speaking(language):
        documents = tuple(_document(disclosure, tuple(checks), report) for disclosure, checks in checked)
        style = asset("report.css")
        policy = (
            f"default-src 'none'; style-src {source_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'"
        )
        template = environment().get_template("check.html")
        return template.render(
            documents=documents, language=spoken(), style=Markup(style), policy=policy, version=VERSION
        )


def _document(disclosure: Disclosure, checks: tuple[Check, ...], report: Path | None) -> DocumentView:
    context = context_of(Comparison(disclosure, disclosure, OTHER, checks=checks), report)
    fails = findings_of(checks)
    spots = [("new", place) for check in fails for place in rows_of(check)]
    context = replace(context, prints=printed_rows(context, spots))
    others = [check for check in checks if check.status != FAIL]
    return DocumentView(
        file=Path(disclosure.source.path).name,
        href=context.links["new"].base,
        told=say("，").join((entity_name(disclosure), issue_name(disclosure))),
        counted=counted(checks),
        findings=tuple(_finding(context, check) for check in fails),
        others=tuple(check_message(check) for check in others),
        unread=tuple(problem_message(problem) for problem in unread(disclosure, checks)),
    )


def rows_of(check: Check) -> list[Place]:
    """The places to show: of each printed row the first that the check read, which for the first row is the culprit."""
    rows: dict[object, Place] = {}
    for place in check.cells:
        row = (place.page, round(place.upright[1]), place.file) if isinstance(place, PagePlace) else place
        rows.setdefault(row, place)
    return list(rows.values())[:_MOST_ROWS]


def _finding(context: Context, check: Check) -> FindingView:
    rule = next((rule for rule in all_rules() if rule.code == check.rule), None)
    title = why = ""
    if rule is not None:
        title, why = (rule.title, rule.why) if spoken() == ENGLISH else (rule.title_zh, rule.why_zh)
    references = dict.fromkeys(context.links["new"].reference(place) for place in check.cells)
    return FindingView(
        grade=say(GRADES.get(check.grade, "不符")),
        kind=check.grade,
        message=check_message(check),
        rule=check.rule,
        title=title,
        why=why,
        expected=check.expected,
        found=check.found,
        strips=place_strips(context, (("new", place) for place in rows_of(check))),
        places=tuple(references)[:_MOST_PLACES],
    )
