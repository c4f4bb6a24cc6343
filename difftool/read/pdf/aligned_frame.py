"""The grid of a table without ruling lines: its head laid over the columns and rows of its body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from difftool.read.pdf.aligned_body import body_bands, body_rows, is_of_same_row, parted
from difftool.read.pdf.aligned_head import HeadCell, Word, with_blank_columns
from difftool.read.pdf.aligned_levels import LaidHead, laid_head, last_level, level_bounds
from difftool.read.pdf.aligned_lines import COLUMNS, Piece, Printline, middle
from difftool.read.pdf.cells import ABOVE_BASELINE
from difftool.read.pdf.lattice import Frame, Region

FOLLOWS = 4.5  # type sizes from one line of the table to the next


def aligned_frame(lines: Sequence[Printline], ruled: Sequence[Frame], columns: Sequence[float] = ()) -> Frame | None:
    """The table that these lines make, head and body; None where they make no grid.

    `ruled` and `columns` are as in `aligned_frames`.
    """
    split_at = first_of_body(lines)
    head, body = lines[:split_at], lines[split_at:]
    titled = [line for line in head if not line.numbers_columns]
    bands = parted(body_bands(body), titled[-1].pieces if titled else (), body)
    amounts_stand = any(piece.amount for line in body for piece in line.pieces)
    if not columns and (len(bands) < COLUMNS or not amounts_stand):
        return None
    above = head_above(lines[0], bands, ruled)
    numbers = [line for line in head if line.numbers_columns]
    laid = laid_over(bands, titled, numbers)
    depth = laid.depth if above is None else 0
    bounds = level_bounds(laid.cells, depth) if depth else None
    cells = [] if bounds is None else laid.cells
    rows = [*([line] for line in (head if bounds is None else numbers)), *body_rows(body)]
    xs = above.xs if above else column_bounds(lines, laid.columns)
    if columns:
        xs = [min(xs[0], columns[0]), *columns[1:-1], max(xs[-1], columns[-1])]
    ys = row_bounds(rows, cells, bounds or [])
    if any(one >= other for bounds in (xs, ys) for one, other in pairwise(bounds)):
        return None
    return framed(xs, ys, cells, depth)


def laid_over(bands: Sequence[Piece], titled: Sequence[Printline], numbers: Sequence[Printline]) -> LaidHead:
    """The headings that lines of a head hold, laid over the bands of the body."""
    words = [
        [Word(start, end, piece.baseline, line.size) for piece in line.pieces for start, end in between_seams(piece)]
        for line in titled
    ]
    names, amounts = ([(band.start, band.end) for band in bands if band.amount == wanted] for wanted in (False, True))
    return laid_head(words, lambda cells: with_blank_columns(cells, names, amounts, numbered_cells(numbers)))


def column_bounds(lines: Sequence[Printline], columns: Sequence[tuple[float, float]]) -> list[float]:
    """Where columns begin and end: around all print, and halfway between the spans of two columns."""
    everything = [piece for line in lines for piece in line.pieces]
    return [
        min(piece.start for piece in everything) - 1,
        *((before[1] + after[0]) / 2 for before, after in pairwise(columns)),
        max(piece.end for piece in everything) + 1,
    ]


def row_bounds(
    rows: Sequence[Sequence[Printline]], cells: Sequence[HeadCell], between_levels: Sequence[float]
) -> list[float]:
    """Where the levels of a head and the rows below it begin and end: halfway between the lines of two."""
    first, last = rows[0][0], rows[-1][-1]
    top = cells[0].words[0].baseline if cells else middle(first)
    ys = [top - first.size, *between_levels]
    if cells:
        ys.append((max(cell.bottom for cell in cells) + first.baseline) / 2 - ABOVE_BASELINE * first.size)
    ys += [(middle(one[-1]) + middle(other[0])) / 2 for one, other in pairwise(rows)]
    return [*ys, middle(last) + last.size]


def first_of_body(lines: Sequence[Printline]) -> int:
    """The line with which the body begins: above the first amounts may stand the first line of their broken name."""
    first = next(index for index, line in enumerate(lines) if line.of_body)
    while first and is_of_same_row(lines[first - 1], lines[first]):
        first -= 1
    return first


def between_seams(piece: Piece) -> Iterator[tuple[float, float]]:
    """The headings that a piece of the head holds, from left to right: long ones all but touch the next."""
    starts = (piece.start, *(start for _, start in piece.seams))
    ends = (*(end for end, _ in piece.seams), piece.end)
    return zip(starts, ends, strict=True)


def head_above(line: Printline, bands: Sequence[Piece], ruled: Sequence[Frame]) -> Frame | None:
    """The ruled head right above a body without lines, where each column of the body stands in one of its own."""
    for frame in ruled:
        near = 0 <= middle(line) - frame.ys[-1] <= FOLLOWS * line.size
        if near and all(
            frame.xs[0] - line.size <= band.start and band.end <= frame.xs[-1] + line.size for band in bands
        ):
            return frame
    return None


def numbered_cells(lines: Sequence[Printline]) -> list[HeadCell]:
    """The numbers of columns that lines of a head print, as cells of it."""
    return [
        HeadCell([Word(piece.start, piece.end, piece.baseline, line.size)])
        for line in lines
        for piece in line.pieces
        if piece.text[0].isdigit()
    ]


def framed(xs: list[float], ys: list[float], cells: Sequence[HeadCell], depth: int) -> Frame:
    """The grid with the headings merged over their columns and levels."""
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = [[-1] * columns for _ in range(rows)]
    regions: list[Region] = []
    for cell in cells:
        down = last_level(cell, cells, depth) - cell.level + 1
        claimed = [(row, column) for row in range(cell.level, cell.level + down) for column in cell.columns]
        if any(owner[row][column] >= 0 for row, column in claimed):
            continue
        for row, column in claimed:
            owner[row][column] = len(regions)
        regions.append(Region(cell.level, cell.columns[0], down, len(cell.columns), False))
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] < 0:
                owner[row][column] = len(regions)
                regions.append(Region(row, column, 1, 1, False))
    order = sorted(range(len(regions)), key=lambda index: regions[index])
    new = {old: index for index, old in enumerate(order)}
    return Frame(xs, ys, [regions[index] for index in order], [[new[index] for index in line] for line in owner])
