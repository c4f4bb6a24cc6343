"""The columns of a form over all its parts: headings, roles and segments, decided once and carried over pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from difftool import codes
from difftool.forms.columns import (
    AMOUNT,
    CODE,
    DIFFERENCE,
    NAME,
    ORDINAL,
    TEXT,
    Column,
    Meaning,
    as_change,
    economic_of,
    is_amount_heading,
    is_heading,
    is_neutral,
    is_quantity,
    is_share,
    label_role,
    measure_word,
    measure_words,
    period,
    read_meaning,
)
from difftool.forms.form import Form
from difftool.forms.headers import Header, is_amount, read_header
from difftool.forms.labels import name_of, plain, squeeze
from difftool.model.document import Cell, Grid
from difftool.model.money import read_money
from difftool.pattern import lazy_pattern

# The fund or part that a statement is about: a column of that name is its total.
OWN_FUND = {
    "general_public": "general_public",
    "general_public_basic": "basic",
    "government_fund": "government_fund",
    "state_capital": "state_capital",
}
_CODE = lazy_pattern(r"[23]\d{2}(?:\d\d){0,2}")
LABEL_ROLES = frozenset({CODE, "unit_code", NAME, "unit", "project", ORDINAL})


@dataclass(frozen=True, slots=True)
class Row:
    """One body row: a cell for each column, None where the grid has a hole."""

    grid: Grid
    index: int
    cells: tuple[Cell | None, ...]

    def text(self, column: int) -> str:
        cell = self.cells[column] if column < len(self.cells) else None
        return cell.text.strip() if cell is not None else ""

    def own(self, column: int) -> Cell | None:
        """The cell if it begins in this row and column: a merged cell is read once."""
        cell = self.cells[column] if column < len(self.cells) else None
        if cell is None or cell.row != self.index or cell.column != column:
            return None
        return cell


@dataclass(frozen=True, slots=True)
class Part:
    """One grid of a form with its columns and body rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def segments(self) -> list[list[Column]]:
        """The columns in groups of labels with their amounts, left to right: 收入 | 支出, 人员 | 公用."""
        groups: dict[int, list[Column]] = {}
        for column in self.columns:
            groups.setdefault(column.segment, []).append(column)
        return list(groups.values())


def lay_out(form: Form) -> tuple[Part, ...]:
    """Every part of the form with columns and body rows, worked out once."""
    if not form.laid_out:
        form.laid_out.extend(_parts(form))
    return tuple(form.laid_out)


def _parts(form: Form) -> list[Part]:
    """Every part of the form with columns and body rows.

    A part without a header of its own takes the columns of the part before it, where both have as many columns.
    """
    parts: list[Part] = []
    alone = Header(0, ())  # a header that is ruled apart from its body
    for grid in form.parts:
        header = read_header(grid)
        before = parts[-1] if parts else None
        if before is not None and (is_weak(header) or is_foreign(header, before)):
            header = Header(0, ())  # the page begins in the middle of the body
        rows = tuple(body_rows(grid, header.rows))
        if before is not None and rows and not header.rows and (whole := joined_over_page(before, rows[0])):
            parts[-1] = before = replace(before, rows=(*before.rows[:-1], whole))
            rows = rows[1:]
        if alone.paths and not header.paths and len(alone.paths) == grid.columns:
            columns = read_columns(alone, rows, grid.columns, form)
        elif before is not None and len(before.columns) == grid.columns and not weighs_more(header, before):
            columns = before.columns
        else:
            columns = read_columns(header, rows, grid.columns, form)
        alone = header if header.paths and not rows else Header(0, ())
        parts.append(Part(columns, rows))
    return parts


def joined_over_page(before: Part, first: Row) -> Row | None:
    """The last row of a part with the rest of its label, where the page cut the label in two; None where it did not.

    "八、社会保障和就" at the foot and "业支出" at the head are one line: together a known name, apart none.
    """
    filled = [cell for cell in first.cells if cell is not None and cell.text.strip()]
    if len(filled) != 1 or not before.rows:
        return None
    rest, last = filled[0], before.rows[-1]
    begun = last.own(rest.column)
    if begun is None or not begun.text.strip():
        return None
    name = name_of(begun.text) + squeeze(rest.text)
    known = codes.top_category(name) or codes.functional_candidates(name)
    if not known or codes.top_category(name_of(begun.text)) or codes.functional_candidates(name_of(begun.text)):
        return None
    whole = replace(begun, text=begun.text + squeeze(rest.text))
    return replace(last, cells=tuple(whole if cell is begun else cell for cell in last.cells))


def is_weak(header: Header) -> bool:
    """Whether what was taken for a header is made of other than heading words."""
    named = [path[-1] for path in header.paths if path]
    return bool(named) and sum(is_heading(name) for name in named) * 2 < len(named)


def is_foreign(header: Header, before: Part) -> bool:
    """Whether what was taken for a header shares no heading with the form so far: body rows that read like headings.

    江苏's 2017 收支总表 ends on a page of its own with 小计, 上年结转资金, 收入合计.
    """
    known = {name for column in before.columns for name in column.path}
    return bool(header.paths) and bool(known) and not known & {name for path in header.paths for name in path}


def weighs_more(header: Header, before: Part) -> bool:
    """Whether a later part's own header says something else than the one carried over."""
    if not header.paths:
        return False
    return tuple(path[-1:] for path in header.paths) != tuple(column.path[-1:] for column in before.columns)


def body_rows(grid: Grid, start: int) -> Iterator[Row]:
    for index in range(start, grid.rows):
        cells = tuple(grid.at(index, column) for column in range(grid.columns))
        texts = [squeeze(cell.text) for cell in cells if cell is not None and cell.text.strip()]
        if texts and not numbers_columns(texts):
            yield Row(grid, index, cells)


def numbers_columns(texts: list[str]) -> bool:
    """Whether a row below a header that was not read whole numbers the columns: 1, 2, 3 …"""
    if len(texts) < 3 or not all(text.isdecimal() and len(text) < 3 for text in texts):
        return False
    first = int(texts[0])
    return list(map(int, texts)) == list(range(first, first + len(texts)))


def read_columns(header: Header, rows: tuple[Row, ...], width: int, form: Form) -> tuple[Column, ...]:
    paths = header.paths or ((),) * width
    columns: list[Column] = []
    for index in range(width):
        path = paths[index]
        # A column that the labels to its left reach over in every row holds nothing of its own.
        covered = not path and rows and all((cell := row.cells[index]) and cell.column < index for row in rows)
        role = TEXT if covered else column_role(path, [row.own(index) for row in rows])
        level = plain(path[-1]) if role == CODE and path else ""
        columns.append(Column(index, path, role, level))
    return with_meanings(in_segments(columns), form)


def column_role(path: tuple[str, ...], cells: list[Cell | None]) -> str:
    """The role by the lowest heading; by what stands in the column where the headings say nothing."""
    if path and is_quantity(path[-1]):
        return TEXT  # 西安: the list of purchases prints 3,146 boxes beside 890,360.00
    said = label_role(plain(path[-1])) if path else None
    if any(label_role(plain(name)) == DIFFERENCE for name in path):
        return DIFFERENCE
    texts = [squeeze(cell.text) for cell in cells if cell is not None and cell.text.strip()]
    money = sum(is_amount(text) for text in texts)
    coded = [text for text in texts if _CODE.fullmatch(text)]
    if said in (NAME, "project") and len(coded) * 2 > len(texts) and any(len(text) > 3 for text in coded):
        return CODE
    if said in (NAME, TEXT, "unit", "project") and texts and money * 2 > len(texts):
        return AMOUNT
    if said is not None:
        return said
    if texts and money * 2 >= len(texts):
        return AMOUNT
    if path:
        numbers = sum(read_money(text, "元") is not None for text in texts)
        return AMOUNT if is_amount_heading(path) or (texts and numbers * 2 >= len(texts)) else TEXT
    codes = sum(bool(re.fullmatch(r"\d{3}(?:\d\d){0,2}", text)) for text in texts)
    if texts and codes * 2 > len(texts):
        return CODE
    return NAME if texts else AMOUNT


def in_segments(columns: list[Column]) -> list[Column]:
    """Number the segments: a label column after amounts begins a new one."""
    segment, amounts = 0, False
    numbered = []
    for column in columns:
        if column.role in LABEL_ROLES and amounts:
            segment += 1
            amounts = False
        amounts = amounts or column.role in (AMOUNT, DIFFERENCE)
        numbered.append(replace(column, segment=segment))
    return numbered


def with_meanings(columns: list[Column], form: Form) -> tuple[Column, ...]:
    """Each amount column's meaning by its headings, less those that say nothing of this column alone.

    A heading that stands over the segment's labels too (收入 over 项目 and 金额), or over every amount of the form
    (一般公共预算基本支出 over 小计, 人员经费 and 公用经费), repeats what the form is about.
    """
    amounts = [column for column in columns if column.role == AMOUNT]
    shared = (
        set(amounts[0].path[:-1]).intersection(*(column.path[:-1] for column in amounts)) if len(amounts) > 1 else set()
    )
    finished = []
    for column in columns:
        if column.role == DIFFERENCE and not is_share(column.path):
            own = tuple(name for name in column.path if label_role(plain(name)) != DIFFERENCE)
            finished.append(replace(column, meaning=as_change(read_meaning(own, year=form.year, stage=form.stage))))
            continue
        if column.role != AMOUNT:
            finished.append(column)
            continue
        over_labels = {
            name
            for other in columns
            if other.segment == column.segment and other.role in LABEL_ROLES
            for name in other.path[:-1]
        }
        own = tuple(name for name in column.path if name not in over_labels and name not in shared)
        meaning = read_meaning(own, year=form.year, stage=form.stage)
        if meaning.measure == OWN_FUND.get(form.statement):
            meaning = replace(meaning, measure="total")
        year, phase = period("".join(column.path), form.year, form.stage)
        finished.append(replace(column, meaning=replace(meaning, year=year, phase=phase)))
    return tuple(told_apart(with_economic_lines(with_a_total(finished, form), form)))


def with_economic_lines(columns: list[Column], form: Form) -> list[Column]:
    """The columns of a form whose functional lines go down and whose economic lines go across, as in 湖南 and 四川.

    A heading like 其他支出 alone makes no such form: it takes two, of which one can be nothing else. Lines below
    基本支出 or 项目支出 measure that part, as in 河南 and 江西.
    """
    headings = "".join(name for column in columns for name in column.path)
    government = "政府预算" in form.title or bool(re.search(r"机关工资福利|对事业单位(?:经常|资本)性补助", headings))
    found = {
        column.index: code
        for column in columns
        if column.role == AMOUNT and (code := economic_of(column.path, government=government))
    }
    if len(set(found.values()) - {"399", "599"}) < 2:
        return columns
    over_all = set.intersection(*(set(column.path) for column in columns if column.role == AMOUNT))
    return [
        replace(
            column, economic=code, meaning=replace(column.meaning, measure=part_measured(column.path, over_all, form))
        )
        if (code := found.get(column.index)) and column.meaning
        else column
        for column in columns
    ]


def part_measured(path: tuple[str, ...], over_all: set[str], form: Form) -> str:
    """What the amounts of an economic line across measure: 基本支出 or 项目支出 where one stands over it, else all."""
    words = {measure_word(plain(name)) for name in path[:-1] if name not in over_all}
    part = next((word for word in ("basic", "project") if word in words), "total")
    return "total" if part == OWN_FUND.get(form.statement) else part


def told_apart(columns: list[Column]) -> list[Column]:
    """Columns that would mean the same by their lowest headings, named by those above too: 财政拨款 over 基本支出.

    What then still is alike keeps its own heading: 其他运转类 and 特定目标类 below 项目支出 are parts of it.
    """
    counted = Counter(sameness(column) for column in columns if column.meaning)
    by_words = [
        replace(column, meaning=replace(column.meaning, measure=words))
        if column.meaning and counted[sameness(column)] > 1 and (words := measure_words(column.path))
        else column
        for column in columns
    ]
    alike: dict[tuple[int, Meaning | None, str], list[str]] = {}
    for column in by_words:
        if column.meaning:
            alike.setdefault(sameness(column), []).append(own_heading(column))
    return [
        replace(column, meaning=replace(column.meaning, measure=f"{column.meaning.measure}.{heading}"))
        if column.meaning
        and alike[sameness(column)].count(heading := own_heading(column)) < len(alike[sameness(column)])
        and heading
        else column
        for column in by_words
    ]


def own_heading(column: Column) -> str:
    """The lowest heading of a column where it is more than a sum or a period."""
    lowest = plain(column.path[-1]) if column.path else ""
    return "" if is_neutral(lowest) else lowest


def sameness(column: Column) -> tuple[int, Meaning | None, str]:
    return column.segment, column.meaning, column.economic


def with_a_total(columns: list[Column], form: Form) -> list[Column]:
    """A final account's 收入决算表 has 本年收入合计 as its only total."""
    measures = {column.meaning.measure for column in columns if column.meaning}
    if form.statement != "income" or "total" in measures:
        return columns
    return [
        replace(column, meaning=replace(column.meaning, measure="total"))
        if column.meaning and column.meaning.measure == "income"
        else column
        for column in columns
    ]


def label_of(row: Row, labels: list[Column]) -> str:
    """The row's label where names stand in several columns: the last, or the one before a bare 小计."""
    texts: list[str] = []
    for column in labels:
        text = row.text(column.index)
        if column.role in (NAME, "unit", "project") and text and (not texts or texts[-1] != text):
            texts.append(text)
    if len(texts) > 1 and plain(texts[-1]) in ("小计", "合计", "金额"):
        return texts[-2] + texts[-1]
    return texts[-1] if texts else ""


def amounts_of(row: Row, columns: list[Column], unit: str) -> Iterator[tuple[Column, Meaning, Cell]]:
    """The cells of a row that begin in an amount column and print an amount."""
    for column in columns:
        if column.role not in (AMOUNT, DIFFERENCE) or column.meaning is None:
            continue
        cell = row.own(column.index)
        if cell is not None and read_money(cell.text, unit) is not None:
            yield column, column.meaning, cell
