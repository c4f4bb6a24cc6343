"""Sentences that say money changed its line: who gave, who received, how much where it is told.

A sentence counts when it tells both ends; the line that it is printed under may be one of them. What was refused,
planned, done in another year, or only compared is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from difftool.model.disclosure import Passage, StatedMove
from difftool.pattern import lazy_pattern
from difftool.prose import move_words as words
from difftool.prose.amounts import amounts_in
from difftool.prose.lines import Lines, Mention
from difftool.prose.move_ends import (
    COMES,
    GIVER,
    OPEN,
    RECEIVER,
    STOOD,
    USED_FOR,
    WEAK_GIVER,
    WEAK_RECEIVER,
    Group,
    Masked,
    Sum,
    columns,
    groups,
    masked,
    named_parts,
)
from difftool.prose.named import named_in
from difftool.prose.periods import is_difference
from difftool.prose.statements import Told

# "公共安全支出（类）司法（款）：反映…": the glossary tells what a line is for.
_DEFINITION = lazy_pattern(r"[）)支出务][：:](?:是)?(?:指|反映)|^反映|：指")
# A difference that is told of both lines is what moved: "甲调减5万元，乙调增5万元".
_MOVED_BY = lazy_pattern(r"(?:[调核][减增]|调[出入]|(?:调[剂整]|[划转]入)增加|的)$")
# "…，涉及资金5万元": what a clause of its own tells is the amount of the move.
_SUM_OF_IT = lazy_pattern(r"(?:金额|资金|涉及)(?:共|共计|合计|约)?[为是]?$")
_MAY_TURN = lazy_pattern(r"[调转划并归改列移变纳拆分合拨挪承接源自换到至入由从在核原→]")
_BEFORE_LABEL = lazy_pattern(r"(?:其中|[\d一二三四五六七八九十.．、：:（）()“\"①-⑳])*")
_OWN_AMOUNT = lazy_pattern(r"(?:预算|决算|执行)(?:数|安排|支出|总额)*[为是]?$|(?:安排|支出)(?:数|总额)?[为是]$")
_PARTS = (GIVER, STOOD, COMES, WEAK_GIVER, RECEIVER, WEAK_RECEIVER, USED_FOR)
_OTHER_COLUMN = {"basic": "project", "project": "basic"}


@dataclass(frozen=True, slots=True)
class Ends:
    """Items that gave and received, in the order of the sentence, and the amounts that it gives for them.

    `amounts` are those of each giver or of each receiver, whichever are several; `whole` is what moved in all. `spent`
    are the ends of the amounts that tell of the move, and of no line's budget.
    """

    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    whole: Decimal | None = None
    amounts: tuple[Decimal, ...] = ()
    measures: tuple[str, str] = ("total", "total")
    spent: frozenset[int] = frozenset()

    def links(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Decimal | None]]:
        """The ends one by one where each has its own amount, else all together."""
        if self.amounts and len(self.receivers) > 1:
            for receiver, amount in zip(self.receivers, self.amounts, strict=True):
                yield self.givers, (receiver,), amount
        elif self.amounts and len(self.givers) > 1:
            for giver, amount in zip(self.givers, self.amounts, strict=True):
                yield (giver,), self.receivers, amount
        else:
            yield self.givers, self.receivers, self.whole


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
    return next((item for item in subjects if item.startswith("func:")), "")


def amount_lead(text: str, end: int) -> str:
    """What stands before the amount that ends at `end`."""
    return re.sub(r"[\d,.，\s-]+(?:亿|百万|万|千)?元?$", "", text[:end])


def is_label(text: str, start: int, one: Told) -> bool:
    """Whether the line of an amount opens its sentence, or the passage above it."""
    return one.subject.start < start or bool(_BEFORE_LABEL.fullmatch(text[start : one.subject.start]))


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
    mentions = lines.others_in(sentence, kind)
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
    return with_amounts(Ends(givers, receivers), told, [*giving, *receiving])


def sides(found: Sequence[Group], here: str, told: Masked) -> tuple[list[Group], list[Group]]:
    """The groups that give and those that receive; one side may be empty where the line in hand is meant."""
    parts = {part: [group for group in found if group.part == part] for part in _PARTS}
    giving = parts[GIVER] + parts[STOOD]
    receiving = parts[RECEIVER]
    if parts[COMES] and giving and not receiving:
        receiving = parts[COMES]
    elif not giving:
        giving = parts[COMES]
    if not giving and (receiving or parts[WEAK_RECEIVER] or parts[USED_FOR]):
        giving = parts[WEAK_GIVER]
    if giving:
        # "统筹用于其他支出" alone tells of a use: it names a line only where another is named that gave.
        parts[WEAK_RECEIVER] += parts[USED_FOR]
    known = set(items(giving)) | set(items(receiving))
    free = [without(group, known) for group in found if group.part == OPEN and set(items([group])) - known]
    if not receiving and parts[WEAK_RECEIVER] and (giving or free or here):
        receiving = [group for group in parts[WEAK_RECEIVER] if not set(items([group])) & set(items(giving))]
        if not giving and not free and set(items(receiving)) == {here}:
            return [], []
    if receiving and not giving:
        giving = [group for group in free if group.start < receiving[0].start][-1:]
    elif giving and not receiving:
        receiving = left_to_receive(giving, free, told, stood_only=not parts[GIVER])
    elif not giving and words.RECLASSIFIED.search(told.text):
        giving = [group for group in free if words.FELL.search(told.text[group.end :])]
        receiving = [group for group in free if words.ROSE.search(told.text[group.end :])]
        if not giving or not receiving:
            return [], []
    return giving, receiving


def left_to_receive(giving: Sequence[Group], free: Sequence[Group], told: Masked, stood_only: bool) -> list[Group]:
    """The line that receives where no word says so: what the sentence is about, else what it names after the givers.

    Where money stood before is told only, it must be told too that it stands elsewhere now.
    """
    topic = [group for group in free if group.start < giving[0].start][-1:]
    beside = topic and not re.search("[，：]", told.text[topic[0].end : giving[0].start])
    if stood_only and not beside and not words.NOW_AT_ALL.search(told.text):
        return []
    after = [group for group in free if group.start > giving[-1].start]
    return topic or [group for group in after if not re.search("[与和同跟]$", told.text[: group.start])][:1]


def without(group: Group, known: set[str]) -> Group:
    """The lines of a group whose part no other word gives."""
    return replace(group, named=tuple(one for one in group.named if one.item not in known))


def items(found: Sequence[Group]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.item for group in found for one in group.named))


def under(here: str, others: Sequence[Group]) -> tuple[str, ...]:
    """The line in hand as the other end, where a sentence names one end only."""
    related = any(item.startswith(here) or here.startswith(item) for item in items(others))
    return (here,) if here and others and not related else ()


def is_own_label(mention: Mention, sentence: str, here: str) -> bool:
    """Whether a mention is the label that opens the sentence with its amount, not an end of a move."""
    return (
        bool(here)
        and here in (mention.item, mention.printed)
        and bool(_BEFORE_LABEL.fullmatch(sentence[: mention.start]))
        and bool(re.match(r"[^由从将把原自调转划改列移归并]{0,30}?\d", sentence[mention.end :]))
    )


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


def sums_in(sentence: str, tellings: frozenset[int]) -> list[Sum]:
    """The amounts of a sentence; those by which a line changed and those of the line itself are not free."""
    found = []
    for amount in amounts_in(sentence):
        if not amount.money.amount:
            continue
        lead = sentence[: amount.start]
        by = bool(is_difference(lead)) and not _MOVED_BY.search(lead)
        found.append(Sum(amount.money.amount, amount.start, amount.end, not by, amount.end in tellings))
    return found


def with_amounts(ends: Ends, told: Masked, used: Sequence[Group]) -> Ends:
    """The ends with the amounts told in their clauses, else with one that stands alone in the sentence."""
    places = [match.start() for match in re.finditer(words.AMOUNT, told.text)]
    free = [(place, one) for place, one in zip(places, told.sums, strict=True) if one.free]
    clauses = [(start, end) for start, end in told.clauses() if any(start <= group.start < end for group in used)]
    near = [(place, one) for place, one in free if any(start <= place < end for start, end in clauses)]
    if not near:
        near = [
            (place, one) for place, one in free if not one.own or _SUM_OF_IT.search(told.text[:place])
        ] or told_of_both(told, places)
    amounts = [one.amount for _, one in near]
    ends = replace(ends, spent=frozenset(one.end for _, one in near))
    several = max(len(ends.givers), len(ends.receivers))
    if several == 1:
        return replace(ends, whole=of_one_link(near, told.text))
    if min(len(ends.givers), len(ends.receivers)) > 1:
        return ends
    if len(amounts) == several + 1:
        whole = max(amounts)
        rest = [amount for amount in amounts if amount != whole]
        amounts = rest if sum(rest) == whole else []
    if len(amounts) == several:
        return replace(ends, whole=sum(amounts, Decimal(0)), amounts=tuple(amounts))
    return replace(ends, whole=amounts[0]) if len(amounts) == 1 else ends


def told_of_both(told: Masked, places: Sequence[int]) -> list[tuple[int, Sum]]:
    """The one difference that a sentence tells of both lines: "甲减少5万元，乙增加5万元"."""
    by = [(place, one) for place, one in zip(places, told.sums, strict=True) if not one.free]
    return by[:1] if len(by) > 1 and len({one.amount for _, one in by}) == 1 else []


def of_one_link(near: Sequence[tuple[int, Sum]], text: str) -> Decimal | None:
    """What moved between two lines: the one amount, the sum of those told side by side, else the last told."""
    amounts = [one.amount for _, one in near]
    if len(set(amounts)) <= 1:
        return amounts[0] if amounts else None
    whole = max(amounts)
    rest = sum(amounts, Decimal(0)) - whole
    if whole == rest:
        return whole
    between = [text[a + 1 : b] for (a, _), (b, _) in pairwise(near)]
    if all(re.search("[、和及与]", words_between) for words_between in between):
        return whole + rest
    return amounts[-1]


def between_columns(told: Masked, found: Sequence[Group], here: str) -> Ends | None:
    """A move inside one line: "2.48万元归入项目支出，上年列基本支出"."""
    named = set(items(found)) or ({here} if here.startswith("func:") else set())
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
