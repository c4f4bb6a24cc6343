"""A body row that the foot of a page cut in two: its second half stands at the head of the next page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from msgspec.structs import replace

from difftool import codes
from difftool.forms.columns import AMOUNT, CODE, DIFFERENCE, Column
from difftool.forms.headers import is_amount
from difftool.forms.labels import name_of, squeeze
from difftool.forms.rows import Row
from difftool.forms.sources_and_uses import source_item, use_item
from difftool.model.document import Cell
from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern

_NUMBER = lazy_pattern(r"[-−]?\d+(?:,\d+)*(?:\.(\d*))?,?")
_WHOLE = lazy_pattern(r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_REST = lazy_pattern(r"[\d.,]+")
_DIGITS_OF_LEVEL = {"类": {3}, "款": {2}, "项": {2}}  # of codes that are split over columns
_DIGITS_JOINED = {3, 5, 7}


def joined_over_page(columns: Sequence[Column], rows: Sequence[Row], first: Row, printed: Container[str]) -> Row | None:
    """The last of the rows with its second half `first`, None where `first` is a row of its own.

    Word breaks rows over pages: "20,202." at the foot and "20" at the head are one amount, "八、社会保障和就" and
    "业支出" one name. What is joined must be whole only together, and nothing in `first` may be whole alone. Projects
    and units are no known names: one of them that is `printed` whole elsewhere in the form tells that they were cut.
    """
    rest = [cell for cell in first.cells if cell is not None and first.own(cell.column) and cell.text.strip()]
    if not rows or not rest:
        return None
    last = rows[-1]
    kinds = set()
    for cell in rest:
        begun = last.own(cell.column)
        if begun is None or begun.column_span != cell.column_span:
            return None
        kinds.add(kind_of_half(columns, rows, begun, cell, printed))
    if "own" in kinds or kinds <= {"text"}:
        return None
    if "moved" in kinds and ("name" not in kinds or any(is_filled(last, column) for column in columns)):
        return None
    halves = {cell.column: cell for cell in rest}
    return replace(last, cells=tuple(whole(cell, halves) for cell in last.cells))


def kind_of_half(
    columns: Sequence[Column], rows: Sequence[Row], begun: Cell, rest: Cell, printed: Container[str]
) -> str:
    """What the text at the head of a page is to the cell above it at the foot of the page before.

    "amount", "code" and "name" are second halves that are whole together only; "moved" is an amount that went over to
    the next page whole, "text" what may follow the words above it, "own" what stands for itself.
    """
    role = columns[begun.column].role if begun.column < len(columns) else ""
    one, two = squeeze(begun.text), squeeze(rest.text)
    if role == CODE:
        digits = _DIGITS_OF_LEVEL.get(columns[begun.column].level, _DIGITS_JOINED)
        if not (one.isdecimal() and two.isdecimal() and len(one + two) in digits):
            return "own"
        return "text" if len(one) in digits else "code"
    if role in (AMOUNT, DIFFERENCE) or is_amount(one) or is_amount(two):
        if not one:
            return "moved"
        return "amount" if completes(one, two, usual_decimals(columns, rows[:-1])) else "own"
    if not one or is_known(two) or not reaches_edge(begun, rows):
        return "own"
    named = is_known(one + two) or (one + two in printed and not (one + two).isdecimal())
    return "name" if named else "text"


def completes(begun: str, rest: str, decimals: int | None) -> bool:
    """Whether two pieces of print are an amount only together, in a form of that many decimals (None: of no one's)."""
    number = _NUMBER.fullmatch(begun)
    if number is None or not _REST.fullmatch(rest) or not _WHOLE.fullmatch(begun + rest):
        return False
    if begun.endswith((".", ",")):
        return True
    short = not _WHOLE.fullmatch(begun) or (decimals is not None and len(number.group(1) or "") < decimals)
    _, _, printed = (begun + rest).partition(".")
    return short and (decimals is None or len(printed) == decimals)


def usual_decimals(columns: Sequence[Column], rows: Sequence[Row]) -> int | None:
    """The decimals that all amounts of the rows print, None where they differ: workbooks leave out zeros."""
    counted: Counter[int] = Counter()
    for text in amounts_in(columns, rows):
        counted[len(text.partition(".")[2])] += 1
    return counted.most_common(1)[0][0] if len(counted) == 1 else None


def amounts_in(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        for column in columns:
            cell = row.own(column.index)
            if column.role == AMOUNT and cell is not None and _WHOLE.fullmatch(text := squeeze(cell.text)):
                yield text


def is_filled(row: Row, column: Column) -> bool:
    """Whether a row prints an amount under this column."""
    cell = row.own(column.index)
    return column.role in (AMOUNT, DIFFERENCE) and cell is not None and bool(cell.text.strip())


def is_known(label: str) -> bool:
    """Whether a label is a name of a line: of the classifications, of a source or of a use."""
    name = name_of(label)
    return bool(
        codes.top_category(name)
        or codes.functional_candidates(name)
        or codes.economic_by_name(name)
        or not (kind_of(source_item(label)) == "line" and kind_of(use_item(label)) == "line")
    )


def reaches_edge(cell: Cell, rows: Sequence[Row]) -> bool:
    """Whether the last line of a cell is as long as any in its column, so that a next line may follow it."""
    lines = [
        len(squeeze(line))
        for row in rows
        if (other := row.own(cell.column)) and other.column_span == cell.column_span
        for line in other.text.split("\n")
    ]
    return len(squeeze(cell.text.split("\n")[-1])) >= max(lines, default=0) - 1


def whole(cell: Cell | None, halves: dict[int, Cell]) -> Cell | None:
    """A cell with its second half, where the next page has one."""
    half = halves.get(cell.column) if cell is not None else None
    return cell if cell is None or half is None else replace(cell, text=cell.text + squeeze(half.text))
