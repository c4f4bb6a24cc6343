"""How much moved: the amounts of a sentence that tell of its move, given to the lines that they moved between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from difftool.pattern import lazy_pattern
from difftool.prose import move_words as words
from difftool.prose.amounts import amounts_in
from difftool.prose.move_ends import Group, Masked, Sum
from difftool.prose.periods import is_difference

# A difference that is told of both lines is what moved: "甲调减5万元，乙调增5万元".
_MOVED_BY = lazy_pattern(r"(?:[调核][减增]|调[出入]|(?:调[剂整]|[划转]入)增加|的)$")
# "…，涉及资金5万元": what a clause of its own tells is the amount of the move.
_SUM_OF_IT = lazy_pattern(r"(?:金额|资金|涉及)(?:共|共计|合计|约)?[为是]?$")


class Ends(Struct, frozen=True):
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
