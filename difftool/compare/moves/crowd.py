"""Among how many changes an amount was found: the more there are, the sooner two fit by chance."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from math import comb

from difftool.compare.moves.ledger import Line
from difftool.compare.moves.reasons import has_own_cause
from difftool.model.disclosure import Reason


class Crowd:
    """The changed lines of one 类 that no printed cause explains, by the size of their change."""

    def __init__(self, lines: Sequence[Line], reasons: Mapping[str, Sequence[Reason]]) -> None:
        unexplained = [line for line in lines if not has_own_cause(reasons.get(line.item, ()))]
        unexplained.sort(key=lambda line: abs(line.delta()))
        self._items = {line.item for line in unexplained}
        self._sizes = [abs(line.delta()) for line in unexplained]
        self._falls = [0, *accumulate(line.delta() < 0 for line in unexplained)]  # among the first so many lines
        self._came = sum(line.came for line in unexplained)
        self._went = sum(line.went for line in unexplained)

    def pairs(self, amount: Decimal, ends: Sequence[Line]) -> int:
        """How many falls stand against how many rises between half and twice the amount, multiplied.

        `ends` are the lines that were found with this amount; they count whether explained or not.
        """
        first, last = bisect_left(self._sizes, amount / 2), bisect_right(self._sizes, amount * 2)
        explained = self._explained(ends)
        falls = self._falls[last] - self._falls[first] + sum(line.delta() < 0 for line in explained)
        return falls * (last - first + len(explained) - falls)

    def splits(self, parts: int, ends: Sequence[Line]) -> int:
        """How many choices of so many lines that came or went stand against the falls or the rises."""
        explained = self._explained(ends)
        falls = self._falls[-1] + sum(line.delta() < 0 for line in explained)
        came = self._came + sum(line.came for line in explained)
        went = self._went + sum(line.went for line in explained)
        rises = len(self._sizes) + len(explained) - falls
        return falls * comb(came, parts) + rises * comb(went, parts)

    def _explained(self, ends: Sequence[Line]) -> list[Line]:
        return [line for line in ends if line.item not in self._items]
