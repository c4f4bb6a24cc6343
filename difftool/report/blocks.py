"""What text forms of the report are made of: headings, paragraphs, lists and grids, each printed with its own marks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is the headline of the whole."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; with `warns` something to know before any number is read."""

    text: str
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: its kind in a word ("" for none), its sentence and what is quoted below it."""

    tag: str
    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers, or with `aside` one of remarks, which narrow paper prints below the first cell."""

    title: str
    numbers: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """`level` indents the first cell; a `whole` is a total of other rows."""

    cells: tuple[str, ...]
    level: int = 0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]


Block = Heading | Paragraph | Entries | Grid
