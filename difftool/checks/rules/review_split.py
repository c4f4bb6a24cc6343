"""绩效自评表: 年度预算申请 split by source and use with the amounts of the outturn."""

from __future__ import annotations

from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.figures import say_fact
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM
from difftool.model.fact import ADJUSTED, APPROVED, EXECUTED, Fact

_SOURCES = ("general_public", "government_fund", "special_account", "other")
_USES = ("basic", "project")


class ReviewSplit(Rule):
    code = "review-split"
    family = "between forms"
    title = "A budget is split into amounts of the budget"
    title_zh = "年度预算申请的构成"
    why = "The self-evaluation form asks for the year's budget by source and by use; the parts must make the budget."
    why_zh = "自评表要求把年度预算按来源和用途分列，各部分之和应等于预算。"
    needs = "a self-evaluation form with budget, outturn and a split"
    tolerance = "half a printed step for each term"
    grade = FORM
    message_zh = "绩效自评表“年度预算申请”的分列合计为执行数 {found}，不是预算数 {expected}"
    message_en = "the self-evaluation splits the outturn, {found}, under the heading of the budget, {expected}"

    def examine(self, case: Case) -> Examination:
        rows = [f for f in case.own_year if f.statement == "performance_review" and f.item == "total"]
        wholes = {f.phase: f for f in rows if f.measure == "total"}
        budget = wholes.get(ADJUSTED) or wholes.get(APPROVED)
        outturn = wholes.get(EXECUTED)
        if budget is None or outturn is None or budget.amount == outturn.amount:
            return Examination()
        splits = [parts for kinds in (_SOURCES, _USES) if (parts := [f for f in rows if f.measure in kinds])]
        wrong = [parts for parts in splits if adds_up(parts, outturn) and not adds_up(parts, budget)]
        if not wrong:
            return Examination((), len(splits))
        places = tuple(f.where for f in (budget, outturn, *(f for parts in wrong for f in parts)))
        return Examination((Finding(say_fact(budget), say_fact(outturn), places),), len(splits))


def adds_up(parts: list[Fact], whole: Fact) -> bool:
    gap = abs(sum((f.amount for f in parts), Decimal(0)) - whole.amount)
    return gap <= sum((f.quantum for f in parts), whole.quantum) / 2
