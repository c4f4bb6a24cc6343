"""One reason for a rise and for a fall: "增加一次性项目支出" over a total, "一次性项目支出减少" over the next."""

from __future__ import annotations

import difflib
import re
from itertools import combinations

from difftool.checks.case import Case
from difftool.checks.changes_told import ToldChange
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.pattern import lazy_pattern

_REASON = lazy_pattern(r"^[^。；]{0,12}?(?:主要)?原因(?:是|为)?[：:]?(?P<reason>[^。；]{4,160})")
_OWN_CLAUSE = lazy_pattern(r"小于|大于|低于|高于|超过|差异|决算数|预算数")
_NOT_TOTAL = lazy_pattern(r"[（(][类款项][)）]|其中|[①-⑳]")
_OTHER_WAY = {"增加": "减少", "减少": "增加"}
# "增加一次性项目支出", "一次性项目支出减少": what rose or fell.
_CAUSE = lazy_pattern(
    r"(?:(增加|减少)(?:了)?([\u4e00-\u9fff]{4,14})|([\u4e00-\u9fff]{4,14}?)(?:有所|大幅)?(增加|减少))$"
)
_LINE = lazy_pattern(r"([\u4e00-\u9fff]{2,30})[（(]项[)）]")
_WORD_FOR_WORD = 0.97
_TELLING = 24


class ReasonBothWays(Rule):
    code = "reason-both-ways"
    family = "sentence against itself"
    title = "One reason does not explain a rise and a fall"
    title_zh = "同一原因、相反增减"
    why = "The same cause said to have risen and to have fallen, or copied from a fall to a rise, explains neither."
    why_zh = "同一原因既说增加又说减少，或从减少照抄到增加，都说明不了变动。"
    needs = "changes against the same year with a reason behind them"
    tolerance = (
        "short reasons (人员变动) explain both; only causes that are said to have risen and fallen, or copied ones"
    )
    grade = WORDING
    message_zh = "{found}，原因互相矛盾或照抄：{expected}"
    message_en = "{found}: the reasons contradict each other or are copied: {expected}"

    def examine(self, case: Case) -> Examination:
        told = [
            (change, reason)
            for sentence in case.sentences
            for change in case.changes_in(sentence)
            if change.change.value and (reason := reason_of(change))
        ]
        findings = []
        seen: set[frozenset[str]] = set()
        for (one, why), (other, other_why) in combinations(told, 2):
            if one.rise == other.rise or (one.against and other.against and one.against != other.against):
                continue
            key = frozenset((why, other_why))
            if key not in seen and (both_ways(one, why, other, other_why) or copied(one, why, other, other_why)):
                seen.add(key)
                words = f"“{one.words}”与“{other.words}”"
                reasons = f"“{why}”" if why == other_why else f"“{why}”、“{other_why}”"
                places = (one.sentence.place(one.start), other.sentence.place(other.start))
                findings.append(Finding(reasons, words, places))
        return Examination(tuple(findings[:1]) if len(findings) > _MANY else tuple(findings), len(told))


_MANY = 6


def reason_of(told: ToldChange) -> str:
    text = told.sentence.passage.text[told.sentence.start + told.end :].lstrip("。，,；;")
    text = re.sub(r"^[（(][^）)]{0,30}[)）][。，,；;]?", "", text)
    match = _REASON.match(text)
    if match is None or _OWN_CLAUSE.search(text[: match.start("reason")]):
        return ""
    return match["reason"].rstrip("，,")


def both_ways(one: ToldChange, why: str, other: ToldChange, other_why: str) -> bool:
    """Whether both are totals, and what one says has risen the other says has fallen."""
    if any(_NOT_TOTAL.search(told.sentence.passage.text[:40]) for told in (one, other)):
        return False
    risen, fallen = (why, other_why) if one.rise else (other_why, why)
    first, second = cause(risen), cause(fallen)
    return (
        first is not None and second is not None and first[1] == second[1] and (first[0], second[0]) == ("增加", "减少")
    )


def cause(reason: str) -> tuple[str, str] | None:
    match = _CAUSE.search(reason.split("，")[-1])
    if match is None:
        return None
    return (match[1], match[2]) if match[1] else (match[4], match[3])


def copied(one: ToldChange, why: str, other: ToldChange, other_why: str) -> bool:
    """Whether a long reason was taken over word for word to a line that it does not name.

    苏州 explains a move to both of its lines with one sentence that names both: that is no slip.
    """
    if min(len(why), len(other_why)) < _TELLING or "科目" not in why:
        return False
    lines = [_LINE.search(told.sentence.passage.text[:60]) for told in (one, other)]
    if all(line is None or line[1] in why for line in lines):
        return False
    return difflib.SequenceMatcher(None, why, other_why, autojunk=False).ratio() >= _WORD_FOR_WORD
