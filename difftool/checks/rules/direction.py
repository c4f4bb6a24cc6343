"""增加 9.49 万元，减少的主要原因是…: words of rise and of fall about one change."""

from __future__ import annotations

import re

from difftool.checks.case import Case
from difftool.checks.changes_told import DOWN, UP, ToldChange
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.sentences import Sentence
from difftool.model.comparison import CONTRADICTION
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_BOTH = lazy_pattern(r"(?:增加|增长)(?:减少|下降|降低)|(?:减少|下降|降低)(?:增加|增长)")
_CAUSE = lazy_pattern(r"[，。,；;]?(?P<word>增加|增长|减少|下降|降低)的?(?:主要)?原因")


class Direction(Rule):
    code = "direction"
    family = "sentence against itself"
    title = "A change rises or falls, not both"
    title_zh = "增减方向"
    why = "One change cannot be called a rise and a fall."
    why_zh = "同一变动不能既说增加又说减少。"
    needs = "sentences that tell changes"
    tolerance = "none"
    grade = CONTRADICTION
    message_zh = "同一变动既称“{expected}”又称“{found}”：“{words}”"
    message_en = "one change is called both {expected} and {found}: “{words}”"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        for sentence in case.sentences:
            for match in _BOTH.finditer(sentence.text):
                if re.match(r"(?:额|的|数|变动|情况|率|或|幅)?\d", sentence.text[match.end() :]):
                    words = sentence.text[max(0, match.start() - 8) : match.end() + 16]
                    findings.append(told(match.group()[:2], match.group()[2:], words, sentence.place(match.start())))
            for change in case.changes_in(sentence):
                judged += 1
                other = other_direction(change, sentence)
                if other:
                    words = sentence.text[max(0, change.start - 20) : change.end + 12]
                    findings.append(told(change.word, other, words, sentence.place(change.start)))
        return Examination(tuple(findings), judged + len(findings))


def told(expected: str, found: str, words: str, place: Place) -> Finding:
    return Finding(expected, found, (place,), {"words": words})


def other_direction(change: ToldChange, sentence: Sentence) -> str:
    """The word that says the contrary of the change's own, "" where none does."""
    contrary = DOWN if change.rise else UP
    if change.percent and change.percent_word and re.fullmatch(contrary, change.percent_word):
        return change.percent_word
    cause = _CAUSE.match(sentence.text, change.end)
    return cause["word"] if cause and re.fullmatch(contrary, cause["word"]) else ""
