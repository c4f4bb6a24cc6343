"""From rulings to tables: collinear pieces joined, and lines that touch put together, each by sorted sweeps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from difftool.read.pdf.runs import Box, Ruling

SAME_LINE = 2.0  # points across: pieces drawn this near are one line
DASH_GAP = 4.0  # points along: a dashed line's gaps and what is left open at a crossing
TOUCH = 3.0  # points: a line that ends this near to another meets it
SHORTEST = 5.0  # points: what stays shorter after joining is a dot or a tick
MOST_LINES = 5000  # of one direction on a page: a drawing, no table

_at = attrgetter("at")
_start = attrgetter("start")


class Lattice(NamedTuple):
    """Lines that touch each other: one table, or a frame."""

    horizontal: list[Ruling]
    vertical: list[Ruling]

    @property
    def box(self) -> Box:
        xs = [line.at for line in self.vertical]
        ys = [line.at for line in self.horizontal]
        return (
            min(xs + [line.start for line in self.horizontal]),
            min(ys + [line.start for line in self.vertical]),
            max(xs + [line.end for line in self.horizontal]),
            max(ys + [line.end for line in self.vertical]),
        )


def straight_lines(pieces: Iterable[Ruling]) -> list[Ruling]:
    """Pieces on the same line joined where they meet or leave no more than a dash's gap, sorted by `at`."""
    lines: list[Ruling] = []
    band: list[Ruling] = []
    for piece in sorted(pieces, key=_at):
        if band and piece.at - band[0].at > SAME_LINE:
            lines.extend(_joined(band))
            band = []
        band.append(piece)
    if band:
        lines.extend(_joined(band))
    return lines


def _joined(band: list[Ruling]) -> Iterable[Ruling]:
    at = sum(piece.at for piece in band) / len(band)
    band.sort(key=_start)
    start, end = band[0].start, band[0].end
    for piece in band:
        if piece.start > end + DASH_GAP:
            if end - start >= SHORTEST:
                yield Ruling(at, start, end)
            start, end = piece.start, piece.end
        elif piece.end > end:
            end = piece.end
    if end - start >= SHORTEST:
        yield Ruling(at, start, end)


def lattices(horizontal: Sequence[Ruling], vertical: Sequence[Ruling]) -> list[Lattice]:
    """The groups of lines that touch, each with lines of both directions; both inputs are sorted by `at`."""
    owner = list(range(len(horizontal) + len(vertical)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    places = [line.at for line in vertical]
    offset = len(horizontal)
    for index, line in enumerate(horizontal):
        first = bisect_left(places, line.start - TOUCH)
        last = bisect_right(places, line.end + TOUCH)
        for other in range(first, last):
            if vertical[other].start - TOUCH <= line.at <= vertical[other].end + TOUCH:
                owner[root(offset + other)] = root(index)
    groups: dict[int, Lattice] = {}
    for index, line in enumerate(horizontal):
        groups.setdefault(root(index), Lattice([], [])).horizontal.append(line)
    for index, line in enumerate(vertical):
        groups.setdefault(root(offset + index), Lattice([], [])).vertical.append(line)
    found = [group for group in groups.values() if group.horizontal and group.vertical]
    lone = [line for group in groups.values() if not group.horizontal for line in group.vertical]
    for lattice in found:
        _take_in(lattice, lone)
    return found


def _take_in(lattice: Lattice, lone: Sequence[Ruling]) -> None:
    """Add the uprights beside the table that run along it from top to bottom and meet no line.

    They bound cells that go on over the page's foot or come from the page before: 北京's lists of projects, whose
    targets are ruled line by line beside a name that is set once.
    """
    uprights = {(round(line.start / TOUCH), round(line.end / TOUCH)) for line in lattice.vertical}
    beside = [
        line
        for line in lone
        if any(
            (round(line.start / TOUCH) + begin, round(line.end / TOUCH) + end) in uprights
            for begin in (-1, 0, 1)
            for end in (-1, 0, 1)
        )
    ]
    if len(lattice.horizontal) > 1 and beside:
        lattice.vertical.extend(beside)
        lattice.vertical.sort(key=_at)
