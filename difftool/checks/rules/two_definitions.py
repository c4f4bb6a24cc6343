"""One term, two definitions: what 机关运行经费 consists of."""

from __future__ import annotations

import re

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_DEFINITION = lazy_pattern(r"包括(办公及印刷费[^。；]*?)(?:等|以及其他费用|[。；])")


class TwoDefinitions(Rule):
    code = "two-definitions"
    family = "wording"
    title = "A term is defined in one way"
    title_zh = "机关运行经费的定义"
    why = "What a total is made of must be the same in the note of the form and in the glossary."
    why_zh = "一个总数包括什么，表下说明与名词解释应当一致。"
    needs = "two definitions of 机关运行经费"
    tolerance = "the order of the parts"
    grade = WORDING
    message_zh = "机关运行经费有两种定义，相差：{found}"
    message_en = "机关运行经费 is defined in two ways, which differ in {found}"

    def examine(self, case: Case) -> Examination:
        told: dict[frozenset[str], Place] = {}
        for passage in case.passages:
            for match in _DEFINITION.finditer(passage.text):
                parts = frozenset(part for part in re.split(r"[、，,及和]", match[1]) if part)
                told.setdefault(parts, passage.place_at(match.start()))
        if len(told) < 2:
            return Examination((), len(told))
        (one, place), (other, elsewhere), *_ = told.items()
        differ = "、".join(sorted(one ^ other))
        return Examination((Finding("", differ, (place, elsewhere)),), len(told))
