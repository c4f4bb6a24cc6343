"""The step that a form prints in, and when two prints can be the same amount."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from difftool.model.fact import Fact
from difftool.pattern import lazy_pattern

_DECIMALS = lazy_pattern(r"\.([\d\s]*)")

StepKey = tuple[str, Decimal]


def printed_steps(facts: Iterable[Fact]) -> dict[StepKey, Decimal]:
    """The finest step of each statement and unit of a document, in yuan.

    One amount shows its own decimals only, and sentences drop trailing zeros: the "5万元" of a document that
    elsewhere prints "4.73万元" is 5.00. So the step is the finest that the statement shows in that unit.
    """
    steps: dict[StepKey, Decimal] = {}
    for fact in facts:
        key = _step_key(fact)
        steps[key] = min(fact.quantum, steps.get(key, fact.quantum))
    return steps


def step_of(fact: Fact, steps: Mapping[StepKey, Decimal]) -> Decimal:
    return steps.get(_step_key(fact), fact.quantum)


def same_amount(first: Decimal, first_step: Decimal, second: Decimal, second_step: Decimal) -> bool:
    """Whether two prints can be one amount: they differ by no more than half of the coarser step.

    Two prints in one step are the same only if they are equal.
    """
    if first_step == second_step:
        return first == second
    return abs(first - second) <= max(first_step, second_step) / 2


def same_mention(first: Fact, second: Fact) -> bool:
    """Whether two amounts under one key of one document are one amount told twice, perhaps rounded once."""
    if first.amount == second.amount:
        return True
    if not first.amount or not second.amount:
        return False
    return same_amount(first.amount, first.quantum, second.amount, second.quantum)


def _step_key(fact: Fact) -> StepKey:
    match = _DECIMALS.search(fact.raw)
    decimals = len("".join(match.group(1).split())) if match else 0
    return fact.statement, fact.quantum.scaleb(decimals).normalize()
