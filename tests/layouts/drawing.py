"""Draws a paper of the corpus maker in the layouts that finance bureaus use, so that the same figures can be read from each."""

from __future__ import annotations

import itertools
import random
from pathlib import Path
from typing import Any

from msgspec import Struct
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
SHORT, LONG = 595.0, 842.0
MARGIN = 36.0
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


class Drawing(Struct, frozen=True):
    """How the forms are set. `rules`: grid, boxes, dashed, bars, inner, level, upright, head or none."""

    rules: str = "grid"
    turn: int = 0  # degrees by which the page is shown turned
    sideways: int = 0  # degrees by which the form lies on an upright page
    several: bool = False  # a form begins on the page where the one before it ends
    rows: int = 30  # on a page
    repeat: str = "header"  # what a page that goes on repeats: all, header, nothing
    order: str = "rows"  # in which texts are drawn: rows, columns, shuffled
    letters: bool = False  # each glyph is drawn by itself
    narrow: int = 0  # amounts of more characters break over two lines in their cells
    overflow: bool = False  # names run on over their cells
    hidden: bool = False  # each text is drawn again invisibly
    titled_inside: bool = False  # title and caption are the first rows of the ruled form
    numbers: str = "right"  # where amounts stand in their cells: right, center, left, ragged
    landscape: bool = True
    size: float = 8.0


def wrapped(text: str, room: float, size: float) -> list[str]:
    """The text in lines that fit the room."""
    lines = [""]
    for letter in text:
        if lines[-1] and pdfmetrics.stringWidth(lines[-1] + letter, FONT, size) > room:
            lines.append("")
        lines[-1] += letter
    return lines


class Press:
    """Puts the blocks of a paper on the pages of one file."""

    def __init__(self, path: Path, drawing: Drawing) -> None:
        self.how = drawing
        self.canvas = Canvas(str(path), invariant=1)
        wide = drawing.landscape
        self.width, self.height = (LONG, SHORT) if wide else (SHORT, LONG)
        self.texts: list[tuple[float, float, str, float]] = []
        self.top = 0.0
        self.started = False
        self.random = random.Random(7)

    def page(self) -> None:
        if self.started:
            self.flush()
            self.canvas.showPage()
        self.started = True
        how = self.how
        if how.turn:
            # What is shown upright after turning is drawn lying on its side; the canvas takes the size as shown.
            self.canvas.setPageSize((self.width, self.height))
            self.canvas.setPageRotation(how.turn)
            self.lay(how.turn)
        elif how.sideways:
            self.canvas.setPageSize((self.height, self.width) if how.sideways % 180 else (self.width, self.height))
            self.lay(how.sideways)
        else:
            self.canvas.setPageSize((self.width, self.height))
        self.top = MARGIN

    def lay(self, turn: int) -> None:
        if turn == 90:
            self.canvas.translate(self.height, 0)
        elif turn == 270:
            self.canvas.translate(0, self.width)
        elif turn == 180:
            self.canvas.translate(self.width, self.height)
        self.canvas.rotate({90: 90, 270: 270, 180: 180}[turn])

    def put(self, x: float, y: float, text: str, size: float) -> None:
        """Text with its baseline at y from the top."""
        if text.strip():
            self.texts.append((x, y, text, size))

    def flush(self) -> None:
        texts = self.texts
        if self.how.order == "columns":
            texts = sorted(texts, key=lambda each: (round(each[0]), each[1]))
        elif self.how.order == "shuffled":
            texts = list(texts)
            self.random.shuffle(texts)
        for x, y, text, size in texts:
            pieces = [(x, text)]
            if self.how.letters:
                starts = itertools.accumulate((pdfmetrics.stringWidth(c, FONT, size) for c in text), initial=x)
                pieces = list(zip(starts, text, strict=False))
            for start, piece in pieces:
                for mode in (0, 3) if self.how.hidden else (0,):
                    line = self.canvas.beginText(start, self.height - y)
                    line.setFont(FONT, size)
                    line.setTextRenderMode(mode)
                    line.textOut(piece)
                    self.canvas.drawText(line)
        self.texts = []

    def line(self, text: str, size: float = 10.0, align: str = "left", gap: float = 1.7) -> None:
        width = pdfmetrics.stringWidth(text, FONT, size)
        x = {"left": MARGIN, "center": (self.width - width) / 2, "right": self.width - MARGIN - width}[align]
        self.put(x, self.top + size, text, size)
        self.top += size * gap

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        canvas, kind = self.canvas, self.how.rules
        canvas.setLineWidth(0.5)
        if kind == "bars":
            canvas.setFillGray(0)
            canvas.rect(x0, self.height - y1, max(x1 - x0, 0.4), max(y1 - y0, 0.4), stroke=0, fill=1)
            return
        canvas.setDash(*((2, 2) if kind == "dashed" else ()))
        canvas.line(x0, self.height - y0, x1, self.height - y1)

    def form(self, form: Any, positions: Any) -> None:
        first = True
        body = list(form.body)
        step = self.how.rows
        chunks = [body[start : start + step] for start in range(0, len(body), step)] or [[]]
        for chunk in chunks:
            headed = first or self.how.repeat in ("all", "header")
            titled = first or self.how.repeat == "all"
            rows = [*(form.header if headed else ()), *chunk]
            if first and self.how.several and self.started and self.fits(form, rows, positions):
                self.top += 24
            else:
                self.page()
            self.table(form, rows, len(form.header) if headed else 0, titled, positions)
            first = False
        for note in form.notes:
            self.line(note, 8.0)

    def measure(self, form: Any, rows: list[Any], positions: Any) -> tuple[list[float], list[float], list[Any]]:
        size = self.how.size
        room = self.width - 2 * MARGIN
        widths = [room * share / sum(form.widths) for share in form.widths]
        xs = list(itertools.accumulate(widths, initial=MARGIN))
        heights = [size * 1.5] * len(rows)
        laid = []
        for row, column, cell in positions(rows):
            right = xs[column + cell.columns]
            inner = right - xs[column] - 4
            number = cell.align == "right"
            if number and 0 < self.how.narrow < len(cell.text):
                lines = [cell.text[:-1], cell.text[-1:]]
            elif number or (self.how.overflow and cell.align == "left"):
                lines = cell.text.split("\n")
            else:
                lines = wrapped(cell.text, inner, size)
            laid.append((row, column, cell, lines))
            if cell.rows == 1:
                heights[row] = max(heights[row], size * (1.2 * len(lines) + 0.4))
        return xs, heights, laid

    def fits(self, form: Any, rows: list[Any], positions: Any) -> bool:
        _, heights, _ = self.measure(form, rows, positions)
        return self.top + sum(heights) + 110 < self.height - MARGIN

    def table(self, form: Any, rows: list[Any], head: int, titled: bool, positions: Any) -> None:
        size, kind = self.how.size, self.how.rules
        xs, heights, laid = self.measure(form, rows, positions)
        *numbers, body, unit = form.caption
        outer = self.top
        if titled:
            for number in numbers:
                self.line(number, 9.0)
            self.line(form.title, 14.0, "center")
            before = self.top
            self.line(body, 9.0)
            self.top = before
            self.line(unit, 9.0, "right")
            self.top += 3
        if titled and self.how.titled_inside:
            middle = self.top - 18
            for y in (outer, middle, self.top):
                self.rule(xs[0], y, xs[-1], y)
            for x in (xs[0], xs[-1]):
                self.rule(x, outer, x, self.top)
        ys = list(itertools.accumulate(heights, initial=self.top))
        for row, column, cell, lines in laid:
            left, right = xs[column], xs[column + cell.columns]
            top, bottom = ys[row], ys[row + cell.rows]
            start = (top + bottom - 1.2 * size * len(lines)) / 2 + 0.92 * size
            for index, text in enumerate(lines):
                width = pdfmetrics.stringWidth(text, FONT, size)
                align = self.how.numbers if cell.align == "right" else cell.align
                if align == "ragged":
                    align = self.random.choice(("left", "center", "right"))
                x = {"left": left + 2, "center": (left + right - width) / 2, "right": right - 2 - width}[align]
                self.put(max(x, left + 1), start + 1.2 * size * index, text, size)
            self.edges(kind, left, top, right, bottom, (xs[0], ys[0], xs[-1], ys[-1]), row < head)
        if kind == "level":
            for y in ys:
                self.rule(xs[0], y, xs[-1], y)
        self.top = ys[-1] + 6

    def edges(
        self, kind: str, left: float, top: float, right: float, bottom: float, outer: tuple[float, ...], head: bool
    ) -> None:
        if kind in ("none", "level") or (kind == "head" and not head):
            return
        if kind == "boxes":
            self.canvas.setDash()
            self.canvas.setLineWidth(0.5)
            self.canvas.rect(left, self.height - bottom, right - left, bottom - top)
            return
        level = [(left, top, right, top), (left, bottom, right, bottom)] if kind != "upright" or head else []
        upright = [(left, top, left, bottom), (right, top, right, bottom)]
        for x0, y0, x1, y1 in (*level, *upright):
            on_edge = x0 == x1 and x0 in (outer[0], outer[2])
            if kind == "inner" and on_edge:
                continue
            self.rule(x0, y0, x1, y1)


def draw(paper: Any, path: Path, drawing: Drawing, positions: Any) -> None:
    """Writes the forms of a paper, under a cover line that names body, year and stage."""
    press = Press(path, drawing)
    press.page()
    press.line(paper.blocks[0].text, 18.0, "center", 3)
    for block in paper.blocks:
        if hasattr(block, "header"):
            if not drawing.several or press.top < MARGIN + 100:
                press.started = True
            press.form(block, positions)
    press.flush()
    press.canvas.save()
