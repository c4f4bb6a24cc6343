"""The move that one sentence states: between budget lines, economic lines, units, or the columns of one line.

A sentence counts when it tells both ends; the line that it is printed under may be one of them. What was refused,
planned, done in another year, or only compared is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern
from difftool.prose import move_words as words
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.move_amounts import Ends, sums_in, with_amounts
from difftool.prose.move_ends import OPEN, Group, Masked, columns, groups, masked, named_parts
from difftool.prose.move_sides import items, sides
from difftool.prose.named import named_in, others_in

_BEFORE_LABEL = lazy_pattern(r"(?:其中|[\d一二三四五六七八九十.．、：:（）()“\"①-⑳])*")
_OTHER_COLUMN = {"basic": "project", "project": "basic"}


def read_move(sentence: str, here: str, lines: Lines, year: int, tellings: frozenset[int] = frozenset()) -> Ends | None:
    """The move that a sentence under the line `here` states, None where it states none.

    `tellings` are the ends of the amounts that belong to the line itself and are no part of a move.
    """
    mentions = [mention for mention in named_in(sentence, lines, here) if not is_own_label(mention, sentence, here)]
    named = named_parts(sentence, mentions, here)
    if not named and not here:
        return None
    told = masked(sentence, named, sums_in(sentence, tellings), year)
    if words.REFUSED.search(told.text):
        return None
    found = groups(told)
    giving, receiving = sides(found, here, told)
    if not receiving and words.ELSEWHERE.search(told.text):
        return None
    givers, receivers = items(giving) or under(here, receiving), items(receiving) or under(here, giving)
    givers = tuple(item for item in givers if item not in receivers) or givers
    if givers and receivers and givers != receivers:
        if is_denied(told, [*giving, *receiving]):
            return None
        return with_amounts(Ends(givers, receivers), told, [*giving, *receiving])
    return between_columns(told, found, here)


def move_between(kind: str, sentence: str, lines: Lines, year: int) -> Ends | None:
    """The move between economic lines ("econ") or units ("unit"), of which the sentence names both ends."""
    mentions = others_in(sentence, lines, kind)
    if len({mention.item for mention in mentions}) < 2:
        return None
    told = masked(sentence, named_parts(sentence, mentions, ""), sums_in(sentence, frozenset()), year)
    if words.REFUSED.search(told.text):
        return None
    giving, receiving = sides(groups(told), "", told)
    # A list of expenses that ends before a verb gave nothing: "包括办公费、差旅费，列入…".
    giving = [group for group in giving if group.part != OPEN or told.text[group.end : group.end + 1] not in "、和及与"]
    givers, receivers = items(giving), items(receiving)
    if not givers or not receivers or set(givers) & set(receivers) or is_denied(told, [*giving, *receiving]):
        return None
    if kind == "econ" and len({item[: len("econ:3")] for item in (*givers, *receivers)}) > 1:
        return None  # 503 of the government's classification and 310 of the departments' are one purpose, told twice
    return with_amounts(Ends(givers, receivers), told, [*giving, *receiving])


def between_columns(told: Masked, found: Sequence[Group], here: str) -> Ends | None:
    """A move inside one line: "2.48万元归入项目支出，上年列基本支出"."""
    named = set(items(found)) or ({here} if kind_of(here) == "func" else set())
    parts = columns(told)
    giving, receiving = sides(parts, "", told)
    if len(named) != 1 or not receiving or re.search(rf"分[为成]{words.COLUMN}", told.text):
        return None
    into = items(receiving)
    out = items(giving) or tuple(filter(None, [_OTHER_COLUMN.get(into[0])]))
    if len(into) != 1 or len(out) != 1 or into == out or is_denied(told, [*giving, *receiving]):
        return None
    line = tuple(named)
    return with_amounts(Ends(line, line, measures=(out[0], into[0])), told, [*giving, *receiving])


def under(here: str, others: Sequence[Group]) -> tuple[str, ...]:
    """The line in hand as the other end, where a sentence names one end only."""
    related = any(item.startswith(here) or here.startswith(item) for item in items(others))
    return (here,) if here and others and not related else ()


def is_own_label(mention: Mention, sentence: str, here: str) -> bool:
    """Whether a mention is the label that opens the sentence with its amount, not an end of a move."""
    return (
        bool(here)
        and here in (mention.item, mention.printed)
        and is_before_label(sentence[: mention.start])
        and bool(re.match(r"[^由从将把原自调转划改列移归并]{0,30}?\d", sentence[mention.end :]))
    )


def is_before_label(text: str) -> bool:
    """Whether nothing but a number or 其中 stands in a text, before the label that goes on behind it."""
    return bool(_BEFORE_LABEL.fullmatch(text))


def is_denied(told: Masked, used: Sequence[Group]) -> bool:
    """Whether the clauses of a move say that it was not made, or not in this year."""
    for start, end in told.clauses():
        inside = [group for group in used if start <= group.start < end]
        if not inside:
            continue
        last = max(inside, key=lambda group: group.start)
        before, after = told.text[start : last.start], told.text[last.end : end]
        if words.NOT.search(before) or words.NOT_AFTER.search(after) or words.APPLIED.search(told.text[:end]):
            return True
        whole = told.text[start:end]
        if words.LATER.search(before) or words.DONE_BEFORE.search(before):
            return True
        years = words.COMPARED_YEAR.sub("", words.STOOD_IN_YEAR.sub("", whole))
        if words.YEAR_BEFORE in years:
            return True
    return False
