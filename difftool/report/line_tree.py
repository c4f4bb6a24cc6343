"""The lines of a form as a tree: 类, 款, 项 under each other, wholes over parts, else in the order of the print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from difftool.model.comparison import Pair
from difftool.model.disclosure import Disclosure
from difftool.model.item import CLASSIFIED, kind_of, line_above, split_last

_WHOLES = {
    "public:vehicle": "public:total",
    "public:abroad": "public:total",
    "public:reception": "public:total",
    "public:vehicle_purchase": "public:vehicle",
    "public:vehicle_operation": "public:vehicle",
}
_LAST = 10**9


class Line(Struct, frozen=True):
    """An item of a form: `lead` is its amount in the leading column, `others` its amounts in the other columns."""

    item: str
    occurrence: str
    level: int
    parent: str | None
    lead: Pair | None
    others: tuple[Pair, ...]
    leaf: bool


class PrintOrder(Struct, frozen=True):
    """Where each item and column of a form first stands in the documents; the new document leads."""

    positions: Mapping[tuple[str, str, str], int]

    def of(self, statement: str, item: str, measure: str = "") -> int:
        return self.positions.get((statement, item, measure), _LAST)


def print_order(old: Disclosure, new: Disclosure) -> PrintOrder:
    positions: dict[tuple[str, str, str], int] = {}
    for fact in (*new.facts, *old.facts):
        for key in ((fact.statement, fact.item, ""), (fact.statement, "", fact.measure)):
            positions.setdefault(key, len(positions))
    return PrintOrder(positions)


def lines_of(statement: str, pairs: Iterable[Pair], order: PrintOrder) -> tuple[Line, ...]:
    """The pairs of one form and role as lines, wholes before parts."""
    columns: dict[tuple[str, str], dict[str, Pair]] = {}
    for pair in pairs:
        columns.setdefault((pair.item, pair.occurrence), {})[pair.measure] = pair
    leading = _leading_measure(columns.values())
    items = {item for item, _ in columns}
    parents = {item: _parent(item, items) for item in items}
    wholes = set(parents.values())
    sorted_keys = sorted(columns, key=lambda key: (_sort_path(key[0], statement, parents, order), key[1]))
    return tuple(
        Line(
            item,
            occurrence,
            _level(item, parents),
            parents[item],
            columns[item, occurrence].get(leading),
            _others(columns[item, occurrence], leading, statement, order),
            item not in wholes and item != "total",
        )
        for item, occurrence in sorted_keys
    )


def _leading_measure(columns: Iterable[Mapping[str, Pair]]) -> str:
    counted: dict[str, int] = {}
    for measures in columns:
        for measure in measures:
            counted[measure] = counted.get(measure, 0) + 1
    if "total" in counted or not counted:
        return "total"
    return max(sorted(counted), key=lambda measure: counted[measure])


def _others(measures: Mapping[str, Pair], leading: str, statement: str, order: PrintOrder) -> tuple[Pair, ...]:
    rest: Sequence[str] = sorted(
        (measure for measure in measures if measure != leading),
        key=lambda measure: (order.of(statement, "", measure), measure),
    )
    return tuple(measures[measure] for measure in rest)


def _parent(item: str, items: set[str]) -> str | None:
    """The nearest printed whole of an item: 20104 of 2010450, the functional line of a row classified both ways."""
    if item in _WHOLES:
        whole = _WHOLES[item]
        return whole if whole in items else _parent(whole, items)
    shorter = _shorter(item)
    while shorter and shorter not in items:
        shorter = _shorter(shorter)
    return shorter or None


def _shorter(item: str) -> str:
    """The id one level up, "" at the top."""
    above = line_above(item)
    if above is not None:
        return "" if above == "total" else above
    outer, own = split_last(item)
    return item.rpartition(".")[0] if kind_of(own) in ("source", "use") and "." in own else outer


def _level(item: str, parents: Mapping[str, str | None]) -> int:
    level, parent = 0, parents[item]
    while parent is not None:
        level, parent = level + 1, parents[parent]
    return level


def _sort_path(
    item: str, statement: str, parents: Mapping[str, str | None], order: PrintOrder
) -> tuple[tuple[int, str], ...]:
    path = [item]
    while (parent := parents[path[0]]) is not None:
        path.insert(0, parent)
    return tuple(
        (0, step) if kind_of(step) in CLASSIFIED else (-1 if step == "total" else 1 + order.of(statement, step), step)
        for step in path
    )
