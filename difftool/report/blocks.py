"""What text forms of the report are made of: headings, paragraphs, lists and grids, each printed with its own marks."""

from __future__ import annotations

from msgspec import Struct


class Heading(Struct, frozen=True):
    """`level` 1 is the headline of the whole."""

    text: str
    level: int


class Paragraph(Struct, frozen=True):
    """Running text; with `warns` something to know before any number is read."""

    text: str
    warns: bool = False


class Entry(Struct, frozen=True):
    """An entry of a list: its kind in a word ("" for none), its sentence and what is quoted below it."""

    tag: str
    text: str
    below: tuple[str, ...] = ()


class Entries(Struct, frozen=True):
    entries: tuple[Entry, ...]


class Column(Struct, frozen=True):
    """A column of numbers, or with `aside` one of remarks, which narrow paper prints below the first cell."""

    title: str
    numbers: bool = False
    aside: bool = False


class GridRow(Struct, frozen=True):
    """`level` indents the first cell; a `whole` is a total of other rows."""

    cells: tuple[str, ...]
    level: int = 0
    whole: bool = False


class Grid(Struct, frozen=True):
    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]


Block = Heading | Paragraph | Entries | Grid
