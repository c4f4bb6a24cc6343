"""Checks of the arithmetic, and what could not be read."""

from __future__ import annotations

from msgspec import Struct

from difftool.report.sources import Reference
from difftool.report.view.prints import Strip


class CheckRow(Struct, frozen=True):
    side: str
    rule: str
    grade: str
    message: str
    expected: str
    found: str
    cells: tuple[Reference, ...]
    strips: tuple[Strip, ...]


class CheckSummary(Struct, frozen=True):
    """Contradictions are `failed`, lesser failures `minor`; the others are told as (side, message)."""

    sentence: str
    failed: tuple[CheckRow, ...]
    minor: tuple[CheckRow, ...]
    passed: tuple[tuple[str, str], ...]
    undecided: tuple[tuple[str, str], ...]


class ProblemRow(Struct, frozen=True):
    side: str
    message: str
    code: str
    source: Reference | None
