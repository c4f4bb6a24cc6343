"""Checks of the arithmetic, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from difftool.report.sources import Reference
from difftool.report.view.prints import Strip


@dataclass(frozen=True, slots=True)
class CheckRow:
    side: str
    rule: str
    grade: str
    message: str
    expected: str
    found: str
    cells: tuple[Reference, ...]
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """Contradictions are `failed`, lesser failures `minor`; the others are told as (side, message)."""

    sentence: str
    failed: tuple[CheckRow, ...]
    minor: tuple[CheckRow, ...]
    passed: tuple[tuple[str, str], ...]
    undecided: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ProblemRow:
    side: str
    message: str
    code: str
    source: Reference | None
