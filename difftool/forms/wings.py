"""Wide forms that are cut over pages: the right part goes on, row by row, on a page that prints no labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from difftool.forms.column_roles import LABEL_ROLES
from difftool.forms.columns import AMOUNT, CODE, DIFFERENCE, Column
from difftool.forms.form import Form
from difftool.forms.headers import Header, read_header
from difftool.forms.layout import read_columns
from difftool.forms.rows import Row, body_rows
from difftool.model.document import Cell, Grid

LEAST_ROWS = 3  # of a page that goes on to the right: fewer may agree by chance


class Sheet(Struct, frozen=True):
    """One grid of a form: its header, its body rows and its columns."""

    grid: Grid
    header: Header
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]

    @property
    def labels(self) -> int:
        """How many columns at the left name the lines."""
        return next((at for at, column in enumerate(self.columns) if column.role not in LABEL_ROLES), len(self.columns))


def with_wings_labelled(form: Form) -> Form:
    """The form in which each grid that goes on to the right of an earlier one bears the labels of its rows.

    Spreadsheets print what is too wide on further pages, without the columns of codes and names: the pages to the right
    come after all the others or one by one. Such a grid has nothing but amounts, in as many rows.
    """
    if len(form.parts) < 2 or not any(map(has_amounts_alone, form.parts[1:])):
        return form
    parts: list[Grid] = []
    labelled: list[Sheet] = []
    taken: Counter[int] = Counter()  # of the labelled grids, by the width of those that go on to the right
    for grid in form.parts:
        sheet = sheet_of(grid, form)
        if sheet.labels:
            labelled.append(sheet)
        at = taken[grid.columns]
        if at < len(labelled) and goes_on_from(labelled[at], sheet, begun=at > 0):
            taken[grid.columns] += 1
            grid = beside(labelled[at], sheet)
        parts.append(grid)
    return replace(form, parts=tuple(parts)) if taken.total() else form


def has_amounts_alone(grid: Grid) -> bool:
    """Whether the last row has no words: at a glance, for forms are many and such grids few."""
    return not any(character.isalpha() for cell in grid.row_cells(grid.rows - 1) for character in cell.text)


def sheet_of(grid: Grid, form: Form) -> Sheet:
    header = read_header(grid)
    rows = tuple(body_rows(grid, header.rows))
    return Sheet(grid, header, rows, read_columns(header, rows, grid.columns, form))


def goes_on_from(left: Sheet, right: Sheet, *, begun: bool) -> bool:
    """Whether a grid prints nothing but amounts for the lines of another; the second need not repeat its headings."""
    return (
        any(column.role == CODE for column in left.columns[: left.labels])
        and len(left.rows) == len(right.rows) >= LEAST_ROWS
        and (begun or bool(right.header.paths))
        and all(column.role in (AMOUNT, DIFFERENCE) for column in right.columns)
    )


def beside(left: Sheet, right: Sheet) -> Grid:
    """The right grid with the labels of the left one before its own columns."""
    grid, shift = right.grid, left.labels
    moved = (replace(cell, column=cell.column + shift) for cell in grid.cells)
    return Grid(grid.rows, grid.columns + shift, (*labels(left, right), *moved), grid.place, grid.ruled)


def labels(left: Sheet, right: Sheet) -> Iterator[Cell]:
    """The headings and the labels of the left grid, in the rows of the right one."""
    if right.header.rows:
        for column in left.columns[: left.labels]:
            heading = column.path[-1] if column.path else ""
            yield Cell(heading, 0, column.index, left.grid.place, right.header.rows)
    for named, row in zip(left.rows, right.rows, strict=True):
        for at, cell in enumerate(named.cells[: left.labels]):
            if cell is not None:
                yield Cell(cell.text, row.index, at, cell.place)
