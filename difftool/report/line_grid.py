"""A grid of named figures set as lines of a terminal: names left, figures right, remarks below both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from difftool.report.blocks import Grid, GridRow
from difftool.report.line_breaks import broken
from difftool.report.visible_text import visible

Piece = tuple[str, str]
"""Words and their style."""

FIGURE_STYLES = {"↑": "blue", "↓": "yellow", "✗": "bold"}
_GAP = 3
_LEAST_NAME = 12


def lines_of(grid: Grid, width: int) -> Iterator[list[Piece]]:
    """The lines of a grid of one column of names and any of figures, each as pieces with their styles.

    No line is wider than `width` cells, save where the figures alone leave no room for names: a figure is never broken
    nor cut.
    """
    numbers = [number for number, column in enumerate(grid.columns) if column.numbers]
    heads = [visible(column.title) for column in grid.columns]
    rows = [(row, [visible(cell) for cell in row.cells]) for row in grid.rows]
    widths = [max(cell_len(cells[number]) for cells in (heads, *(cells for _, cells in rows))) for number in numbers]
    beside = sum(widths) + _GAP * len(widths)
    room = max(width - beside, _LEAST_NAME)
    names = [_indented(broken(cells[0], room - 2 * row.level), row) for row, cells in rows]
    room = max(cell_len(line) for line in (heads[0], *(line for name in names for line in name)))

    yield _line(heads[0], room, [heads[number] for number in numbers], widths, "bold")
    yield [("─" * (room + beside), "")]
    for (row, cells), (first, *others) in zip(rows, names, strict=True):
        style = "bold" if row.whole else ""
        yield _line(first, room, [cells[number] for number in numbers], widths, style)
        yield from ([(line, style)] for line in others)
        for column, cell in zip(grid.columns, cells, strict=True):
            if column.aside and cell:
                indent = " " * (2 * row.level + 2)
                yield from ([(indent + line, "dim")] for line in broken(cell, width - len(indent)))


def _indented(lines: list[str], row: GridRow) -> list[str]:
    return [" " * (2 * row.level) + line for line in lines]


def _line(name: str, room: int, figures: Sequence[str], widths: Sequence[int], style: str) -> list[Piece]:
    pieces = [(name + " " * (room - cell_len(name)), style)]
    for figure, width in zip(figures, widths, strict=True):
        pieces.append((" " * (_GAP + width - cell_len(figure)), ""))
        pieces.append((figure, style or FIGURE_STYLES.get(figure[:1], "")))
    return pieces
