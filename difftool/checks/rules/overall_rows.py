"""整体支出绩效目标表 of one body in two rows, neither of them the whole."""

from __future__ import annotations

from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.figures import say_fact
from difftool.checks.quantities import WHOLE
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM
from difftool.model.fact import Fact


class OverallRows(Rule):
    code = "overall-rows"
    family = "between forms"
    title = "The overall performance form states the whole expenditure"
    title_zh = "整体支出绩效目标表的总额"
    why = "整体支出绩效 is about all that a body spends; the form has one amount of it."
    why_zh = "整体支出绩效说的是单位的全部支出，表中只有一个总额。"
    needs = "an overall performance form and forms with totals"
    tolerance = "half a printed step of each side"
    grade = FORM
    message_zh = "整体支出绩效目标表未列总额 {expected}，而分列为 {found}"
    message_en = "the overall performance form nowhere states the whole, {expected}; it is split into {found}"

    def examine(self, case: Case) -> Examination:
        rows: dict[Decimal, Fact] = {}
        for fact in case.own_year:
            if fact.statement == "overall_performance" and fact.measure == "total" and fact.amount:
                rows.setdefault(fact.amount, fact)
        wholes = [
            f
            for f in case.quantities.get((WHOLE, case.disclosure.phase), ())
            if f.statement in ("summary", "expenditure")
        ]
        if not rows or not wholes:
            return Examination()
        whole = wholes[0]
        split = len(rows) > 1 and all(abs(amount - whole.amount) > whole.quantum for amount in rows)
        if not split or abs(sum(rows, Decimal(0)) - whole.amount) > whole.quantum * len(rows):
            return Examination((), 1)
        found = "、".join(map(say_fact, rows.values()))
        return Examination((Finding(say_fact(whole), found, (*(f.where for f in rows.values()), whole.where)),), 1)
