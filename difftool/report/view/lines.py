"""Forms as sections of lines."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from difftool.report.view.figures import Bar, Difference, Figure
from difftool.report.view.prints import Quote, Strip


class MoveMark(Struct, frozen=True):
    """A line's part in a move: 调出 or 调入, how much, and the lines at the other end with their anchors."""

    word: str
    arrow: str
    amount: str
    others: tuple[tuple[str, str], ...]
    move_anchor: str


class Row(Struct, frozen=True):
    """A line of a form, or with `is_part` one of its columns; `is_whole` for a total of other lines.

    `level` is the depth in the tree, `like` the difference less moves.
    `fold` is "quiet" for a line without a change, "column" for a further column of a line whose leading column tells
    the change, "" for what is shown at once. `place` says where it stands, "2 页 → 5 页".
    """

    anchor: str
    is_part: bool
    is_whole: bool
    level: int
    code: str
    name: str
    changed: bool
    kind: str
    old: Figure
    new: Figure
    difference: Difference
    like: str
    bar: Bar | None
    marks: tuple[MoveMark, ...]
    quotes: tuple[Quote, ...]
    notes: tuple[str, ...]
    fold: str
    strips: tuple[Strip, ...]
    like_value: Decimal | None = None
    place: str = ""


class Section(Struct, frozen=True):
    """A form on both sides. `summary` says how much of it changed; `quiet` and `columns` count its folded rows."""

    anchor: str
    title: str
    printed_titles: tuple[str, ...]
    summary: str
    rows: tuple[Row, ...]
    quiet: int
    columns: int
    opened: bool
    has_likes: bool
