"""A fall put down to growth alone, a rise put down to savings alone."""

from __future__ import annotations

import re

from difftool.checks.case import Case
from difftool.checks.changes_told import Told, changes_in
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING

_REASON = re.compile(r"^(?P<lead>[^。；]{0,12}?)(?:主要)?原因(?:是|为)?[：:]?(?P<reason>[^。；]{2,60})")
# "决算数小于预算数的主要原因是…" after "与上年相比增加…": the reason is about a change of its own.
_OF_ITS_OWN = re.compile(r"小于|大于|低于|高于|超过|差异|决算数|预算数")
_GROWTH = re.compile(r"增加|增长|增多|提高|上涨|新增|上升|扩大|调增|增资|增人")
_SAVING = re.compile(r"减少|下降|降低|压减|压缩|节约|节俭|过紧日子|缩减|精简|调减|取消")
# Words that turn a direction round or speak of another time: "上年增加了一次性项目".
_OTHER = re.compile(
    r"上年|去年|往年|\d{4}年|一次性|结转|退休|调出|调入|划转|调整|转入|转出|基数|未|不|没有|无|改革|列入|口径|公式|正常|占比|低于|高于|从|一是|一方面"
)


class ReasonDirection(Rule):
    code = "reason-direction"
    family = "sentence against itself"
    title = "A reason explains the direction of its change"
    title_zh = "原因与增减方向"
    why = "More of something does not explain a fall, and savings do not explain a rise."
    needs = "changes with a reason behind them"
    tolerance = "reasons that speak of both directions, of another year, or of a move are let pass"
    grade = WORDING
    message_zh = "“{expected}”，原因却是“{found}”"
    message_en = "“{expected}”, yet the reason given is “{found}”"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        for sentence in case.sentences:
            for told in changes_in(sentence):
                start = sentence.start + told.end
                match = _REASON.match(sentence.passage.text[start:].lstrip("。，,；;"))
                if match is None or told.change.value == 0 or _OF_ITS_OWN.search(match["lead"]):
                    continue
                judged += 1
                if contradicts(told, match["reason"]):
                    words = told.words
                    findings.append(Finding(words, match["reason"], (sentence.place(told.start),)))
        return Examination(tuple(findings), judged)


def contradicts(told: Told, reason: str) -> bool:
    grows, saves = _GROWTH.search(reason) is not None, _SAVING.search(reason) is not None
    if grows == saves or _OTHER.search(reason):
        return False
    return grows != told.rise
