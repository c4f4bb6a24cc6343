"""Text that changed."""

from __future__ import annotations

from msgspec import Struct

from difftool.report.sources import Reference


class Piece(Struct, frozen=True):
    """A part of a sentence, on `side` "old", "new" or "both"."""

    side: str
    text: str


class TextRow(Struct, frozen=True):
    """A sentence that changed; `word` says with a sign how, `note` where it stood before."""

    kind: str
    word: str
    pieces: tuple[Piece, ...]
    note: str
    sources: tuple[Reference, ...]


class TextSection(Struct, frozen=True):
    """A section of the text. `figures` are sentences in which only amounts differ, folded."""

    title: str
    tag: str
    summary: str
    rows: tuple[TextRow, ...]
    figures: tuple[TextRow, ...]
    opened: bool


class TextView(Struct, frozen=True):
    """The text that changed: sections with changed words, and those in which only amounts differ."""

    summary: str
    note: str
    worded: tuple[TextSection, ...]
    figures: tuple[TextSection, ...]
