"""Figures for messages, as a reader of the document would write them, and percentages with what rounding can do."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from difftool.model.fact import Fact

_TEN_THOUSAND = Decimal(10_000)
_HUNDREDTH = Decimal("0.01")
# A print in 万元 shows steps of 10 yuan and more, one in 元 steps of a yuan and less.
_UNIT_SPLIT = 10


def say(amount: Decimal, quantum: Decimal) -> str:
    """An amount in 万元, or in 元 where it was printed to the yuan and finer: "938.91万元", "258,596,001.79元"."""
    if quantum >= _UNIT_SPLIT:
        step = quantum / _TEN_THOUSAND
        return f"{(amount / _TEN_THOUSAND).quantize(step if step < 1 else Decimal(1)):,}万元"
    return f"{amount.quantize(max(quantum, Decimal('0.01'))):,}元"


def say_fact(fact: Fact) -> str:
    return say(fact.amount, fact.quantum)


def say_both(one: Fact, other: Fact) -> tuple[str, str]:
    """Two amounts of one sentence in one unit."""
    first, second = say_alike((one.amount, one.quantum), (other.amount, other.quantum))
    return first, second


def say_alike(*printed: tuple[Decimal, Decimal]) -> list[str]:
    """Amounts, each with its printed step, in one unit: 万元 where any is printed so, to the last digit of each."""
    if len({quantum >= _UNIT_SPLIT for _, quantum in printed}) == 1:
        return [say(amount, quantum) for amount, quantum in printed]
    return [in_ten_thousands(amount, quantum) for amount, quantum in printed]


def in_ten_thousands(amount: Decimal, quantum: Decimal) -> str:
    """An amount in 万元 with all digits that it has: 110,176.44 yuan is "11.017644万元"."""
    if quantum >= _UNIT_SPLIT:
        return say(amount, quantum)
    exact = (amount / _TEN_THOUSAND).normalize()
    return f"{max(exact, exact.quantize(_HUNDREDTH), key=digits_after_point):,f}万元"


def digits_after_point(amount: Decimal) -> int:
    return -int(amount.as_tuple().exponent)


def percent(part: Decimal, whole: Decimal, step: Decimal) -> Decimal:
    """part of whole in percent, rounded half up to the step."""
    return (part / whole * 100).quantize(step, rounding=ROUND_HALF_UP)


def percent_range(part: Decimal, part_step: Decimal, whole: Decimal, whole_step: Decimal) -> tuple[Decimal, Decimal]:
    """The lowest and highest percentage that the unrounded amounts behind two printed ones can have."""
    low_part, high_part = part - part_step / 2, part + part_step / 2
    low_whole, high_whole = whole - whole_step / 2, whole + whole_step / 2
    if low_whole <= 0 <= high_whole:
        return Decimal("-Infinity"), Decimal("Infinity")
    corners = [p / w * 100 for p in (low_part, high_part) for w in (low_whole, high_whole)]
    return min(corners), max(corners)


def fits(printed: Decimal, step: Decimal, bounds: tuple[Decimal, Decimal]) -> bool:
    """Whether a printed percentage can be a rounding of something within the bounds."""
    return bounds[0] - step / 2 <= printed <= bounds[1] + step / 2
