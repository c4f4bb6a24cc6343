"""Which lines of a head without ruling lines are one heading: the reading in which headings keep to their levels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from difftool.read.pdf.aligned_groups import place
from difftool.read.pdf.aligned_head import LEADING, WIDEST_LEADING, Band, HeadCell, Word, head_cells
from difftool.read.pdf.cells import ABOVE_BASELINE

ROUNDED = 0.05  # type sizes: distances are told in tenths of them, rounded up
SAME_HEIGHT = 0.3  # type sizes by which headings of one level may stand higher or lower


class LaidHead(NamedTuple):
    """The headings with their places, the columns below them and how many levels there are, 0 where none fit."""

    cells: list[HeadCell]
    columns: list[Band]
    depth: int


def laid_head(lines: Sequence[Sequence[Word]], columns_below: Callable[[Sequence[HeadCell]], list[Band]]) -> LaidHead:
    """The head that the words on these lines make over the columns that `columns_below` finds for their headings.

    A heading that is broken where rows are set wide looks like a group over one column. The headings of one level
    stand at one height: of the ways to join lines, the one with the fewest that stand elsewhere, and as few groups of
    one column.
    """

    def laid(leading: float, apart: frozenset[Word] = frozenset()) -> LaidHead:
        cells = head_cells(lines, leading, apart)
        columns = columns_below(cells)
        return LaidHead(cells, columns, place(cells, columns) if cells else 0)

    close = laid(LEADING)
    fewest = strays(close)
    if not fewest:
        return close
    best, widest = close, LEADING
    for leading in leadings(head_cells(lines, WIDEST_LEADING)):
        other = laid(leading)
        if (found := strays(other)) < fewest:
            best, fewest, widest = other, found, leading
    apart = frozenset[Word]()
    for word in sorted(words_joined(best) - words_joined(close)):
        other = laid(widest, apart | {word})
        if (found := strays(other)) < fewest:
            best, fewest, apart = other, found, apart | {word}
    return best


def leadings(cells: Sequence[HeadCell]) -> list[float]:
    """The distances between the lines of the headings, in type sizes, beyond those that are always joined."""
    away = {
        round((below.baseline - above.baseline) / below.size + ROUNDED, 1)
        for cell in cells
        for above, below in pairwise(cell.words)
    }
    return sorted(leading for leading in away if leading > LEADING)


def words_joined(head: LaidHead) -> set[Word]:
    """The words that go on with the heading above them."""
    return {word for cell in head.cells for word in cell.words[1:]}


def strays(head: LaidHead) -> int:
    """How many headings stand at another height than those of their levels, or are groups of one column.

    Headings stand in the middle of their levels, at the top or at the bottom: as most of this head do.
    """
    cells, depth = head.cells, head.depth
    if not depth or level_bounds(cells, depth) is None:
        return 2 * len(cells)
    levels: dict[tuple[int, int], list[HeadCell]] = {}
    narrow = 0
    for cell in cells:
        last = last_level(cell, cells, depth)
        levels.setdefault((cell.level, last), []).append(cell)
        narrow += len(cell.columns) == 1 and last < depth - 1
    within = SAME_HEIGHT * cells[0].words[0].size
    return narrow + min(
        sum(len(level) - most_alike([stands(cell) for cell in level], within) for level in levels.values())
        for stands in (attrgetter("height"), attrgetter("top"), attrgetter("bottom"))
    )


def most_alike(heights: Sequence[float], within: float) -> int:
    """How many of the heights are the same, at most."""
    return max(sum(abs(height - other) <= within for other in heights) for height in heights)


def level_bounds(cells: Sequence[HeadCell], depth: int) -> list[float] | None:
    """Where one level of the head ends and the next begins, None where headings of two levels lie side by side."""
    bounds = []
    for level in range(1, depth):
        upper = max(cell.bottom for cell in cells if last_level(cell, cells, depth) < level)
        lower = min(cell.top for cell in cells if cell.level >= level)
        if upper >= lower:
            return None
        size = cells[0].words[0].size
        bounds.append((upper + lower) / 2 - ABOVE_BASELINE * size)
    return bounds


def last_level(cell: HeadCell, cells: Sequence[HeadCell], depth: int) -> int:
    """The level down to which a heading reaches: to the one below it, else to the body."""
    below = [other.level for other in cells if other.level > cell.level and set(other.columns) & set(cell.columns)]
    return min(below, default=depth) - 1
