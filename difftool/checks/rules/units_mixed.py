"""A form in 元 under a head that says 万元, or the other way round: the same amount ten thousand times over."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.figures import say_fact
from difftool.checks.names import form_name, form_name_en
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import CONTRADICTION
from difftool.proof.identity import FORMS, Identity


class UnitsMixed(Rule):
    code = "units-mixed"
    family = "between forms"
    title = "Every form is in the unit that its head says"
    title_zh = "金额单位"
    why = "The same amount in two forms can differ ten thousand times only where one of them is in another unit."
    why_zh = "同一个数在两张表中相差一万倍，只能是其中一张表的金额单位写错了。"
    needs = "two forms that share a line"
    tolerance = "a tenth of a percent around ten thousand times"
    grade = CONTRADICTION
    message_zh = "{form}与{other}的同一金额相差一万倍（{found}、{expected}）：金额单位有误"
    message_en = "{form} and {other} print one amount ten thousand times apart ({found}, {expected}): a unit is wrong"

    def examine(self, case: Case) -> Examination:
        pairs = [identity for identity in case.identities if identity.kind == FORMS]
        slips: dict[tuple[str, str], list[Identity]] = {}
        for pair in pairs:
            if pair.unit_slip:
                slips.setdefault((pair.whole.statement, pair.parts[0].statement), []).append(pair)
        return Examination(tuple(tell(group) for group in slips.values()), len(pairs))


def tell(group: list[Identity]) -> Finding:
    one, other = group[0].whole, group[0].parts[0]
    return Finding(
        expected=say_fact(other),
        found=say_fact(one),
        cells=tuple(dict.fromkeys(fact.where for identity in group for fact in identity.facts)),
        details={"form": form_name(one.statement), "other": form_name(other.statement)},
        details_en={"form": form_name_en(one.statement), "other": form_name_en(other.statement)},
    )
