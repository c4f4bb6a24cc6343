"""Which columns each heading of a head without lines stands over, told by where the headings stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from difftool.read.pdf.aligned_head import Band, HeadCell, overlap

LONE = 3  # type sizes that a heading over a single column must stand better than one over several
SAME_TOP = 0.1  # type sizes by which headings of one level that stand at its top may differ
LOWER = 0.85  # of the distance between two levels: a heading so much lower stands on the level below


def place(cells: Sequence[HeadCell], columns: Sequence[Band]) -> int:
    """Give each heading its columns and its level; how many levels there are, 0 where they do not fit together."""
    leaves: dict[int, HeadCell] = {}
    for cell in sorted(cells, key=lambda cell: cell.height):
        for index, band in enumerate(columns):
            if overlap(cell, band):
                leaves[index] = cell  # the lowest heading over a column
    edges = column_edges(columns, leaves)
    groups: list[HeadCell] = []
    for cell in cells:
        single = [index for index, leaf in leaves.items() if leaf is cell]
        lower = any(overlap(cell, other) and other.top > cell.bottom for other in cells)
        cell.columns = range(single[0], single[-1] + 1) if single and not lower else range(0)
        if not cell.columns:
            groups.append(cell)
    for line in in_lines(groups):
        if not share_out(line, cells, leaves, edges, groups):
            return 0
    return levels(cells)


def column_edges(columns: Sequence[Band], leaves: dict[int, HeadCell]) -> list[float]:
    """Where the columns begin and end; the outer ones reach as far out of their headings as they do inwards."""
    edges = [columns[0][0], *((one[1] + other[0]) / 2 for one, other in pairwise(columns)), columns[-1][1]]
    if 0 in leaves:
        edges[0] = min(edges[0], 2 * leaves[0].middle - edges[1])
    if len(columns) - 1 in leaves:
        edges[-1] = max(edges[-1], 2 * leaves[len(columns) - 1].middle - edges[-2])
    return edges


def in_lines(groups: Sequence[HeadCell]) -> list[list[HeadCell]]:
    """The groups of headings line by line, each from left to right."""
    lines: list[list[HeadCell]] = []
    for group in sorted(groups, key=lambda group: group.height):
        if lines and group.height - lines[-1][0].height < group.words[0].size / 2:
            lines[-1].append(group)
        else:
            lines.append([group])
    return [sorted(line, key=lambda group: group.middle) for line in lines]


def level_below(cell: HeadCell, cells: Sequence[HeadCell], groups: Sequence[HeadCell] = ()) -> HeadCell:
    """A heading of the level below: the highest group there, else the highest under this one, or the nearest aside."""
    lower = [other for other in cells if other.top > cell.bottom]
    under = [other for other in groups if other in lower] or [other for other in lower if overlap(cell, other)]
    beside = min(lower, key=lambda other: abs(other.middle - cell.middle), default=cell)
    return min(under, key=lambda other: other.height, default=beside)


def share_out(
    line: Sequence[HeadCell],
    cells: Sequence[HeadCell],
    leaves: dict[int, HeadCell],
    edges: Sequence[float],
    groups: Sequence[HeadCell] = (),
) -> bool:
    """Give the headings of one line the columns below it, each those in whose middle it stands; False if one has none.

    Of all ways to cut the columns up, the one in which the headings stand nearest to the middle of theirs and leave
    fewest columns out; of two as good, the one that leaves fewer out.
    """
    height, size = line[0].height, line[0].words[0].size
    nearest = min((level_below(cell, cells, groups) for cell in line), key=lambda cell: cell.height)
    below = [
        index
        for index, leaf in sorted(leaves.items())
        if leaf not in line
        and (
            leaf.height - height >= LOWER * (nearest.height - height) or abs(leaf.top - nearest.top) <= SAME_TOP * size
        )
    ]
    best: dict[int, tuple[float, int, tuple[range, ...]]] = {0: (0.0, 0, ())}  # by the first column that is still free
    for cell in line:
        found: dict[int, tuple[float, int, tuple[range, ...]]] = {}
        for free, (cost, out, ranges) in best.items():
            for first in (index for index in below if index >= free):
                left_out = sum(free <= index < first for index in below)
                last = first
                while last in below:
                    away = round(abs((edges[first] + edges[last + 1]) / 2 - cell.middle) / size)
                    total = cost + away + left_out + (LONE if first == last else 0)
                    if last + 1 not in found or (total, out + left_out) < found[last + 1][:2]:
                        found[last + 1] = (total, out + left_out, (*ranges, range(first, last + 1)))
                    last += 1
        best = found
    if not best:
        return False
    ends = [
        (cost + rest, out + rest, ranges)
        for free, (cost, out, ranges) in best.items()
        for rest in [sum(index >= free for index in below)]
    ]
    for cell, columns in zip(line, min(ends, key=lambda each: each[:2])[2], strict=True):
        cell.columns = columns
    return True


def levels(cells: Sequence[HeadCell]) -> int:
    """The level of each heading, from 0 at the top; how many there are."""
    for cell in sorted(cells, key=lambda cell: cell.height):
        above = [
            other.level + 1
            for other in cells
            if other.height < cell.height and other.bottom < cell.top and set(other.columns) & set(cell.columns)
        ]
        cell.level = max(above, default=0)
    return 1 + max((cell.level for cell in cells), default=-1)
