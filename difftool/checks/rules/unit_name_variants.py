"""One unit, two names: 广州市统计局 in one form, 广州市统计局（本级） in the next."""

from __future__ import annotations

import re
from collections import defaultdict

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.rules.unit_names import bare
from difftool.model.comparison import WORDING
from difftool.model.fact import Fact


class UnitNameVariants(Rule):
    code = "unit-name-variants"
    family = "names and labels"
    title = "A unit bears one name in all forms"
    title_zh = "单位名称写法"
    why = "本级 after a name tells a body itself from the body with its units: the forms must not use both for one."
    needs = "forms that name units"
    tolerance = "white space and quotation marks"
    grade = WORDING
    message_zh = "同一单位写法不一：{found} 与 {expected}"
    message_en = "one unit is named {found} and {expected}"

    def examine(self, case: Case) -> Examination:
        names: dict[str, dict[str, Fact]] = defaultdict(dict)
        for fact in case.forms:
            if fact.item.startswith("unit:"):
                name = re.sub(r"[\s“”\"]", "", fact.item.removeprefix("unit:"))
                names[bare(name)].setdefault(name, fact)
        findings = []
        for variants in names.values():
            statements = {fact.statement for fact in variants.values()}
            if len(variants) > 1 and len(statements) > 1:
                (name, fact), (other, twin), *_ = variants.items()
                findings.append(Finding(name, other, (fact.where, twin.where)))
        return Examination(tuple(findings), len(names))
