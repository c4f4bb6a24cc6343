"""OFD, the national fixed-layout format: text and lines at places in millimetres, laid out here without any library."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from maker.paper import Cell, Form, Heading, Paper, Row, positions
from maker.render import archive

SPACE = "http://www.ofdspec.org/2016"
A4 = (210.0, 297.0)
MARGIN = 18.0
BODY_SIZE = 4.2  # millimetres, as all sizes here
HEADING_SIZES = {0: 6.3, 1: 5.6, 2: 4.6, 3: 4.2}
LEADING = 1.5
PADDING = 0.8
LINE = 0.18


@dataclass
class Sheet:
    """One page: its size, and its objects as XML."""

    width: float
    height: float
    objects: list[str] = field(default_factory=list)


class Layout:
    """Puts headings, sentences and forms on pages, from the top of the first to the end of the last."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.count = 100
        self.turn(False)

    def turn(self, landscape: bool) -> None:
        """Begins a page."""
        width, height = A4[::-1] if landscape else A4
        self.sheet = Sheet(width, height)
        self.sheets.append(self.sheet)
        self.top = MARGIN
        self.text(f"- {len(self.sheets)} -", width / 2 - 5, height - 10, 3.2)

    @property
    def left(self) -> float:
        return self.sheet.height - MARGIN - self.top

    def identifier(self) -> int:
        self.count += 1
        return self.count

    def text(self, text: str, x: float, baseline: float, size: float) -> None:
        """One line of text; equal distances are told once with their count, as office programs write them."""
        if not text.strip():
            return
        steps = [width_of(letter) * size for letter in text[:-1]]
        deltas = " ".join(grouped(steps))
        box = f"{x:.3f} {baseline - size:.3f} {width(text, size):.3f} {size * 1.2:.3f}"
        told = f' DeltaX="{deltas}"' if deltas else ""
        self.sheet.objects.append(
            f'<ofd:TextObject ID="{self.identifier()}" Boundary="{box}" Font="3" Size="{size:g}">'
            f'<ofd:TextCode X="0" Y="{size:.3f}"{told}>{escape(text)}</ofd:TextCode></ofd:TextObject>'
        )

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        box = f"{x0:.3f} {y0:.3f} {max(x1 - x0, LINE):.3f} {max(y1 - y0, LINE):.3f}"
        self.sheet.objects.append(
            f'<ofd:PathObject ID="{self.identifier()}" Boundary="{box}" LineWidth="{LINE:g}">'
            f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0:.3f} {y1 - y0:.3f}</ofd:AbbreviatedData></ofd:PathObject>"
        )

    def words(self, text: str, size: float, indent: float = 0.0, centred: bool = False, right: bool = False) -> None:
        """A paragraph from margin to margin."""
        room = self.sheet.width - 2 * MARGIN
        for line in wrapped(text, room, size, indent):
            if self.left < size * LEADING:
                self.turn(self.sheet.width > self.sheet.height)
            free = room - width(line, size)
            x = MARGIN + (free / 2 if centred else free if right else indent)
            self.top += size * LEADING
            self.text(line, x, self.top - size * 0.3, size)
            indent = 0.0

    def form(self, form: Form) -> None:
        """A form on a page of its own; what does not fit goes on under its header on the next."""
        self.turn(form.landscape)
        size = 3.2 if len(form.widths) < 9 else 2.6 if len(form.widths) < 14 else 2.1
        *numbers, body, unit = form.caption
        self.words(form.title, 5.2, centred=True)
        for told in numbers:
            self.words(told, 3.2, right=True)
        self.words(body, 3.2)
        self.top -= 3.2 * LEADING
        self.words(unit, 3.2, right=True)
        self.top += 1.5
        room = self.sheet.width - 2 * MARGIN
        columns = [room * share / sum(form.widths) for share in form.widths]
        header, held = form.header, list[Row]()
        for block in whole_rows(form.body):
            height = sum(heights((*header, *held, *block), columns, size))
            if held and height > self.left - 2:
                self.rows((*header, *held), columns, size)
                self.turn(form.landscape)
                held = []
            held.extend(block)
        self.rows((*header, *held), columns, size)
        for note in form.notes:
            self.words(note, 3.2)

    def rows(self, rows: Sequence[Row], columns: Sequence[float], size: float) -> None:
        """The ruled rows from where the page stands: each cell with its own four lines."""
        tops = [self.top]
        for height in heights(rows, columns, size):
            tops.append(tops[-1] + height)
        edges = [MARGIN]
        for column in columns:
            edges.append(edges[-1] + column)
        for row, column, cell in positions(rows):
            top, bottom = tops[row], tops[min(row + cell.rows, len(rows))]
            left, right = edges[column], edges[column + cell.columns]
            for ends in ((left, top, right, top), (left, bottom, right, bottom)):
                self.line(*ends)
            for ends in ((left, top, left, bottom), (right, top, right, bottom)):
                self.line(*ends)
            lines = list(wrapped(cell.text, right - left - 2 * PADDING, size))
            baseline = (top + bottom) / 2 - len(lines) * size * 1.25 / 2 + size
            for line in lines:
                free = right - left - 2 * PADDING - width(line, size)
                x = left + PADDING + {"center": free / 2, "right": free}.get(cell.align, 0.0)
                self.text(line, x, baseline, size)
                baseline += size * 1.25
        self.top = tops[-1]


def render(paper: Paper, path: Path) -> None:
    """Writes the file; the same paper gives the same bytes."""
    layout = Layout()
    before: object = None
    for block in paper.blocks:
        if isinstance(block, Form):
            for part in block.parts():
                layout.form(part)
        else:
            if isinstance(before, Form) or (isinstance(block, Heading) and block.level == 1 and layout.top > MARGIN):
                layout.turn(False)
            if isinstance(block, Heading):
                layout.words(block.text, HEADING_SIZES[block.level], centred=block.level < 2)
            else:
                layout.words(block.text, BODY_SIZE, indent=2 * BODY_SIZE)
        before = block
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, part in parts(layout.sheets):
            made.writestr(name, part)
    archive.write(content, path)


def parts(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    yield (
        "OFD.xml",
        xml("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>", ' DocType="OFD"'),
    )
    pages = "".join(
        f'<ofd:Page ID="{number + 10}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number in range(len(sheets))
    )
    shared = (
        "<ofd:CommonData><ofd:MaxUnitID>100000</ofd:MaxUnitID>"
        "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
    )
    yield "Doc_0/Document.xml", xml("Document", f"{shared}<ofd:Pages>{pages}</ofd:Pages>")
    yield "Doc_0/PublicRes.xml", xml("Res", '<ofd:Fonts><ofd:Font ID="3" FontName="SimSun"/></ofd:Fonts>')
    for number, sheet in enumerate(sheets):
        area = f"<ofd:Area><ofd:PhysicalBox>0 0 {sheet.width:g} {sheet.height:g}</ofd:PhysicalBox></ofd:Area>"
        layer = f'<ofd:Content><ofd:Layer ID="2" Type="Body">{"".join(sheet.objects)}</ofd:Layer></ofd:Content>'
        yield f"Doc_0/Pages/Page_{number}/Content.xml", xml("Page", area + layer)


def xml(name: str, inner: str, attributes: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:{name} xmlns:ofd="{SPACE}"{attributes}>{inner}</ofd:{name}>'


def grouped(steps: Sequence[float]) -> Iterator[str]:
    """Distances as OFD tells them: "g 4 3.2" is four times 3.2."""
    at = 0
    while at < len(steps):
        end = at
        while end < len(steps) and steps[end] == steps[at]:
            end += 1
        yield f"g {end - at} {steps[at]:g}" if end - at > 1 else f"{steps[at]:g}"
        at = end


def width_of(letter: str) -> float:
    """Of the type size: letters and digits of SimSun are half as wide as ideographs."""
    return 0.5 if letter.isascii() else 1.0


def width(text: str, size: float) -> float:
    return sum(map(width_of, text)) * size


def wrapped(text: str, room: float, size: float, indent: float = 0.0) -> Iterator[str]:
    """The lines of a text; numbers stay whole, and no mark begins a line."""
    line, free = "", room - indent
    for piece in pieces(text):
        if line and width(line + piece, size) > free:
            yield line
            line, free = "", room
        line += piece
    if line:
        yield line


def pieces(text: str) -> Iterator[str]:
    held = ""
    for letter in text:
        joins = held and (
            (letter.isascii() and held[-1].isascii() and not letter.isspace()) or letter in "，。；：、）”》！？%"
        )
        if held and not joins:
            yield held
            held = ""
        held += letter
    if held:
        yield held


def heights(rows: Sequence[Row], columns: Sequence[float], size: float) -> list[float]:
    """The height of each row: of its highest cell, and for cells over several rows of what these lack."""
    found = [size * 1.25 + 2 * PADDING] * len(rows)
    for spanning in (False, True):
        for row, column, cell in positions(rows):
            if (cell.rows > 1) is not spanning:
                continue
            needs = lines_in(cell, column, columns, size) * size * 1.25 + 2 * PADDING
            last = min(row + cell.rows, len(rows))
            found[last - 1] += max(0.0, needs - sum(found[row:last]))
    return found


def lines_in(cell: Cell, column: int, columns: Sequence[float], size: float) -> int:
    room = sum(columns[column : column + cell.columns]) - 2 * PADDING
    return max(1, sum(1 for _ in wrapped(cell.text, room, size)))


def whole_rows(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows in groups that a page break must not cut, for a cell spans them."""
    ends = [0] * len(rows)
    for row, _, cell in positions(rows):
        ends[row] = max(ends[row], row + cell.rows)
    group: list[Row] = []
    reached = 0
    for at, row in enumerate(rows):
        group.append(row)
        reached = max(reached, ends[at])
        if reached <= at + 1:
            yield group
            group = []
    if group:
        yield group
