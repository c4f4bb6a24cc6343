"""The moves that the sentences of a passage state, each under the line that it is printed under."""

from __future__ import annotations

import re

from difftool.model.disclosure import Passage, StatedMove
from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern
from difftool.prose.lines import Lines
from difftool.prose.move_sentences import is_before_label, move_between, read_move
from difftool.prose.told import Told

# "公共安全支出（类）司法（款）：反映…": the glossary tells what a line is for.
_DEFINITION = lazy_pattern(r"[）)支出务][：:](?:是)?(?:指|反映)|^反映|：指")
_MAY_TURN = lazy_pattern(r"[调转划并归改列移变纳拆分合拨挪承接源自换到至入由从在核原→]")
_OWN_AMOUNT = lazy_pattern(r"(?:预算|决算|执行)(?:数|安排|支出|总额)*[为是]?$|(?:安排|支出)(?:数|总额)?[为是]$")


def stated_moves(
    passage: Passage, told: list[Told], lines: Lines, year: int
) -> tuple[tuple[StatedMove, ...], frozenset[int]]:
    """The moves that a passage states, and the ends of the amounts in it that are no line's budget but moved.

    Each sentence is read under the line that the passage is about.
    """
    found: list[StatedMove] = []
    spent: set[int] = set()
    for match in re.finditer(r"[^。；;]+[。；;]?", passage.text):
        sentence = match.group()
        if not _MAY_TURN.search(sentence) or _DEFINITION.search(sentence):
            continue
        here = line_in_hand(passage.text, told, *match.span())
        tellings = frozenset(one.end - match.start() for one in told if match.start() < one.end <= match.end())
        ends = (
            read_move(sentence, here, lines, year, tellings)
            or move_between("econ", sentence, lines, year)
            or move_between("unit", sentence, lines, year)
        )
        if ends is None:
            continue
        spent |= {match.start() + end for end in ends.spent}
        paired = "分别" in sentence and len(ends.givers) == len(ends.receivers) > 1
        links = (
            [((giver,), (receiver,), None) for giver, receiver in zip(ends.givers, ends.receivers, strict=True)]
            if paired
            else [*ends.links()]
        )
        found += [
            StatedMove(
                givers=giving,
                receivers=receiving,
                amount=amount,
                quote=sentence.strip("。；;"),
                where=passage.place_at(match.start()),
                item=here,
                giver_measure=ends.measures[0],
                receiver_measure=ends.measures[1],
            )
            for giving, receiving, amount in links
        ]
    return tuple(found), frozenset(spent)


def line_in_hand(text: str, told: list[Told], start: int, end: int) -> str:
    """The line that a sentence is printed under: the last one told before it or by its own label, "" for none."""
    before = [
        one
        for one in told
        if one.end <= start
        or (one.end <= end and (_OWN_AMOUNT.search(amount_lead(text, one.end)) or is_label(text, start, one)))
    ]
    subjects = [one.subject.item for one in (before[-1:] or told[:1])]
    return next((item for item in subjects if kind_of(item) == "func"), "")


def amount_lead(text: str, end: int) -> str:
    """What stands before the amount that ends at `end`."""
    return re.sub(r"[\d,.，\s-]+(?:亿|百万|万|千)?元?$", "", text[:end])


def is_label(text: str, start: int, one: Told) -> bool:
    """Whether the line of an amount opens its sentence, or the passage above it."""
    return one.subject.start < start or is_before_label(text[start : one.subject.start])
