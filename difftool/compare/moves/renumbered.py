"""Lines that go on under another code: by the classification's own record, or by the name that changed its code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from difftool.codes import CodeChange, functional_candidates, functional_name
from difftool.compare.moves.confidence import Parts, part, total
from difftool.compare.moves.ledger import TOTAL, Ledger, Line
from difftool.compare.names import same_name
from difftool.model.comparison import CROSSWALK, Move, Part
from difftool.model.disclosure import StatedMove
from difftool.model.item import kind_of

# 行政运行, 机关服务 and their like stand under dozens of 款, a name of one duty under one or, when it was moved, two.
_MOST_PLACES_OF_A_SPECIFIC_NAME = 2


class Renumbering(Struct, frozen=True):
    """Lines that go on under other codes, with the grounds for it."""

    givers: tuple[Line, ...]
    receivers: tuple[Line, ...]
    grounds: Parts

    @property
    def items(self) -> frozenset[str]:
        return frozenset(line.item for line in (*self.givers, *self.receivers))


def renumberings(ledger: Ledger, official: Iterable[CodeChange]) -> list[Renumbering]:
    """The lines that left one code for another between the two documents, each in one renumbering."""
    free = {line.item: line for line in ledger.changed_leaves() if kind_of(line.item) == "func"}
    found: list[Renumbering] = []
    used: set[str] = set()
    for renumbering in (*_official(free, official), *_by_name(free, ledger)):
        if not renumbering.items & used:
            used |= renumbering.items
            found.append(renumbering)
    return found


def under_printed_codes(sentence: StatedMove, found: Iterable[Renumbering]) -> StatedMove:
    """The sentence with its giving lines under the code that the earlier document prints, its receiving ones the later.

    A document names a line by its own classification: "检察监督 gave 469.5" means the line that was 公诉和审判监督
    the year before. A sentence that names both codes speaks of the renumbering itself and stays.
    """
    earlier: dict[str, str] = {}
    for renumbering in found:
        if len(renumbering.givers) == len(renumbering.receivers) == 1:
            earlier[renumbering.receivers[0].item] = renumbering.givers[0].item
    later = {old: new for new, old in earlier.items()}
    named = {*sentence.givers, *sentence.receivers}
    return replace(
        sentence,
        givers=tuple(earlier[item] if earlier.get(item, item) not in named else item for item in sentence.givers),
        receivers=tuple(later[item] if later.get(item, item) not in named else item for item in sentence.receivers),
    )


def renumbered_moves(
    ledger: Ledger, found: Iterable[Renumbering], stated: Sequence[Move], known_order: bool
) -> list[Move]:
    """The renumberings as moves, less what sentences say went elsewhere.

    The whole old line moves, and what the new code has more or less is growth or cut; where the documents have no
    order in time (`known_order`), the smaller of both. What a sentence tells of both ends is told already.
    """
    moves = []
    for renumbering in found:
        givers = {line.item for line in renumbering.givers}
        told = any(givers & _givers(move) and renumbering.items & _receivers(move) for move in stated)
        if told:
            continue
        move = _move(ledger, renumbering, stated, known_order)
        if move is not None:
            moves.append(move)
    return moves


def _givers(move: Move) -> set[str]:
    return {end.item for end in move.givers}


def _receivers(move: Move) -> set[str]:
    return {end.item for end in move.receivers}


def _official(free: Mapping[str, Line], official: Iterable[CodeChange]) -> Iterator[Renumbering]:
    """What the classification itself renumbered, split or merged, as far as the documents have the lines."""
    stars: defaultdict[tuple[int, str, str], list[CodeChange]] = defaultdict(list)
    for change in official:
        if change.kind in ("renumbered", "split"):
            stars[change.year, "split", change.old_code].append(change)
        elif change.kind == "merged":
            stars[change.year, "merged", change.new_code].append(change)
    for changes in stars.values():
        olds = (free.get(f"func:{code}") for code in sorted({change.old_code for change in changes}))
        news = (free.get(f"func:{code}") for code in sorted({change.new_code for change in changes}))
        givers = tuple(line for line in olds if line is not None and line.went)
        receivers = tuple(line for line in news if line is not None and line.delta() > 0)
        if givers and receivers:
            grounds = part(f"{changes[0].kind} in the classification", "0.95")
            yield Renumbering(givers, receivers, (grounds,))


def _by_name(free: Mapping[str, Line], ledger: Ledger) -> Iterator[Renumbering]:
    """One name that left one code and came under another."""
    went: defaultdict[str, list[Line]] = defaultdict(list)
    came: defaultdict[str, list[Line]] = defaultdict(list)
    for line in free.values():
        if line.went:
            went[same_name(line.old_name)].append(line)
        elif line.came:
            came[same_name(line.new_name)].append(line)
    for name in sorted(went.keys() & came.keys()):
        alone = len(went[name]) == len(came[name]) == 1
        for old in went[name]:
            for new in came[name]:
                grounds = _grounds(old, new, ledger, alone and not _is_common(name))
                if grounds is not None:
                    yield Renumbering((old,), (new,), grounds)


def _grounds(old: Line, new: Line, ledger: Ledger, specific: bool) -> Parts | None:
    """Why one name under two codes is one line; None where it may as well be two lines of a common name."""
    shared = part("the name left one code and came under another", "0.55")
    if old.section == new.section:
        return shared, part("within one 款", "0.35")
    if _section_moved(old.section, new.section, ledger):
        return shared, part("its 款 did the same", "0.35")
    if not specific:
        return None
    if old.code[:3] == new.code[:3]:
        return shared, part("a name of one duty", "0.2"), part("within one 类", "0.1")
    return shared, part("a name of one duty", "0.2")


def _section_moved(old_section: str, new_section: str, ledger: Ledger) -> bool:
    """Whether a 款 left its code, or came under another, with one name on both sides.

    Forms that print no line for the 款 have its official name.
    """
    old, new = ledger.lines.get(old_section), ledger.lines.get(new_section)
    if not ((old is None or not old.after()) or (new is None or not new.before())):
        return False
    old_name = old.old_name if old is not None and old.old_name else functional_name(old_section[5:])
    new_name = new.new_name if new is not None and new.new_name else functional_name(new_section[5:])
    return bool(old_name and new_name) and same_name(old_name or "") == same_name(new_name or "")


def _is_common(name: str) -> bool:
    return len({code[:5] for code in functional_candidates(name)}) > _MOST_PLACES_OF_A_SPECIFIC_NAME


def _move(ledger: Ledger, renumbering: Renumbering, stated: Sequence[Move], known_order: bool) -> Move | None:
    givers, receivers = renumbering.givers, renumbering.receivers
    gave = [line.before() - _gave_elsewhere(line, stated) for line in givers]
    got = [line.delta() for line in receivers]
    amount = sum(gave, Decimal(0))
    if not known_order:
        amount = min(amount, sum(got, Decimal(0)))
    shares = _shared(gave, amount), _shared(got, amount)
    if min(*shares[0], *shares[1]) <= 0:
        return None
    return Move(
        statement=ledger.statement,
        measure=TOTAL,
        givers=tuple(Part(line.item, share) for line, share in zip(givers, shares[0], strict=True)),
        receivers=tuple(Part(line.item, share) for line, share in zip(receivers, shares[1], strict=True)),
        amount=amount,
        evidence=CROSSWALK,
        confidence=total(renumbering.grounds),
        confidence_parts=renumbering.grounds,
    )


def _gave_elsewhere(line: Line, stated: Iterable[Move]) -> Decimal:
    return sum((end.amount for move in stated for end in move.givers if end.item == line.item), Decimal(0))


def _shared(amounts: Sequence[Decimal], whole: Decimal) -> list[Decimal]:
    """The amounts made to add up to the whole: what is over or short falls to the largest."""
    shares = list(amounts)
    largest = max(range(len(shares)), key=lambda place: (shares[place], -place))
    shares[largest] += whole - sum(shares, Decimal(0))
    return shares
