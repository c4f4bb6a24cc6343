"""A code is the sum of the codes below it."""

from __future__ import annotations

from difftool.checks.rules.broken_sum import BrokenSum
from difftool.proof.identity import TREE


class CodeTree(BrokenSum):
    kind = TREE
    code = "code-tree"
    family = "trees and totals"
    title = "Codes add up to the code above them and to the total"
    title_zh = "科目逐级汇总"
    why = "A 类 is the sum of its 款, a 款 of its 项, the grand total of all 类 (政府收支分类科目)."
    why_zh = "政府收支分类科目：类等于其下各款之和，款等于其下各项之和，总计等于各类之和。"
    needs = "a form with codes"
    tolerance = "half a printed step for each term"
    by_zh = "下级科目汇总"
    by_en = "the sum of the lines below"
