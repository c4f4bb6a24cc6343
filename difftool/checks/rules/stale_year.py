"""Years that a section has kept from another year's document, and dates that lie in the future."""

from __future__ import annotations

import re
from collections.abc import Iterator

from difftool.checks.case import Case
from difftool.checks.quantities import MAIN_FORMS
from difftool.checks.quoting import quoted
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.disclosure import BUDGET
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_HEADING = lazy_pattern(
    r"(?<!\d)(20\d\d)年度?(?:部门|单位|本级|综合)+(预算|决算)(?:公开|说明|情况说明|表|报告|报表|安排情况)"
)
_REFERENCE = lazy_pattern(r"(?:详见|见附件|参见)[^。；]{0,12}?(20\d\d)年度?[^。；]{0,30}?(?:表|报告)")
_AS_OF = lazy_pattern(r"截[至止]到?(20\d\d)年12月31日")
_COMPARES = lazy_pattern(r"[较比与同]$|上年|去年")
_TITLE = lazy_pattern(r"^(?:附?表?[\d一二三四五六七八九十]*[、.．:：])?(20\d\d)年")
_SEVERAL = 3
_SHOWN = 6


class StaleYear(Rule):
    code = "stale-year"
    family = "wording"
    title = "Headings and references name the document's own year"
    title_zh = "年份"
    why = "A document is made from last year's; a heading or a reference that was not brought up to date misleads."
    why_zh = "文件由上年的改成；没有改过来的标题或引用会使人误解。"
    needs = "headings, titles of forms or references with a year"
    tolerance = "none"
    grade = WORDING
    message_zh = "本文件为 {expected} 年度，却写作{found}"
    message_en = "the document is about {expected}, yet it says {found}"

    def examine(self, case: Case) -> Examination:
        year = case.disclosure.year
        judged = 0
        stale: list[tuple[str, Place]] = []
        for passage in case.passages:
            text = passage.text
            for pattern in (_HEADING, _REFERENCE):
                for match in pattern.finditer(text):
                    judged += 1
                    if is_stale(match, text, case):
                        stale.append((match.group(), passage.place_at(match.start())))
            for match in _AS_OF.finditer(text):
                judged += 1
                if case.disclosure.stage == BUDGET and int(match[1]) >= year:
                    stale.append((match.group(), passage.place_at(match.start())))
        titles = list(years_of_titles(case))
        judged += len(titles)
        stale += [(title, place) for told, title, place in titles if told < year and is_odd(told, titles, year)]
        if not stale:
            return Examination((), judged)
        words = quoted(dict.fromkeys(words for words, _ in stale[:_SHOWN]))
        return Examination((Finding(str(year), words, tuple(place for _, place in stale)),), judged)


def years_of_titles(case: Case) -> Iterator[tuple[int, str, Place]]:
    """The year in the title of each main form, with the title."""
    for table in case.disclosure.tables:
        match = _TITLE.search(table.title)
        if match is not None and table.statement in MAIN_FORMS:
            yield int(match[1]), table.title, table.where


def is_odd(told: int, titles: list[tuple[int, str, Place]], year: int) -> bool:
    """Whether one title bears this year among several that bear the document's own."""
    years = [each for each, _, _ in titles]
    return years.count(told) == 1 and years.count(year) >= _SEVERAL


def is_stale(match: re.Match[str], text: str, case: Case) -> bool:
    """Whether a year is neither the document's own nor set against it."""
    before = text[max(0, match.start() - 8) : match.start()]
    if int(match[1]) == case.disclosure.year or _COMPARES.search(before):
        return False
    # A final account's title may say when it was published; a law or a plan may bear any year.
    return match.start() < 4 or "详见" in match.group() or "见附件" in match.group() or "参见" in match.group()
