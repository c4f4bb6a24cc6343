"""Whole columns under the wrong heading, where only alignment tells columns: other forms say which source it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from difftool.model.fact import Column, Fact
from difftool.model.form_problems import ColumnWithoutHeading
from difftool.model.funds import FUNDS
from difftool.model.item import kind_of, name_in
from difftool.model.place import Place
from difftool.model.problem import Problem
from difftool.proof.ledger import TWO_SIDED
from difftool.proof.sources import BEYOND_FUNDS

# The line of a form that holds what all of one source is, and the forms that print the sources line by line.
_TOTALS = {"income": ("total",), "appropriation": ("use:total", "use:year_total")}
# Sources of which none is a part of another, as 财政拨款 has the funds for parts.
_SOURCES = frozenset((*FUNDS, *BEYOND_FUNDS))


def settle_shifted_columns(
    facts: Sequence[Fact], doubtful: frozenset[Place]
) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts with each column of `doubtful` cells under the source that its total is, each move told in a problem.

    A column moves where no form prints its source as a line, and exactly one source of the same amount, or the total,
    has no column: a heading that stands half over its neighbour's amounts took them.
    """
    sources = sources_by_line(facts)
    totals: dict[Column, Fact] = {}
    printed: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    for fact in facts:
        if kind_of(fact.item) != "source":
            printed[fact.statement, fact.year, fact.phase].add(fact.measure)
        if fact.item in _TOTALS.get(fact.statement, ()) and fact.where in doubtful:
            totals.setdefault(fact.column, fact)
    moves: dict[Column, str] = {}
    problems: list[Problem] = []
    for column, total in totals.items():
        statement, measure, year, phase = column
        known = sources.get((year, phase), {})
        beside = printed[statement, year, phase]
        if measure not in _SOURCES or not total.amount or known.get(measure):
            continue
        # That the form's 合计 is the column without a heading is only sure where its other columns bear the names out.
        meant = _SOURCES | {"total"} if _SOURCES & beside & known.keys() else _SOURCES
        fitting = [
            source
            for source, amount in known.items()
            if amount == total.amount and source in meant and source not in beside
        ]
        if len(fitting) == 1:
            moves[column] = fitting[0]
            told = {"line": total.name or total.item, "raw": total.raw, "under": measure, "meant": fitting[0]}
            problems.append(ColumnWithoutHeading.at(total.where, **told))
    settled = tuple(
        replace(fact, measure=moves[column]) if (column := fact.column) in moves and fact.where in doubtful else fact
        for fact in facts
    )
    return settled, tuple(problems)


def sources_by_line(facts: Sequence[Fact]) -> dict[tuple[int, str], dict[str, Decimal]]:
    """What the two-sided forms print of each source, and of all as "total", by year and phase."""
    found: dict[tuple[int, str], dict[str, Decimal]] = defaultdict(dict)
    for fact in facts:
        if fact.statement in TWO_SIDED and kind_of(fact.item) == "source" and fact.measure == "total":
            source = name_in(fact.item)
            found[fact.year, fact.phase].setdefault("total" if source == "year_total" else source, fact.amount)
    return found
