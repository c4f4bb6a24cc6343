"""PDF as finance bureaus print it: a centred title, the body's name left, the unit right, a ruled form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from maker.paper import Form, Heading, Paper, Sentence, positions
from maker.render import prose

FONT = "body"
MARGIN = 18 * mm


def style(size: float, **options: object) -> ParagraphStyle:
    return ParagraphStyle("", fontName=FONT, fontSize=size, leading=size * 1.45, wordWrap="CJK", **options)


HEADINGS = {
    0: style(18, alignment=TA_CENTER, spaceBefore=80, spaceAfter=60),
    1: style(16, alignment=TA_CENTER, spaceBefore=12, spaceAfter=12),
    2: style(13, spaceBefore=8, spaceAfter=4),
    3: style(12, spaceBefore=4, spaceAfter=4),
}
BODY_SIZE = 12.0
TITLE = style(15, alignment=TA_CENTER, spaceAfter=6)
NOTE = style(9, spaceBefore=2)


def use_font(path: Path) -> None:
    pdfmetrics.registerFont(TTFont(FONT, str(path)))


def render(paper: Paper, path: Path) -> None:
    """Writes the file; the same paper gives the same bytes."""
    document = BaseDocTemplate(
        str(path),
        pagesize=A4,
        invariant=1,
        title=paper.blocks[0].text if isinstance(paper.blocks[0], Heading) else "",
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
    )
    for name, size in (("upright", A4), ("across", landscape(A4))):
        frame = Frame(MARGIN, MARGIN, size[0] - 2 * MARGIN, size[1] - 2 * MARGIN, 0, 0, 0, 0)
        document.addPageTemplates(PageTemplate(name, [frame], onPage=number_page(size), pagesize=size))
    story: list[Flowable] = []
    before: object = None
    for block in paper.blocks:
        if isinstance(block, Form):
            for part in block.parts():
                turn = "across" if part.landscape else "upright"
                story += [NextPageTemplate(turn), PageBreak(), *form_flowables(part)]
        else:
            if isinstance(before, Form) or (isinstance(block, Heading) and block.level == 1):
                story += [NextPageTemplate("upright"), PageBreak()]
            story += words(block, paper.justified)
        before = block
    document.build(story)


def number_page(size: tuple[float, float]) -> Callable[[Canvas, BaseDocTemplate], None]:
    def draw(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(size[0] / 2, 10 * mm, f"- {document.page} -")

    return draw


def words(block: Heading | Sentence, justified: bool) -> list[Flowable]:
    if isinstance(block, Heading):
        return [Paragraph(block.text, HEADINGS[block.level])]
    return [*prose.lines(block.text, A4[0] - 2 * MARGIN, FONT, BODY_SIZE, justified), Spacer(0, 3)]


def form_flowables(form: Form) -> list[Flowable]:
    """Title, caption, ruled table and notes of one printed form.

    A form that would run a little over its page is set tight; a longer one runs on, and only its header is repeated.
    """
    width = (landscape(A4) if form.landscape else A4)[0] - 2 * MARGIN
    columns = [width * share / sum(form.widths) for share in form.widths]
    size = 9.0 if len(columns) < 9 else (8.0 if len(columns) < 14 else 6.5)
    every = form.header + form.body
    rows_in_full, rows_tight = (27, 40) if form.landscape else (44, 60)
    tight = rows_in_full < len(every) <= rows_tight
    if tight:
        size = min(size, 7.0)
    data: list[list[object]] = [["" for _ in columns] for _ in every]
    rules: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("FONT", (0, 0), (-1, -1), FONT, size),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 0.3 if tight else 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.2 if tight else 2.5),
    ]
    for row, column, cell in positions(every):
        end = (column + cell.columns - 1, row + cell.rows - 1)
        if cell.rows > 1 or cell.columns > 1:
            rules.append(("SPAN", (column, row), end))
        room = sum(columns[column : end[0] + 1]) - 4
        if cell.align == "right":
            data[row][column] = cell.text
            rules.append(("ALIGN", (column, row), end, "RIGHT"))
        elif pdfmetrics.stringWidth(cell.text, FONT, size) <= room:
            data[row][column] = cell.text
            rules.append(("ALIGN", (column, row), end, cell.align.upper()))
        else:
            alignment = {"alignment": TA_CENTER} if cell.align == "center" else {}
            data[row][column] = Paragraph(cell.text, style(size, **alignment))
    table = Table(data, colWidths=columns, repeatRows=len(form.header), style=TableStyle(rules))
    return [
        Paragraph(form.title, TITLE),
        *caption_flowables(form.caption, width),
        table,
        *(Paragraph(note, NOTE) for note in form.notes),
        Spacer(0, 2),
    ]


def caption_flowables(caption: tuple[str, ...], width: float) -> list[Flowable]:
    """The last line names the unit and stands right of the body's name; a form number stands above it, at the right."""
    *numbers, body, unit = caption
    right = style(9, alignment=TA_RIGHT)
    line = Table([[Paragraph(body, style(9)), Paragraph(unit, right)]], colWidths=[width * 0.75, width * 0.25])
    line.setStyle(TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]))
    return [*(Paragraph(number, right) for number in numbers), line]
