"""Sums in forms that are none of the standard ones, where they hold: what their rows are parts of, nothing says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from difftool.model.fact import Fact
from difftool.model.funds import FUNDS
from difftool.model.item import line_above, split_last, stands_within
from difftool.model.place import PrintedRow, printed_row
from difftool.proof.identity import COLUMNS, TREE, Identity
from difftool.proof.sources import BEYOND_FUNDS, CARRIED

_CARRIED = ((), CARRIED["source"])


def other_trees(facts: Iterable[Fact]) -> list[Identity]:
    """Totals over lines, and units over their lines, in all such forms, where they hold."""
    return [identity for form in forms_apart(facts) for identity in trees(form) if identity.holds]


def other_columns(facts: Iterable[Fact]) -> list[Identity]:
    """Totals along each row of all such forms, where they hold."""
    return [identity for form in forms_apart(facts) for identity in columns(form)]


def forms_apart(facts: Iterable[Fact]) -> list[list[Fact]]:
    """The facts of each form. A form begins with its total."""
    forms: list[list[Fact]] = []
    for fact in facts:
        if fact.statement != "other" or fact.is_change:
            continue
        if not forms or (fact.item, fact.measure) == ("total", "total"):
            forms.append([])
        forms[-1].append(fact)
    return forms


def trees(form: Sequence[Fact]) -> Iterator[Identity]:
    """A total over units, over top codes, or over all lines; a unit over the lines below it.

    广州 has a form of basic expenditure by unit, 烟台 one by economic line for each kind of unit, and of projects.
    """
    by_measure: dict[str, list[Fact]] = defaultdict(list)
    for fact in form:
        by_measure[fact.measure].append(fact)
    for column in by_measure.values():
        units = tuple(fact for fact in column if fact.is_unit)
        if column[0].item == "total":
            tops = tuple(fact for fact in column if line_above(fact.item) == "total")
            lines = tuple(fact for fact in column if fact.item != "total" and not fact.is_unit)
            yield from (Identity(TREE, column[0], parts) for parts in (units, tops, lines) if len(parts) > 1)
        below: dict[str, list[Fact]] = defaultdict(list)
        for fact in column:
            if stands_within(fact.item):
                below[split_last(fact.item)[0]].append(fact)
        yield from (Identity(TREE, unit, tuple(below[unit.item])) for unit in units if len(below[unit.item]) > 1)


def columns(form: Iterable[Fact]) -> Iterator[Identity]:
    """Along each printed row: the total as the sum of its sources, 财政拨款 as that of its funds."""
    rows: dict[tuple[PrintedRow, int, str], dict[str, Fact]] = defaultdict(dict)
    for fact in form:
        rows[printed_row(fact.where), fact.year, fact.phase].setdefault(fact.measure, fact)
    for row in rows.values():
        for whole, ways in (
            ("total", [(*first, *BEYOND_FUNDS, *carried) for first in (("fiscal",), FUNDS) for carried in _CARRIED]),
            ("fiscal", [FUNDS]),
        ):
            sums = (Identity(COLUMNS, row[whole], parts_of(row, way)) for way in ways if whole in row)
            yield from [each for each in sums if each.parts and each.holds][:1]


def parts_of(row: dict[str, Fact], measures: Iterable[str]) -> tuple[Fact, ...]:
    return tuple(row[measure] for measure in measures if measure in row)
