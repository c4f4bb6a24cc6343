"""Moves that a sentence states, checked against the figures of the lines it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from difftool.compare.moves.confidence import Parts, part, total
from difftool.compare.moves.ledger import Ledger
from difftool.compare.moves.sentences import End, Telling, rounding, tellings
from difftool.compare.names import same_name
from difftool.model.comparison import STATED, Move, Part
from difftool.model.disclosure import StatedMove

_ZERO = Decimal(0)


def stated_moves(sentences: Sequence[StatedMove], ledger: Ledger, side: str) -> list[Move]:
    """The moves of the sentences whose lines the ledger has, each told once however often it is said.

    An amount that a sentence gives is taken as it stands. Without one, the smaller of fall and rise moved; of a split
    or merger, each line on the side of the several moved by its own change. What the figures contradict (nothing
    fell, nothing rose, the money was never there) stays below the confidence of a claim.
    """
    moves = []
    for telling in tellings(sentences, ledger):
        move = _move(telling, ledger, side)
        if move is not None:
            moves.append(move)
    return moves


def _move(telling: Telling, ledger: Ledger, side: str) -> Move | None:
    ends = _both_ends(telling, ledger)
    if min(*ends[0].values(), *ends[1].values()) <= 0 and telling.whole is not None:
        # The amount may belong to one of several ends only: "3万元调整至甲，其余调整至乙".
        telling = replace(telling, whole=None)
        ends = _both_ends(telling, ledger)
    gave, got = ends
    if min(*gave.values(), *got.values()) <= 0:
        return None
    giving, receiving = next(iter(gave))[1], next(iter(got))[1]
    parts = _confidence(telling, gave, got, ledger)
    return Move(
        statement=ledger.statement,
        measure=giving,
        givers=tuple(Part(item, amount) for (item, _), amount in gave.items()),
        receivers=tuple(
            Part(item, amount, receiving if receiving != giving else None) for (item, _), amount in got.items()
        ),
        amount=sum(gave.values(), _ZERO),
        evidence=STATED,
        confidence=total(parts),
        quote=telling.sentence.quote,
        where=telling.sentence.where,
        side=side,
        confidence_parts=parts,
    )


def _both_ends(telling: Telling, ledger: Ledger) -> tuple[dict[End, Decimal], dict[End, Decimal]]:
    """What each giver gave and each receiver got; both add up to the same."""
    falls = {end: -ledger.lines[end[0]].delta(end[1]) for end in telling.givers}
    rises = {end: ledger.lines[end[0]].delta(end[1]) for end in telling.receivers}
    whole = _whole(telling, falls, rises, ledger)
    telling = replace(telling, givers=_adding_up(telling.givers, whole), receivers=_adding_up(telling.receivers, whole))
    went_on = frozenset(line.item for line in ledger.lines.values() if not line.came and not line.went)
    return _shares(telling.givers, falls, whole, went_on), _shares(telling.receivers, rises, whole, went_on)


def _whole(telling: Telling, falls: Mapping[End, Decimal], rises: Mapping[End, Decimal], ledger: Ledger) -> Decimal:
    """What moved in all, as told, else by the figures; 0 or less where neither tells."""
    for ends, shown in ((telling.givers, rises), (telling.receivers, falls)):
        if None not in ends.values():
            told = _own_amounts(ends, {})
            # "2.36万元…284.54万元" of a line that had 286.90: the parts are rounded, their sum need not be the whole.
            near = abs(sum(shown.values(), _ZERO) - told) <= _rounding_of(ends)
            return sum(shown.values(), _ZERO) if near else told
    if telling.whole is not None:
        return telling.whole
    fall, rise = sum(falls.values(), _ZERO), sum(rises.values(), _ZERO)
    if falls.keys() != rises.keys() and {item for item, _ in falls} == {item for item, _ in rises}:
        # Between the columns of one line the receiving one tells: the giving one may have been cut as well.
        return rise
    if len(falls) == 1 and len(rises) > 1:
        several = _own_amounts(telling.receivers, rises)
        had = sum((ledger.lines[item].before(measure) for item, measure in falls), _ZERO)
        return several if several <= had else fall
    if len(rises) == 1 and len(falls) > 1:
        several = _own_amounts(telling.givers, falls)
        has = sum((ledger.lines[item].after(measure) for item, measure in rises), _ZERO)
        return several if several <= has else rise
    if _same_line(falls, rises, ledger):
        # The line itself went to another code: all of it moved, whatever the new code has.
        return fall
    return min(fall, rise)


def _adding_up(told: dict[End, Decimal | None], whole: Decimal) -> dict[End, Decimal | None]:
    """The told amounts made to add up to the whole, where they differ by their rounding only."""
    amounts = {end: amount for end, amount in told.items() if amount is not None}
    rest = whole - sum(amounts.values(), _ZERO)
    if not rest or len(amounts) < len(told) or abs(rest) > _rounding_of(told):
        return told
    largest = max(sorted(amounts), key=lambda end: amounts[end])
    return {**told, largest: amounts[largest] + rest}


def _rounding_of(told: Mapping[End, Decimal | None]) -> Decimal:
    return sum((rounding(amount) for amount in told.values() if amount is not None), _ZERO)


def _same_line(givers: Mapping[End, Decimal], receivers: Mapping[End, Decimal], ledger: Ledger) -> bool:
    """Whether one line only changed its code, name and all."""
    if len(givers) != 1 or len(receivers) != 1:
        return False
    old, new = (ledger.lines[item] for item, _ in (*givers, *receivers))
    return old.went and new.came and same_name(old.old_name) == same_name(new.new_name)


def _own_amounts(told: Mapping[End, Decimal | None], changes: Mapping[End, Decimal]) -> Decimal:
    return sum((amount if amount is not None else changes[end] for end, amount in told.items()), _ZERO)


def _shares(
    told: Mapping[End, Decimal | None], changes: Mapping[End, Decimal], whole: Decimal, went_on: frozenset[str]
) -> dict[End, Decimal]:
    """What each end gave or got, adding up to the whole: as told, else by its own change.

    What is over or short is taken by a line that was and is there, of several by the one that changed most: it is the
    likeliest to have grown or shrunk for other reasons as well.
    """
    shares = {end: changes[end] if amount is None else amount for end, amount in told.items()}
    open_ends = [end for end, amount in told.items() if amount is None]
    if open_ends:
        likeliest = max(sorted(open_ends), key=lambda end: (end[0] in went_on, changes[end]))
        shares[likeliest] += whole - sum(shares.values(), _ZERO)
    return dict(sorted(shares.items()))


def _confidence(telling: Telling, gave: Mapping[End, Decimal], got: Mapping[End, Decimal], ledger: Ledger) -> Parts:
    lines = ledger.lines
    falls = {end: -lines[end[0]].delta(end[1]) for end in gave}
    rises = {end: lines[end[0]].delta(end[1]) for end in got}
    parts = [part("a sentence names the lines", "0.6")]
    if telling.whole is not None or None not in {*telling.givers.values()} or None not in {*telling.receivers.values()}:
        parts.append(part("it gives the amount", "0.05"))
    parts.append(part("the giving line fell", "0.15" if min(falls.values()) > 0 else "-0.1"))
    parts.append(part("the receiving line rose", "0.15" if min(rises.values()) > 0 else "-0.1"))
    if all(falls[end] >= gave[end] for end in gave) and all(rises[end] >= got[end] for end in got):
        parts.append(part("both changed by as much or more", "0.04"))
    had = all(lines[item].before(measure) >= amount for (item, measure), amount in gave.items())
    has = all(lines[item].after(measure) >= amount for (item, measure), amount in got.items())
    if not had or not (has or _same_line(gave, got, ledger)):
        parts.append(part("the money was not in these lines", "-0.5"))
    return tuple(parts)
