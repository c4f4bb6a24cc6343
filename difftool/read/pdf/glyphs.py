"""From shown strings to runs: where each glyph of a string lands on the displayed page, and what it reads as."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from difftool.read.normalise import normalise
from difftool.read.pdf.ink import joined
from difftool.read.pdf.runs import DOWNWARDS, LEFTWARDS, RIGHTWARDS, UPWARDS, Box, Matrix, Printed, Run

WIDE_KERN = 0.3  # of the type size; Ghostscript sets several cells of a row as one string with wide kerns
ALONG = 0.17  # tangent of the greatest angle at which text still follows an axis; watermarks slant more
UNREADABLE = "\ufffd"
INVISIBLE = frozenset((3, 7))


class Face:
    """A font as the layout needs it: what a character code reads as and how far it advances, each asked once.

    `advance` is per unit of type size. For vertical fonts `offset` is the way from the pen to the glyph's origin.
    """

    __slots__ = ("_font", "_glyphs", "decode", "multibyte", "scale", "vertical")

    def __init__(self, font: Any) -> None:
        self._font = font
        self._glyphs: dict[int, tuple[str, float]] = {}
        self.decode = font.decode
        self.vertical: bool = font.is_vertical()
        self.multibyte: bool = font.is_multibyte()
        self.scale = 1.0
        if hasattr(font, "matrix"):  # a Type 3 font may draw its glyphs at any size
            height = abs(font.get_height())
            self.scale = height if height > 0 and not 0.4 < height < 2.5 else 1.0

    def glyph(self, code: int) -> tuple[str, float]:
        found = self._glyphs.get(code)
        if found is None:
            found = self._glyphs[code] = (self._text(code), float(self._font.char_width(code)))
        return found

    def offset(self, code: int) -> tuple[float, float]:
        across, along = self._font.char_disp(code)
        return (0.5 if across is None else across / 1000), (1000 - along) / 1000

    def _text(self, code: int) -> str:
        from pdfminer.pdffont import PDFUnicodeNotDefined

        try:
            text = self._font.to_unichr(code)
        except PDFUnicodeNotDefined:
            return UNREADABLE
        return normalise(text.replace("\x00", ""))


class TextState:
    """How text is set at the moment; `scaling` is 1 for 100 %."""

    __slots__ = ("character_space", "face", "render", "rise", "scaling", "size", "word_space")

    def __init__(self, face: Face | None = None) -> None:
        self.face = face
        self.size = 0.0
        self.character_space = 0.0
        self.word_space = 0.0
        self.scaling = 1.0
        self.render = 0
        self.rise = 0.0

    def copied(self) -> TextState:
        copy = TextState(self.face)
        copy.size = self.size
        copy.character_space = self.character_space
        copy.word_space = self.word_space
        copy.scaling = self.scaling
        copy.render = self.render
        copy.rise = self.rise
        return copy


def show(
    printed: Printed, state: TextState, pieces: Sequence[object], matrix: Matrix, x: float, y: float, clip: Box
) -> tuple[float, float]:
    """Add the runs of one shown string and return the pen's new place in text space.

    `pieces` alternates strings and kerns as in the TJ operator; `matrix` leads from text space to the displayed page.
    """
    face = state.face
    if face is None:
        return x, y
    length = sum(len(piece) for piece in pieces if isinstance(piece, bytes))
    printed.count_glyphs(length // 2 if face.multibyte else length)
    if face.vertical:
        return x, _show_vertical(printed, state, face, pieces, matrix, x, y, clip)
    return _show_horizontal(printed, state, face, pieces, matrix, x, y, clip), y


def show_chain(
    printed: Printed, state: TextState, links: Sequence[tuple[float, bytes]], matrix: Matrix, clip: Box
) -> tuple[float, float]:
    """Add the runs of strings that stand on one line, each so far from where the one before began.

    Returns how far the last one stands from the line's old beginning, and how far the pen stands from there.
    """
    face = state.face
    way = pen = 0.0
    if face is None or face.vertical:
        for move, shown in links:
            way += move
            pen = show(printed, state, (shown,), joined((1, 0, 0, 1, way, 0), matrix), 0.0, 0.0, clip)[0]
        return way, pen
    printed.count_glyphs(sum(len(shown) for _, shown in links))
    per_unit = state.size * state.scaling
    character_space = state.character_space * state.scaling
    word_space = 0.0 if face.multibyte else state.word_space * state.scaling
    wide = abs(WIDE_KERN * per_unit)
    decode, glyph = face.decode, face.glyph
    texts: list[str] = []
    starts: list[float] = []
    ends: list[float] = []
    for move, shown in links:
        way += move
        pen = 0.0
        if texts and abs(way - ends[-1]) > wide:
            _place(printed, state, face.scale, texts, starts, ends, matrix, state.rise, clip)
            texts, starts, ends = [], [], []
        for code in decode(shown):
            text, width = glyph(code)
            texts.append(text)
            starts.append(way + pen)
            pen += width * per_unit
            ends.append(way + pen)
            pen += character_space
            if code == 32:
                pen += word_space
    if texts:
        _place(printed, state, face.scale, texts, starts, ends, matrix, state.rise, clip)
    return way, pen


def _show_horizontal(
    printed: Printed,
    state: TextState,
    face: Face,
    pieces: Sequence[object],
    matrix: Matrix,
    x: float,
    y: float,
    clip: Box,
) -> float:
    size, scaling = state.size, state.scaling
    per_unit = size * scaling
    character_space = state.character_space * scaling
    word_space = 0.0 if face.multibyte else state.word_space * scaling
    wide = abs(WIDE_KERN * per_unit)
    texts: list[str] = []
    starts: list[float] = []
    ends: list[float] = []
    for piece in pieces:
        if isinstance(piece, bytes):
            for code in face.decode(piece):
                text, width = face.glyph(code)
                end = x + width * per_unit
                texts.append(text)
                starts.append(x)
                ends.append(end)
                x = end + character_space
                if code == 32:
                    x += word_space
        elif isinstance(piece, (int, float)):
            kern = -piece * 0.001 * per_unit
            x += kern
            if texts and abs(kern) > wide:
                _place(printed, state, face.scale, texts, starts, ends, matrix, y + state.rise, clip)
                texts, starts, ends = [], [], []
    if texts:
        _place(printed, state, face.scale, texts, starts, ends, matrix, y + state.rise, clip)
    return x


def _show_vertical(
    printed: Printed,
    state: TextState,
    face: Face,
    pieces: Sequence[object],
    matrix: Matrix,
    x: float,
    y: float,
    clip: Box,
) -> float:
    size = state.size
    for piece in pieces:
        if isinstance(piece, bytes):
            for code in face.decode(piece):
                text, advance = face.glyph(code)
                across, along = face.offset(code)
                left = x - across * size
                foot = y + along * size + advance * size + state.rise + 0.12 * size
                _place(printed, state, face.scale, [text], [left], [left + size], matrix, foot, clip)
                y += advance * size + state.character_space * (-1 if advance < 0 else 1)
        elif isinstance(piece, (int, float)):
            y -= piece * 0.001 * size
    return y


def _place(
    printed: Printed,
    state: TextState,
    scale: float,
    texts: list[str],
    starts: Sequence[float],
    ends: Sequence[float],
    matrix: Matrix,
    y: float,
    clip: Box,
) -> None:
    """Turn one run from text space to the page, in the frame of its own direction, unless the clip hides it."""
    a, b, c, d, e, f = matrix
    origin_x, origin_y = c * y + e, d * y + f
    size = abs(state.size) * scale * (c * c + d * d) ** 0.5
    turn = direction_of(a, b, starts[0] <= ends[-1])
    if turn is None or size == 0:
        return
    if turn == RIGHTWARDS:
        step, base, baseline = a, origin_x, origin_y
    elif turn == DOWNWARDS:
        step, base, baseline = b, origin_y, printed.width - origin_x
    elif turn == LEFTWARDS:
        step, base, baseline = -a, printed.width - origin_x, printed.height - origin_y
    else:
        step, base, baseline = -b, printed.height - origin_y, origin_x
    edges = [base + step * start for start in starts]
    stops = [base + step * end for end in ends]
    shows = turned_box(clip, turn, printed.width, printed.height) if turn else clip
    if not outside(edges[0], stops[-1], baseline, size, shows):
        visible = state.render not in INVISIBLE
        printed.runs.append(Run(baseline, size, texts, edges, stops, shows, turn, visible))


def direction_of(a: float, b: float, forwards: bool = True) -> int | None:
    """The quarter turn in which a text matrix's first axis points; None where it slants."""
    if not forwards:
        a, b = -a, -b
    if abs(b) <= ALONG * abs(a):
        return RIGHTWARDS if a > 0 else LEFTWARDS
    if abs(a) <= ALONG * abs(b):
        return DOWNWARDS if b > 0 else UPWARDS
    return None


def outside(start: float, end: float, baseline: float, size: float, clip: Box) -> bool:
    """True where no part of a run shows: its middle line lies out of the clip, or all of it beside."""
    left, top, right, bottom = clip
    middle = baseline - 0.3 * size
    slack = 0.3 * size
    return not (top - slack <= middle <= bottom + slack and start <= right and end >= left)


def turned_box(box: Box, turn: int, width: float, height: float) -> Box:
    """A box of the displayed page in the frame in which text of this direction runs rightwards."""
    left, top, right, bottom = box
    if turn == DOWNWARDS:
        return top, width - right, bottom, width - left
    if turn == LEFTWARDS:
        return width - right, height - bottom, width - left, height - top
    if turn == UPWARDS:
        return height - bottom, left, height - top, right
    return box
