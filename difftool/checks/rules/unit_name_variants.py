"""One unit, two names: 广州市统计局 in one form, 广州市统计局（本级） in the next."""

from __future__ import annotations

import re
from collections import defaultdict

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.rules.unit_names import bare
from difftool.model.comparison import WORDING
from difftool.model.fact import Fact
from difftool.model.item import kind_of, name_in


class UnitNameVariants(Rule):
    code = "unit-name-variants"
    family = "names and labels"
    title = "A unit bears one name in all forms"
    title_zh = "单位名称写法"
    why = "本级 after a name tells a body itself from the body with its units: the forms must not use both for one."
    why_zh = "名称后加“本级”指单位自身，不加则包括所属单位：各表不能混用。"
    needs = "forms that name units"
    tolerance = "white space and quotation marks"
    grade = WORDING
    message_zh = "同一单位写法不一：{found} 与 {expected}{more}"
    message_en = "one unit is named {found} and {expected}{more}"

    def examine(self, case: Case) -> Examination:
        names: dict[str, dict[str, Fact]] = defaultdict(dict)
        for fact in case.forms:
            if kind_of(fact.item) == "unit":
                name = re.sub(r"[\s“”\"]", "", name_in(fact.item))
                names[bare(name)].setdefault(name, fact)
        odd = []
        for variants in names.values():
            statements = {fact.statement for fact in variants.values()}
            if len(variants) > 1 and len(statements) > 1:
                (name, fact), (other, twin), *_ = variants.items()
                odd.append((name, other, fact, twin))
        if not odd:
            return Examination((), len(names))
        (name, other, *_), places = odd[0], tuple(f.where for _, _, *facts in odd for f in facts)
        more = {"more": f"，共 {len(odd)} 个单位" if len(odd) > 1 else ""}
        english = {"more": f", {len(odd)} units in all" if len(odd) > 1 else ""}
        return Examination((Finding(name, other, places, more, english),), len(names))
