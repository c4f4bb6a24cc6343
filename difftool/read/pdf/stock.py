"""Read a page with pdfminer.six's own interpreter: slow, sure, and the reference for the faster reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import (
    PDFGraphicState,
    PDFPageInterpreter,
    PDFResourceManager,
    PDFTextState,
)
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import PathSegment, Rect

from difftool.read.pdf import ink
from difftool.read.pdf.bounds import Budget
from difftool.read.pdf.faces import Face
from difftool.read.pdf.glyphs import TextState, show
from difftool.read.pdf.ink import Point
from difftool.read.pdf.paint import INKS, is_white
from difftool.read.pdf.runs import Box, Matrix, Printed
from difftool.read.pdf.streams import is_opaque


class Device(PDFDevice):
    """Collects runs, rulings and areas of one page after the other; `clip` is what of the page shows at the moment."""

    def __init__(self, manager: PDFResourceManager, budget: Budget) -> None:
        super().__init__(manager)
        self.budget = budget
        self.faces: dict[int, tuple[PDFFont, Face]] = {}
        self.start(Printed(0, 0))

    def start(self, printed: Printed) -> None:
        """Begin a page."""
        self.printed = printed
        self.clip: Box = (0.0, 0.0, printed.width, printed.height)
        self._figures: list[tuple[Box, Matrix]] = []

    def face(self, font: PDFFont) -> Face:
        found = self.faces.get(id(font))
        if found is None:
            found = self.faces[id(font)] = (font, Face(font))
        return found[1]

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        assert textstate.font is not None and self.ctm is not None
        self.budget.check_time()
        state = TextState()
        state.face = self.face(textstate.font)
        state.size = textstate.fontsize
        state.character_space = textstate.charspace
        state.word_space = textstate.wordspace
        state.scaling = textstate.scaling * 0.01
        state.render = textstate.render
        state.rise = textstate.rise
        matrix = ink.joined(textstate.matrix, self.ctm)
        textstate.linematrix = show(self.printed, state, seq, matrix, *textstate.linematrix, self.clip)

    def paint_path(
        self, graphicstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]
    ) -> None:
        self.budget.check_time()
        self.printed.check_rulings()
        if fill and not stroke and _is_white(graphicstate.ncolor, graphicstate.ncs) and self.printed.runs:
            for points, curved, _ in self.subpaths(path):
                if not curved and len(points) in (4, 5):
                    ink.cover(self.printed, ink.box_of(points), self.clip)
        stroke = stroke and not _is_white(graphicstate.scolor, graphicstate.scs)
        fill = fill and not _is_white(graphicstate.ncolor, graphicstate.ncs)
        if not stroke and not fill:
            return
        for points, curved, closed in self.subpaths(path):
            if fill and not curved:
                ink.fill(self.printed, points, self.clip)
            if stroke and not curved:
                outline = [*points, points[0]] if closed else points
                ink.stroke(self.printed, outline, graphicstate.linewidth, self.clip)

    def subpaths(self, path: Sequence[PathSegment]) -> list[tuple[list[Point], bool, bool]]:
        """The pieces of a path as points on the page, with whether a piece has curves and whether it is closed."""
        assert self.ctm is not None
        a, b, c, d, e, f = self.ctm
        pieces: list[tuple[list[Point], bool, bool]] = []
        points: list[Point] = []
        curved = False
        for operator, *operands in path:
            if operator == "h":
                if points:
                    pieces.append((points, curved, True))
                    points, curved = points[:1], False
            else:
                if operator == "m":
                    if len(points) > 1:
                        pieces.append((points, curved, False))
                    points, curved = [], False
                x, y = operands[-2:]
                assert isinstance(x, float) and isinstance(y, float)
                points.append((a * x + c * y + e, b * x + d * y + f))
                curved = curved or operator in "cvy"
        if len(points) > 1:
            pieces.append((points, curved, False))
        return pieces

    def clip_to(self, path: Sequence[PathSegment]) -> None:
        points = [point for piece, _, _ in self.subpaths(path) for point in piece]
        if points:
            self.clip = ink.shared(self.clip, ink.box_of(points))

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        assert self.ctm is not None
        self.budget.check_time()
        self._figures.append((self.clip, self.ctm))
        left, bottom, right, top = bbox
        a, b, c, d, e, f = ink.joined(matrix, self.ctm)
        corners = [(x, y) for x in (left, right) for y in (bottom, top)]
        self.clip = ink.shared(self.clip, ink.box_of([(a * x + c * y + e, b * x + d * y + f) for x, y in corners]))

    def end_figure(self, name: str) -> None:
        self.clip, self.ctm = self._figures.pop()

    def render_image(self, name: str, stream: PDFStream) -> None:
        assert self.ctm is not None
        opaque = stream.objid is not None and is_opaque(stream)  # a picture in the content is taken for a stamp
        ink.picture(self.printed, self.ctm, self.clip, opaque)


class Interpreter(PDFPageInterpreter):
    """pdfminer.six's interpreter with what it leaves out.

    Those are clips, the F operator, the new line of the double quote, the first colour of a colour space, and that a
    form begins in the state in which it is drawn.
    """

    device: Device
    _inherited: tuple[PDFTextState, PDFGraphicState] | None = None

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        self._clips: list[Box] = []
        self._clip_next = False
        if self._inherited is None:
            self.graphicstate.linewidth = 1.0
        else:
            self.textstate, self.graphicstate = self._inherited

    def subinterp(self) -> PDFPageInterpreter:
        inner = super().subinterp()
        assert isinstance(inner, Interpreter)
        inner._inherited = (self.textstate.copy(), self.graphicstate.copy())
        return inner

    def do_cs(self, name: Any) -> None:
        super().do_cs(name)
        self.graphicstate.ncolor = 1.0 if self.graphicstate.ncs.name in INKS else 0.0

    def do_CS(self, name: Any) -> None:
        super().do_CS(name)
        self.graphicstate.scolor = 1.0 if self.graphicstate.scs.name in INKS else 0.0

    def do_q(self) -> None:
        self._clips.append(self.device.clip)
        super().do_q()

    def do_Q(self) -> None:
        if self._clips:
            self.device.clip = self._clips.pop()
        super().do_Q()

    def do_W(self) -> None:
        self._clip_next = True

    do_W_a = do_W

    def do_n(self) -> None:
        self._end_path()
        super().do_n()

    def do_S(self) -> None:
        path = self.curpath
        super().do_S()
        self._end_path(path)

    def do_f(self) -> None:
        path = self.curpath
        super().do_f()
        self._end_path(path)

    do_F = do_f

    def do_f_a(self) -> None:
        self.do_f()

    def do_B(self) -> None:
        path = self.curpath
        super().do_B()
        self._end_path(path)

    def do_B_a(self) -> None:
        self.do_B()

    def do__w(self, aw: Any, ac: Any, s: Any) -> None:
        self.do_Tw(aw)
        self.do_Tc(ac)
        self.do__q(s)

    def _end_path(self, path: Sequence[PathSegment] | None = None) -> None:
        if self._clip_next:
            self.device.clip_to(self.curpath if path is None else path)
            self._clip_next = False


def read_with_stock(page: Any, printed: Printed, matrix: Matrix, budget: Budget, manager: PDFResourceManager) -> None:
    """Fill `printed` with what pdfminer.six's interpreter shows on the page; `manager` holds the fonts."""
    device = Device(manager, budget)
    device.start(printed)
    Interpreter(manager, device).render_contents(page.resources, page.contents, ctm=matrix)


def _is_white(color: Any, space: PDFColorSpace) -> bool:
    return is_white(space.name, color if isinstance(color, tuple) else (color,))
