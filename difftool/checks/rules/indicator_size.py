"""A cost target beyond the whole budget of the body."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.figures import say_fact
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.sentences import amounts_in
from difftool.model.comparison import CONTRADICTION
from difftool.model.place import Place

_COST = ("成本", "资金", "经费", "支出", "预算", "投入")


class IndicatorSize(Rule):
    code = "indicator-size"
    family = "performance targets"
    title = "No cost target is beyond the whole budget"
    title_zh = "成本指标与预算"
    why = "A target for what the body spends cannot be above all that it has to spend."
    why_zh = "单位花钱的目标不能超过它全部可用的钱。"
    needs = "cost targets in money, and a form with the total"
    tolerance = "none: the whole budget is the bound"
    grade = CONTRADICTION
    message_zh = "成本指标“{found}”大于全部预算 {expected}"
    message_en = "the cost target “{found}” is above the whole budget of {expected}"

    def examine(self, case: Case) -> Examination:
        largest = case.largest
        if largest is None:
            return Examination((), 0, "总计", "a total")
        judged = 0
        beyond: dict[str, list[Place]] = {}
        for indicator in case.disclosure.indicators:
            names = f"{indicator.level1}{indicator.level2}{indicator.level3}"
            if not any(word in names for word in _COST):
                continue
            for amount in amounts_in(indicator.target.replace(" ", "")):
                judged += 1
                if amount.value > largest.amount:
                    beyond.setdefault(amount.raw, []).append(indicator.where)
        findings = tuple(
            Finding(say_fact(largest), raw, (*dict.fromkeys(places), largest.where)) for raw, places in beyond.items()
        )
        return Examination(findings, judged)
