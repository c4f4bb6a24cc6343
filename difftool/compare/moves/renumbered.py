"""Lines that go on under another code: by the classification's own record, or by the name that changed its code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from difftool.codes import CodeChange, functional_candidates
from difftool.compare.moves.confidence import Parts, part, total
from difftool.compare.moves.ledger import TOTAL, Ledger, Line
from difftool.compare.names import same_print
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
    moves = []
    free = [line for line in ledger.changed_leaves() if line.item not in taken and line.item.startswith("func:")]
    went = {line.item: line for line in free if line.went}
    came = {line.item: line for line in free if line.came}
    for old, new, parts in _links(went, came, ledger, official):
        amount = old.before() if known_order else min(old.before(), new.after())
        moves.append(
            Move(
                statement=ledger.statement,
                measure=TOTAL,
                givers=(Part(old.item, amount),),
                receivers=(Part(new.item, amount),),
                amount=amount,
                evidence=CROSSWALK,
                confidence=total(parts),
                confidence_parts=parts,
            )
        )
    return moves


def _links(
    went: dict[str, Line], came: dict[str, Line], ledger: Ledger, official: Iterable[CodeChange]
) -> list[tuple[Line, Line, Parts]]:
    found: list[tuple[Line, Line, Parts]] = []
    used: set[str] = set()

    def take(old: Line, new: Line, parts: Parts) -> None:
        if old.item not in used and new.item not in used:
            used.update((old.item, new.item))
            found.append((old, new, parts))

    for change in official:
        old, new = went.get(f"func:{change.old_code}"), came.get(f"func:{change.new_code}")
        if change.kind == "renumbered" and old is not None and new is not None:
            take(old, new, (part("the classification renumbered the code", "0.95"),))
    by_name: defaultdict[str, list[Line]] = defaultdict(list)
    for line in came.values():
        by_name[same_print(line.new_name)].append(line)
    for old in sorted(went.values(), key=lambda line: line.item):
        name = same_print(old.old_name)
        for new in by_name.get(name, []):
            parts = _by_name(old, new, ledger, came, went)
            if parts is not None:
                take(old, new, parts)
    return found


def _by_name(old: Line, new: Line, ledger: Ledger, came: dict[str, Line], went: dict[str, Line]) -> Parts | None:
    """Why one name under two codes is one line; None where it may as well be two of a common name."""
    name = same_print(old.old_name)
    same_old = [line for line in went.values() if same_print(line.old_name) == name]
    same_new = [line for line in came.values() if same_print(line.new_name) == name]
    shared = part("the name left one code and came under another", "0.55")
    if old.item[:-2] == new.item[:-2]:
        return shared, part("within one 款", "0.35")
    if _section_moved(old.item[:-2], new.item[:-2], ledger):
        return shared, part("its 款 did the same", "0.35")
    if len(same_old) > 1 or len(same_new) > 1 or _is_common(name):
        return None
    parts = [shared, part("a name of one duty", "0.2")]
    if old.item[:8] == new.item[:8]:
        parts.append(part("within one 类", "0.1"))
    return tuple(parts)


def _section_moved(old_section: str, new_section: str, ledger: Ledger) -> bool:
    """Whether a whole 款 left its code and came under the other with the same name."""
    old, new = ledger.lines.get(old_section), ledger.lines.get(new_section)
    if old is None or new is None or old.after() or new.before():
        return False
    return old.before() != Decimal(0) and same_print(old.old_name) == same_print(new.new_name)


def _is_common(name: str) -> bool:
    return len({code[:5] for code in functional_candidates(name)}) > _MOST_PLACES_OF_A_SPECIFIC_NAME
