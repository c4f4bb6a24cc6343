"""From a lattice of lines to cells: rows and columns between the lines, merged where a border is missing."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from difftool.read.pdf.rulings import Lattice
from difftool.read.pdf.runs import Box, Ruling

NARROWEST = 3.5  # points: no row or column is as narrow; lines so near are a double line
OPEN_EDGE = 6.0  # points: lines that stick out so far past the last crossing line are an open outer column or row


class Region(NamedTuple):
    """A cell to be: its top-left row and column and its spans. `hole` is True outside a stepped outline."""

    row: int
    column: int
    row_span: int
    column_span: int
    hole: bool


class Frame(Struct):
    """The rows and columns of one table: `xs` and `ys` are its grid lines, `regions` its cells in reading order.

    `owner[row][column]` is the index of the region there.
    """

    xs: list[float]
    ys: list[float]
    regions: list[Region]
    owner: list[list[int]]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def region_box(self, region: Region) -> Box:
        return (
            self.xs[region.column],
            self.ys[region.row],
            self.xs[region.column + region.column_span],
            self.ys[region.row + region.row_span],
        )

    def row_at(self, y: float) -> int:
        return min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)

    def column_at(self, x: float) -> int:
        return min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)


def frame_of(lattice: Lattice) -> Frame | None:
    """The table that the lines draw, or None where they enclose no row and column."""
    left, top, right, bottom = lattice.box
    xs = _positions(lattice.vertical, left, right)
    ys = _positions(lattice.horizontal, top, bottom)
    if len(xs) < 2 or len(ys) < 2:
        return None
    right_of = _borders(xs, ys, lattice.vertical)
    below = _borders(ys, xs, lattice.horizontal)
    return _frame(xs, ys, right_of, below)


def _positions(lines: Sequence[Ruling], first: float, last: float) -> list[float]:
    """Where the grid lines stand, with the table's own edges where its outer lines are missing."""
    places: list[float] = []
    for line in lines:
        if not places or line.at - places[-1] > NARROWEST:
            places.append(line.at)
    if places[0] - first > OPEN_EDGE:
        places.insert(0, first)
    if last - places[-1] > OPEN_EDGE:
        places.append(last)
    return places


def _borders(places: Sequence[float], bands: Sequence[float], lines: Iterable[Ruling]) -> list[set[int]]:
    """For each grid line the bands along which it is drawn."""
    middles = [(before + after) / 2 for before, after in itertools.pairwise(bands)]
    drawn: list[set[int]] = [set() for _ in places]
    for line in lines:
        index = bisect_right(places, line.at + 0.01) - 1
        covered = range(bisect_left(middles, line.start), bisect_right(middles, line.end))
        drawn[max(index, 0)].update(covered)
    return drawn


def _frame(xs: list[float], ys: list[float], uprights: list[set[int]], levels: list[set[int]]) -> Frame:
    columns, rows = len(xs) - 1, len(ys) - 1
    owner = list(range(rows * columns))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and row not in uprights[column + 1]:
                owner[root(here + 1)] = root(here)
            if row + 1 < rows and column not in levels[row + 1]:
                owner[root(here + columns)] = root(here)
    members: dict[int, list[tuple[int, int]]] = {}
    for row in range(rows):
        for column in range(columns):
            members.setdefault(root(row * columns + column), []).append((row, column))
    regions: list[Region] = []
    for cells in members.values():
        # A column that goes on over the page break is open above or below only, one without outer border to a side;
        # what is open at a corner lies outside of the table.
        beside = any(
            (column == 0 and row not in uprights[0]) or (column == columns - 1 and row not in uprights[columns])
            for row, column in cells
        )
        above = any(
            (row == 0 and column not in levels[0]) or (row == rows - 1 and column not in levels[rows])
            for row, column in cells
        )
        regions.extend(Region(*rectangle, beside and above) for rectangle in _rectangles(cells))
    regions.sort()
    indices = [[0] * columns for _ in range(rows)]
    for index, region in enumerate(regions):
        for row in range(region.row, region.row + region.row_span):
            indices[row][region.column : region.column + region.column_span] = [index] * region.column_span
    return Frame(xs, ys, regions, indices)


def _rectangles(cells: list[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """The cells, given row by row, as rectangles (row, column, row span, column span): one, if they fill one."""
    spans: list[tuple[int, int, int]] = []
    for row, column in cells:
        if spans and spans[-1][0] == row and spans[-1][2] == column:
            spans[-1] = (row, spans[-1][1], column + 1)
        else:
            spans.append((row, column, column + 1))
    found: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], int] = {}
    for row, start, end in spans:
        index = growing.get((start, end))
        if index is not None and found[index][0] + found[index][2] == row:
            first, column, height, width = found[index]
            found[index] = (first, column, height + 1, width)
        else:
            growing[start, end] = len(found)
            found.append((row, start, 1, end - start))
    return found
