"""Body rows of a form: the cells under its columns, the label of a row and the amounts that it prints."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from difftool.forms.columns import AMOUNT, DIFFERENCE, NAME, Column, Meaning
from difftool.forms.labels import plain, squeeze
from difftool.model.document import Cell, Grid
from difftool.model.money import read_money


class Row(Struct, frozen=True):
    """One body row: a cell for each column, None where the grid has a hole."""

    grid: Grid
    index: int
    cells: tuple[Cell | None, ...]

    def text(self, column: int) -> str:
        """What stands under a column, "" where nothing does."""
        cell = self.cells[column] if column < len(self.cells) else None
        return cell.text.strip() if cell is not None else ""

    def own(self, column: int) -> Cell | None:
        """The cell if it begins in this row and column: a merged cell is read once."""
        cell = self.cells[column] if column < len(self.cells) else None
        if cell is None or cell.row != self.index or cell.column != column:
            return None
        return cell


def body_rows(grid: Grid, start: int) -> Iterator[Row]:
    """The rows of a grid from `start` on that print something other than the numbers of its columns."""
    for index in range(start, grid.rows):
        cells = tuple(grid.at(index, column) for column in range(grid.columns))
        texts = [squeeze(cell.text) for cell in cells if cell is not None and cell.text.strip()]
        if texts and not numbers_columns(texts):
            yield Row(grid, index, cells)


def numbers_columns(texts: list[str]) -> bool:
    """Whether a row below a header that was not read whole numbers the columns: 1, 2, 3 …"""
    if len(texts) < 3 or not all(text.isdecimal() and len(text) < 3 for text in texts):
        return False
    first = int(texts[0])
    return list(map(int, texts)) == list(range(first, first + len(texts)))


def label_of(row: Row, labels: list[Column]) -> str:
    """The row's label where names stand in several columns: the last, or the one before a bare 小计."""
    texts: list[str] = []
    for column in labels:
        text = row.text(column.index)
        if column.role in (NAME, "unit", "project") and text and (not texts or texts[-1] != text):
            texts.append(text)
    if len(texts) > 1 and plain(texts[-1]) in ("小计", "合计", "金额"):
        return texts[-2] + texts[-1]
    return texts[-1] if texts else ""


def amounts_of(row: Row, columns: list[Column], unit: str) -> Iterator[tuple[Column, Meaning, Cell]]:
    """The cells of a row that begin in an amount column and print an amount."""
    for column in columns:
        if column.role not in (AMOUNT, DIFFERENCE) or column.meaning is None:
            continue
        cell = row.own(column.index)
        if cell is not None and read_money(cell.text, unit) is not None:
            yield column, column.meaning, cell
