"""Excel workbooks (.xlsx): every shown sheet with its forms, amounts as their number formats print them."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import Any

from difftool.model.document import Document
from difftool.model.file_problems import ErrorValue, NoStoredValue, UnreadSheet
from difftool.read.book import LAST_COLUMN, Book
from difftool.read.number_format import BUILT_IN, print_number
from difftool.read.package import Package
from difftool.read.sheet_layout import Sheet, cell_name

_NAME = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def read_xlsx(path: Path, data: bytes, package: Package) -> Document:
    """The document in a workbook: a page for each shown sheet; places are sheet and cell.

    Amounts are decimals from the file's text: no binary fraction is ever made of them. Hidden sheets, rows and columns
    that hold text, formulas without a stored value and values that are errors are problems of the document.
    Raises `DamagedFile`, `EncryptedFile`, `NothingInIt`, `TooLarge` or `UnsafeFile`.
    """
    reader = WorkbookReader(path, package)
    reader.read()
    return reader.book.document(data, "xlsx")


class WorkbookReader:
    """Reads the sheets of one workbook, and keeps what is not read."""

    def __init__(self, path: Path, package: Package) -> None:
        self.book = Book(path)
        self.package = package
        self.main = package.of_kind("", "officeDocument") or "xl/workbook.xml"
        self._strings = shared_strings(package, package.of_kind(self.main, "sharedStrings"))
        self._styles = Styles(package, package.of_kind(self.main, "styles"))

    def read(self) -> None:
        parts = self.package.related(self.main)
        for told in self.package.xml(self.main).iter("{*}sheet"):
            name = told.get("name", "")
            link = next((value for key, value in told.attrib.items() if key.endswith("}id")), "")
            kind, part = parts.get(link, ("", ""))
            if kind != "worksheet" or part not in self.package.names:
                self.book.tell(UnreadSheet, name)
                continue
            hidden = told.get("state", "visible") != "visible"
            self.book.add_sheet(self.sheet(name, self.package.xml(part)), hidden=hidden)

    def sheet(self, name: str, root: Any) -> Sheet:
        sheet = Sheet(name)
        for columns in islice(root.iterfind("{*}cols/{*}col"), LAST_COLUMN):
            if is_true(columns.get("hidden")):
                first, last = whole(columns.get("min")), whole(columns.get("max"))
                sheet.hidden_columns.update(range(max(first, 1) - 1, min(last, LAST_COLUMN)))
        row_number = -1
        for row in root.iterfind("{*}sheetData/{*}row"):
            row_number = whole(row.get("r"), row_number + 2) - 1
            if is_true(row.get("hidden")):
                sheet.hidden_rows.add(row_number)
            column = -1
            for cell in row.iterfind("{*}c"):
                named = _NAME.fullmatch(cell.get("r", ""))
                column = column_number(named.group(1)) if named else column + 1
                self.add(sheet, cell, row_number, column)
        self.merge(sheet, root)
        return sheet

    def add(self, sheet: Sheet, cell: Any, row: int, column: int) -> None:
        style = whole(cell.get("s"))
        text = self.text(sheet, cell, style, cell_name(row, column))
        self.book.add_cell(sheet, row, column, text, ruled=self._styles.ruled(style))

    def text(self, sheet: Sheet, cell: Any, style: int, where: str) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return rich_text(cell.find("{*}is"))
        value = cell.findtext("{*}v")
        if value is None:
            if cell.find("{*}f") is not None:
                self.book.tell(NoStoredValue, sheet.name, where)
            return ""
        if kind == "s":
            index = whole(value.strip(), -1)
            return self._strings[index] if 0 <= index < len(self._strings) else ""
        if kind == "e":
            self.book.tell(ErrorValue, sheet.name, where, value=value)
            return str(value)
        if kind == "n":
            try:
                return print_number(str(value), self._styles.format(style))
            except ValueError:
                return str(value)
        return str(value)

    def merge(self, sheet: Sheet, root: Any) -> None:
        for merged in root.iterfind("{*}mergeCells/{*}mergeCell"):
            ends = [_NAME.fullmatch(end) for end in merged.get("ref", "").split(":")]
            if len(ends) == 2 and ends[0] and ends[1]:
                (top, left), (bottom, right) = (
                    (int(end.group(2)) - 1, column_number(end.group(1))) for end in ends if end is not None
                )
                sheet.merged.append((top, left, bottom, right))


class Styles:
    """What the workbook's cell styles say: the number format and whether a border is drawn."""

    def __init__(self, package: Package, part: str | None) -> None:
        self._formats: list[str] = []
        self._ruled: list[bool] = []
        if part is None:
            return
        root = package.xml(part)
        codes = dict(BUILT_IN)
        for told in root.iterfind("{*}numFmts/{*}numFmt"):
            codes[whole(told.get("numFmtId"))] = told.get("formatCode", "General")
        borders = [
            any(side.get("style", "none") != "none" for side in border)
            for border in root.iterfind("{*}borders/{*}border")
        ]
        for style in root.iterfind("{*}cellXfs/{*}xf"):
            self._formats.append(codes.get(whole(style.get("numFmtId")), "General"))
            border = whole(style.get("borderId"))
            self._ruled.append(border < len(borders) and borders[border])

    def format(self, style: int) -> str:
        return self._formats[style] if style < len(self._formats) else "General"

    def ruled(self, style: int) -> bool:
        return style < len(self._ruled) and self._ruled[style]


def shared_strings(package: Package, part: str | None) -> list[str]:
    return [rich_text(told) for told in package.xml(part).iterfind("{*}si")] if part else []


def rich_text(element: Any) -> str:
    """The text of a string in all its fonts, without the reading aids over it."""
    if element is None:
        return ""
    return "".join(piece.text or "" for piece in element.iterfind("{*}t")) + "".join(
        piece.text or "" for piece in element.iterfind("{*}r/{*}t")
    )


def is_true(said: str | None) -> bool:
    return said in ("1", "true")


def whole(said: str | None, default: int = 0) -> int:
    return int(said) if said is not None and said.isascii() and said.isdigit() and len(said) < 10 else default


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
