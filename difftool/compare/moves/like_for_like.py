"""Changes with moves undone: what really grew or was cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from difftool.compare.moves.confidence import CLAIMED
from difftool.compare.moves.ledger import BASIC, PROJECT, TOTAL
from difftool.compare.roles import OWN
from difftool.model.comparison import Change, Move, Part
from difftool.model.item import CLASSIFIED, kind_of, name_in

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

# Forms that print 基本支出 and 项目支出 of a line.
_WITH_COLUMNS = ("general_public", "expenditure")

Brought = dict[tuple[str, str, str], Decimal]
Deltas = dict[tuple[str, str, str], Decimal]


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
        for key, amount in _brought_by(move, deltas):
            brought[key] += amount
    return dict(brought)


def _brought_by(move: Move, deltas: Deltas) -> Iterator[tuple[tuple[str, str, str], Decimal]]:
    """What one move brought to each line, column by column, in all the forms that print its money."""
    ends = [(part, sign) for parts, sign in ((move.givers, -1), (move.receivers, 1)) for part in parts]
    for statement, columns in _printed_in(move).items():
        carried = {id(part): _carrier(statement, part, sign, move, deltas) for part, sign in ends}
        for part, sign in ends:
            for item in _with_parents(part.item):
                for column in columns if (part.measure or move.measure) == TOTAL else ():
                    yield (statement, item, column), sign * part.amount
                # Above an end whose column is not known, what its column gave or got is not known either.
                known = all(carried[id(other)] for other, _ in ends if _is_below(other.item, item))
                if carried[id(part)] and (known or item == part.item):
                    yield (statement, item, carried[id(part)]), sign * part.amount


def _printed_in(move: Move) -> dict[str, tuple[str, ...]]:
    again = _PRINTED_AGAIN.get(move.statement, {}) if kind_of(move.givers[0].item) == "func" else {}
    return {move.statement: (TOTAL,), **again}


def _carrier(statement: str, part: Part, sign: int, move: Move, deltas: Deltas) -> str:
    """The one of 基本支出 and 项目支出 that the money left or came into, "" where it may be either or both.

    It is the column that the move names, the only one that changed, or the only one that changed by as much.
    """
    measure = part.measure or move.measure
    if measure != TOTAL:
        return measure if statement == move.statement or statement in _WITH_COLUMNS else ""
    changes = {column: deltas.get((statement, part.item, column)) or Decimal(0) for column in (BASIC, PROJECT)}
    changed = [column for column, delta in changes.items() if delta]
    if len(changed) == 1 and changes[changed[0]] == deltas.get((statement, part.item, TOTAL)):
        return changed[0]
    able = [column for column, delta in changes.items() if sign * delta >= part.amount]
    return able[0] if len(able) == 1 else ""


def _is_below(item: str, above: str) -> bool:
    return item.startswith(above)


def _with_parents(item: str) -> Iterator[str]:
    yield item
    kind, code = kind_of(item), name_in(item)
    if kind in CLASSIFIED:
        for length in (5, 3):
            if len(code) > length:
                yield f"{kind}:{code[:length]}"


def _key(change: Change) -> tuple[str, str, str]:
    return change.statement, change.item, change.measure
