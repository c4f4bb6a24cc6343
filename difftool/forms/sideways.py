"""Forms too wide for a page, printed over two or more: the rows go on at the same height on a later page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from difftool.forms.headers import path, read_header
from difftool.forms.labels import squeeze
from difftool.model.document import Cell, Grid
from difftool.model.place import PagePlace

SAME_HEIGHT = 1.5  # points by which the lines of one row may differ between the pages
MOST_PAGES = 40  # that a form printed sideways may have
FEWEST_ROWS = 3  # rows at the same heights that are no chance
PIECE = 3  # letters of a heading that tell it from the sums beside it


def with_columns_beside(parts: Sequence[Grid], grid: Grid) -> list[Grid] | None:
    """The parts of a form with the grid as further columns of one of them, None where it is none of their rows.

    A spreadsheet prints the pages of the first columns before those of the next. A page goes on downwards where it
    repeats the head or has none; where it has another one at the heights of the first page, it goes on sideways.
    """
    if len(parts) > MOST_PAGES:
        return None
    begun = max(map(pages_of, parts), default=0) > 1
    fits = [index for index, part in enumerate(parts) if goes_on_sideways(part, grid, begun=begun)]
    if not fits:
        return None
    at = min(fits, key=lambda index: (pages_of(parts[index]), index))
    return [*parts[:at], beside(parts[at], grid), *parts[at + 1 :]]


def goes_on_sideways(part: Grid, grid: Grid, *, begun: bool) -> bool:
    """Whether the rows of a grid on a later page are those of the part, under a head of other columns.

    A page without a head is one of the rows that go on so where that has `begun` with the pages before.
    """
    one, other = row_heights(part), row_heights(grid)
    head = read_header(part)
    rows = one[head.rows :]
    above = len(other) - len(rows)
    if not rows or not is_page_before(part, grid) or above < 0 or not same_heights(other[above:], rows):
        return False
    if not head.paths:
        return begun and not above
    first = next((names for column in range(grid.columns) if (names := path(grid, column, 0, above))), ())
    shared = len(one) + len(other) - len(all_heights(one, other))
    return above > 0 and same_heights(one[:1], other[:1]) and shared >= FEWEST_ROWS and first not in ((), *head.paths)


def is_page_before(part: Grid, grid: Grid) -> bool:
    one, other = part.place, grid.place
    return isinstance(one, PagePlace) and isinstance(other, PagePlace) and one.page < other.page


def same_heights(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= SAME_HEIGHT for a, b in zip(one, other, strict=True))


def row_heights(grid: Grid) -> list[float]:
    """Where each row of a grid on a page begins; none elsewhere, or where a row has no cell of its own."""
    tops: dict[int, float] = {}
    for cell in grid.cells:
        if not isinstance(cell.place, PagePlace):
            return []
        tops[cell.row] = min(tops.get(cell.row, cell.place.bbox[1]), cell.place.bbox[1])
    heights = [tops[row] for row in sorted(tops)]
    rising = all(one < other for one, other in pairwise(heights))
    return heights if len(heights) == grid.rows and rising else []


def pages_of(grid: Grid) -> int:
    """How many pages the columns of a grid stand on."""
    return len({cell.place.page for cell in grid.cells if isinstance(cell.place, PagePlace)})


def beside(left: Grid, right: Grid) -> Grid:
    """One grid of both: with as many rows in its head as both need, and the headings whole that the page cut."""
    rows = all_heights(row_heights(left), row_heights(right))
    head = len(rows) - left.rows + read_header(left).rows
    moved = [replace(cell, column=cell.column + left.columns) for cell in spread(right, rows)]
    whole = whole_at_seam([*spread(left, rows), *moved], left.columns, head)
    cells = tuple(sorted(whole, key=lambda cell: (cell.row, cell.column)))
    return Grid(len(rows), left.columns + right.columns, cells, left.place, left.ruled and right.ruled)


def all_heights(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """The heights of both, those that are the same told once."""
    more = [height for height in other if all(abs(height - known) > SAME_HEIGHT for known in one)]
    return sorted([*one, *more])


def spread(grid: Grid, rows: Sequence[float]) -> Iterator[Cell]:
    """The cells of a grid over these rows, of which it may have fewer in its head."""
    places = [min(range(len(rows)), key=lambda row: abs(rows[row] - height)) for height in row_heights(grid)]
    places.append(len(rows))
    for cell in grid.cells:
        top, bottom = places[cell.row], places[cell.row + cell.row_span]
        yield replace(cell, row=top, row_span=bottom - top)


def whole_at_seam(cells: Sequence[Cell], seam: int, head: int) -> Iterator[Cell]:
    """The cells, those of the head on both sides of the seam as one where they are one heading."""
    before = {cell.row: cell for cell in cells if cell.row < head and cell.column + cell.column_span == seam}
    after = {cell.row: cell for cell in cells if cell.row < head and cell.column == seam}
    joined: dict[int, Cell | None] = {}
    for row, left in before.items():
        right = after.get(row)
        if right is None or left.row_span != right.row_span or not is_cut(squeeze(left.text), squeeze(right.text)):
            continue
        printed = max(left, right, key=lambda cell: len(squeeze(cell.text)))
        joined[id(left)] = replace(
            printed, column=left.column, column_span=left.column_span + right.column_span, row_span=left.row_span
        )
        joined[id(right)] = None
    for cell in cells:
        whole = joined.get(id(cell), cell)
        if whole is not None:
            yield whole


def is_cut(left: str, right: str) -> bool:
    """Whether two neighbours in a head are one heading that the page cut: one is blank, or a piece of the other."""
    if not left or not right:
        return bool(left or right)
    return (
        left != right and len(min(left, right, key=len)) >= PIECE and (left.endswith(right) or right.startswith(left))
    )
