"""Collect garbage less often: what difftool makes are many values that hold each other and few circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

COLLECT_EVERY = 20_000  # new values between two collections of what was made last; Python's own is 700
SELDOM = 20  # such collections between two of what is older, which take as long as all values are many


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Fewer collections within the block: where 100,000 facts are compared they took a quarter of the time."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def collect_rarely() -> None:
    """The same for the rest of the process."""
    gc.set_threshold(COLLECT_EVERY, SELDOM, SELDOM)
