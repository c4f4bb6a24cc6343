"""Where words stand in a picture: the lines of each cell, and of the text outside tables, as boxes of pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from difftool.read.scan.picture import Pixels

LOWEST = 0.45  # of the usual height: a lower band of ink is no line
JOINS = 1.2  # of the usual height: bands that are no higher together are one line, as of the letter 二
SEVERAL = 2.5  # of a band's height: as wide are several letters
APART = 1.1  # of a line's height: a gap as wide parts two pieces
EDGE = 3  # pixels: so far the pale rim of a letter goes
ROOM = 0.22  # of a line's height: what is cut out around a piece


class Piece(NamedTuple):
    """A box of pixels that holds one line of text, or one piece of it; `pale` where its ends are pale print."""

    left: int
    top: int
    right: int
    bottom: int
    pale: bool = False


def pieces_in(ink: Pixels, box: Piece, usual: float, *, apart: bool, faint: Pixels = None) -> Iterator[Piece]:
    """The pieces in a part of the picture; `apart` parts lines at wide gaps. `usual` is the height of a line there.

    Where pale print, the ink `faint`, goes on beside a piece, it belongs to it: an amount whose first digits stand
    below a seal.
    """
    part = ink[box.top : box.bottom, box.left : box.right]
    if not part.size:
        return
    for top, bottom in bands(part.any(axis=1), usual):
        columns = part[top:bottom].any(axis=0)
        for left, right in spans(columns, (bottom - top) * APART if apart else part.shape[1]):
            first, last = left, right
            if faint is not None:
                pale = faint[box.top + top : box.top + bottom, box.left : box.right].any(axis=0)
                first, last = next(
                    (span for span in spans(pale | columns, bottom - top) if span[0] <= left < span[1]), (left, right)
                )
            grown = left - first > EDGE or last - right > EDGE
            ends = (first, last) if grown else (left, right)
            yield Piece(box.left + ends[0], box.top + top, box.left + ends[1], box.top + bottom, grown)


def bands(filled: Pixels, usual: float) -> list[tuple[int, int]]:
    """Rows of ink put together to lines."""
    found: list[tuple[int, int]] = []
    for top, bottom in spans(filled, 1):
        if found and bottom - found[-1][0] <= JOINS * usual:
            found[-1] = (found[-1][0], bottom)
        else:
            found.append((top, bottom))
    return [band for band in found if band[1] - band[0] >= LOWEST * usual]


def spans(filled: Pixels, gap: float) -> list[tuple[int, int]]:
    """Where ink begins and ends along a row or column of a picture; gaps narrower than `gap` are within."""
    places = np.flatnonzero(filled)
    if not len(places):
        return []
    breaks = np.flatnonzero(np.diff(places) > gap)
    starts = np.concatenate(([places[0]], places[breaks + 1]))
    ends = np.concatenate((places[breaks], [places[-1]])) + 1
    return [(int(start), int(end)) for start, end in zip(starts, ends, strict=True)]


def usual_height(ink: Pixels, boxes: Sequence[Piece], default: float) -> float:
    """How high a line of text is in these parts, by bands of several letters: 类 alone has two bands."""
    heights: list[int] = []
    for box in boxes:
        part = ink[box.top : box.bottom, box.left : box.right]
        if not part.size:
            continue
        for top, bottom in spans(part.any(axis=1), 1):
            columns = np.flatnonzero(part[top:bottom].any(axis=0))
            if bottom - top >= LOWEST * default and columns[-1] - columns[0] > SEVERAL * (bottom - top):
                heights.append(bottom - top)
    heights.sort()
    return float(heights[len(heights) * 2 // 3]) if heights else default


def cut_out(grey: Pixels, piece: Piece) -> Pixels:
    """The pixels of a piece with some paper around it, in three channels as recognition wants them."""
    room = max(2, round((piece.bottom - piece.top) * ROOM))
    height, width = grey.shape
    rows = slice(max(piece.top - room, 0), min(piece.bottom + room, height))
    part = grey[rows, max(piece.left - room, 0) : min(piece.right + room, width)]
    return np.repeat(part[:, :, None], 3, axis=2)
