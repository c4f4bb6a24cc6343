"""Word documents: headings, paragraphs, and tables with merged cells; a wide form turns its section across."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table

from maker.paper import Form, Heading, Paper, positions
from maker.render import archive

ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
SIZES = {0: 22, 1: 16, 2: 13, 3: 12}


def render(paper: Paper, path: Path) -> None:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name = "宋体"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    across = False
    turn(document, False)
    for block in paper.blocks:
        wide = isinstance(block, Form) and block.landscape
        if wide != across:
            document.add_section(WD_SECTION.NEW_PAGE)
            turn(document, wide)
            across = wide
        if isinstance(block, Form):
            for part in block.parts():
                add_form(document, part)
        else:
            level = block.level if isinstance(block, Heading) else 4
            place = "center" if level < 2 else "left"
            add_line(document, block.text, SIZES.get(level, 12), place)
    content = io.BytesIO()
    document.save(content)
    archive.write(content, path)


def turn(document: WordDocument, across: bool) -> None:
    """Sets the last section upright or across, A4."""
    section = document.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    sides = (Mm(297), Mm(210)) if across else (Mm(210), Mm(297))
    section.page_width, section.page_height = sides
    section.left_margin = section.right_margin = Mm(18)


def add_line(document: WordDocument, text: str, size: float, align: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN[align]
    paragraph.add_run(text).font.size = Pt(size)


def add_form(document: WordDocument, form: Form) -> None:
    *numbers, body, unit = form.caption
    add_line(document, form.title, 15, "center")
    for number in numbers:
        add_line(document, number, 9, "right")
    add_line(document, body, 9, "left")
    add_line(document, unit, 9, "right")
    every = form.header + form.body
    table: Table = document.add_table(rows=len(every), cols=len(form.widths))
    table.style = "Table Grid"
    grid = [list(row.cells) for row in table.rows]
    for row, column, cell in positions(every):
        target = grid[row][column]
        if cell.rows > 1 or cell.columns > 1:
            target = target.merge(grid[row + cell.rows - 1][column + cell.columns - 1])
        paragraph = target.paragraphs[0]
        paragraph.alignment = ALIGN[cell.align]
        paragraph.add_run(cell.text).font.size = Pt(9 if len(form.widths) < 10 else 7)
    for note in form.notes:
        add_line(document, note, 9, "left")
