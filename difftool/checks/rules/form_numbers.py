"""预算表12 among 预算01表 to 预算13表: one form numbered otherwise than all others."""

from __future__ import annotations

import re

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_NUMBER = lazy_pattern(r"^((?:公开|预算|决算|附)?表?\d{1,2}表?)(?:[-—:：.、]|[\u4e00-\u9fff]|$)")
_FEWEST = 5


class FormNumbers(Rule):
    code = "form-numbers"
    family = "names and labels"
    title = "Forms are numbered in one way"
    title_zh = "表号写法"
    why = "A form numbered otherwise than the rest was taken from elsewhere, or its number is wrong."
    why_zh = "编号写法与其余各表不同的表，是从别处取来的，或编号有误。"
    needs = "five numbered forms or more"
    tolerance = "none"
    grade = WORDING
    message_zh = "表号写作“{found}”，其他各表写作“{expected}”"
    message_en = "one form is numbered “{found}”, the others like “{expected}”"

    def examine(self, case: Case) -> Examination:
        shapes: dict[str, dict[str, Place]] = {}
        printed = [(passage.text, passage.where) for passage in case.passages if len(passage.text) <= 45]
        printed += [(table.title, table.where) for table in case.disclosure.tables]
        for text, place in printed:
            match = _NUMBER.match(re.sub(r"\s", "", text))
            if match and "表" in match[1]:
                shapes.setdefault(re.sub(r"\d+", "N", match[1]), {}).setdefault(match[1], place)
        usual = max(shapes.values(), key=len, default={})
        if len(usual) < _FEWEST:
            return Examination((), 0, "带编号的表", "numbered forms")
        findings = [
            Finding(next(iter(usual)), number, (place,))
            for numbers in shapes.values()
            if numbers is not usual and len(numbers) == 1
            for number, place in numbers.items()
        ]
        return Examination(tuple(findings), sum(map(len, shapes.values())))
