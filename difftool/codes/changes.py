"""What happened to codes between the classifications of two years."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from msgspec import Struct


class CodeChange(Struct, frozen=True):
    """A line of the functional classification that changed in `year`.

    `kind` is "renumbered", "renamed", "split", "merged" or "abolished"; a split has one row for each new code and a
    merger one for each old code, an abolished line has no new code. `source` says what the row rests on.
    """

    year: int
    old_code: str
    old_name: str
    new_code: str
    new_name: str
    kind: str
    source: str


def crosswalk(old_year: int, new_year: int) -> tuple[CodeChange, ...]:
    """The changes that came into force after `old_year` and not after `new_year`, oldest first.

    Years the other way round give none: what a later year abolished is no change of an earlier one.
    """
    return tuple(change for change in _changes() if old_year < change.year <= new_year)


@cache
def _changes() -> tuple[CodeChange, ...]:
    text = resources.files("difftool.codes").joinpath("crosswalk.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    changes = [CodeChange(int(year), *rest) for year, *rest in rows]
    return tuple(sorted(changes, key=lambda change: (change.year, change.old_code, change.new_code)))
