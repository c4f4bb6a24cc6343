"""Forms too wide for a page, printed over two or more: the rows go on at the same height on a later page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from difftool.forms.headers import Header, paths, read_header
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
    near = [index for index, part in enumerate(parts) if is_page_before(part, grid) and end_alike(part, grid)]
    fits = [index for index in near if goes_on_sideways(parts[index], grid, parts)]
    if not fits:
        return None
    at = min(fits, key=lambda index: (pages_of(parts[index]), index))
    return [*parts[:at], beside(parts[at], grid), *parts[at + 1 :]]


def goes_on_sideways(part: Grid, grid: Grid, parts: Sequence[Grid]) -> bool:
    """Whether the rows of a grid on a later page are those of the part, under a head of other columns.

    A page without a head is one of the rows that go on so where that has begun with the pages before.
    """
    head = read_header(part)
    above = grid.rows - (part.rows - head.rows)
    if above < 0 or not has_other_columns(head, grid, above, parts):
        return False
    one, other = row_heights(part), row_heights(grid)
    rows = one[head.rows :]
    if not rows or not same_heights(other[above:], rows):
        return False
    shared = len(one) + len(other) - len(all_heights(one, other))
    return not head.paths or (same_heights(one[:1], other[:1]) and shared >= FEWEST_ROWS)


def has_other_columns(head: Header, grid: Grid, above: int, parts: Sequence[Grid]) -> bool:
    """Whether the first columns of a grid, under so many rows of a head, are others than those under this head."""
    if not head.paths:
        return not above and any(pages_of(part) > 1 for part in parts)
    first = next(filter(None, paths(grid, 0, above)), ()) if above else ()
    return first not in ((), *head.paths)


def is_page_before(part: Grid, grid: Grid) -> bool:
    one, other = part.place, grid.place
    return isinstance(one, PagePlace) and isinstance(other, PagePlace) and one.page < other.page


def same_heights(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= SAME_HEIGHT for a, b in zip(one, other, strict=True))


def end_alike(one: Grid, other: Grid) -> bool:
    """Whether the last rows of two grids begin at the same height, which few do whose rows are not the same."""
    return same_heights(last_row(one), last_row(other))


def last_row(grid: Grid) -> list[float]:
    tops: list[float] = []
    for cell in reversed(grid.cells):
        if cell.row < grid.rows - 1 or not isinstance(cell.place, PagePlace):
            break
        tops.append(cell.place.upright[1])
    return [min(tops)] if tops else []


def row_heights(grid: Grid) -> list[float]:
    """Where each row of a grid on a page begins; none elsewhere, or where a row has no cell of its own."""
    tops: dict[int, float] = {}
    for cell in grid.cells:
        if not isinstance(cell.place, PagePlace):
            return []
        tops[cell.row] = min(tops.get(cell.row, cell.place.upright[1]), cell.place.upright[1])
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
