"""The header of a grid as a hierarchy: for every column the names over it, from the top down."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from difftool.forms.caption import caption_rows, is_caption_row
from difftool.forms.columns import is_heading, is_neutral
from difftool.forms.labels import REMEMBERED, plain, squeeze
from difftool.model.document import Cell, Grid
from difftool.model.money import read_money
from difftool.pattern import lazy_pattern

MOST_HEADER_ROWS = 7
# A row of column numbers under the header: "1 2 3", "** ** 1", "栏次", "1=2+3".
_COLUMN_NUMBER = lazy_pattern(
    r"栏次|行次|\*{1,3}|[-—]+|甲|乙|丙|[A-Z]|\d{1,2}|\d{1,2}=[\d+\-（）()]+|[(（]?\d{1,2}[)）]?|[\d=+\-]+"
)
_MERE_NUMBER = lazy_pattern(r"栏次|\*{1,3}|\d{1,2}")
_WHOLE_NUMBER = lazy_pattern(r"(?!(?:19|20)\d\d$)\d{3,7}")
_OF_AMOUNTS = lazy_pattern(r"[预决]算[数额]|金额")
_ORDINAL = lazy_pattern(r"^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．]\D)")
_CODE = lazy_pattern(r"^[235]\d{2}(?:\d{2}){0,2}(?:\D|$)")
_TOTAL = lazy_pattern(r"^(?:合计|总计)$")
LONGEST_HEADING = 60


class Header(Struct, frozen=True):
    """`rows` rows at the top of a grid are captions or header; `paths` has the names over each column."""

    rows: int
    paths: tuple[tuple[str, ...], ...]


def read_header(grid: Grid) -> Header:
    """The header of one grid; with `rows` 0 and no paths where the grid begins with body rows."""
    start = 0
    while start < min(grid.rows, 5):
        filled = [cell for cell in grid.row_cells(start) if cell.text.strip()]
        if filled and not is_caption_row(grid, filled):
            break
        start += 1
    end = start
    numbered = False
    while end < min(grid.rows, start + MOST_HEADER_ROWS):
        kind = row_kind(grid, end, start)
        if kind == "body":
            break
        end += 1
        if kind == "numbers":
            numbered = True
            break
    if end < grid.rows and not numbered and row_kind(grid, end, start) == "numbers":
        end += 1
    if end == start:
        return Header(start if caption_rows(grid) else 0, ())
    last = end - 1 if numbered else end
    return Header(end, paths(grid, start, last))


def row_kind(grid: Grid, row: int, start: int) -> str:
    """ "header", "numbers" (the row of column numbers that ends a header) or "body".

    A body row prints an amount, a code, an ordinal or a total; a row without any of these still is a header where it
    fills the width (with the headings that reach down into it) or is made of heading words alone.
    """
    cells = grid.row_cells(row)
    texts = [squeeze(cell.text) for cell in cells if cell.text.strip()]
    if not texts:
        return "header" if row == start else "body"
    if row > start and len(texts) > 1 and all(_COLUMN_NUMBER.fullmatch(text) for text in texts):
        return "numbers"
    if row > start and is_crossed(texts):
        return "header"
    if any(says_body(text) for text in texts) or (len(texts) == 1 and row > start and _TOTAL.match(texts[0])):
        return "body"
    if row > start and any(is_whole_amount(grid, cell) for cell in cells):
        return "body"
    if row == start:
        if len(texts) > 1:
            return "header"
        # A single heading opens a header only over a row of headings: 项目 over 科目代码, 科目名称.
        below = row + 1 < grid.rows and row_kind(grid, row + 1, start) == "header"
        return "header" if is_heading(texts[0]) and below else "body"
    if all(is_heading(text) for text in texts) and len(texts) > 1:
        return "header"
    filled = sum(cell.column_span for cell in cells if cell.text.strip())
    return "header" if filled * 5 >= grid.columns * 4 else "body"


def is_crossed(texts: list[str]) -> bool:
    """Whether headings 预算数, 决算数 fill a row but for an amount that stands too high.

    上海's districts print that of 机关运行经费 beside the lowest headings of the 三公 columns, whose own reach deeper.
    """
    amounts = sum(map(is_amount, texts))
    return 0 < amounts * 3 <= len(texts) - amounts and all(is_amount(text) or is_neutral(plain(text)) for text in texts)


def is_whole_amount(grid: Grid, cell: Cell) -> bool:
    """Whether a cell prints a whole number, no year and no code, right below a heading of amounts.

    广州's list of main projects begins with 47500 under 预算数（单位：万元）.
    """
    above = text_at(grid, cell.row - 1, cell.column)
    return bool(_WHOLE_NUMBER.fullmatch(squeeze(cell.text)) and _OF_AMOUNTS.search(above))


@lru_cache(REMEMBERED)
def says_body(text: str) -> bool:
    """Whether a cell's text can only stand in the body: an amount, a code, an ordinal, a long text."""
    return bool(is_amount(text) or _ORDINAL.match(text) or _CODE.match(text)) or len(text) > LONGEST_HEADING


@lru_cache(REMEMBERED)
def is_amount(text: str) -> bool:
    """A printed amount rather than a year, a code or a column number."""
    money = read_money(text, "元")
    return money is not None and ("." in text or "," in text or len(text) > 7 or text == "0")


def paths(grid: Grid, start: int, end: int) -> tuple[tuple[str, ...], ...]:
    """The names over each column, from the top, each told once.

    Where the source has no merged cells (text), a blank heading takes the one to its left, as long as both stand
    under the same heading above and something is printed below the blank.
    """
    merged = any(cell.column_span > 1 or cell.row_span > 1 for row in range(start, end) for cell in grid.row_cells(row))
    return tuple(path(grid, column, start, end, fill=not merged) for column in range(grid.columns))


def path(grid: Grid, column: int, start: int, end: int, *, fill: bool) -> tuple[str, ...]:
    names: list[str] = []
    for row in range(start, end):
        text = heading_at(grid, row, column, start, end, fill=fill)
        # A row of column numbers may share a line with headings: 类, 款, 项, 栏次, 1, 2 in a 支出决算表.
        if is_amount(text):
            continue
        if text and (not names or (names[-1] != text and not _MERE_NUMBER.fullmatch(text))):
            names.append(text)
    return tuple(names)


def heading_at(grid: Grid, row: int, column: int, start: int, end: int, *, fill: bool) -> str:
    text = text_at(grid, row, column)
    if text or not fill or column == 0:
        return text
    below = any(text_at(grid, lower, column) for lower in range(row + 1, end))
    last = row == end - 1
    if not below and not (last and row == start):
        return ""
    left = heading_at(grid, row, column - 1, start, end, fill=True)
    if row > start and heading_at(grid, row - 1, column, start, end, fill=True) != heading_at(
        grid, row - 1, column - 1, start, end, fill=True
    ):
        return ""
    return left


def text_at(grid: Grid, row: int, column: int) -> str:
    cell = grid.at(row, column)
    return squeeze(cell.text) if cell is not None else ""
