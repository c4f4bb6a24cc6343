"""Reasons that point the other way than the change that they are printed for."""

from __future__ import annotations

from difftool.model.comparison import Change
from difftool.model.disclosure import Reason
from difftool.prose.directions import FALL, RISE, direction_of


def is_contradicted(reason: Reason, change: Change) -> bool:
    """Whether a rise is put down to savings alone, or a fall to growth alone, by a reason for this very comparison."""
    if not change.delta or not reason.against:
        return False
    return direction_of(reason.text) == (FALL if change.delta > 0 else RISE)
