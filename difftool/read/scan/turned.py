"""A picture that lies on its side or upside down is read upright, and its places told on the page as it lies."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from difftool.model.bounds import Bounds
from difftool.read.pdf.glyphs import turned_box
from difftool.read.pdf.runs import Box, Printed, Ruling
from difftool.read.scan.page import Laid, Scanned, lay, legible, read_laid
from difftool.read.scan.picture import Pixels
from difftool.read.scan.pieces import cut_out
from difftool.read.scan.recogniser import recognise

LEGIBLE = 0.9  # of the words: of a page that lies wrongly fewer are surely read
SAMPLE = 24  # of the widest pieces tell how a page lies
QUARTERS = (1, 3, 2)  # turns that are tried, in the order in which pages are scanned wrongly


def read_picture(
    picture: Pixels, width: float, height: float, bounds: Bounds | None = None, kept: Path | None = None
) -> Scanned:
    """What a picture shows of a page that is `width` by `height` points, however it lies.

    What was recognised is kept in the folder `kept`.
    """
    scanned = read_laid(lay(picture, width, height, bounds), picture, kept)
    if scanned.legible >= LEGIBLE:
        return scanned
    best, quarter = scanned.legible, 0
    for turn in QUARTERS:
        share = sampled(lay(turned(picture, turn), *sides(width, height, turn), bounds))
        if share > best:
            best, quarter = share, turn
        if share >= LEGIBLE:
            break
    if not quarter:
        return scanned
    upright = turned(picture, quarter)
    return laid_back(
        read_laid(lay(upright, *sides(width, height, quarter), bounds), upright, kept), quarter, width, height
    )


def turned(picture: Pixels, quarter: int) -> Pixels:
    """The picture turned to the left by so many quarters."""
    return np.ascontiguousarray(np.rot90(picture, quarter))


def sides(width: float, height: float, quarter: int) -> tuple[float, float]:
    return (height, width) if quarter % 2 else (width, height)


def sampled(laid: Laid) -> float:
    """How legible the widest pieces of a page are."""
    widest = sorted(laid.pieces, key=lambda piece: piece.left - piece.right)[:SAMPLE]
    return legible(recognise([cut_out(laid.grey, piece) for piece in widest])) if len(widest) == SAMPLE else 0.0


def laid_back(scanned: Scanned, quarter: int, width: float, height: float) -> Scanned:
    """What was read on a page that was turned, told on the page as it lies."""

    def back(box: Box) -> Box:
        return turned_box(box, -quarter % 4, *sides(width, height, quarter))

    upright = scanned.printed
    printed = Printed(width, height, bounds=upright.bounds, glyphs=upright.glyphs)
    printed.runs = [run._replace(direction=quarter) for run in upright.runs]
    for level, lines in ((True, upright.horizontal), (False, upright.vertical)):
        for at, start, end in lines:
            left, top, right, bottom = back((start, at, end, at) if level else (at, start, at, end))
            if level == (quarter % 2 == 0):
                printed.horizontal.append(Ruling(top, left, right))
            else:
                printed.vertical.append(Ruling(left, top, bottom))
    readings = [seen._replace(box=back(seen.box)) for seen in scanned.readings]
    return Scanned(printed, readings, [back(box) for box in scanned.unread], scanned.legible, quarter)
