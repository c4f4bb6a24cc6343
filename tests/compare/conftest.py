"""Disclosures built from a few figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest

from difftool.model.disclosure import Disclosure, Reason, StatedMove, Table
from difftool.model.document import Source
from difftool.model.fact import Fact
from difftool.model.place import LinePlace

Row = tuple[str, str, str, str]


def make_fact(row: Sequence[str], line: int, year: int, phase: str, quantum: str = "100") -> Fact:
    """A fact from (statement, item, measure, amount in yuan), or with the name as a fifth value.

    A quantum below one yuan is a print in 元, any other a print in 万元.
    """
    statement, item, measure, amount, *rest = row
    name = rest[0] if rest else item.partition(":")[2] or item
    step = Decimal(quantum)
    unit = Decimal(1) if step < 1 else Decimal(10_000)
    raw = str((Decimal(amount) / unit).quantize(step / unit))
    return Fact(statement, item, name, measure, year, phase, Decimal(amount), step, raw, LinePlace(line))


def make_disclosure(
    rows: Sequence[Sequence[str]],
    *,
    year: int = 2024,
    stage: str = "budget",
    entity: str = "临江县档案馆",
    quantum: str = "100",
    other: Sequence[Fact] = (),
    reasons: Sequence[Reason] = (),
    stated: Sequence[StatedMove] = (),
    tables: Sequence[Table] = (),
) -> Disclosure:
    """A disclosure whose own amounts are `rows`; `other` are facts of other years and phases."""
    phase = "approved" if stage == "budget" else "executed"
    facts = tuple(make_fact(row, line, year, phase, quantum) for line, row in enumerate(rows, start=1))
    return Disclosure(
        entity,
        year,
        stage,
        "万元",
        Source(f"{year}-{stage}.txt", "0" * 64, "text"),
        facts=(*facts, *other),
        reasons=tuple(reasons),
        stated_moves=tuple(stated),
        tables=tuple(tables),
    )


@pytest.fixture(scope="session")
def disclosure() -> Callable[..., Disclosure]:
    return make_disclosure


@pytest.fixture(scope="session")
def fact() -> Callable[..., Fact]:
    return make_fact


@pytest.fixture(scope="session")
def changes_by_key() -> Callable[[Any], dict[tuple[str, str, str], Any]]:
    """The changes of a comparison by statement, item and measure; for cases without repeated keys."""
    return lambda comparison: {(c.statement, c.item, c.measure): c for c in comparison.changes}
