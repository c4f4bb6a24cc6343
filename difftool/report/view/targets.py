"""Performance targets."""

from __future__ import annotations

from msgspec import Struct

from difftool.report.sources import Reference


class TargetRow(Struct, frozen=True):
    """A target on both sides. `word` says with a sign what changed, "" where only one document lists targets.

    `former` is the old name of a reworded one; `quiet` is one that was kept.
    """

    project: str
    path: str
    former: str
    old: str
    new: str
    actual: str
    kind: str
    word: str
    quiet: bool
    old_source: Reference | None
    new_source: Reference | None
