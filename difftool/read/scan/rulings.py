"""The ruled lines in a picture: long thin ink, level or upright."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import cv2
import numpy as np

from difftool.read.pdf.rulings import DASH_GAP, SAME_LINE, lattices, straight_lines
from difftool.read.pdf.runs import Ruling
from difftool.read.scan.picture import PAPER, Pixels

SHORTEST_LEVEL, SHORTEST_UPRIGHT = 22.0, 13.0  # points: longer than the strokes of a title's letters
THICKEST = 3.0  # points
GAPS = 0.7  # points that noise may break out of a line
WHOLE_LEVEL = 0.6  # of the shortest level line: what of it must be unbroken
CERTAIN = 150.0  # points: no letters make so long a line,
FILLED = 0.8  # of which so much is seen
BESIDE = 1.3  # points above and below a line, where letters have ink and a ruled line has none
CROWD = 0.2  # of a line's length
FAINT = 20  # of 255: so much darker than beside it is a faint line
SEEN = 0.75  # of its length
LOWEST_ROW = 6.0  # points
END = 1.0  # points of an upright in which the lines that it meets are dark as well
WHOLE_ROW = 0.9  # of the height between two lines: no stroke of a letter reaches from one to the other


class Line(NamedTuple):
    """A line found, and the label of its pixels."""

    ruling: Ruling
    label: int


def rulings_in(grey: Pixels, ink: Pixels, scale: float) -> tuple[list[Ruling], list[Ruling], Pixels]:
    """The level and the upright lines in points, and the pixels that they cover; `scale` is pixels a point.

    Only lines that cross others are rulings: what stands alone is a stroke of a letter, or an underline.
    """
    level, level_labels = lines(ink, scale, SHORTEST_LEVEL, WHOLE_LEVEL)
    upright, upright_labels = lines(np.ascontiguousarray(ink.T), scale, SHORTEST_UPRIGHT, 1.0)
    tables = lattices(
        straight_lines([line.ruling for line in level]), straight_lines([line.ruling for line in upright])
    )
    tables = [table for table in tables if len(table.horizontal) > 1 and len(table.vertical) > 1]
    turned = np.ascontiguousarray(grey.T)
    levels: list[Ruling] = []
    uprights: list[Ruling] = []
    for table in tables:
        left, top, right, bottom = table.box
        crossed = bridged(grey, table.horizontal, left, right, scale)
        levels.extend(crossed)
        uprights.extend(bridged(turned, table.vertical, top, bottom, scale, crossed))
    covered = pixels_of(level, levels, level_labels)
    cover_thin(covered, ink, levels, scale)
    covered_upright = pixels_of(upright, uprights, upright_labels)
    cover_thin(covered_upright, np.ascontiguousarray(ink.T), uprights, scale)
    covered = cv2.bitwise_or(covered, np.ascontiguousarray(covered_upright.T))
    return levels, uprights, cv2.dilate(covered, np.ones((3, 3), np.uint8))


def pixels_of(found: list[Line], kept: list[Ruling], labels: Pixels) -> Pixels:
    """The pixels of the lines that are pieces of rulings."""
    chosen = np.zeros(int(labels.max()) + 1, dtype=bool)
    for ruling, label in found:
        chosen[label] = is_piece(ruling, kept)
    return np.where(chosen[labels], np.uint8(PAPER), np.uint8(0))


def cover_thin(covered: Pixels, ink: Pixels, rulings: list[Ruling], scale: float) -> None:
    """Cover what of the rulings was found by no piece: ink across them that is no higher than a line is.

    Left in, the upright of a low row would be read as a letter, and as one that joins the words beside it.
    """
    away = round(THICKEST / 2 * scale) + 1
    for at, start, end in rulings:
        row, left, right = round(at * scale - 0.5), max(round(start * scale), 0), round(end * scale)
        top = max(row - away, 0)
        strip = ink[top : row + away + 1, left:right] > 0
        if not strip.size or row - top >= len(strip):
            continue
        # From the line outwards, ink goes on in each column until the first row of paper.
        above = np.logical_and.accumulate(strip[: row - top + 1][::-1], axis=0)[::-1]
        below = np.logical_and.accumulate(strip[row - top :], axis=0)
        thin = above.sum(axis=0) + below.sum(axis=0) - 1 <= THICKEST * scale
        own = np.vstack([above[:-1], below]) & thin
        covered[top : top + len(own), left : left + own.shape[1]][own] = PAPER


def lines(ink: Pixels, scale: float, shortest: float, share: float) -> tuple[list[Line], Pixels]:
    """The lines along the rows of a picture, and the labels of their pixels; `share` of the shortest is unbroken."""
    length = max(round(shortest * share * scale), 3)
    # A line that lies a little askew steps from row to row: thickened, it is whole for as long as it is looked for.
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    whole = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, np.ones((1, max(round(GAPS * scale), 1)), np.uint8))
    opened = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    _, labels, stats, centres = cv2.connectedComponentsWithStats(opened, connectivity=8)
    thin: list[Line] = []
    for index in range(1, len(stats)):
        left, _, width, height, area = (int(each) for each in stats[index])
        if area / width <= THICKEST * scale + 2 and height <= 2 * THICKEST * scale + 2:
            ruling = Ruling(float(centres[index][1] + 0.5) / scale, left / scale, (left + width) / scale)
            thin.append(Line(ruling, index))
    certain = [ruling for ruling in joined(thin) if ruling.end - ruling.start >= CERTAIN and is_filled(ruling, thin)]
    found: list[Line] = []
    for line in thin:
        left, top, width, height, _ = (int(each) for each in stats[line.label])
        own = labels[top : top + height, left : left + width] == line.label
        if is_piece(line.ruling, certain) or not crowded(ink, own, left, top, scale):
            found.append(line)
    long = [ruling for ruling in joined(found) if ruling.end - ruling.start >= shortest]
    return [line for line in found if is_piece(line.ruling, long)], labels


def joined(found: list[Line]) -> list[Ruling]:
    return straight_lines([line.ruling for line in found])


def is_filled(ruling: Ruling, found: list[Line]) -> bool:
    """Whether the pieces of a line leave little of it open."""
    pieces = [line.ruling for line in found if is_piece(line.ruling, [ruling])]
    return sum(piece.end - piece.start for piece in pieces) >= FILLED * (ruling.end - ruling.start)


def is_piece(piece: Ruling, rulings: list[Ruling]) -> bool:
    at, start, end = piece
    return any(
        abs(ruling.at - at) <= SAME_LINE and ruling.start - 1 <= start and end <= ruling.end + 1 for ruling in rulings
    )


def bridged(
    grey: Pixels, rulings: list[Ruling], first: float, last: float, scale: float, crossed: list[Ruling] | None = None
) -> list[Ruling]:
    """The lines of a table with the gaps closed in which a faint line is seen: below a seal, or where print is pale.

    A gap is closed in part where a line is seen from one of the lines that it would have `crossed` to the next: a low
    row between merged cells has uprights too short to be told from letters by themselves.
    """
    found = list(rulings)
    for at in {ruling.at for ruling in rulings}:
        own = sorted((ruling.start, ruling.end) for ruling in rulings if ruling.at == at)
        ends = [first, *(end for _, end in own)]
        starts = [*(start for start, _ in own), last]
        for end, start in zip(ends, starts, strict=True):
            if start - end <= DASH_GAP:
                continue
            if is_faint_line(grey, at, end, start, scale):
                found.append(Ruling(at, end, start))
                continue
            stops = sorted(
                {line.at for line in crossed or () if end <= line.at <= start and line.start <= at <= line.end}
            )
            for above, below in pairwise([end, *stops, start]):
                if below - above > LOWEST_ROW and is_faint_line(grey, at, above + END, below - END, scale, WHOLE_ROW):
                    found.append(Ruling(at, above, below))
    return straight_lines(found)


def is_faint_line(grey: Pixels, at: float, start: float, end: float, scale: float, share: float = SEEN) -> bool:
    """Whether nearly all of a row is darker than the rows above and below it."""
    row, left, right = round(at * scale - 0.5), round(start * scale), round(end * scale)
    away = max(round(BESIDE * scale), 2)
    strip = grey[max(row - away - 2, 0) : row + away + 3, max(left, 0) : right]
    if strip.shape[0] < 2 * away + 5 or strip.shape[1] < 3:
        return False
    smooth = cv2.blur(strip.astype(np.float32), (5, 1))
    beside = np.minimum(smooth[:3].mean(axis=0), smooth[-3:].mean(axis=0))
    line = smooth[away + 1 : away + 4].min(axis=0)
    return bool((beside - line > FAINT).mean() >= share)


def crowded(ink: Pixels, line: Pixels, left: int, top: int, scale: float) -> bool:
    """Whether there is much ink close to what looks like a line, on both sides: strokes of letters side by side.

    On one side it is often an amount that ends at the border of its cell.
    """
    away = max(round(BESIDE * scale), 2)
    height, width = line.shape
    columns = np.arange(left, left + width)
    first = top + line.argmax(axis=0)
    last = top + height - 1 - line[::-1].argmax(axis=0)
    both = np.ones(width, dtype=bool)
    for rows in (first - away, last + away):
        inside = np.clip(rows, 0, ink.shape[0] - 1)
        near = ink[inside, columns] > 0
        for step in (-1, 1):
            near |= ink[np.clip(inside + step, 0, ink.shape[0] - 1), columns] > 0
        both &= near
    return bool(both.mean() > CROWD)
