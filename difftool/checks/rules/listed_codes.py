"""①一般行政管理事务（2013302）3096.4万元；②…: coded lines that a sentence lists, one of the form's left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from difftool.checks.case import Case
from difftool.checks.figures import say_fact
from difftool.checks.names import column_name, column_name_en, form_name, form_name_en, line_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.sentences import AMOUNT, amount_of
from difftool.model.comparison import WORDING
from difftool.model.disclosure import Passage
from difftool.model.fact import Fact
from difftool.model.item import kind_of, name_in
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_CODED = lazy_pattern(rf"[（(]([235]\d{{2}}|2\d{{6}})[）)]{AMOUNT}")
_SECTION = lazy_pattern(r"。|[①-⑳](?=(?:人员|公用|专项|项目)[\u4e00-\u9fff]{0,4}[:：])")
_PART = lazy_pattern(r"(人员|公用|专项|项目)[\u4e00-\u9fff]{0,4}[:：]")
_MEASURES = {"人员": "personnel", "公用": "public", "专项": "project", "项目": "project"}
_FORMS = ("general_public", "general_public_basic", "expenditure")
_ALL_BUT = 1  # a list that lacks more lines of the column was not meant to have them all

Listed = dict[str, tuple[Decimal, Decimal]]


class ListedCodes(Rule):
    code = "listed-codes"
    family = "form against sentence"
    title = "A list of coded lines leaves none out"
    title_zh = "文字列举科目的完整性"
    why = "A list that gives the amounts of one column of a form, but for a line, adds up to another total."
    why_zh = "逐项列出表中一栏的金额而漏了一个科目，各项相加就是另一个总数。"
    needs = "a list of codes with amounts, and a form that prints these amounts in one column"
    tolerance = "lists that end in 等, and lists that lack more than one line"
    grade = WORDING
    message_zh = "文字逐项列举{form}的{column}，漏列“{expected}”{amount}"
    message_en = "the text lists the {column} amounts of the {form} line by line, but for {expected}, {amount}"

    def examine(self, case: Case) -> Examination:
        columns = columns_of(case)
        judged = 0
        findings: dict[tuple[str, Decimal], Finding] = {}
        for passage in case.passages:
            for listed, part, place in lists_in(passage):
                own = {key: lines for key, lines in columns.items() if part in ("", key[1])}
                lacking = [left for lines in own.values() if (left := left_out(listed, lines)) is not None]
                judged += bool(lacking)
                if lacking and all(len(left) == _ALL_BUT for left in lacking):
                    fact = lacking[0][0]
                    findings.setdefault((fact.item, fact.amount), tell(fact, place))
        return Examination(tuple(findings.values()), judged)


def lists_in(passage: Passage) -> Iterator[tuple[Listed, str, Place]]:
    """The lists of a passage: codes of one depth with amounts up to the end of a part, and the column that it names."""
    starts = [0, *(match.end() for match in _SECTION.finditer(passage.text)), len(passage.text)]
    for start, end in pairwise(starts):
        section = passage.text[start:end]
        found = list(_CODED.finditer(section))
        depths = {len(match[1]) for match in found}
        if len(found) > 1 and len(depths) == 1 and "等" not in section[-4:]:
            parts = _PART.findall(passage.text[: start + found[0].start()])
            listed = {match[1]: amount_of(match[2], match[3]) for match in found}
            yield listed, _MEASURES[parts[-1]] if parts else "", passage.place_at(start + found[0].start())


def columns_of(case: Case) -> dict[tuple[str, str, int], dict[str, Fact]]:
    """The 项 of each column of the main forms, and its economic 类: by form, measure and digits of the code."""
    columns: dict[tuple[str, str, int], dict[str, Fact]] = defaultdict(dict)
    for fact in case.own_year:
        code = name_in(fact.item)
        own = fact.statement in _FORMS and fact.phase == case.disclosure.phase and fact.amount
        if own and (kind_of(fact.item), len(code)) in (("func", 7), ("econ", 3)):
            columns[fact.statement, fact.measure, len(code)].setdefault(code, fact)
    return columns


def left_out(listed: Listed, lines: dict[str, Fact]) -> list[Fact] | None:
    """The lines of a column that a list lacks; None where it lists another column.

    Lines by economic classification of government (501) repeat the amounts of those by department (301).
    """
    rest = dict(lines)
    for code, (amount, step) in listed.items():
        same = [
            key
            for key, fact in rest.items()
            if abs(fact.amount - amount) <= (step + fact.quantum) / 2
            and (key == code or len(code) == len("501") == len(key))
        ]
        if not same:
            return None
        del rest[same[0]]
    return list(rest.values())


def tell(fact: Fact, place: Place) -> Finding:
    details = {"form": form_name(fact.statement), "column": column_name(fact.measure), "amount": say_fact(fact)}
    english = {"form": form_name_en(fact.statement), "column": column_name_en(fact.measure)}
    return Finding(line_name(fact), "", (place, fact.where), details, english)
