"""三公经费 is the sum of its three kinds."""

from __future__ import annotations

from difftool.checks.rules.broken_sum import BrokenSum
from difftool.proof.identity import THREE_PUBLIC


class ThreePublicSum(BrokenSum):
    kind = THREE_PUBLIC
    code = "three-public-sum"
    family = "trees and totals"
    title = "三公经费 is the sum of travel abroad, vehicles and reception"
    title_zh = "“三公”经费汇总"
    why = "The three-public form defines its total as 因公出国（境）费, 公务用车购置及运行维护费 and 公务接待费."
    why_zh = "“三公”经费表的合计就是因公出国（境）费、公务用车购置及运行维护费和公务接待费之和。"
    needs = "a three-public form"
    tolerance = "half a printed step for each term"
    by_zh = "分项相加"
    by_en = "the sum of its kinds"
