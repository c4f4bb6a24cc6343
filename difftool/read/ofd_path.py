"""The paths of OFD pages: operators and numbers become the lines that a pen draws."""

from __future__ import annotations

import re
from collections.abc import Iterator

from difftool.read.ofd_values import NUMBER
from difftool.read.pdf import ink
from difftool.read.pdf.runs import Matrix

FARTHEST = 1e6  # points: no page is so large
_PATH = re.compile(rf"([A-Za-z])|({NUMBER.pattern})")
# How many numbers each drawing operator takes; of curves only the end counts.
_TAKES = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


def outlines(data: str, matrix: Matrix) -> Iterator[tuple[list[ink.Point], bool]]:
    """The lines of a path on the page, and whether any piece of it is curved, where the pen is lifted each."""
    a, b, c, d, e, f = matrix
    points: list[ink.Point] = []
    curved = False
    for operator, told in operations(data):
        if operator == "C":
            if points:
                points.append(points[0])
            continue
        x, y = told[-2:]
        point = (a * x + c * y + e, b * x + d * y + f)
        if not (abs(point[0]) < FARTHEST and abs(point[1]) < FARTHEST):
            continue
        if operator in "SM":
            if points:
                yield points, curved
            points, curved = [point], False
        elif operator == "L":
            points.append(point)
        else:  # a curve is no ruling: what comes after it begins anew
            if points:
                yield points, True
            points, curved = [point], True
    if points:
        yield points, curved


def operations(data: str) -> Iterator[tuple[str, list[float]]]:
    operator, told = "", list[float]()
    for match in _PATH.finditer(data):
        if match.group(1):
            operator, told = match.group(1), []
            if operator == "C":
                yield operator, told
            continue
        told.append(float(match.group(2)))
        if operator in _TAKES and len(told) == _TAKES[operator]:
            yield operator, told
            operator, told = ("L" if operator == "M" else operator), []
