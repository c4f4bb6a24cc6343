"""Headers of performance forms: the headings over their columns."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from difftool.forms.labels import squeeze
from difftool.forms.performance_labels import (
    ACTIVITY,
    CODE,
    FUND,
    GOAL,
    GROUP,
    INDICATOR_ROLES,
    LEVEL1,
    LEVEL3,
    SUBJECT,
    TARGET,
    fund_of,
    is_first_level,
    measure_of,
    phase_of,
    role_of,
    unit_in,
)
from difftool.model.document import Cell, Grid
from difftool.model.money import read_money
from difftool.model.place import PagePlace


class Heading(Struct, frozen=True):
    """A column under a header: its role and, for funds, measure and phase; `left` and `right` are points or columns.

    `over` is the heading above it: 河南 sets 三级指标 and 指标值 side by side under 产出指标, 效益指标 and so on.
    """

    role: str
    column: int
    columns: int
    left: float
    right: float
    text: str
    measure: str = ""
    phase: str = ""
    over: str = ""


class Header(Struct, frozen=True):
    """Column headings; `end` is the first row after them, `unit` the unit of money that they name."""

    headings: tuple[Heading, ...]
    end: int
    unit: str

    def has(self, *roles: str) -> bool:
        """Whether a column has one of these roles."""
        return any(heading.role in roles for heading in self.headings)

    @property
    def phased(self) -> bool:
        """Whether its columns are phases (年初预算数, 全年预算数, 全年执行数)."""
        return any(heading.phase for heading in self.headings)


def extent(cell: Cell) -> tuple[float, float]:
    """Where a cell stands across the page: in points for a PDF, else in columns."""
    if isinstance(cell.place, PagePlace):
        left, _, right, _ = cell.place.upright
        return left, right
    return float(cell.column), float(cell.column + cell.column_span)


def starting(grid: Grid, row: int) -> list[Cell]:
    """The cells with text that begin in this row."""
    return [cell for cell in grid.row_cells(row) if cell.row == row and cell.text.strip()]


def is_heading(cell: Cell) -> bool:
    """Whether a cell can stand in a header. A label that ends with a colon has its value beside it, not below."""
    text = squeeze(cell.text).replace("：", ":")
    if text == "其中:":
        return True
    if text.endswith(":") and not text.startswith("按"):
        return False
    return bool(role_of(text) or fund_of(text) or phase_of(text))


def read_header(grid: Grid, row: int) -> Header | None:
    """The header that begins in this row; None where the row is something else.

    A label at the left that covers the rows below (绩效指标, 年度主要任务) is no part of it.
    """
    if not opens_header(grid, row):
        return None
    end = row + 1
    while end < grid.rows:
        cells = starting(grid, end)
        if not cells or not all(is_heading(cell) for cell in cells) or opens_again(grid, row, end):
            break
        end += 1
    headings = [heading for column in range(grid.columns) if (heading := heading_at(grid, row, end, column))]
    unique = {heading.column: heading for heading in headings}
    ordered = with_a_name(tuple(unique[column] for column in sorted(unique)))
    unit = next((u for r in range(row, end) for c in starting(grid, r) if (u := unit_in(c.text))), "")
    return Header(ordered, end, unit)


def with_a_name(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Beside 活动, the column 绩效指标 prints the three levels of an indicator in one cell."""
    roles = {heading.role for heading in headings}
    if LEVEL3 in roles or TARGET not in roles:
        return headings
    return tuple(replace(h, role=LEVEL3) if h.role == GROUP and h.text.endswith("指标") else h for h in headings)


def opens_header(grid: Grid, row: int) -> bool:
    """Whether the cells that begin in this row are the headings of a list of funds or of indicators."""
    cells = starting(grid, row)
    if any(read_money(cell.text, "元") for cell in cells):
        return False
    heads = [cell for cell in cells if is_heading(cell)]
    strange = [cell for cell in cells if cell not in heads and not (cell.column_span > 1 and is_first_level(cell.text))]
    roles = [role_of(cell.text) for cell in heads]
    funds = sum(1 for cell in heads if fund_of(cell.text) or phase_of(cell.text))
    indicators = sum(role in INDICATOR_ROLES for role in roles)
    # Among many headings one may be the province's own; a row with values has hardly any.
    known = indicators >= 3 and len(strange) * 4 <= len(heads)
    if not known and any(cell.column > 0 and cell.row_span == 1 and "情况" not in cell.text for cell in strange):
        return False
    if indicators >= 2 or (indicators and ACTIVITY in roles):
        return True
    return funds >= 3 or (SUBJECT in roles and len(heads) >= 3) or (SUBJECT in roles and funds > 0 and len(heads) > 1)


def opens_again(grid: Grid, first: int, row: int) -> bool:
    """Whether a header row opens another header: one of indicators below one of funds, without a cell over both."""
    here = {role_of(cell.text) for cell in starting(grid, row)}
    above = {role_of(cell.text) for r in range(first, row) for cell in starting(grid, r)}
    return bool(here & {LEVEL1, LEVEL3}) and not above & {SUBJECT, GOAL, GROUP, CODE}


def heading_at(grid: Grid, start: int, end: int, column: int) -> Heading | None:
    """The heading of one column, by the lowest name over it; a fund's name may need the one above (其他资金, 合计)."""
    cells = [cell for row in range(start, end) if (cell := named_over(grid, row, end, column)) is not None]
    cells = [cell for at, cell in enumerate(cells) if cell not in cells[:at] and cell.row + cell.row_span <= end]
    if not cells:
        return None
    leaf = cells[-1]
    left, right = extent(leaf)
    phase = next((p for cell in reversed(cells) if (p := phase_of(cell.text))), "")
    role = role_of(leaf.text)
    measure = ""
    if phase or (role in (None, GROUP) and fund_of(leaf.text)):
        role, measure = FUND, measure_of([cell.text for cell in cells])
    if role is None:
        return None
    over = squeeze(cells[-2].text) if len(cells) > 1 else ""
    return Heading(role, leaf.column, leaf.column_span, left, right, squeeze(leaf.text), measure, phase, over)


def named_over(grid: Grid, row: int, end: int, column: int) -> Cell | None:
    """The heading in this row over a column; in text, where no cell is merged, the one to its left stands over it."""
    cell = grid.at(row, column)
    if cell is not None and cell.text.strip():
        return cell
    below = [grid.at(lower, column) for lower in range(row + 1, end)]
    if any(cell.column_span > 1 for cell in grid.cells) or not any(c is not None and c.text.strip() for c in below):
        return None
    for left in range(column - 1, -1, -1):
        cell = grid.at(row, left)
        if cell is not None and cell.text.strip():
            return cell if fund_of(cell.text) not in (None, "total") else None
    return None
