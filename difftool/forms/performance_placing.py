"""Cells of performance forms under their headings, on pages ruled otherwise and in rows that slid too."""

from __future__ import annotations

from difftool.forms.indicators import shift_of
from difftool.forms.performance_headings import Header, Heading, extent
from difftool.forms.performance_labels import INDICATOR_ROLES
from difftool.model.document import Cell, Grid
from difftool.model.form_problems import SlidIndicators
from difftool.model.place import PagePlace, Place
from difftool.model.problem import Problem


def heading_over(header: Header, cell: Cell, *, carried: bool) -> Heading | None:
    """The heading of a cell: by column, else (a page ruled otherwise than the one before) by its place across.

    `carried` is True where the header stands on an earlier page than the cell.
    """
    if carried and isinstance(cell.place, PagePlace):
        left, right = extent(cell)
        best, most = None, 0.0
        for heading in header.headings:
            width = (right if right < heading.right else heading.right) - (
                left if left > heading.left else heading.left
            )
            if width > most:
                best, most = heading, width
        return best
    return next((h for h in header.headings if h.column <= cell.column < h.column + h.columns), None)


def placed_cells(
    grid: Grid, row: int, header: Header, *, carried: bool
) -> tuple[list[tuple[Heading, Cell, bool]], int]:
    """The cells over a row with their headings, and by how many columns its indicators had slid before put back.

    True stands with the cells that begin in this row.
    """
    cells = grid.row_cells(row)
    ruled = isinstance(grid.place, PagePlace) or any(c.row_span > 1 or c.column_span > 1 for c in grid.cells)
    shift = 0 if ruled else shift_of(header, [cell for cell in cells if cell.text.strip()])
    first = min((h.column for h in header.headings if h.role in INDICATOR_ROLES), default=grid.columns)
    by_column = {h.column: h for h in header.headings}
    found = []
    for cell in cells:
        heading = heading_over(header, cell, carried=carried)
        if shift and cell.column >= first + min(shift, 0):
            moved = by_column.get(cell.column - shift)
            heading = moved if moved is not None and moved.column >= first else None
        if heading is not None:
            found.append((heading, cell, cell.row == row))
    return found, shift


def slid_rows(shift: int, places: list[Place]) -> Problem:
    """That rows of a table were read under other headings than they stand under, and how far these are."""
    columns, (way, way_zh) = abs(shift), ("left", "左") if shift < 0 else ("right", "右")
    far = f"{columns} column{'s' if columns > 1 else ''} {way}"
    return SlidIndicators.at(places[0], rows=len(places), far=far, columns=columns, way_zh=way_zh)
