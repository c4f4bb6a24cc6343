"""From shown strings to runs: where each glyph of a string lands on the displayed page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from difftool.read.pdf.faces import Face
from difftool.read.pdf.ink import joined
from difftool.read.pdf.runs import DOWNWARDS, LEFTWARDS, RIGHTWARDS, UPWARDS, Box, Matrix, Printed, Run

WIDE_KERN = 0.3  # of the type size; Ghostscript sets several cells of a row as one string with wide kerns
ALONG = 0.17  # tangent of the greatest angle at which text still follows an axis; watermarks slant more
FOOT = 0.12  # of the type size: what of a glyph in vertical type lies below the baseline that it would have
INVISIBLE = frozenset((3, 7))
LONG = 6  # glyphs; for fewer, adding up their places one by one takes less time than at once


class TextState:
    """How text is set at the moment; `scaling` is 1 for 100 %."""

    def __init__(self) -> None:
        self.face: Face | None = None
        self.size = 0.0
        self.character_space = 0.0
        self.word_space = 0.0
        self.scaling = 1.0
        self.render = 0
        self.rise = 0.0


class Track(NamedTuple):
    """Where a string runs: a place x of text space is `base + step * x` in the frame of the text's own direction."""

    turn: int
    step: float
    base: float
    baseline: float
    size: float
    clip: Box


def show(
    printed: Printed, state: TextState, pieces: Iterable[object], matrix: Matrix, x: float, y: float, clip: Box
) -> tuple[float, float]:
    """Add the runs of one shown string and return the pen's new place in text space.

    `pieces` are strings and kerns as in the TJ operator; `matrix` leads from text space to the displayed page.
    """
    face = state.face
    if face is None:
        return x, y
    if face.vertical:
        return x, _show_vertical(printed, state, face, pieces, matrix, x, y, clip)
    size = state.size * state.scaling
    track = track_of(printed, state, face, matrix, y + state.rise, size >= 0, clip)
    step = track.step
    unit = size * step
    wide = abs(WIDE_KERN * unit)
    character_space = state.character_space * state.scaling * step
    word_space = 0.0 if face.multibyte else state.word_space * state.scaling * step
    spaced = character_space != 0.0 or word_space != 0.0
    strings = face.strings
    place = start = track.base + step * x
    texts: list[str] = []
    edges: list[float] = []
    ends: list[float] = []
    for piece in pieces:
        if isinstance(piece, bytes):
            glyphs = strings[piece]
            printed.count_glyphs(len(glyphs))
            if spaced:
                for text, width, is_space in glyphs:
                    texts.append(text)
                    edges.append(place)
                    place += width * unit
                    ends.append(place)
                    place += character_space
                    if is_space:
                        place += word_space
            elif len(glyphs) < LONG:
                for text, width, _ in glyphs:
                    texts.append(text)
                    edges.append(place)
                    place += width * unit
                    ends.append(place)
            else:
                places = [*accumulate([width * unit for _, width, _ in glyphs], initial=place)]
                texts += [text for text, _, _ in glyphs]
                edges += places[:-1]
                ends += places[1:]
                place = places[-1]
        elif isinstance(piece, (int, float)):
            kern = -0.001 * piece * unit
            place += kern
            if texts and abs(kern) > wide:
                _add(printed, state, track, texts, edges, ends)
                texts, edges, ends = [], [], []
    if texts:
        _add(printed, state, track, texts, edges, ends)
    return (x + (place - start) / step if step else x), y


def show_chain(
    printed: Printed, state: TextState, links: Sequence[tuple[float, bytes]], matrix: Matrix, clip: Box
) -> tuple[float, float]:
    """Add the runs of strings that stand on one line, each so far from where the one before began.

    Returns how far the last one stands from the line's old beginning, and how far the pen stands from there.
    """
    pieces: list[object] = []
    pen = way = 0.0
    face = state.face
    if face is None or face.vertical or not state.size or not state.scaling:
        for move, shown in links:
            way += move
            pen = show(printed, state, (shown,), joined((1, 0, 0, 1, way, 0), matrix), 0.0, 0.0, clip)[0]
        return way, pen
    size = state.size * state.scaling
    character_space = state.character_space * state.scaling
    word_space = 0.0 if face.multibyte else state.word_space * state.scaling
    for move, shown in links:
        way += move
        pieces.append((pen - move) / (0.001 * size))
        pieces.append(shown)
        pen = 0.0
        for _, width, is_space in face.strings[shown]:
            pen += width * size + character_space
            if is_space:
                pen += word_space
    show(printed, state, pieces, matrix, 0.0, 0.0, clip)
    return way, pen


def _show_vertical(
    printed: Printed,
    state: TextState,
    face: Face,
    pieces: Iterable[object],
    matrix: Matrix,
    x: float,
    y: float,
    clip: Box,
) -> float:
    size = state.size
    for piece in pieces:
        if isinstance(piece, bytes):
            printed.count_glyphs(len(piece))
            for code in face.decode(piece):
                text, advance, _ = face.glyphs[code]
                across, along = face.offset(code)
                left = x - across * size
                foot = y + (along + advance + FOOT) * size + state.rise
                track = track_of(printed, state, face, matrix, foot, size >= 0, clip)
                edge = track.base + track.step * left
                _add(printed, state, track, [text], [edge], [edge + track.step * size])
                y += advance * size + state.character_space * (-1 if advance < 0 else 1)
        elif isinstance(piece, (int, float)):
            y -= piece * 0.001 * size
    return y


def track_of(
    printed: Printed, state: TextState, face: Face, matrix: Matrix, y: float, forwards: bool, clip: Box
) -> Track:
    """Where text at the height y of text space runs; its `turn` is -1 where it slants."""
    a, b, c, d, e, f = matrix
    x, y = c * y + e, d * y + f
    size = abs(state.size) * face.scale * (c * c + d * d) ** 0.5
    turn = direction_of(a, b) if forwards else direction_of(-a, -b)
    if turn == RIGHTWARDS:
        return Track(turn, a, x, y, size, clip)
    clip = turned_box(clip, turn, printed.width, printed.height)
    if turn == DOWNWARDS:
        return Track(turn, b, y, printed.width - x, size, clip)
    if turn == LEFTWARDS:
        return Track(turn, -a, printed.width - x, printed.height - y, size, clip)
    return Track(turn, -b, printed.height - y, x, size, clip)


def _add(
    printed: Printed, state: TextState, track: Track, texts: list[str], edges: list[float], ends: list[float]
) -> None:
    """Add one run unless it slants or the clip hides it."""
    turn, _, _, baseline, size, clip = track
    if turn < 0 or size == 0:
        return
    left, top, right, bottom = clip
    third = 0.3 * size  # a run is hidden where its middle line lies out of the clip, or all of it beside
    if baseline >= top and baseline - 2 * third <= bottom and edges[0] <= right and ends[-1] >= left:
        printed.runs.append(Run(baseline, size, texts, edges, ends, clip, turn, state.render not in INVISIBLE))


def direction_of(a: float, b: float) -> int:
    """The quarter turn in which the vector points; -1 where it slants."""
    if abs(b) <= ALONG * abs(a):
        return RIGHTWARDS if a > 0 else LEFTWARDS
    if abs(a) <= ALONG * abs(b):
        return DOWNWARDS if b > 0 else UPWARDS
    return -1


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
