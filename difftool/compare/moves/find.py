"""All moves between two disclosures, the best evidence first, each told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec.structs import replace

from difftool.codes import crosswalk
from difftool.compare.basis import order_in_time, same_body
from difftool.compare.moves.confidence import CLAIMED
from difftool.compare.moves.exact import exact_moves
from difftool.compare.moves.inferred import inferred_moves
from difftool.compare.moves.ledger import Ledger, ledger_of, less, units_of
from difftool.compare.moves.reasons import has_own_cause
from difftool.compare.moves.renumbered import renumbered_moves, renumberings, under_printed_codes
from difftool.compare.moves.restated import restated_bases, restated_moves
from difftool.compare.moves.stated import stated_moves
from difftool.compare.moves.within_line import moves_within_lines
from difftool.compare.names import same_print
from difftool.model.comparison import Move, Pair, Part
from difftool.model.disclosure import Disclosure, Reason, StatedMove

_GENERAL_PUBLIC, _EXPENDITURE = "general_public", "expenditure"
_OTHER_FUNDS = ("government_fund", "state_capital")
_ECONOMIC = "general_public_basic"
_NARRATIVE = "narrative"

# A move that only the earlier version of a document tells is taken back by the later one if the figures agree fully.
_SURE = Decimal("0.9")


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
    reasons = _by_item(later.reasons) if known_order else _in_both_versions(earlier, later)
    bases = restated_bases(earlier, later)
    half_stated = _half_stated(later.stated_moves)
    sentences = list(later.stated_moves)
    withdrawn: list[StatedMove] = []
    if not known_order:
        sentences, withdrawn = _only_in_one(later, earlier), _turned(_only_in_one(earlier, later))
    moves: list[Move] = []
    doubtful: list[Move] = []
    for ledger in _ledgers(pairs):
        claimed: list[Move] = []
        renumbered = renumberings(ledger, official)
        meant = [under_printed_codes(sentence, renumbered) for sentence in sentences]
        for move in stated_moves(meant, ledger, side):
            (claimed if move.confidence >= CLAIMED else doubtful).append(move)
        told = [any(_tells(sentence, move) for move in claimed) for sentence in meant]
        sentences = [sentence for sentence, done in zip(sentences, told, strict=True) if not done]
        claimed += [
            move
            for move in stated_moves(withdrawn, ledger, "old")
            if move.confidence >= _SURE and not _items([move]) & _items(claimed)
        ]
        claimed += renumbered_moves(ledger, renumbered, claimed, known_order)
        claimed += restated_moves(ledger, bases, _items(claimed))
        claimed += moves_within_lines(ledger, _items(claimed))
        claimed += exact_moves(ledger, reasons, _items(claimed), half_stated)
        moves += claimed
        doubtful += inferred_moves(ledger, reasons, _items(claimed))
    units = units_of(pairs)
    if units is not None:
        told_of_units = [move for move in stated_moves(sentences, units, side) if move.confidence >= CLAIMED]
        moves += told_of_units + exact_moves(units, reasons, _items(told_of_units), half_stated)
    known = {(move.givers, move.receivers) for move in moves}
    for move in doubtful:
        if (move.givers, move.receivers) not in known:
            known.add((move.givers, move.receivers))
            moves.append(move)
    return sorted(moves, key=_rank)


def _half_stated(sentences: Iterable[StatedMove]) -> frozenset[str]:
    """Lines of which a sentence says that money went or came, but not where to or from."""
    return frozenset(
        item
        for sentence in sentences
        if not (sentence.givers and sentence.receivers)
        for item in (*sentence.givers, *sentence.receivers)
    )


def _only_in_one(document: Disclosure, other: Disclosure) -> list[StatedMove]:
    """What one version of a document says and the other does not: what both say is no difference between them."""
    also = {same_print(sentence.quote) for sentence in other.stated_moves}
    return [sentence for sentence in document.stated_moves if same_print(sentence.quote) not in also]


def _turned(sentences: Iterable[StatedMove]) -> list[StatedMove]:
    return [
        replace(
            sentence,
            givers=sentence.receivers,
            receivers=sentence.givers,
            giver_measure=sentence.receiver_measure,
            receiver_measure=sentence.giver_measure,
        )
        for sentence in sentences
    ]


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


def _in_both_versions(first: Disclosure, second: Disclosure) -> dict[str, list[Reason]]:
    """The reasons of two versions of one document, a cause only where both name one for the line.

    Which version is the later is not known for sure, and a cause that one of them names may explain the year before.
    """
    told = _by_item(first.reasons), _by_item(second.reasons)
    found: dict[str, list[Reason]] = {}
    for item in told[0].keys() | told[1].keys():
        caused = all(has_own_cause(reasons.get(item, ())) for reasons in told)
        found[item] = [
            reason for reasons in told for reason in reasons.get(item, ()) if caused or not has_own_cause([reason])
        ]
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
