"""All moves between two disclosures, the best evidence first, each told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from difftool.codes import crosswalk
from difftool.compare.basis import order_in_time, same_body
from difftool.compare.moves.confidence import CLAIMED
from difftool.compare.moves.exact import exact_moves
from difftool.compare.moves.ledger import Ledger, ledger_of, less
from difftool.compare.moves.renumbered import renumbered_moves
from difftool.compare.moves.stated import stated_moves
from difftool.compare.moves.within_line import moves_within_lines
from difftool.model.comparison import Move, Pair, Part
from difftool.model.disclosure import Disclosure, Reason, StatedMove

_GENERAL_PUBLIC, _EXPENDITURE = "general_public", "expenditure"
_OTHER_FUNDS = ("government_fund", "state_capital")
_ECONOMIC = "general_public_basic"
_NARRATIVE = "narrative"


def find_moves(old: Disclosure, new: Disclosure, pairs: Sequence[Pair]) -> tuple[Move, ...]:
    """The moves from `old` to `new`; none between documents of different bodies.

    Sentences count that stand in the document of the later year or stage, since a document tells of its own time.
    Comparing the later with the earlier document gives the same moves with their sides swapped.
    """
    if not same_body(old, new):
        return ()
    if order_in_time(old) > order_in_time(new):
        swapped = [replace(pair, old=pair.new, new=pair.old) for pair in pairs]
        return tuple(_reversed(move) for move in _moves(new, old, swapped, side="old"))
    return tuple(_moves(old, new, pairs, side="new"))


def _moves(earlier: Disclosure, later: Disclosure, pairs: Sequence[Pair], side: str) -> list[Move]:
    known_order = order_in_time(earlier) < order_in_time(later)
    official = crosswalk(earlier.year, later.year)
    reasons = _by_item(later.reasons)
    half_stated = frozenset(
        item
        for sentence in later.stated_moves
        if not (sentence.givers and sentence.receivers)
        for item in (*sentence.givers, *sentence.receivers)
    )
    sentences = list(later.stated_moves)
    moves: list[Move] = []
    doubtful: list[Move] = []
    for ledger in _ledgers(pairs):
        said = stated_moves(sentences, ledger, side)
        claimed = [move for move in said if move.confidence >= CLAIMED]
        doubtful.extend(move for move in said if move.confidence < CLAIMED)
        sentences = [sentence for sentence in sentences if not any(_tells(sentence, move) for move in claimed)]
        claimed += renumbered_moves(ledger, official, _items(claimed), known_order)
        claimed += moves_within_lines(ledger, _items(claimed))
        claimed += exact_moves(ledger, reasons, _items(claimed), half_stated)
        moves += claimed
    told = {(move.givers, move.receivers) for move in moves}
    for move in doubtful:
        if (move.givers, move.receivers) not in told:
            told.add((move.givers, move.receivers))
            moves.append(move)
    return sorted(
        moves, key=lambda move: (-move.confidence, move.statement, move.givers[0].item, move.receivers[0].item)
    )


def _rank(move: Move) -> tuple[Decimal, str, str, str]:
    return -move.confidence, move.statement, move.givers[0].item, move.receivers[0].item


def _ledgers(pairs: Sequence[Pair]) -> list[Ledger]:
    """The books to search, each line of money in one of them: the general public budget, other funds, the rest.

    Sentences have figures of their own where no form has them on both sides, as when a final account is compared
    with the budget figures that it states.
    """
    public, *others = (ledger_of(statement, pairs) for statement in (_GENERAL_PUBLIC, *_OTHER_FUNDS))
    books = [ledger for ledger in (public, *others) if _on_both_sides(ledger)]
    rest = ledger_of(_EXPENDITURE, pairs)
    if _on_both_sides(rest):
        for ledger in books:
            rest = less(rest, ledger)
        books.append(rest)
    if not books:
        books.append(ledger_of(_NARRATIVE, pairs))
    return [*books, ledger_of(_ECONOMIC, pairs)]


def _on_both_sides(ledger: Ledger) -> bool:
    lines = ledger.lines.values()
    return any(line.old for line in lines) and any(line.new for line in lines)


def _tells(sentence: StatedMove, move: Move) -> bool:
    named = {part.item for part in (*move.givers, *move.receivers)}
    return named.issuperset((*sentence.givers, *sentence.receivers))


def _items(moves: Iterable[Move]) -> frozenset[str]:
    return frozenset(part.item for move in moves for part in (*move.givers, *move.receivers))


def _by_item(reasons: Iterable[Reason]) -> dict[str, list[Reason]]:
    found: dict[str, list[Reason]] = {}
    for reason in reasons:
        found.setdefault(reason.item, []).append(reason)
    return found


def _reversed(move: Move) -> Move:
    giving = move.measure
    receiving = next((part.measure for part in move.receivers if part.measure), giving)
    return replace(
        move,
        measure=receiving,
        givers=tuple(Part(part.item, part.amount) for part in move.receivers),
        receivers=tuple(Part(part.item, part.amount, giving if giving != receiving else None) for part in move.givers),
    )
