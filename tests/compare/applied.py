"""Changes and moves put back on the amounts they came from: the proof that a comparison is complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from difftool.compare.changes import PairKey, pair_key
from difftool.model.comparison import Change, Move, Pair

LineMeasure = tuple[str, str, str]
"""Statement, item, measure."""


def old_amounts(pairs: Iterable[Pair]) -> dict[PairKey, Decimal]:
    """What the old document prints, in yuan, by pair."""
    return {pair_key(pair): pair.old.amount for pair in pairs if pair.old is not None}


def new_amounts(pairs: Iterable[Pair]) -> dict[PairKey, Decimal]:
    """What the new document prints, in yuan, by pair."""
    return {pair_key(pair): pair.new.amount for pair in pairs if pair.new is not None}


def apply_changes(amounts: Mapping[PairKey, Decimal], changes: Iterable[Change]) -> dict[PairKey, Decimal]:
    """The old amounts with the changes made: the new amounts exactly, where both documents print in one unit."""
    made = dict(amounts)
    for change in changes:
        key = pair_key(change)
        if change.new is None:
            del made[key]
        else:
            made[key] = made.get(key, Decimal(0)) + change.delta
    return made


def moved(moves: Iterable[Move]) -> dict[LineMeasure, Decimal]:
    """What moves brought to each line and column that they name: receipts less gifts, in yuan."""
    brought: dict[LineMeasure, Decimal] = {}
    for move in moves:
        for parts, sign in ((move.givers, -1), (move.receivers, 1)):
            for part in parts:
                key = move.statement, part.item, part.measure or move.measure
                brought[key] = brought.get(key, Decimal(0)) + sign * part.amount
    return brought
