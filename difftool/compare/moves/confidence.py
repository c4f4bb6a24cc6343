"""How sure a move is: a number from 0 to 1 that adds up from named parts, the same every time."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

Parts = tuple[tuple[str, Decimal], ...]

CLAIMED = Decimal("0.5")
"""From here on a move is claimed: told as a fact and undone in the like-for-like figures."""

MOST = Decimal("0.99")
MOST_INFERRED = Decimal("0.45")


def part(name: str, value: str | Decimal) -> tuple[str, Decimal]:
    return name, Decimal(value)


def total(parts: Iterable[tuple[str, Decimal]], most: Decimal = MOST) -> Decimal:
    """The parts added up, kept between 0 and `most`."""
    return min(most, max(Decimal(0), sum((value for _, value in parts), Decimal(0))))


def digits_in(amount: Decimal, step: Decimal, *others: Decimal) -> int:
    """How many different amounts of this roundness there are up to `amount`: what a chance hit is measured by.

    12.34 万元 printed to two decimals is one of 1234; a round 50 万元 one of 5. With `others`, the parts of a split,
    the least round of all counts.
    """
    counts = [int((abs(value) / step).to_integral_value(ROUND_HALF_UP)) for value in (amount, *others)]
    grain = 1
    while all(count % (grain * 10) == 0 for count in counts) and counts[0] >= grain * 10:
        grain *= 10
    return counts[0] // grain
