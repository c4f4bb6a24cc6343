"""The amounts that one document prints under each key, told apart where they differ."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from difftool.compare.names import same_print
from difftool.compare.steps import same_mention
from difftool.model.disclosure import Disclosure
from difftool.model.fact import Fact
from difftool.model.item import NAMED, kind_of, name_in
from difftool.model.place import PlaceOrder, place_order

LineKey = tuple[str, str, str, str]
"""Statement, canonical item, measure, role."""

Mentions = dict[str, list[Fact]]
"""Unit that the form names ("" for the disclosure's own) → its different amounts, in the order of the print."""


def item_key(item: str) -> str:
    """The item id with what type-setting did to a name taken out of it; codes stay as they are."""
    kind, name = kind_of(item), name_in(item)
    return f"{kind}:{same_print(name) or name}" if kind in NAMED else item


def mentions_by_key(disclosure: Disclosure, facts: Iterable[tuple[str, Fact]]) -> dict[LineKey, Mentions]:
    """Facts, each with its role, gathered by key and unit; an amount told twice is kept once, in its finest print."""
    gathered: defaultdict[LineKey, defaultdict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    units = FormUnits(disclosure)
    for role, fact in facts:
        key = (fact.statement, item_key(fact.item), fact.measure, role)
        gathered[key][units.unit_of(fact)].append(fact)
    return {key: {unit: _distinct(told) for unit, told in by_unit.items()} for key, by_unit in gathered.items()}


class FormUnits:
    """Finds the unit of the form that a fact stands in.

    A department's document may bind in the forms of its units, which print the same keys with other amounts.
    """

    def __init__(self, disclosure: Disclosure) -> None:
        self._own = same_print(disclosure.entity)
        self._starts: defaultdict[str, list[tuple[PlaceOrder, str]]] = defaultdict(list)
        for table in disclosure.tables:
            self._starts[table.statement].append((place_order(table.where), same_print(table.entity)))
        for starts in self._starts.values():
            starts.sort()

    def unit_of(self, fact: Fact) -> str:
        starts = self._starts.get(fact.statement)
        if not starts:
            return ""
        at = bisect_right(starts, place_order(fact.where), key=lambda start: start[0]) - 1
        unit = starts[max(at, 0)][1]
        return "" if unit == self._own else unit


def _distinct(told: list[Fact]) -> list[Fact]:
    """One fact for each different amount, in reading order; the finest print of an amount stands for it."""
    kept: list[Fact] = []
    for fact in sorted(told, key=lambda fact: (fact.quantum, place_order(fact.where), fact.amount, fact.raw)):
        if not any(same_mention(fact, other) for other in kept):
            kept.append(fact)
    return sorted(kept, key=lambda fact: (place_order(fact.where), fact.amount, fact.raw))
