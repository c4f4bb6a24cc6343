"""A fall put down to growth alone, a rise put down to savings alone."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.pattern import lazy_pattern
from difftool.prose.directions import FALL, RISE, direction_of

_REASON = lazy_pattern(r"^(?P<lead>[^。；]{0,12}?)(?:主要)?原因(?:是|为)?[：:]?(?P<reason>[^。；]{2,60})")
# "决算数小于预算数的主要原因是…" after "与上年相比增加…": the reason is about a change of its own.
_OF_ITS_OWN = lazy_pattern(r"小于|大于|低于|高于|超过|差异|决算数|预算数")
# "决算数小于预算数的主要原因是…": the direction is told in words, against the budget.
_OUTTURN = lazy_pattern(
    r"决算数?(?P<word>[大小高低]于|超过?)(?:年初|全年|调整)?预算数?的?(?:主要)?原因(?:是|为)?[：:]?(?P<reason>[^。；]{2,60})"
)
_ABOVE = ("大于", "高于", "超", "超过")


class ReasonDirection(Rule):
    code = "reason-direction"
    family = "sentence against itself"
    title = "A reason explains the direction of its change"
    title_zh = "原因与增减方向"
    why = "More of something does not explain a fall, and savings do not explain a rise."
    why_zh = "增加了什么不能说明减少，节约了什么不能说明增加。"
    needs = "changes with a reason behind them"
    tolerance = "reasons that speak of both directions, of another year, or of a move are let pass"
    grade = WORDING
    message_zh = "“{expected}”，原因却是“{found}”"
    message_en = "“{expected}”, yet the reason given is “{found}”"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        for sentence in case.sentences:
            for told in case.changes_in(sentence):
                start = sentence.start + told.end
                match = _REASON.match(sentence.passage.text[start:].lstrip("。，,；;"))
                if match is None or told.change.value == 0 or _OF_ITS_OWN.search(match["lead"]):
                    continue
                judged += 1
                if contradicts(told.rise, match["reason"]):
                    words = told.words
                    findings.append(Finding(words, match["reason"], (sentence.place(told.start),)))
            for match in _OUTTURN.finditer(sentence.text):
                judged += 1
                if contradicts(match["word"] in _ABOVE, match["reason"]):
                    words = sentence.text[match.start() : match.start("reason")].rstrip("：:是为")
                    findings.append(Finding(words, match["reason"], (sentence.place(match.start()),)))
        return Examination(tuple(findings), judged)


def contradicts(rise: bool, reason: str) -> bool:
    return direction_of(reason) == (FALL if rise else RISE)
