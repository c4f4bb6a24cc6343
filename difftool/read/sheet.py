"""Excel workbooks (.xlsx): every shown sheet with its forms, amounts as their number formats print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from difftool.model.document import Document, Page, Source
from difftool.model.place import SheetPlace
from difftool.model.problem import NothingInIt, Problem, TooLarge
from difftool.read.normalise import normalise
from difftool.read.number_format import BUILT_IN, print_number
from difftool.read.package import Package
from difftool.read.reader import fingerprint
from difftool.read.sheet_layout import Sheet, SheetCell, cell_name, sheet_blocks

MOST_CELLS = 400_000  # over all sheets
MOST_SHEETS = 1_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_NAME = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def read_xlsx(path: Path, data: bytes, package: Package) -> Document:
    """The document in a workbook: a page for each shown sheet; places are sheet and cell.

    Amounts are decimals from the file's text: no binary fraction is ever made of them. Hidden sheets, rows and columns
    that hold text, formulas without a stored value and values that are errors are problems of the document.
    Raises `DamagedFile`, `EncryptedFile`, `NothingInIt`, `TooLarge` or `UnsafeFile`.
    """
    reader = WorkbookReader(path, package)
    pages = tuple(reader.pages())
    if not any(page.blocks for page in pages):
        raise NothingInIt(path=path, detail="no shown sheet has a cell with text")
    return Document(Source(str(path), fingerprint(data), "xlsx"), pages, tuple(reader.problems))


class WorkbookReader:
    """Reads the sheets of one workbook, and keeps what is not read."""

    def __init__(self, path: Path, package: Package) -> None:
        self.path = path
        self.package = package
        self.problems: list[Problem] = []
        self.main = package.of_kind("", "officeDocument") or "xl/workbook.xml"
        self._strings = shared_strings(package, package.of_kind(self.main, "sharedStrings"))
        self._styles = Styles(package, package.of_kind(self.main, "styles"))
        self._cells_left = MOST_CELLS

    def pages(self) -> Iterator[Page]:
        parts = self.package.related(self.main)
        told = list(self.package.xml(self.main).iter("{*}sheet"))
        if len(told) > MOST_SHEETS:
            raise TooLarge(path=self.path, detail=f"more than {MOST_SHEETS:,} sheets")
        number = 0
        for each in told:
            name = each.get("name", "")
            link = next((value for key, value in each.attrib.items() if key.endswith("}id")), "")
            kind, part = parts.get(link, ("", ""))
            if kind != "worksheet" or part not in self.package.names:
                self.tell("unread-sheet", f"sheet {name} is a chart or is missing", name)
                continue
            sheet = self.sheet(name, self.package.xml(part))
            if each.get("state", "visible") != "visible":
                if any(cell.text for cell in sheet.cells):
                    self.tell("hidden-sheet", f"sheet {name} is hidden and not read", name)
                continue
            number += 1
            self.tell_hidden(sheet)
            yield Page(number, tuple(sheet_blocks(sheet)))

    def tell(self, code: str, message: str, sheet: str, cell: str = "A1") -> None:
        self.problems.append(Problem(code, message, SheetPlace(sheet, cell)))

    def tell_hidden(self, sheet: Sheet) -> None:
        rows = {cell.row for cell in sheet.cells if cell.text and cell.row in sheet.hidden_rows}
        columns = {cell.column for cell in sheet.cells if cell.text and cell.column in sheet.hidden_columns}
        for code, held, what in (("hidden-rows", rows, "rows"), ("hidden-columns", columns, "columns")):
            if held:
                self.tell(code, f"sheet {sheet.name}: {len(held)} {what} are hidden and not read", sheet.name)

    def sheet(self, name: str, root: Any) -> Sheet:
        sheet = Sheet(name)
        for columns in root.iterfind("{*}cols/{*}col"):
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
        self.bound(sheet)
        return sheet

    def add(self, sheet: Sheet, cell: Any, row: int, column: int) -> None:
        self._cells_left -= 1
        if self._cells_left < 0 or row >= LAST_ROW or column >= LAST_COLUMN:
            raise TooLarge(path=self.path, detail=f"more than {MOST_CELLS:,} cells")
        style = whole(cell.get("s"))
        text = normalise(self.text(sheet, cell, style, cell_name(row, column))).strip()
        ruled = self._styles.ruled(style)
        if text or ruled:
            sheet.cells.append(SheetCell(row, column, text, ruled))

    def text(self, sheet: Sheet, cell: Any, style: int, where: str) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return rich_text(cell.find("{*}is"))
        value = cell.findtext("{*}v")
        if value is None:
            if cell.find("{*}f") is not None:
                self.tell(
                    "no-stored-value", f"sheet {sheet.name} {where}: a formula without a value", sheet.name, where
                )
            return ""
        if kind == "s":
            index = whole(value.strip(), -1)
            return self._strings[index] if 0 <= index < len(self._strings) else ""
        if kind == "e":
            self.tell("error-value", f"sheet {sheet.name} {where}: {value}", sheet.name, where)
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

    def bound(self, sheet: Sheet) -> None:
        """Refuse a sheet whose cells lie so far apart, or whose merged ranges are so many, that the grid is no form."""
        rows = {cell.row for cell in sheet.cells}
        told = [cell.column for cell in sheet.cells if cell.text]
        width = max(told) - min(told) + 1 if told else 0
        if len(rows) * width > MOST_CELLS or len(sheet.merged) * (len(rows) + width) > 50 * MOST_CELLS:
            raise TooLarge(path=self.path, detail=f"sheet {sheet.name} spans more than {MOST_CELLS:,} cells")


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
