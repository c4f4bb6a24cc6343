"""From what a page draws to rulings and areas: which strokes and fills a reader sees as lines of a table."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.read.pasted import as_large_as_a_form
from difftool.read.pdf.runs import Area, Box, Cover, Matrix, Printed, Ruling

THIN = 3.0  # points; what is thinner is a line, however it was painted
MANY = 64  # points in one path: more than a border needs
SLANT = 0.02  # a line that rises by less than this share of its length is straight, as scaled drawings round it

Point = tuple[float, float]


def joined(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does `inner` first and then `outer`."""
    a1, b1, c1, d1, e1, f1 = inner
    a0, b0, c0, d0, e0, f0 = outer
    return (
        a0 * a1 + c0 * b1,
        b0 * a1 + d0 * b1,
        a0 * c1 + c0 * d1,
        b0 * c1 + d0 * d1,
        a0 * e1 + c0 * f1 + e0,
        b0 * e1 + d0 * f1 + f0,
    )


def page_matrix(box: Box, rotate: int) -> tuple[Matrix, float, float]:
    """The matrix from a page's own space to points from the top-left corner as displayed; then width and height.

    `box` is (left, bottom, right, top) of the visible part; `rotate` the page's clockwise turn in degrees.
    """
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    if rotate == 90:
        return (0, 1, 1, 0, -bottom, -left), height, width
    if rotate == 180:
        return (-1, 0, 0, 1, right, -bottom), width, height
    if rotate == 270:
        return (0, -1, -1, 0, top, right), height, width
    return (1, 0, 0, -1, -left, top), width, height


def box_of(points: Sequence[Point]) -> Box:
    """The smallest upright box (left, top, right, bottom) around the points."""
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def shared(first: Box, second: Box) -> Box:
    """The part that both boxes cover; its right is left of its left where there is none."""
    return (
        max(first[0], second[0]),
        max(first[1], second[1]),
        min(first[2], second[2]),
        min(first[3], second[3]),
    )


def stroke(printed: Printed, points: Sequence[Point], width: float, clip: Box) -> None:
    """Add the straight pieces of a stroked line through `points`, `width` thick."""
    if len(points) > MANY:
        printed.check_rulings()
    x0, y0 = points[0]
    for x1, y1 in points[1:]:
        dx, dy = abs(x1 - x0), abs(y1 - y0)
        if dx or dy:
            if width > THIN and width * 2 > max(dx, dy) / 2 and min(dx, dy) < 1:
                half_x, half_y = (0.0, width / 2) if dx > dy else (width / 2, 0.0)
                left, right = min(x0, x1) - half_x, max(x0, x1) + half_x
                _fill_box(printed, (left, min(y0, y1) - half_y, right, max(y0, y1) + half_y), clip)
            elif dy <= max(0.5, SLANT * dx) and dx >= dy:
                _add_horizontal(printed, (y0 + y1) / 2, min(x0, x1), max(x0, x1), clip)
            elif dx <= max(0.5, SLANT * dy):
                _add_vertical(printed, (x0 + x1) / 2, min(y0, y1), max(y0, y1), clip)
        x0, y0 = x1, y1


def fill(printed: Printed, points: Sequence[Point], clip: Box) -> None:
    """Add a filled polygon: a line where it is thin, an area where it is an upright rectangle, else nothing."""
    box = box_of(points)
    left, top, right, bottom = box
    if right - left >= THIN and bottom - top >= THIN:
        for x, y in points:
            if min(x - left, right - x) > 1 or min(y - top, bottom - y) > 1:
                return
    _fill_box(printed, box, clip)


def cover(printed: Printed, box: Box, clip: Box) -> None:
    """Let the box hide what was shown before, where it is large enough to hide a glyph."""
    left, top, right, bottom = box = shared(box, clip)
    if printed.runs and right - left > THIN and bottom - top > THIN:
        printed.covers.append(Cover(box, len(printed.runs)))


def picture(printed: Printed, matrix: Matrix, clip: Box, opaque: bool) -> None:
    """Count a picture that fills the unit square of `matrix`; a thin one is a line, as some drivers print them.

    An opaque one hides what it is painted over; a seal with its transparent ground does not.
    """
    a, b, c, d, e, f = matrix
    box = box_of([(e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f)])
    if min(box[2] - box[0], box[3] - box[1]) < THIN:
        _fill_box(printed, box, clip)
    else:
        printed.pictures += 1
        left, top, right, bottom = shared(box, clip)
        printed.pictured += max(right - left, 0.0) * max(bottom - top, 0.0)
        printed.large_pictures += as_large_as_a_form(right - left, bottom - top)
        if opaque:
            cover(printed, box, clip)


def _fill_box(printed: Printed, box: Box, clip: Box) -> None:
    left, top, right, bottom = box
    thin_x, thin_y = right - left < THIN, bottom - top < THIN
    if thin_y:
        _add_horizontal(printed, (top + bottom) / 2, left, right, clip)
    if thin_x:
        _add_vertical(printed, (left + right) / 2, top, bottom, clip)
    if not thin_x and not thin_y:
        left, top, right, bottom = shared(box, clip)
        if right - left >= THIN and bottom - top >= THIN:
            printed.areas.append(Area(left, top, right, bottom))


def _add_horizontal(printed: Printed, y: float, start: float, end: float, clip: Box) -> None:
    left, top, right, bottom = clip
    if top - THIN <= y <= bottom + THIN:
        start, end = max(start, left), min(end, right)
        if end >= start:
            printed.horizontal.append(Ruling(y, start, end))


def _add_vertical(printed: Printed, x: float, start: float, end: float, clip: Box) -> None:
    left, top, right, bottom = clip
    if left - THIN <= x <= right + THIN:
        start, end = max(start, top), min(end, bottom)
        if end >= start:
            printed.vertical.append(Ruling(x, start, end))
