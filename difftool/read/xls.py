"""Old Excel workbooks (.xls): the same as .xlsx, from the compound file that xlrd opens."""

from __future__ import annotations

import io
from pathlib import Path
from struct import Struct
from typing import Any

from difftool.model.bounds import bounds_in_force
from difftool.model.document import Document
from difftool.model.file_problems import ErrorValue
from difftool.model.problem import DamagedFile, DifftoolError, EncryptedFile, TooManyBytes, TooManyCells
from difftool.read.book import Book
from difftool.read.number_format import print_number
from difftool.read.sheet_layout import Sheet, cell_name

HEADER = Struct("<HH")  # of a record: its kind, and how many bytes follow
ROW_AND_COLUMNS = 6  # bytes of a record of several cells that tell which they are
# Bytes of a cell in the two kinds of records that hold several: of blank cells and of numbers. A record of one cell is
# larger than what xlrd stores of it.
CELL_BYTES = {0xBE: 2, 0xBD: 6}


def read_xls(path: Path, data: bytes) -> Document:
    """The document in an old workbook: a page for each shown sheet; places are sheet and cell.

    Raises `DamagedFile`, `EncryptedFile`, `NothingInIt` or `TooLarge`.
    """
    import xlrd

    most = bounds_in_force().stream_bytes
    if len(data) > most:
        raise TooManyBytes(path=path, detail=f"more than {most:,} bytes")
    reader = OldWorkbookReader(path)
    try:
        check_sectors(data)
        with xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, on_demand=True, logfile=io.StringIO()
        ) as opened:
            check_cells(path, opened)
            for index in range(opened.nsheets):
                reader.read(opened, opened.sheet_by_index(index))
                opened.unload_sheet(index)
    except (DifftoolError, MemoryError):
        raise
    except Exception as error:  # xlrd trusts its input: a broken record raises whatever it stumbles over
        if "encrypted" in str(error):
            raise EncryptedFile(path=path) from error
        said = str(error).splitlines()
        raise DamagedFile(path=path, detail=said[0] if said else type(error).__name__) from error
    return reader.book.document(data, "xls")


def check_sectors(data: bytes) -> None:
    """Raise `ValueError` where sectors of a short stream follow each other in a circle, which xlrd would go round."""
    from xlrd.compdoc import CompDoc

    container = CompDoc(data, logfile=io.StringIO())
    followed: set[int] = set()
    for stream in container.dirlist:
        sector, own = stream.first_SID, set()
        while 0 <= sector < len(container.SSAT) and sector not in followed:
            if sector in own:
                raise ValueError(f"the sectors of {stream.name!r} follow each other in a circle")
            own.add(sector)
            sector = container.SSAT[sector]
        followed |= own


def check_cells(path: Path, opened: Any) -> None:
    """Raise `TooManyCells` where the records of all sheets hold more cells than may be read, which xlrd would store."""
    most = bounds_in_force().cells
    cells, place, end = 0, opened.base, opened.base + opened.stream_len
    while place + HEADER.size <= end and cells <= most:
        kind, length = HEADER.unpack_from(opened.mem, place)
        if kind in CELL_BYTES:
            cells += (length - ROW_AND_COLUMNS) // CELL_BYTES[kind]
        place += HEADER.size + length
    if cells > most:
        raise TooManyCells(path=path, detail=f"more than {most:,} cells; --max-cells")


class OldWorkbookReader:
    """Reads the sheets of one workbook."""

    def __init__(self, path: Path) -> None:
        self.book = Book(path)

    def read(self, opened: Any, told: Any) -> None:
        sheet = Sheet(str(told.name))
        sheet.merged = [(top, left, below - 1, after - 1) for top, below, left, after in told.merged_cells]
        sheet.hidden_rows = {row for row, info in told.rowinfo_map.items() if info.hidden}
        sheet.hidden_columns = {column for column, info in told.colinfo_map.items() if info.hidden}
        for row in range(told.nrows):
            for column in range(told.row_len(row)):
                style = opened.xf_list[told.cell_xf_index(row, column)]
                text = self.text(opened, sheet, told.cell(row, column), style, cell_name(row, column))
                self.book.add_cell(sheet, row, column, text, ruled=is_ruled(style))
        self.book.add_sheet(sheet, hidden=told.visibility != 0)

    def text(self, opened: Any, sheet: Sheet, cell: Any, style: Any, where: str) -> str:
        import xlrd

        if cell.ctype in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
            # The shortest decimal that stands for the stored number; the format rounds it as it is shown.
            stored = repr(cell.value)
            try:
                return print_number(stored, opened.format_map[style.format_key].format_str)
            except ValueError:
                return stored
        if cell.ctype == xlrd.XL_CELL_ERROR:
            shown = xlrd.error_text_from_code.get(cell.value, "#N/A")
            self.book.tell(ErrorValue, sheet.name, where, value=shown)
            return str(shown)
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if cell.value else "FALSE"
        return str(cell.value)


def is_ruled(style: Any) -> bool:
    edges = style.border
    return any((edges.left_line_style, edges.right_line_style, edges.top_line_style, edges.bottom_line_style))
