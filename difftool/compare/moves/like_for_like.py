"""Changes with moves undone: what really grew or was cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from difftool.compare.moves.confidence import CLAIMED
from difftool.compare.moves.ledger import BASIC, PROJECT, TOTAL
from difftool.compare.roles import OWN
from difftool.model.comparison import Change, Move

# Where the money of a move is printed again, and in which columns: general public money in all the forms of totals,
# money of other funds only where all funds are together.
_ALL_FUNDS: dict[str, tuple[str, ...]] = {"expenditure": (TOTAL,), "income": (TOTAL,), "summary": (TOTAL,)}
_PRINTED_AGAIN: dict[str, dict[str, tuple[str, ...]]] = {
    "general_public": {
        "general_public": (TOTAL,),
        "expenditure": (TOTAL,),
        "income": (TOTAL, "fiscal", "general_public"),
        "summary": (TOTAL,),
        "appropriation": (TOTAL, "general_public"),
        "narrative": (TOTAL,),
    },
    "expenditure": _ALL_FUNDS,
    "government_fund": {"government_fund": (TOTAL,), **_ALL_FUNDS},
    "state_capital": {"state_capital": (TOTAL,), **_ALL_FUNDS},
}

Brought = dict[tuple[str, str, str], Decimal]


def like_for_like(changes: Sequence[Change], moves: Iterable[Move]) -> tuple[Change, ...]:
    """The changes with `like_for_like` less what claimed moves brought to the line or took from it.

    A move counts for the lines it names, for the 款 and 类 above them (a move inside a 款 nets out there) and in the
    other forms that print the same money. Moves below the confidence of a claim are not undone.
    """
    brought = _brought(changes, [move for move in moves if move.confidence >= CLAIMED])
    return tuple(
        replace(change, like_for_like=change.delta - brought.get(_key(change), Decimal(0)))
        if change.role == OWN and not change.occurrence
        else change
        for change in changes
    )


def _brought(changes: Sequence[Change], moves: Iterable[Move]) -> Brought:
    deltas = {_key(change): change.delta for change in changes if change.role == OWN and not change.occurrence}
    brought: defaultdict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for move in moves:
        for parts, sign in ((move.givers, -1), (move.receivers, 1)):
            for part in parts:
                measure = part.measure or move.measure
                for item in _with_parents(part.item):
                    for statement, column in _columns(move, measure, part.item, deltas):
                        brought[statement, item, column] += sign * part.amount
    return dict(brought)


def _columns(
    move: Move, measure: str, item: str, deltas: dict[tuple[str, str, str], Decimal]
) -> Iterator[tuple[str, str]]:
    """The columns of the forms that this end of a move changed."""
    yield move.statement, measure
    again = _PRINTED_AGAIN.get(move.statement) if item.startswith("func:") else None
    for statement, columns in (again or {move.statement: (TOTAL,)}).items():
        if measure == TOTAL:
            carrier = _carrier(statement, item, deltas)
            for column in (*columns, *([carrier] if carrier else [])):
                if (statement, column) != (move.statement, measure):
                    yield statement, column
        elif statement in ("general_public", "expenditure") and statement != move.statement:
            yield statement, measure


def _carrier(statement: str, item: str, deltas: dict[tuple[str, str, str], Decimal]) -> str | None:
    """The one of 基本支出 and 项目支出 that changed by the whole change of the line, None where both or neither did."""
    whole = deltas.get((statement, item, TOTAL))
    changed = [column for column in (BASIC, PROJECT) if deltas.get((statement, item, column))]
    if whole is not None and len(changed) == 1 and deltas[statement, item, changed[0]] == whole:
        return changed[0]
    return None


def _with_parents(item: str) -> Iterator[str]:
    yield item
    kind, _, code = item.partition(":")
    if kind in ("func", "econ"):
        for length in (5, 3):
            if len(code) > length:
                yield f"{kind}:{code[:length]}"


def _key(change: Change) -> tuple[str, str, str]:
    return change.statement, change.item, change.measure
