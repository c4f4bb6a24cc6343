"""The columns of a line add up."""

from __future__ import annotations

from difftool.checks.rules.broken_sum import BrokenSum
from difftool.proof.identity import COLUMNS


class ColumnSum(BrokenSum):
    kind = COLUMNS
    code = "column-sum"
    family = "columns"
    title = "The columns of a line add up"
    title_zh = "栏次合计"
    why = (
        "The heads of the forms define 合计 as 基本支出 and 项目支出 (and the rest), 基本支出 as 人员经费 and 公用经费."
    )
    why_zh = "表头规定：合计等于基本支出、项目支出等各栏之和，基本支出等于人员经费与公用经费之和。"
    needs = "a form with both parts"
    tolerance = "half a printed step for each term"
    by_zh = "各栏相加"
    by_en = "the sum of the columns"
