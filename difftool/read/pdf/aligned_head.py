"""The head of a table without lines: its headings, of one line or several, and the blank columns that they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, field

LEADING = 1.35  # type sizes between the lines of one heading that is broken
WIDEST_LEADING = 2.0  # the same where rows are set wide: groups may stand as far above their columns
SAME_MIDDLE = 0.8  # type sizes by which the middles of its lines may differ


class Word(NamedTuple):
    """What stands together on one line of the head."""

    start: float
    end: float
    baseline: float
    size: float


class HeadCell(Struct):
    """A heading of one line or several, with the columns that it stands over and the level on which it does."""

    words: list[Word]
    columns: range = field(default_factory=lambda: range(0))
    level: int = 0

    @property
    def start(self) -> float:
        return min(word.start for word in self.words)

    @property
    def end(self) -> float:
        return max(word.end for word in self.words)

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def top(self) -> float:
        return self.words[0].baseline

    @property
    def bottom(self) -> float:
        return self.words[-1].baseline

    @property
    def height(self) -> float:
        return (self.top + self.bottom) / 2


Band = tuple[float, float]


def head_cells(
    lines: Sequence[Sequence[Word]], leading: float = LEADING, apart: frozenset[Word] = frozenset()
) -> list[HeadCell]:
    """The headings on these lines, top to bottom; lines of one broken heading are one, unless a line is to be `apart`.

    `leading` are the type sizes between such lines, at most.
    """
    cells: list[HeadCell] = []
    for line in lines:
        for word in line:
            above = [
                cell
                for cell in cells
                if goes_on(cell, word, leading) and sum(overlap(cell, other) for other in line) == 1
            ]
            if above and word not in apart:
                above[-1].words.append(word)
            else:
                cells.append(HeadCell([word]))
    return cells


def goes_on(above: HeadCell | Word, word: Word, leading: float = LEADING) -> bool:
    """Whether a heading goes on with a word on the next line: no wider, and with the same middle."""
    start, end = extent(above)
    bottom = above.bottom if isinstance(above, HeadCell) else above.baseline
    return (
        0 < word.baseline - bottom <= leading * word.size
        and abs((start + end) / 2 - (word.start + word.end) / 2) <= SAME_MIDDLE * word.size
        and end - start >= word.end - word.start - word.size
    )


def overlap(one: HeadCell | Word | Band, other: HeadCell | Word | Band) -> bool:
    first, last = extent(one)
    start, end = extent(other)
    return first < end and start < last


def extent(of: HeadCell | Word | Band) -> Band:
    return (of.start, of.end) if isinstance(of, HeadCell | Word) else of


def with_blank_columns(
    cells: Sequence[HeadCell], names: Sequence[Band], amounts: Sequence[Band], numbers: Sequence[HeadCell]
) -> list[Band]:
    """The columns of the body, as wide as their headings, with those under which nothing is printed.

    A heading in the middle of a wide column need not stand over what is printed there: left of amounts, which stand
    at the right of the column, or right of names.
    """
    columns = sorted([*names, *amounts])
    headed: set[Band] = set()
    blank: set[Band] = set()
    lean = 0.0  # of the amounts to the right of the middles of the headings that they stand under
    for cell in (*sorted(cells, key=lambda cell: -cell.height), *numbers):
        over = [index for index, band in enumerate(columns) if overlap(cell, band)]
        lowest = not any(overlap(cell, other) and other.top > cell.bottom for other in cells)
        lowest = lowest and (cell in numbers or not is_between(cell, cells))
        if len(over) == 1 and lowest:
            old = columns[over[0]]
            lean += (old[0] + old[1]) / 2 - cell.middle if old in amounts else 0.0
            new = (min(old[0], cell.start), max(old[1], cell.end))
            columns[over[0]] = new
            if cell not in numbers or old in headed:
                headed.add(new)
            if old in blank:
                blank.add(new)
        elif not over and lowest:
            new = (cell.start, cell.end)
            columns = sorted([*columns, new])
            blank.add(new)
            headed.add(new)
    return joined_to_headings(columns, headed, blank, amounts, left=lean < 0)


def joined_to_headings(
    columns: list[Band], headed: set[Band], blank: set[Band], amounts: Sequence[Band], *, left: bool
) -> list[Band]:
    """The columns with each that has no heading joined to the heading beside it under which nothing is printed.

    Amounts at the right of their columns stand right of their headings, those at the left before them: of both ways to
    join the whole head, the one that leaves fewer columns without a heading or without anything printed; of two that
    leave as many, the one by which the other amounts stand too, at the `left` of their columns or at the right.
    """
    ways = [joined(columns, headed, blank, amounts, before=before) for before in (not left, left)]
    return min(ways, key=len)


def joined(
    columns: Sequence[Band], headed: set[Band], blank: set[Band], amounts: Sequence[Band], *, before: bool
) -> list[Band]:
    """The columns with amounts joined to the heading `before` them, or else after them, and names to the one after."""
    found: list[Band] = []
    index = 0
    while index < len(columns):
        band = columns[index]
        following = columns[index + 1] if index + 1 < len(columns) else None
        of_amounts = band in amounts
        if band not in headed and found and found[-1] in blank and of_amounts and before:
            found[-1] = (found[-1][0], band[1])
        elif band not in headed and not (of_amounts and before) and following is not None and following in blank:
            found.append((band[0], following[1]))
            index += 1
        else:
            found.append(band)
        index += 1
    return found


def is_between(cell: HeadCell, cells: Sequence[HeadCell]) -> bool:
    """Whether a heading of the top line stands between two lower ones, both nearer than those on its own line."""
    if cell.top > min(other.top for other in cells) + cell.words[0].size / 2:
        return False
    lower = [other for other in cells if other.top > cell.bottom]
    beside = [
        other for other in cells if other is not cell and abs(other.height - cell.height) < cell.words[0].size / 2
    ]
    left = max((other.end for other in lower if other.end <= cell.start), default=None)
    right = min((other.start for other in lower if other.start >= cell.end), default=None)
    return (
        left is not None
        and right is not None
        and left >= max((other.end for other in beside if other.end <= cell.start), default=left)
        and right <= min((other.start for other in beside if other.start >= cell.end), default=right)
    )
