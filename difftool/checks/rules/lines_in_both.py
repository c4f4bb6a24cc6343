"""A line of a budget in the income and in the expenditure form."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.figures import say_both
from difftool.checks.names import line_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import CONTRADICTION, ROUNDING
from difftool.model.disclosure import BUDGET
from difftool.model.item import kind_of, stands_within

# Where most lines differ, the forms follow different rules (carry-overs in one only) and say nothing about each other.
_MOST = 3


class LinesInBoth(Rule):
    code = "lines-in-both"
    family = "between forms"
    title = "A line has one amount in the income and in the expenditure form"
    title_zh = "收入表与支出表的科目"
    why = "A budget spends on a line what it takes in for it: both forms list the same lines."
    why_zh = "为哪个科目收入，就在哪个科目支出：两张表列的是同样的科目。"
    needs = "the income and the expenditure form of a budget, both by function"
    tolerance = "half a printed step of each side; nothing where more than a quarter of the lines differ"
    grade = CONTRADICTION
    message_zh = "{line}：收入表 {expected}，支出表 {found}"
    message_en = "{line}: {expected} in the income form, {found} in the expenditure form"

    def examine(self, case: Case) -> Examination:
        if case.disclosure.stage != BUDGET:
            return Examination()
        year, phase = case.disclosure.year, case.disclosure.phase
        pairs = []
        for (statement, item, measure, *when), fact in case.ledger.facts.items():
            if statement == "expenditure" and measure == "total" and when == [year, phase] and kind_of(item) == "func":
                twin = case.ledger.get("income", item, "total", year, phase)
                if twin is not None and not stands_within(item):
                    pairs.append((twin, fact))
        odd = [(income, fact) for income, fact in pairs if income.amount != fact.amount and len(fact.item) == 12]
        if len(odd) * _MOST > len(pairs):
            return Examination()
        findings = tuple(
            Finding(
                *say_both(income, fact),
                (income.where, fact.where),
                {"line": line_name(fact)},
                grade=ROUNDING if abs(income.amount - fact.amount) <= max(income.quantum, fact.quantum) else "",
            )
            for income, fact in odd
        )
        return Examination(findings, len(pairs))
