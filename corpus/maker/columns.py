"""The header of a form as a hierarchy of column names, laid out into merged cells."""

from __future__ import annotations

from dataclasses import dataclass

from maker.paper import Cell, Row


@dataclass(frozen=True)
class Column:
    """A column name over its parts. A leaf holds the `measure` of the amounts below it, or "" for words."""

    label: str
    measure: str = ""
    parts: tuple[Column, ...] = ()
    width: int = 12

    def leaves(self) -> list[Column]:
        return [leaf for part in self.parts for leaf in part.leaves()] if self.parts else [self]

    def depth(self) -> int:
        return 1 + max((part.depth() for part in self.parts), default=0)


def leaves(columns: tuple[Column, ...]) -> list[Column]:
    return [leaf for column in columns for leaf in column.leaves()]


def header(columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """Header rows: a group spans its parts, a leaf reaches down to the last row."""
    depth = max(column.depth() for column in columns)
    rows: list[list[Cell]] = [[] for _ in range(depth)]

    def lay(column: Column, level: int) -> None:
        down = 1 if column.parts else depth - level
        rows[level].append(Cell(column.label, rows=down, columns=len(column.leaves()), align="center"))
        for part in column.parts:
            lay(part, level + 1)

    for column in columns:
        lay(column, 0)
    return tuple(tuple(row) for row in rows)


def numbers(columns: tuple[Column, ...], style: str) -> tuple[Row, ...]:
    """The row that numbers the columns: "栏次" over the words and 1, 2, 3, or "**" under each word; "" for none."""
    found = leaves(columns)
    words = [leaf for leaf in found if not leaf.measure]
    counted = tuple(Cell(str(number), align="center") for number in range(1, len(found) - len(words) + 1))
    if style == "栏次":
        return ((Cell("栏次", columns=len(words), align="center"), *counted),)
    if style == "**":
        return ((*(Cell("**", align="center") for _ in words), *counted),)
    return ()
