"""The graphics state of a page: transformations, clips, colours, and paths painted into rulings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pdfminer.pdftypes import dict_value, resolve1

from difftool.model.bounds import NESTING
from difftool.read.pdf import ink
from difftool.read.pdf.bounds import TooMuch
from difftool.read.pdf.glyphs import TextState
from difftool.read.pdf.ink import Point
from difftool.read.pdf.paint import BLACK, Paint, space_of
from difftool.read.pdf.runs import Box, Matrix, Printed

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MOST_SAVED = 5000  # graphics states; real pages save some ten

Subpath = tuple[list[Point], bool, bool]  # points, whether it has curves, whether it is closed


class Graphics(TextState):
    """What is set while a page is shown; each method does one operator with its operands."""

    def __init__(self, printed: Printed, matrix: Matrix, resources: Mapping[str, Any]) -> None:
        super().__init__()
        self.printed = printed
        self.resources = resources
        self.ctm = matrix
        self.clip: Box = (0.0, 0.0, printed.width, printed.height)
        self.leading = 0.0
        self.line_matrix = IDENTITY
        self.pen = (0.0, 0.0)
        self.line_width = 1.0
        self.filling: Paint = BLACK
        self.stroking: Paint = BLACK
        self.saved: list[tuple[Any, ...]] = []
        self.path: list[Subpath] = []
        self.points: list[Point] = []
        self.curved = False
        self.clip_next = False

    def op_save(self, operands: list[Any]) -> None:
        self.saved.append(self.state())
        if len(self.saved) > MOST_SAVED:
            raise TooMuch(NESTING, "graphics states are saved without end")

    def op_restore(self, operands: list[Any]) -> None:
        if self.saved:
            self.restore(self.saved.pop())

    # Both are written out: by their names they take ten times as long, and some pages save the state at each word.
    def state(self) -> tuple[Any, ...]:
        return (
            self.ctm,
            self.clip,
            self.face,
            self.size,
            self.character_space,
            self.word_space,
            self.scaling,
            self.render,
            self.rise,
            self.leading,
            self.line_width,
            self.filling,
            self.stroking,
            self.line_matrix,
            self.pen,
        )

    def restore(self, state: tuple[Any, ...]) -> None:
        (
            self.ctm,
            self.clip,
            self.face,
            self.size,
            self.character_space,
            self.word_space,
            self.scaling,
            self.render,
            self.rise,
            self.leading,
            self.line_width,
            self.filling,
            self.stroking,
            self.line_matrix,
            self.pen,
        ) = state

    def op_transform(self, operands: list[Any]) -> None:
        a, b, c, d, e, f = operands[-6:]
        self.ctm = ink.joined((a, b, c, d, e, f), self.ctm)

    def op_line_width(self, operands: list[Any]) -> None:
        a, b = self.ctm[:2]
        self.line_width = operands[-1] * (a * a + b * b) ** 0.5

    def op_fill_space(self, operands: list[Any]) -> None:
        self.filling = self.space(operands[-1])

    def op_stroke_space(self, operands: list[Any]) -> None:
        self.stroking = self.space(operands[-1])

    def space(self, name: object) -> Paint:
        spaces = dict_value(self.resources.get("ColorSpace", {}))
        return space_of(resolve1(spaces.get(name, name)))

    def op_fill_color(self, operands: list[Any]) -> None:
        self.filling = self.filling.painted(operands)

    def op_stroke_color(self, operands: list[Any]) -> None:
        self.stroking = self.stroking.painted(operands)

    def op_fill_device(self, operands: list[Any]) -> None:
        self.filling = BLACK.painted(operands)

    def op_stroke_device(self, operands: list[Any]) -> None:
        self.stroking = BLACK.painted(operands)

    def op_begin_path(self, operands: list[Any]) -> None:
        self.end_subpath()
        x, y = operands[-2:]
        self.points = [(x, y)]

    def op_line(self, operands: list[Any]) -> None:
        x, y = operands[-2:]
        self.points.append((x, y))

    def op_curve(self, operands: list[Any]) -> None:
        self.curved = True
        self.op_line(operands)

    def op_close(self, operands: list[Any]) -> None:
        if self.points:
            self.path.append((self.points, self.curved, True))
            self.points, self.curved = self.points[:1], False

    def op_rectangle(self, operands: list[Any]) -> None:
        x, y, width, height = operands[-4:]
        self.end_subpath()
        right, top = x + width, y + height
        self.path.append(([(x, y), (right, y), (right, top), (x, top)], False, True))

    def end_subpath(self) -> None:
        if len(self.points) > 1:
            self.path.append((self.points, self.curved, False))
        self.points, self.curved = [], False

    def op_clip(self, operands: list[Any]) -> None:
        self.clip_next = True

    def op_end_path(self, operands: list[Any]) -> None:
        self.paint(False, False)

    def op_fill(self, operands: list[Any]) -> None:
        if self.filling.white:
            self.cover()
        self.paint(not self.filling.white, False)

    def cover(self) -> None:
        """Let the rectangles of a path that is filled white hide what was shown before."""
        if not self.printed.runs:
            return
        self.end_subpath()
        a, b, c, d, e, f = self.ctm
        for points, curved, _ in self.path:
            if not curved and len(points) in (4, 5):
                box = ink.box_of([(a * x + c * y + e, b * x + d * y + f) for x, y in points])
                ink.cover(self.printed, box, self.clip)

    def op_stroke(self, operands: list[Any]) -> None:
        self.paint(False, not self.stroking.white)

    def op_close_stroke(self, operands: list[Any]) -> None:
        self.op_close(operands)
        self.op_stroke(operands)

    def op_fill_stroke(self, operands: list[Any]) -> None:
        self.paint(not self.filling.white, not self.stroking.white)

    def op_close_fill_stroke(self, operands: list[Any]) -> None:
        self.op_close(operands)
        self.op_fill_stroke(operands)

    def paint(self, fill: bool, stroke: bool) -> None:
        """End the path: paint what of it shows, and let it cut what follows where the clip operator came before."""
        self.end_subpath()
        if fill or stroke or self.clip_next:
            a, b, c, d, e, f = self.ctm
            everything: list[Point] = []
            for points, curved, closed in self.path:
                placed = [(a * x + c * y + e, b * x + d * y + f) for x, y in points]
                if self.clip_next:
                    everything += placed
                if not curved:
                    if fill:
                        ink.fill(self.printed, placed, self.clip)
                    if stroke:
                        outline = [*placed, placed[0]] if closed else placed
                        ink.stroke(self.printed, outline, self.line_width, self.clip)
            if everything:
                self.clip = ink.shared(self.clip, ink.box_of(everything))
            self.clip_next = False
        self.path = []


GRAPHICS_OPERATORS: dict[bytes, Callable[[Any, list[Any]], None]] = {
    b"q": Graphics.op_save,
    b"Q": Graphics.op_restore,
    b"cm": Graphics.op_transform,
    b"w": Graphics.op_line_width,
    b"cs": Graphics.op_fill_space,
    b"CS": Graphics.op_stroke_space,
    b"sc": Graphics.op_fill_color,
    b"scn": Graphics.op_fill_color,
    b"SC": Graphics.op_stroke_color,
    b"SCN": Graphics.op_stroke_color,
    b"g": Graphics.op_fill_device,
    b"rg": Graphics.op_fill_device,
    b"k": Graphics.op_fill_device,
    b"G": Graphics.op_stroke_device,
    b"RG": Graphics.op_stroke_device,
    b"K": Graphics.op_stroke_device,
    b"m": Graphics.op_begin_path,
    b"l": Graphics.op_line,
    b"c": Graphics.op_curve,
    b"v": Graphics.op_curve,
    b"y": Graphics.op_curve,
    b"h": Graphics.op_close,
    b"re": Graphics.op_rectangle,
    b"W": Graphics.op_clip,
    b"W*": Graphics.op_clip,
    b"n": Graphics.op_end_path,
    b"f": Graphics.op_fill,
    b"F": Graphics.op_fill,
    b"f*": Graphics.op_fill,
    b"S": Graphics.op_stroke,
    b"s": Graphics.op_close_stroke,
    b"B": Graphics.op_fill_stroke,
    b"B*": Graphics.op_fill_stroke,
    b"b": Graphics.op_close_fill_stroke,
    b"b*": Graphics.op_close_fill_stroke,
}
