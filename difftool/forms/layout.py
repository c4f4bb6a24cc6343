"""The columns of a form over all its parts: headings, roles and segments, decided once and carried over pages."""

from __future__ import annotations

from collections.abc import Container
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from difftool.forms.caption import unit_of_column
from difftool.forms.column_meanings import with_meanings
from difftool.forms.column_roles import column_role, in_segments, with_projects
from difftool.forms.columns import CODE, TEXT, Column, is_heading
from difftool.forms.cut_rows import joined_over_page
from difftool.forms.form import Form
from difftool.forms.headers import Header, is_amount, read_header
from difftool.forms.labels import plain, squeeze
from difftool.forms.rows import Row, body_rows
from difftool.model.document import Grid


class Part(Struct, frozen=True):
    """One grid of a form with its columns and body rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def segments(self) -> list[list[Column]]:
        """The columns in groups of labels with their amounts, left to right: 收入 | 支出, 人员 | 公用."""
        groups: dict[int, list[Column]] = {}
        for column in self.columns:
            groups.setdefault(column.segment, []).append(column)
        return list(groups.values())


def lay_out(form: Form) -> tuple[Part, ...]:
    """Every part of the form with columns and body rows; `Form.laid_out` keeps them.

    A part without a header of its own takes the columns of the part before it, where both have as many columns.
    """
    parts: list[Part] = []
    printed = frozenset(squeeze(cell.text) for grid in form.parts for cell in grid.cells)
    alone = Header(0, ())  # a header that is ruled apart from its body
    for grid in form.parts:
        header = read_header(grid)
        before = parts[-1] if parts else None
        if before is not None and (is_weak(header) or is_foreign(header, before)):
            header = Header(0, ())  # the page begins in the middle of the body
        rows = with_amounts_of_head(tuple(body_rows(grid, header.rows)), header)
        if before is not None and (joined := with_cut_row(before, grid, header, rows, printed)):
            before, rows = joined
            parts[-1] = before
        if alone.paths and not header.paths and len(alone.paths) == grid.columns:
            columns = read_columns(alone, rows, grid.columns, form)
        elif before is not None and len(before.columns) == grid.columns and not weighs_more(header, before):
            columns = before.columns
        else:
            columns = read_columns(header, rows, grid.columns, form)
        alone = header if header.paths and not rows else Header(0, ())
        parts.append(Part(columns, rows))
    return tuple(parts)


def with_amounts_of_head(rows: tuple[Row, ...], header: Header) -> tuple[Row, ...]:
    """The body rows, the first with the amounts that stand above it in the last row of the header, over blank cells."""
    if not rows or not header.paths:
        return rows
    first, above = rows[0], header.rows - 1
    cells = list(first.cells)
    for column, below in enumerate(first.cells):
        cell = first.grid.at(above, column)
        high = cell is not None and (cell.row, cell.column) == (above, column) and is_amount(squeeze(cell.text))
        if cell is not None and high and (below is None or below is cell or not below.text.strip()):
            cells[column] = replace(cell, row=first.index)
    return (replace(first, cells=tuple(cells)), *rows[1:])


def with_cut_row(
    before: Part, grid: Grid, header: Header, rows: tuple[Row, ...], printed: Container[str]
) -> tuple[Part, tuple[Row, ...]] | None:
    """The part before with its last row whole, and the rows left, where the page cut that row; None where it did not.

    Below a header that is printed again, the digits left over may have been taken for the numbers of its columns.
    """
    heads = ((row, rows) for row in body_rows(grid, header.rows - 1) if header.paths and row.index < header.rows)
    for first, left in (*heads, *((row, rows[1:]) for row in rows[:1])):
        whole = joined_over_page(before.columns, before.rows, first, printed)
        if whole is not None:
            return replace(before, rows=(*before.rows[:-1], whole)), left
    return None


def is_weak(header: Header) -> bool:
    """Whether what was taken for a header is made of other than heading words."""
    named = [path[-1] for path in header.paths if path]
    return bool(named) and sum(is_heading(name) for name in named) * 2 < len(named)


def is_foreign(header: Header, before: Part) -> bool:
    """Whether what was taken for a header shares no heading with the form so far: body rows that read like headings.

    江苏's 2017 收支总表 ends on a page of its own with 小计, 上年结转资金, 收入合计.
    """
    known = {name for column in before.columns for name in column.path}
    return bool(header.paths) and bool(known) and not known & {name for path in header.paths for name in path}


def weighs_more(header: Header, before: Part) -> bool:
    """Whether a later part's own header says something else than the one carried over."""
    if not header.paths:
        return False
    return tuple(path[-1:] for path in header.paths) != tuple(column.path[-1:] for column in before.columns)


def with_levels_apart(paths: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """The headings with 类, 款 and 项 each over its own column, where they stood too near to be told apart: 款项."""
    found: list[tuple[str, ...]] = []
    for path, group in groupby(paths):
        columns = len(list(group))
        levels = plain(path[-1]) if path else ""
        if columns > 1 and columns == len(levels) and levels in "类款项目":
            found += [(*path[:-1], level) for level in levels]
        else:
            found += [path] * columns
    return found


def read_columns(header: Header, rows: tuple[Row, ...], width: int, form: Form) -> tuple[Column, ...]:
    """The columns under a header with roles, segments and meanings: by their cells alone where it has no paths."""
    paths = with_levels_apart(header.paths or ((),) * width)
    columns: list[Column] = []
    for index in range(width):
        path = paths[index]
        # A column that the labels to its left reach over in every row holds nothing of its own.
        covered = not path and rows and all((cell := row.cells[index]) and cell.column < index for row in rows)
        cells = [row.own(index) for row in rows]
        # Pages keep a blank column at the edge of a table, or between its two sides.
        blank = header.paths and not path and not any(cell and cell.text.strip() for cell in cells)
        role = TEXT if covered or blank else column_role(path, cells)
        level = plain(path[-1]) if role == CODE and path else ""
        columns.append(Column(index, path, role, level))
    return tuple(map(with_own_unit, with_meanings(in_segments(with_projects(columns)), form)))


def with_own_unit(column: Column) -> Column:
    """The column with the unit that its headings print, be it another than that of the form."""
    unit = unit_of_column(column.path)
    return replace(column, meaning=replace(column.meaning, unit=unit)) if unit and column.meaning else column
