"""团组 0 个, 累计 1 人次, 6.9 万元: counts of 0 beside money spent on them."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import CONTRADICTION
from difftool.pattern import lazy_pattern

_GROUPS = lazy_pattern(r"团组(?:数)?(\d+)个[^。；]{0,24}?(?:累计|共|计)?(\d+)人(?:次)?")
_BATCHES = lazy_pattern(r"接待(?:批次)?(\d+)(?:个)?批次?[^。；]{0,16}?(\d+)人次?")
# 云南: "国内公务接待18批次（其中：外事接待0批次），接待人次160人（其中：…0人）" counts guests from abroad apart.
_ASIDE = lazy_pattern(r"[（(]其中[^（）()]*[)）]")


class Counts(Rule):
    code = "counts"
    family = "sentence against itself"
    title = "No people without a group, no group without people"
    title_zh = "团组、批次与人次"
    why = "The three-public notes count groups or receptions and the people in them; neither is 0 without the other."
    why_zh = "“三公”经费的说明既说团组、批次，也说人次；一个为 0，另一个也应为 0。"
    needs = "sentences that count groups and people"
    tolerance = "none"
    grade = CONTRADICTION
    message_zh = "“{found}”：数量与人次矛盾"
    message_en = "“{found}”: one count is 0, the other is not"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        for passage in case.passages:
            for pattern in (_GROUPS, _BATCHES):
                for match in pattern.finditer(_ASIDE.sub(lambda aside: "，" * len(aside[0]), passage.text)):
                    judged += 1
                    if (int(match[1]) == 0) != (int(match[2]) == 0):
                        findings.append(Finding("", match.group(), (passage.place_at(match.start()),)))
        return Examination(tuple(findings), judged)
