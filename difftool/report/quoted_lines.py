"""Printed rows of text files as words: the line on which a figure stands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from difftool.model.document import Source
from difftool.model.place import LinePlace, Place
from difftool.model.problem import DifftoolError
from difftool.read.text import decode
from difftool.report.strips import unchanged

_LONGEST = 400


def lines_of(source: Source, places: Sequence[LinePlace]) -> dict[Place, str]:
    """The lines of a text file at these places, cells parted by bars; none where the file is not what was read."""
    if not places or source.format != "text" or not unchanged(source):
        return {}
    path = Path(source.path)
    try:
        lines = decode(path, path.read_bytes()).splitlines()
    except (OSError, DifftoolError):
        return {}
    return {place: _row(lines[place.line - 1]) for place in places if 0 < place.line <= len(lines)}


def _row(line: str) -> str:
    cells = " │ ".join(cell.strip() for cell in line.strip().split("\t"))
    return cells if len(cells) <= _LONGEST else f"{cells[:_LONGEST]}…"
