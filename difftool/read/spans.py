"""Cells with spans, as HTML and Word tell them, become a grid in which every cell has its place."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from difftool.model.document import Cell, Grid
from difftool.model.place import TablePlace

WIDEST_SPAN = 1000  # columns, as in browsers


class Spanned(Struct, frozen=True):
    """A cell as its row tells it; the columns of cells that hang down from above are skipped in counting."""

    text: str
    row_span: int = 1
    column_span: int = 1


class Placed(Struct):
    """A cell at its first row and column (from 0), before columns that are none are taken out."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


def place_cells(rows: Sequence[Sequence[Spanned]], table: int, most_cells: int) -> Grid | None:
    """The grid of a table's rows, None where it covers more than `most_cells` positions or holds no cell.

    A span ends with the table, and before a cell that hangs down from above.
    """
    hanging: dict[int, int] = {}
    cells: list[Placed] = []
    covered = 0
    for row, told in enumerate(rows):
        column = 0
        busy = {at for at, below in hanging.items() if below > row}
        for cell in told:
            while column in busy:
                column += 1
            row_span = min(max(cell.row_span, 1), len(rows) - row)
            width = min(max(cell.column_span, 1), WIDEST_SPAN)
            width = next((span for span in range(1, width) if column + span in busy), width)
            covered += row_span * width
            if covered > most_cells:
                return None
            hanging.update((at, row + row_span) for at in range(column, column + width))
            cells.append(Placed(cell.text, row, column, row_span, width))
            column += width
    return grid_of(cells, len(rows), table, most_cells)


def grid_of(cells: Sequence[Placed], rows: int, table: int, most_cells: int) -> Grid | None:
    """The grid of placed cells, None where it has more than `most_cells` positions or no cell.

    A column in which no cell begins is none: pages write colspan="20" over tables of eight columns, and every cell of
    a column as colspan="2".
    """
    begun = sorted({cell.column for cell in cells})
    if not begun or rows * len(begun) > most_cells:
        return None
    new = {old: index for index, old in enumerate(begun)}
    reached: list[int] = []  # for each old column, how many columns begin before it
    for index, old in enumerate(begun):
        reached.extend([index] * (old + 1 - len(reached)))
    kept = []
    for cell in cells:
        column, end = new[cell.column], cell.column + cell.column_span
        stop = reached[end] if end < len(reached) else len(begun)
        place = TablePlace(table, cell.row + 1, column + 1)
        kept.append(Cell(cell.text, cell.row, column, place, cell.row_span, stop - column))
    return Grid(rows, len(begun), tuple(kept), TablePlace(table, 1, 1))
