"""Lines that go on under another code: by the classification's own record, or by the name that changed its code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from difftool.codes import CodeChange, functional_candidates, functional_name
from difftool.compare.moves.confidence import Parts, part, total
from difftool.compare.moves.ledger import TOTAL, Ledger, Line
from difftool.compare.names import same_name
from difftool.model.comparison import CROSSWALK, Move, Part

# 行政运行, 机关服务 and their like stand under dozens of 款, a name of one duty under one or, when it was moved, two.
_MOST_PLACES_OF_A_SPECIFIC_NAME = 2


def renumbered_moves(
    ledger: Ledger, official: Sequence[CodeChange], taken: frozenset[str], known_order: bool
) -> list[Move]:
    """The lines that left one code for another between the two documents.

    The whole old line moves, and what the new code has more or less is growth or cut; where the documents have no
    order in time (`known_order`), the smaller of both. Lines in `taken` have their move already.
    """
    free = [line for line in ledger.changed_leaves() if line.item not in taken and line.item.startswith("func:")]
    books = _Books(ledger, {line.item: line for line in free})
    moves: list[Move] = []
    for givers, receivers, parts in (*_official(books, official), *_by_name(books)):
        ends = {line.item for line in (*givers, *receivers)}
        if ends & books.used:
            continue
        books.used |= ends
        moves.append(_move(ledger, givers, receivers, parts, known_order))
    return moves


_Link = tuple[tuple[Line, ...], tuple[Line, ...], Parts]


@dataclass(slots=True)
class _Books:
    ledger: Ledger
    free: Mapping[str, Line]
    used: set[str] = field(default_factory=set)

    def went(self, code: str) -> Line | None:
        line = self.free.get(f"func:{code}")
        return line if line is not None and line.went else None

    def grew(self, code: str) -> Line | None:
        line = self.free.get(f"func:{code}")
        return line if line is not None and line.delta() > 0 else None


def _official(books: _Books, official: Iterable[CodeChange]) -> Iterator[_Link]:
    """What the classification itself renumbered, split or merged, as far as the documents have the lines."""
    stars: defaultdict[tuple[int, str, str], list[CodeChange]] = defaultdict(list)
    for change in official:
        if change.kind in ("renumbered", "split"):
            stars[change.year, "split", change.old_code].append(change)
        elif change.kind == "merged":
            stars[change.year, "merged", change.new_code].append(change)
    for changes in stars.values():
        givers = tuple(line for code in sorted({c.old_code for c in changes}) if (line := books.went(code)))
        receivers = tuple(line for code in sorted({c.new_code for c in changes}) if (line := books.grew(code)))
        if givers and receivers:
            kind = {"renumbered": "renumbered the code", "split": "split the line", "merged": "merged the lines"}
            yield givers, receivers, (part(f"the classification {kind[changes[0].kind]}", "0.95"),)


def _by_name(books: _Books) -> Iterator[_Link]:
    """One name that left one code and came under another."""
    went: defaultdict[str, list[Line]] = defaultdict(list)
    came: defaultdict[str, list[Line]] = defaultdict(list)
    for line in books.free.values():
        if line.went:
            went[same_name(line.old_name)].append(line)
        elif line.came:
            came[same_name(line.new_name)].append(line)
    for name in sorted(went.keys() & came.keys()):
        alone = len(went[name]) == len(came[name]) == 1
        for old in went[name]:
            for new in came[name]:
                parts = _grounds(old, new, books.ledger, alone and not _is_common(name))
                if parts is not None:
                    yield (old,), (new,), parts


def _grounds(old: Line, new: Line, ledger: Ledger, specific: bool) -> Parts | None:
    """Why one name under two codes is one line; None where it may as well be two lines of a common name."""
    shared = part("the name left one code and came under another", "0.55")
    if old.item[:-2] == new.item[:-2]:
        return shared, part("within one 款", "0.35")
    if _section_moved(old.item[:-2], new.item[:-2], ledger):
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


def _move(ledger: Ledger, givers: Sequence[Line], receivers: Sequence[Line], parts: Parts, known_order: bool) -> Move:
    gave = [line.before() for line in givers]
    got = [line.delta() for line in receivers]
    amount = sum(gave, Decimal(0))
    if not known_order:
        amount = min(amount, sum(got, Decimal(0)))
    return Move(
        statement=ledger.statement,
        measure=TOTAL,
        givers=tuple(Part(line.item, share) for line, share in zip(givers, _shared(gave, amount), strict=True)),
        receivers=tuple(Part(line.item, share) for line, share in zip(receivers, _shared(got, amount), strict=True)),
        amount=amount,
        evidence=CROSSWALK,
        confidence=total(parts),
        confidence_parts=parts,
    )


def _shared(amounts: Sequence[Decimal], whole: Decimal) -> list[Decimal]:
    """The amounts made to add up to the whole: what is over or short falls to the largest."""
    shares = list(amounts)
    largest = max(range(len(shares)), key=lambda place: (shares[place], -place))
    shares[largest] += whole - sum(shares, Decimal(0))
    return shares
