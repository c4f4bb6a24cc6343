"""Figures for messages, as a reader of the document would write them, and percentages with what rounding can do."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from difftool.model.fact import Fact

_TEN_THOUSAND = Decimal(10_000)


def say(amount: Decimal, quantum: Decimal) -> str:
    """An amount in 万元, or in 元 where it was printed to the yuan and finer: "938.91万元", "258,596,001.79元"."""
    if quantum >= 10:
        step = quantum / _TEN_THOUSAND
        return f"{(amount / _TEN_THOUSAND).quantize(step if step < 1 else Decimal(1)):,}万元"
    return f"{amount.quantize(max(quantum, Decimal('0.01'))):,}元"


def say_fact(fact: Fact) -> str:
    return say(fact.amount, fact.quantum)


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
