"""Disclosures built from the lines of their text."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model.comparison import ADDED, DROPPED, LOWERED, RAISED, REMOVED, TargetChange, TextChange
from difftool.model.disclosure import Disclosure, Indicator, Passage, Table
from difftool.model.document import Source
from difftool.model.place import LinePlace

ENTITY = "临江县档案馆"
_MIRRORED = {ADDED: REMOVED, REMOVED: ADDED}
_TARGETS_MIRRORED = {ADDED: DROPPED, DROPPED: ADDED, RAISED: LOWERED, LOWERED: RAISED}


def text_of(*passages: str, entity: str = ENTITY, tables: Sequence[str] = ()) -> Disclosure:
    """A disclosure whose passages stand on the lines 1, 2, 3 and so on, with forms of these titles."""
    return Disclosure(
        entity,
        2024,
        "budget",
        "万元",
        Source("budget.txt", "0" * 64, "text"),
        tables=tuple(Table("other", title, LinePlace(1), 1, False) for title in tables),
        passages=tuple(Passage(text, ((0, LinePlace(line)),)) for line, text in enumerate(passages, start=1)),
    )


def targets_of(*rows: tuple[str, str, str, str, str]) -> Disclosure:
    """A disclosure with these targets: project, three levels of names, target."""
    indicators = tuple(Indicator(*row, LinePlace(line)) for line, row in enumerate(rows, start=1))
    return Disclosure(ENTITY, 2024, "budget", "万元", Source("a.txt", "0" * 64, "text"), indicators=indicators)


def mirrored(change: TextChange) -> TextChange:
    return TextChange(
        _MIRRORED.get(change.kind, change.kind),
        change.new_section,
        change.old_section,
        change.new,
        change.old,
        change.new_where,
        change.old_where,
    )


def target_mirrored(change: TargetChange) -> tuple[str, Indicator | None, Indicator | None]:
    return _TARGETS_MIRRORED.get(change.kind, change.kind), change.new, change.old
