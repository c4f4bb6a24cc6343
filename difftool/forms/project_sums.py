"""Lists that print the sum of some projects above them, under the name of one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from difftool.model.fact import Fact
from difftool.model.place import printed_row

LONGEST = 200  # rows below a sum that are tried as its parts


def below_own_names(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of one form in order; a project that bears the name of the sum above it stands under that sum.

    西安 prints 援藏资金 with the sum of the two projects below it, of which the first is 援藏资金 again.
    """
    below = {
        printed_row(part.where)
        for run in project_rows(facts)
        for at, whole in enumerate(run)
        for part in parts_named_alike(whole, run[at + 1 : at + 1 + LONGEST])
    }
    return tuple(
        replace(fact, item=f"{fact.item}/line:{fact.name}") if printed_row(fact.where) in below else fact
        for fact in facts
    )


def project_rows(facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """The projects that are printed row by row without another row between, each by its total, which it begins with."""
    run: list[Fact] = []
    row = None
    for fact in facts:
        if printed_row(fact.where) == row:
            continue
        row = printed_row(fact.where)
        total = "project:" in fact.item and fact.measure == "total"
        if not total or (run and (run[-1].year, run[-1].phase) != (fact.year, fact.phase)):
            yield run
            run = []
        if total:
            run.append(fact)
    yield run


def parts_named_alike(whole: Fact, rows: Sequence[Fact]) -> list[Fact]:
    """The rows of the same name and less money among those that `whole` is the sum of, sums of parts among them too."""
    alike = [row for row in rows if row.item == whole.item and row.amount < whole.amount]
    if not alike:
        return []
    length = most_summed(tuple(row.amount for row in rows), whole.amount)
    return [row for row in alike if row in rows[:length]]


def most_summed(amounts: tuple[Decimal, ...], whole: Decimal) -> int:
    """How many of the first amounts make up `whole`, where each may be the sum of those right behind it; 0 for none."""

    @lru_cache(None)
    def ends(start: int, rest: Decimal) -> frozenset[int]:
        if not rest:
            return frozenset((start,))
        if start == len(amounts) or not 0 < amounts[start] <= rest:
            return frozenset()
        behind = {start + 1, *ends(start + 1, amounts[start])}
        return frozenset(end for next_one in behind for end in ends(next_one, rest - amounts[start]))

    return max(ends(0, whole), default=0)
