"""Income and spending balance."""

from __future__ import annotations

from difftool.checks.rules.broken_sum import BrokenSum
from difftool.proof.identity import BALANCE


class Balance(BrokenSum):
    kind = BALANCE
    code = "balance"
    family = "trees and totals"
    title = "Total income equals total spending"
    title_zh = "收支平衡"
    why = "收入总计 and 支出总计 of one form are two sides of one budget (预算法, article 12: budgets are balanced)."
    why_zh = "一张表的收入总计和支出总计是同一预算的两面（预算法第十二条：收支平衡）。"
    needs = "a form of both sides"
    tolerance = "half a printed step for each term"
    by_zh = "收入总计"
    by_en = "total income"
