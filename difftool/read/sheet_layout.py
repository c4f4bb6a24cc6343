"""A sheet's cells become paragraphs and grids: where lines are ruled by their borders, else by blank rows."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from difftool.model.document import Block, Cell, Grid, Line, Paragraph
from difftool.model.place import SheetPlace
from difftool.read.flow import together

# What can be a form's title; 公开03表, 附表2 and a line that names body or unit cannot.
_TITLE = re.compile(r"(?<!公)(?<!财)[^\W\d附]表(?!\d)|情况|总体|。")


class SheetCell(Struct, frozen=True):
    """A cell that is shown: its text as printed, and whether a border is drawn at it."""

    row: int
    column: int
    text: str
    ruled: bool = False


class Sheet(Struct):
    """The shown cells of one sheet, row by row, and its merged ranges (top, left, bottom, right), all from 0."""

    name: str
    cells: list[SheetCell] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def cell_name(row: int, column: int) -> str:
    """The spreadsheet's name of a cell: (6, 1) is "B7"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def sheet_blocks(sheet: Sheet) -> list[Block]:
    """The blocks of a sheet from top to bottom; a form's title may stand in cells above its ruled rows or inside."""
    rows: dict[int, list[SheetCell]] = {}
    for cell in sheet.cells:
        if cell.row not in sheet.hidden_rows and cell.column not in sheet.hidden_columns:
            rows.setdefault(cell.row, []).append(cell)
    ruled = any(cell.ruled and cell.text for cells in rows.values() for cell in cells)
    blocks: list[Block] = []
    for table, run in runs(rows, sheet.hidden_rows, ruled=ruled):
        if table:
            blocks.extend(grid_blocks(sheet, {row: rows[row] for row in run}))
        else:
            for cell in (cell for row in run for cell in sorted_cells(rows[row])):
                blocks.extend(paragraphs(sheet.name, cell))
    if is_titled_by_name(blocks):
        blocks.insert(0, Paragraph((Line(sheet.name, SheetPlace(sheet.name, "A1")),)))
    return blocks


def is_titled_by_name(blocks: Sequence[Block]) -> bool:
    """Whether no cell over the sheet's first table can be its title, so that the sheet's name is."""
    over: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            over.append("".join(block.text.split()))
            continue
        return not any(map(_TITLE.search, over)) and not is_title(block)
    return False


def sorted_cells(cells: Sequence[SheetCell]) -> list[SheetCell]:
    return sorted(cells, key=lambda cell: cell.column)


def is_title(grid: Grid) -> bool:
    return len([cell for cell in grid.row_cells(0) if cell.text]) < 2


def runs(rows: dict[int, list[SheetCell]], hidden: set[int], *, ruled: bool) -> Iterator[tuple[bool, list[int]]]:
    """Neighbouring rows of one kind: True for the rows of a table, False for those of running text."""
    kind, before = False, -1
    run: list[int] = []
    unseen = sorted(hidden)
    for row in sorted(rows):
        filled = sum(bool(cell.text) for cell in rows[row])
        if not ruled and not filled:
            continue
        apart = row - before - 1 > bisect(unseen, row) - bisect(unseen, before)
        table = any(cell.ruled for cell in rows[row]) if ruled else filled > 1 or (kind and not apart)
        if run and (table is not kind or (table and apart)):
            yield kind, run
            run = []
        kind, before = table, row
        run.append(row)
    if run:
        yield kind, run


def paragraphs(sheet: str, cell: SheetCell) -> list[Block]:
    """The paragraphs of a cell: some bodies write a whole chapter into one."""
    place = SheetPlace(sheet, cell_name(cell.row, cell.column))
    lines = [line if line.strip() else "" for line in cell.text.split("\n")]
    return [Paragraph(tuple(Line(line.strip(), place) for line in group)) for group in together(lines)]


def grid_blocks(sheet: Sheet, rows: dict[int, list[SheetCell]]) -> list[Block]:
    """The grid of a table's rows, without the blank rows and columns around it; one column is running text."""
    told = [cell for cells in rows.values() for cell in cells if cell.text]
    if not told:
        return []
    first, last = min(cell.row for cell in told), max(cell.row for cell in told)
    left, right = min(cell.column for cell in told), max(cell.column for cell in told)
    if left == right:
        cells_of_column = sorted(told, key=lambda cell: cell.row)
        return [block for cell in cells_of_column for block in paragraphs(sheet.name, cell)]
    shown_rows = [row for row in sorted(rows) if first <= row <= last]
    shown_columns = [column for column in range(left, right + 1) if column not in sheet.hidden_columns]
    row_at = {row: index for index, row in enumerate(shown_rows)}
    column_at = {column: index for index, column in enumerate(shown_columns)}
    texts = {(cell.row, cell.column): cell.text for cell in told}
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for top, start, bottom, end in sheet.merged:
        if bottom < first or top > last or end < left or start > right:
            continue
        inside_rows = [row for row in shown_rows if top <= row <= bottom]
        inside_columns = [column for column in shown_columns if start <= column <= end]
        spots = {(row, column) for row in inside_rows for column in inside_columns}
        if not spots or spots & taken:
            continue
        taken |= spots
        text = texts.get((top, start), "")
        row, column = inside_rows[0], inside_columns[0]
        place = SheetPlace(sheet.name, cell_name(row, column))
        cells.append(Cell(text, row_at[row], column_at[column], place, len(inside_rows), len(inside_columns)))
    for row in shown_rows:
        for column in shown_columns:
            if (row, column) not in taken:
                place = SheetPlace(sheet.name, cell_name(row, column))
                cells.append(Cell(texts.get((row, column), ""), row_at[row], column_at[column], place))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    place = SheetPlace(sheet.name, cell_name(first, left))
    return [Grid(len(shown_rows), len(shown_columns), tuple(cells), place)]
