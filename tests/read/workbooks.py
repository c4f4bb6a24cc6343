"""The corpus's workbooks (.xlsx) saved in the other formats of workbooks, for tests."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from difftool.read.number_format import print_number
from tests.read.packages import packed

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{short}="{OASIS}:{full}:1.0"' for short, full in (
    ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible")))  # fmt: skip
STYLES = (
    '<office:automatic-styles><style:style style:name="r"><style:table-cell-properties fo:border="0.5pt solid #000"/>'
    '</style:style><style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    "</office:automatic-styles>"
)
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def spreadsheet(tables: str, **more: str) -> bytes:
    content = (
        f"<office:document-content {SPACES}>{STYLES}<office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": MIMETYPE, "content.xml": content, **more})


def old_workbook(path: Path) -> bytes:
    """A workbook saved in the old format, by cells, number formats, borders and merged ranges."""
    import openpyxl
    import xlwt

    book = xlwt.Workbook()
    styled = cache(xlwt.easyxf)  # parsing a style costs more than writing a cell
    for sheet in openpyxl.load_workbook(path):
        made = book.add_sheet(sheet.title)
        merged = {(each.min_row, each.min_col): each for each in sheet.merged_cells.ranges}
        for row in sheet.iter_rows():
            for cell in row:
                line = 1 if cell.border.left.style else 0
                edges = f"borders: left {line}, right {line}, top {line}, bottom {line}"
                style = styled(edges, num_format_str=cell.number_format)
                spot = (cell.row, cell.column)
                if spot in merged:
                    area = merged[spot]
                    made.write_merge(
                        area.min_row - 1, area.max_row - 1, area.min_col - 1, area.max_col - 1, cell.value, style
                    )
                elif not isinstance(cell, openpyxl.cell.cell.MergedCell):
                    made.write(cell.row - 1, cell.column - 1, cell.value, style)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def converted(path: Path) -> bytes:
    """A workbook saved as a spreadsheet: printed texts, borders and merged ranges."""
    import openpyxl

    tables = []
    for sheet in openpyxl.load_workbook(path):
        merged = {(each.min_row, each.min_col): each for each in sheet.merged_cells.ranges}
        rows = []
        for row in sheet.iter_rows():
            told = ""
            for each in row:
                area = merged.get((each.row, each.column))
                spans = (
                    f'table:number-rows-spanned="{area.max_row - area.min_row + 1}" table:number-columns-spanned="{area.max_col - area.min_col + 1}"'
                    if area
                    else ""
                )
                value = each.value
                text = (
                    ""
                    if value is None
                    else value
                    if isinstance(value, str)
                    else print_number(repr(value), each.number_format)
                )
                border = 'table:style-name="r"' if each.border.left.style else ""
                told += f"<table:table-cell {border} {spans}><text:p>{escape(text)}</text:p></table:table-cell>"
            rows.append(f"<table:table-row>{told}</table:table-row>")
        tables.append(f'<table:table table:name="{sheet.title}">{"".join(rows)}</table:table>')
    return spreadsheet("".join(tables))
