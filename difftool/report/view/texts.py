"""Text that changed."""

from __future__ import annotations

from dataclasses import dataclass

from difftool.report.sources import Reference


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a sentence, on `side` "old", "new" or "both"."""

    side: str
    text: str


@dataclass(frozen=True, slots=True)
class TextRow:
    """A sentence that changed; `word` says with a sign how, `note` where it stood before."""

    kind: str
    word: str
    pieces: tuple[Piece, ...]
    note: str
    sources: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class TextSection:
    """A section of the text. `figures` are sentences in which only amounts differ, folded."""

    title: str
    tag: str
    summary: str
    rows: tuple[TextRow, ...]
    figures: tuple[TextRow, ...]
    opened: bool


@dataclass(frozen=True, slots=True)
class TextView:
    """The text that changed: sections with changed words, and those in which only amounts differ."""

    summary: str
    note: str
    worded: tuple[TextSection, ...]
    figures: tuple[TextSection, ...]
