"""Slips that leave a sentence open to two readings: a lost unit, a clause printed twice, a counting word repeated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from difftool.checks.case import Case
from difftool.checks.quoting import nested
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.disclosure import Passage
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_LOST_UNIT = lazy_pattern(r"(?:支出|收入|预算|决算|经费)(\d[\d,]*\.\d{1,2})(?=[，,。；]占?)")
_LOST_YUAN = lazy_pattern(r"\d[\d,]*(?:\.\d+)?万(?=[，。；,;）)])")
_COST_WITHOUT_YUAN = lazy_pattern(r"\d万$")
_TWICE = lazy_pattern(r"([\u4e00-\u9fff“”]{8,40})[，、；]?\1")
_LOST_WORD = lazy_pattern(r"比上年(\d[\d,.]*(?:万元|元))，(增加|减少)\d")
_SUBJECT_TWICE = lazy_pattern(
    r"我(?:中心|局|委|单位|部门|办|院|校)本(?:部门|单位)|本部门本部门|本单位本单位|我单位我单位"
)
# Set phrases of such reports without their verb: 牢固（树立）“过紧日子”思想, （贯彻落实）厉行节约精神.
_LOST_VERB = lazy_pattern(r"牢固(?=[“\"][^”\"]{2,8}[”\"]思想)|(?<=[是为])[:：]?厉行节约精神")
_COUNTING = lazy_pattern(r"(?<=[。；：:，])?([一二三四五六七])是")
_GOAL = lazy_pattern(r"目标(\d{1,2})(?=[:：、.])")
_ORDINAL = lazy_pattern(r"(\d{1,2})([、.．])(?!\d)")
_UPPER_ORDINAL = lazy_pattern(r"[（(]?[一二三四五六七八九十]+[）)、]")
_SHOWN = 12
_ENGLISH = {
    "缺单位": "no unit",
    "缺“元”": "万 without 元",
    "缺增减": "no rise or fall",
    "缺动词": "no verb",
    "重复": "twice",
    "序号重复": "counted twice",
    "序号跳过": "a number left out",
    "序号混用": "numbered in two ways",
}


class Garbled(Rule):
    code = "garbled"
    family = "wording"
    title = "Sentences say one thing"
    title_zh = "文字差错"
    why = "A lost unit, a repeated clause or a gap in the counting leaves open what is meant."
    why_zh = "漏写单位、重复的词句、中断的序号，都使人不明所指。"
    needs = "running text"
    tolerance = "none"
    grade = WORDING
    message_zh = "文字差错 {count} 处：{found}"
    message_en = "{count} slips in the text: {found}"

    def examine(self, case: Case) -> Examination:
        slips = [slip for passage in case.passages for slip in slips_in(passage)]
        slips += [
            ("缺“元”", indicator.target, indicator.where)
            for indicator in case.disclosure.indicators
            if "成本" in indicator.level1 + indicator.level2 and _COST_WITHOUT_YUAN.search(indicator.target)
        ]
        slips += mixed_ordinals(case.passages)
        if not slips:
            return Examination((), len(case.passages))
        told = dict.fromkeys(f"{what}“{nested(words)}”" for what, words, _ in slips)
        words = "；".join(list(told)[:_SHOWN])
        english = dict.fromkeys(f"{_ENGLISH[what]}: “{nested(words)}”" for what, words, _ in slips)
        places = tuple(dict.fromkeys(place for _, _, place in slips))
        finding = Finding("", words, places, {"count": str(len(slips))}, {"found": "; ".join(list(english)[:_SHOWN])})
        return Examination((finding,), len(case.passages))


def mixed_ordinals(passages: tuple[Passage, ...]) -> Iterator[tuple[str, str, Place]]:
    """Items of one list numbered "1、" and then "2."."""
    before = None
    for passage in passages:
        ordinal = _ORDINAL.match(passage.text)
        if ordinal and before and int(ordinal[1]) == int(before[1]) + 1 and ordinal[2] != before[2]:
            yield "序号混用", f"{before.group()}、{ordinal.group()}", passage.where
        if ordinal or _UPPER_ORDINAL.match(passage.text):
            before = ordinal


def slips_in(passage: Passage) -> Iterator[tuple[str, str, Place]]:
    """Each slip: what it is, the words, and where."""
    text = passage.text
    patterns = (
        (_LOST_UNIT, "缺单位"),
        (_LOST_YUAN, "缺“元”"),
        (_TWICE, "重复"),
        (_LOST_WORD, "缺增减"),
        (_LOST_VERB, "缺动词"),
        (_SUBJECT_TWICE, "重复"),
    )
    for pattern, what in patterns:
        if pattern is _TWICE and "。" not in text:
            continue  # a list of titles
        for match in pattern.finditer(text):
            after = 0 if pattern is _LOST_VERB else 6
            yield what, text[max(0, match.start() - 4) : match.end() + after], passage.place_at(match.start())
    counted = list(_COUNTING.finditer(text))
    for one, other in pairwise(counted):
        if one[1] == other[1] == "一" and "二是" not in text[one.end() : other.start()]:
            yield "序号重复", text[other.start() : other.start() + 10], passage.place_at(other.start())
    goals = [(int(match[1]), match) for match in _GOAL.finditer(text)]
    for (number, _), (later, match) in pairwise(goals):
        if later > number + 1:
            yield "序号跳过", f"目标{number}、目标{later}", passage.place_at(match.start())
