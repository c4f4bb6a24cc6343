"""人员经费…主要包括：基本工资、津贴补贴…: economic lines that the text lists and the form leaves blank."""

from __future__ import annotations

import re

from difftool import codes
from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.item import kind_of, name_in
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

# With an amount or "主要包括": the glossary's definition of 公用经费 lists lines too.
_LIST = lazy_pattern(
    r"(?:人员经费|公用经费)(?:[^。]{0,12}\d(?:万元|元)[^。]{0,12}。?(?:主要)?包括|[^。指]{0,30}?主要包括)[:：]?([^。；]+)"
)
# A form with fewer lines than this lists a part only.
_ENOUGH = 5


class ListedLines(Rule):
    code = "listed-lines"
    family = "form against sentence"
    title = "Economic lines that the text lists have amounts in the form"
    title_zh = "列举的经济分类科目"
    why = "The text says what 人员经费 and 公用经费 consist of; a line without an amount is left from the template."
    why_zh = "文字列举人员经费、公用经费包括哪些科目；没有金额的科目是从模板留下来的。"
    needs = "a sentence that lists economic lines, and a basic-expenditure form by them"
    tolerance = "none"
    grade = WORDING
    message_zh = "文字列举的 {count} 个科目在基本支出表中无金额：{found}"
    message_en = "{count} of the listed lines have no amount in the basic-expenditure form: {found}"

    def examine(self, case: Case) -> Examination:
        printed = {
            name_in(fact.item)
            for fact in case.own_year
            if fact.statement == "general_public_basic" and kind_of(fact.item) == "econ" and fact.amount
        }
        if sum(len(code) == 5 for code in printed) < _ENOUGH:
            return Examination((), 0, "一般公共预算基本支出表", "a basic-expenditure form by economic lines")
        judged = 0
        blank: dict[str, Place] = {}
        for passage in case.passages:
            for match in _LIST.finditer(passage.text):
                for name in re.split(r"[、，,]", match[1]):
                    known = economic_codes(name)
                    if known:
                        judged += 1
                        if not known & printed:
                            blank.setdefault(name, passage.place_at(match.start(1)))
        if not blank:
            return Examination((), judged)
        places = tuple(dict.fromkeys(blank.values()))
        return Examination((Finding("", "、".join(blank), places, {"count": str(len(blank))}),), judged)


def economic_codes(name: str) -> set[str]:
    """The codes that a name may mean: today's and that of before 2018."""
    found = {codes.economic_by_name(name), codes.economic_by_name(name, year=2017)}
    return {code for code in found if code is not None and len(code) == 5}
