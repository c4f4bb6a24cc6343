"""Reasons that point the other way than the change that they are printed for."""

from __future__ import annotations

from difftool.model.comparison import Change
from difftool.model.disclosure import Reason
from difftool.prose.directions import FALL, RISE, direction_of


def is_contradicted(reason: Reason, change: Change) -> bool:
    """Whether a rise is put down to savings alone, or a fall to growth alone, by a reason for this very comparison.

    A line that got 1879 from others and shrank by 134 beside may well name savings, and one that gave, growth.
    """
    if not reason.against:
        return False
    ways = change.delta, change.like_for_like
    told = direction_of(reason.text)
    return (told == FALL and min(ways) > 0) or (told == RISE and max(ways) < 0)
