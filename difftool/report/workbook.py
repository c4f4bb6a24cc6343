"""The report as an Excel workbook, for those who go on counting."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from difftool.model.comparison import Comparison
from difftool.report.language import CHINESE, speaking
from difftool.report.pictures import NONE
from difftool.report.report_view import view_of
from difftool.report.tabular import Cell, Number, Sheet, sheets_of
from difftool.report.visible_text import visible

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# What a sheet can hold: the digits of a number that Excel keeps, the characters of a cell.
_MOST_DIGITS = 15
_MOST_CHARACTERS = 32_767
# The same comparison gives the same bytes, so that the file must not tell when it was made.
_CREATED = datetime(1980, 1, 1)
_SHADE = "#DCE6F1"


def write_workbook(comparison: Comparison, language: str = CHINESE) -> bytes:
    """A comparison as an XLSX file: a summary, then sheets of changes, moves, checks and all facts of both documents.

    Amounts are numbers, exact, in the unit of the report (万元, in English yuan) and shown with its decimals; facts
    are in yuan. Beside each amount stands what the document prints. A number of more digits than Excel keeps is
    written as text. What documents print is always text, never a formula or a link.
    """
    with speaking(language):
        view = view_of(comparison, pictures=NONE)
        return workbook_of(view.title, sheets_of(view, comparison))


def workbook_of(title: str, sheets: Iterable[Sheet]) -> bytes:
    from xlsxwriter import Workbook

    paper = io.BytesIO()
    with Workbook(paper, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": _fitting(visible(title)), "created": _CREATED})
        formats = Formats(workbook)
        for sheet in sheets:
            _write_sheet(workbook.add_worksheet(sheet.title), sheet, formats)
    return paper.getvalue()


class Formats:
    """The looks of cells, each made once: a workbook holds a limited number."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._numbers: dict[str, Format] = {}
        self.heading = workbook.add_format({"bold": True, "bg_color": _SHADE, "bottom": 1, "text_wrap": True})
        self.text = workbook.add_format({"text_wrap": True, "valign": "top"})

    def number(self, places: int, share: bool = False) -> Format:
        decimals = f".{'0' * places}" if places else ""
        pattern = f"0{decimals}%" if share else f"#,##0{decimals}"
        if pattern not in self._numbers:
            self._numbers[pattern] = self._workbook.add_format({"num_format": pattern, "valign": "top"})
        return self._numbers[pattern]


def _write_sheet(page: Worksheet, sheet: Sheet, formats: Formats) -> None:
    for column, (title, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(0, column, visible(title), formats.heading)
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _write(page, number, column, cell, formats)
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write(page: Worksheet, row: int, column: int, cell: Cell, formats: Formats) -> None:
    if isinstance(cell, Number):
        if is_exact(cell.value):
            page.write_number(row, column, float(cell.value), formats.number(cell.places, cell.share))
        else:
            page.write_string(row, column, f"{cell.value:,f}", formats.text)
    elif isinstance(cell, int):
        page.write_number(row, column, cell, formats.text)
    elif cell:
        lines = "\n".join(visible(line) for line in cell.splitlines())
        page.write_string(row, column, _fitting(lines), formats.text)


def is_exact(value: Decimal) -> bool:
    """Whether a spreadsheet keeps the number to its last digit."""
    return len(value.normalize().as_tuple().digits) <= _MOST_DIGITS and Decimal(repr(float(value))) == value


def _fitting(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"
