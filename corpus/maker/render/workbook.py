"""Workbooks: a sheet of words, then a sheet for each form; amounts as numbers with the format that prints them."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from maker.paper import Cell, Form, Paper, positions
from maker.render import archive

EDGE = Border(*(Side(style="thin") for _ in range(4)))


def render(paper: Paper, path: Path) -> None:
    book = Workbook()
    words = book.active
    words.title = "说明"
    words.column_dimensions["A"].width = 110
    place = 0
    for block in paper.blocks:
        if isinstance(block, Form):
            place += 1
            fill(book.create_sheet(f"{place:02d}{block.title}"[:31]), block)
        else:
            words.append([block.text])
            words.cell(words.max_row, 1).alignment = Alignment(wrap_text=True)
    content = io.BytesIO()
    book.save(content)
    archive.write(content, path)


def fill(sheet: Worksheet, form: Form) -> None:
    """One form on one sheet: title over all columns, number, body and unit in their rows, then the ruled cells."""
    last = len(form.widths)
    *numbers, body, unit = form.caption
    sheet.cell(1, 1, form.title).font = Font(size=15)
    sheet.cell(1, 1).alignment = Alignment(horizontal="center")
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=last)
    for row, number in enumerate(numbers, start=2):
        sheet.cell(row, last, number).alignment = Alignment(horizontal="right")
    top = 2 + len(numbers)
    sheet.cell(top, 1, body)
    sheet.cell(top, last, unit).alignment = Alignment(horizontal="right")
    every = form.header + form.body
    for row, column, cell in positions(every):
        first = (row + top + 1, column + 1)
        end = (row + top + cell.rows, column + cell.columns)
        for down in range(first[0], end[0] + 1):
            for right in range(first[1], end[1] + 1):
                sheet.cell(down, right).border = EDGE
        put(sheet.cell(*first), cell)
        if first != end:
            sheet.merge_cells(start_row=first[0], start_column=first[1], end_row=end[0], end_column=end[1])
    for place, note in enumerate(form.notes, start=top + len(every) + 1):
        sheet.cell(place, 1, note)
    for place, width in enumerate(form.widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(width, 6)


def put(target: SheetCell, cell: Cell) -> None:
    """Amounts are typed as numbers; codes stay text, or they would lose their zeros."""
    target.alignment = Alignment(horizontal=cell.align, vertical="center", wrap_text=True)
    if cell.key is None:
        target.value = cell.text or None
        return
    target.value = Decimal(cell.text.replace(",", ""))
    decimals = len(cell.text.partition(".")[2])
    target.number_format = ("#,##0." if "," in cell.text else "0.") + "0" * decimals if decimals else "0"
