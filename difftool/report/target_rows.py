"""Performance targets of both documents, the changed ones first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from difftool.model.comparison import ADDED, CHANGED, DROPPED, KEPT, LOWERED, RAISED, TargetChange
from difftool.model.disclosure import Indicator
from difftool.report.context import Context
from difftool.report.language import say
from difftool.report.sources import Reference
from difftool.report.view import TargetRow

KINDS = {
    RAISED: "↑ 提高",
    LOWERED: "↓ 放宽",
    CHANGED: "≠ 改动",
    ADDED: "＋ 新增",
    DROPPED: "− 不再列",
    KEPT: "未变",
}


def target_rows(context: Context) -> tuple[TargetRow, ...]:
    """The targets set against each other, kept ones last; where one side lists them, they are only told."""
    changes = context.comparison.target_changes or tuple(
        TargetChange(one.project, (one.level1, one.level2, one.level3), ADDED, None, one)
        for one in context.comparison.new.indicators
    )
    compared = _compared(context)
    ordered = sorted(changes, key=lambda change: change.kind == KEPT)
    return tuple(_row(context, change, compared) for change in ordered)


def targets_told(context: Context, rows: Sequence[TargetRow]) -> str:
    """How many were raised, lowered, added and so on, or which document alone lists them."""
    if not _compared(context):
        label = context.label("new" if context.comparison.new.indicators else "old")
        return say("只有 {label}列出，共 {count} 项", label=label, count=len(rows))
    counts = [(words, sum(row.kind == kind for row in rows)) for kind, words in KINDS.items()]
    return say("，").join(say("{kind} {count} 项", kind=say(words), count=count) for words, count in counts if count)


def _compared(context: Context) -> bool:
    changes = context.comparison.target_changes
    return any(change.old for change in changes) and any(change.new for change in changes)


def _row(context: Context, change: TargetChange, compared: bool) -> TargetRow:
    path, former = _path(change.names), _path(_names(change.old)) if change.old else ""
    actual = change.new.actual if change.new else None
    return TargetRow(
        project=change.project,
        path=path,
        former=say("原名“{name}”", name=former) if former and former != path else "",
        old=change.old.target if change.old else "",
        new=change.new.target if change.new else "",
        actual=actual or "",
        kind=change.kind,
        word=say(KINDS[change.kind]) if compared else "",
        quiet=change.kind == KEPT,
        old_source=_source(context, "old", change.old),
        new_source=_source(context, "new", change.new),
    )


def _names(target: Indicator) -> tuple[str, ...]:
    return target.level1, target.level2, target.level3


def _path(names: Iterable[str]) -> str:
    return " › ".join(name for name in names if name)


def _source(context: Context, side: str, target: Indicator | None) -> Reference | None:
    return None if target is None else context.links[side].reference(target.where)
