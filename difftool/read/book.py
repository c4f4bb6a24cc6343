"""What the readers of all workbook formats share: pages of shown sheets, what is hidden told, the size bounded."""

from __future__ import annotations

from pathlib import Path

from difftool.model.bounds import bounds_in_force
from difftool.model.document import Document, Page, Source
from difftool.model.file_problems import HiddenColumns, HiddenRows, HiddenSheet
from difftool.model.place import SheetPlace
from difftool.model.problem import NothingInIt, Problem, TooManyCells, TooManyPages
from difftool.read.normalise import normalise
from difftool.read.reader import fingerprint
from difftool.read.sheet_layout import Sheet, SheetCell, sheet_blocks

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


class Book:
    """Collects the sheets of one workbook as they are read, and keeps what is not read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._pages: list[Page] = []
        self._sheets = 0
        self._bounds = bounds_in_force()
        self._cells_left = self._bounds.cells

    def document(self, data: bytes, kind: str) -> Document:
        """The document of the sheets so far. Raises `NothingInIt`."""
        if not any(page.blocks for page in self._pages):
            raise NothingInIt(path=self.path, detail="no shown sheet has a cell with text")
        return Document(Source(str(self.path), fingerprint(data), kind), tuple(self._pages), tuple(self.problems))

    def tell(self, kind: type[Problem], sheet: str, cell: str = "A1", **details: str | int) -> None:
        self.problems.append(kind.at(SheetPlace(sheet, cell), sheet=sheet, cell=cell, **details))

    def add_cell(self, sheet: Sheet, row: int, column: int, text: str, *, ruled: bool) -> None:
        """Put a cell into a sheet that is being read, where it shows anything. Raises `TooLarge`."""
        self._cells_left -= 1
        if self._cells_left < 0 or row >= LAST_ROW or column >= LAST_COLUMN:
            raise TooManyCells(path=self.path, detail=f"more than {self._bounds.cells:,} cells; --max-cells")
        text = normalise(text).strip()
        if text or ruled:
            sheet.cells.append(SheetCell(row, column, text, ruled))

    def add_sheet(self, sheet: Sheet, *, hidden: bool) -> None:
        """Make a page of a sheet that was read, or tell that it is hidden. Raises `TooLarge`."""
        self._sheets += 1
        if self._sheets > self._bounds.pages:
            raise TooManyPages(path=self.path, detail=f"more than {self._bounds.pages:,} sheets; --max-pages")
        if hidden:
            if any(cell.text for cell in sheet.cells):
                self.tell(HiddenSheet, sheet.name)
            return
        self._bound(sheet)
        self._tell_hidden(sheet)
        self._pages.append(Page(len(self._pages) + 1, tuple(sheet_blocks(sheet))))

    def _tell_hidden(self, sheet: Sheet) -> None:
        rows = {cell.row for cell in sheet.cells if cell.text and cell.row in sheet.hidden_rows}
        columns = {cell.column for cell in sheet.cells if cell.text and cell.column in sheet.hidden_columns}
        if rows:
            self.tell(HiddenRows, sheet.name, count=len(rows))
        if columns:
            self.tell(HiddenColumns, sheet.name, count=len(columns))

    def _bound(self, sheet: Sheet) -> None:
        """Refuse a sheet whose cells lie so far apart, or whose merged ranges are so many, that the grid is no form."""
        rows = {cell.row for cell in sheet.cells}
        told = [cell.column for cell in sheet.cells if cell.text]
        width = max(told) - min(told) + 1 if told else 0
        most = self._bounds.cells
        if len(rows) * width > most or len(sheet.merged) * (len(rows) + width) > 50 * most:
            raise TooManyCells(path=self.path, detail=f"sheet {sheet.name} spans more than {most:,} cells; --max-cells")
