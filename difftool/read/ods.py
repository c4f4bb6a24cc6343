"""OpenDocument spreadsheets (.ods): every shown sheet with its forms; the file keeps what each cell prints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from difftool.model.document import Document
from difftool.model.problem import DamagedFile, EncryptedFile
from difftool.read.book import LAST_COLUMN, LAST_ROW, Book
from difftool.read.package import Package
from difftool.read.sheet_layout import Sheet

BLANK_ROWS = 200  # of one repeated ruled row without text: more are the rest of the sheet
ROWS = "table-row"
GROUPS = frozenset(["table-row-group", "table-header-rows", "table-rows"])
UNSEEN = frozenset(["annotation", "ruby-text"])


def read_ods(path: Path, data: bytes, package: Package) -> Document:
    """The document in a spreadsheet: a page for each shown sheet; places are sheet and cell.

    Raises `DamagedFile`, `EncryptedFile`, `NothingInIt`, `TooLarge` or `UnsafeFile`.
    """
    manifest = "META-INF/manifest.xml"
    if manifest in package.names and next(package.xml(manifest).iter("{*}encryption-data"), None) is not None:
        raise EncryptedFile(path=path)
    root = package.xml("content.xml")
    body = next(root.iter("{*}spreadsheet"), None)
    if body is None:
        raise DamagedFile(path=path, detail="content.xml has no spreadsheet")
    reader = SpreadsheetReader(path, root)
    for told in body.iterfind("{*}table"):
        reader.read(told)
    return reader.book.document(data, "ods")


class SpreadsheetReader:
    """Reads the sheets of one spreadsheet."""

    def __init__(self, path: Path, root: Any) -> None:
        self.book = Book(path)
        self._ruled: set[str] = set()
        self._hidden: set[str] = set()
        for style in root.iter("{*}style"):
            for properties in style.iterfind("{*}table-cell-properties"):
                if any(key.startswith("border") and told != "none" for key, told in attributes(properties).items()):
                    self._ruled.add(attributes(style).get("name", ""))
            for properties in style.iterfind("{*}table-properties"):
                if attributes(properties).get("display") == "false":
                    self._hidden.add(attributes(style).get("name", ""))

    def read(self, table: Any) -> None:
        said = attributes(table)
        sheet = Sheet(said.get("name", ""))
        column = 0
        for told in table.iter("{*}table-column"):
            count = repeated(told, "number-columns-repeated", LAST_COLUMN - column)
            if is_collapsed(told):
                sheet.hidden_columns.update(range(column, column + count))
            column += count
        self._rows(sheet, table, 0)
        self.book.add_sheet(sheet, hidden=said.get("style-name", "") in self._hidden)

    def _rows(self, sheet: Sheet, parent: Any, number: int) -> int:
        for child in parent:
            if name(child) in GROUPS:
                number = self._rows(sheet, child, number)
            elif name(child) == ROWS:
                count = repeated(child, "number-rows-repeated", LAST_ROW - number)
                cells = list(self._cells(sheet, child, number))
                told = any(text for _, text, _ in cells)
                for row in range(number, number + (count if told else min(count, BLANK_ROWS)) if cells else number):
                    if is_collapsed(child):
                        sheet.hidden_rows.add(row)
                    for column, text, ruled in cells:
                        self.book.add_cell(sheet, row, column, text, ruled=ruled)
                number += count
        return number

    def _cells(self, sheet: Sheet, row: Any, number: int) -> list[tuple[int, str, bool]]:
        """Column, text and border of the cells of a row that show anything."""
        found: list[tuple[int, str, bool]] = []
        column = 0
        for cell in row:
            if name(cell) not in ("table-cell", "covered-table-cell"):
                continue
            count = repeated(cell, "number-columns-repeated", LAST_COLUMN - column)
            text = "" if name(cell) == "covered-table-cell" else shown(cell)
            ruled = attributes(cell).get("style-name", "") in self._ruled
            if text:
                found.extend((at, text, ruled) for at in range(column, column + count))
            elif ruled:
                found.append((column, "", True))
            down = repeated(cell, "number-rows-spanned", LAST_ROW)
            right = repeated(cell, "number-columns-spanned", LAST_COLUMN)
            if down > 1 or right > 1:
                sheet.merged.append((number, column, number + down - 1, column + right - 1))
            column += count
        return found


def name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def attributes(element: Any) -> dict[str, str]:
    return {key.rpartition("}")[2]: str(value) for key, value in element.attrib.items()}


def repeated(element: Any, attribute: str, most: int) -> int:
    told = attributes(element).get(attribute, "")
    return (
        max(min(int(told), most), 0) if told.isascii() and told.isdigit() and len(told) < 10 else min(1, max(most, 0))
    )


def is_collapsed(element: Any) -> bool:
    return attributes(element).get("visibility", "visible") != "visible"


def shown(cell: Any) -> str:
    """The text that a cell prints, paragraph by paragraph, without the notes on it."""
    return "\n".join(text_of(child) for child in cell if name(child) == "p")


def text_of(element: Any) -> str:
    pieces = [element.text or ""]
    for child in element:
        kind = name(child)
        if kind == "s":
            pieces.append(" " * repeated(child, "c", 1_000))
        elif kind in ("tab", "line-break"):
            pieces.append("\n" if kind == "line-break" else " ")
        elif kind not in UNSEEN:
            pieces.append(text_of(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
