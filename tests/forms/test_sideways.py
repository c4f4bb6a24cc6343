"""Forms that a spreadsheet prints over several pages sideways are one form again."""

from __future__ import annotations

import pytest

from difftool.forms import FormsReading, read_forms
from difftool.model.document import Block, Cell, Document, Grid, Line, Page, Paragraph, Source
from difftool.model.place import PagePlace

LINE, HIGH = 15, 30
TITLE = "2024年度部门决算 支出决算表"
LABELS = (("项目", "<"), ("科目编码", "科目名称"))
LEFT = (("本年支出", "<"), ("合计", "基本支出"))
RIGHT = (("<",), ("项目支出",))  # 本年支出 goes on over the edge of the page
BODY = (("", "合计", "9.00", "4.00"), ("205", "教育支出", "7.00", "3.00"), ("221", "住房保障支出", "2.00", "1.00"))
MORE = (("22102", "住房改革支出", "2.00", "1.00"), ("2210201", "住房公积金", "2.00", "1.00"))


def grid(page: int, rows: tuple[tuple[str, ...], ...], *, top: float = 100, step: float = LINE) -> Grid:
    """A grid whose "<" goes on with the cell to its left, or right of the edge with nothing."""
    cells: list[Cell] = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text == "<" and column:
                before = cells.pop()
                cells.append(Cell(before.text, row, before.column, before.place, 1, before.column_span + 1))
                continue
            box = (50.0 + 60 * column, top + step * row, 110.0 + 60 * column, top + step * (row + 1))
            cells.append(Cell(text.replace("<", ""), row, column, PagePlace(page, box)))
    width = max(map(len, rows))
    return Grid(len(rows), width, tuple(cells), PagePlace(page, (50, top, 50 + 60 * width, top + step * len(rows))))


def said(page: int, text: str, top: float = 60) -> Paragraph:
    return Paragraph((Line(text, PagePlace(page, (50, top, 300, top + 10)), 10),))


def reading_of(*blocks: Block) -> FormsReading:
    pages: dict[int, list[Block]] = {}
    for block in blocks:
        assert isinstance(block.place, PagePlace)
        pages.setdefault(block.place.page, []).append(block)
    made = tuple(Page(number, tuple(held), 595, 842) for number, held in pages.items())
    return read_forms(Document(Source("made.pdf", "", "pdf", len(made)), made))


def amounts(reading: FormsReading) -> dict[tuple[str, str, str], str]:
    return {(fact.statement, fact.item, fact.measure): fact.raw for fact in reading.facts}


def joined(head: tuple[tuple[str, ...], ...], other: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple((*one, *two) for one, two in zip(head, other, strict=True))


def test_the_columns_of_a_later_page_are_those_of_the_rows_at_the_same_heights():
    """The pages of the first columns come first; notes stand at their foot, number and unit on the later ones."""
    reading = reading_of(
        said(1, TITLE),
        grid(1, (*joined(LABELS, LEFT), *BODY)),
        grid(2, MORE, top=50, step=HIGH),
        said(2, "注：本表反映部门本年度各项支出情况。", 200),
        said(3, "公开03表"),
        said(3, "金额单位：万元", 75),
        grid(3, (*RIGHT, ("5.00",), ("4.00",), ("1.00",))),
        grid(4, (("1.00",), ("0.50",)), top=50, step=HIGH),
    )
    found = amounts(reading)
    assert {key[1:]: raw for key, raw in found.items() if key[2] == "project"} == {
        ("total", "project"): "5.00",
        ("func:205", "project"): "4.00",
        ("func:221", "project"): "1.00",
        ("func:22102", "project"): "1.00",
        ("func:2210201", "project"): "0.50",
    }
    assert len(found) == 15
    assert len(reading.tables) == 1
    assert {fact.where.page for fact in reading.facts if isinstance(fact.where, PagePlace)} == {1, 2, 3, 4}


@pytest.mark.parametrize(
    "blocks",
    [
        # The form goes on downwards: its head is printed again, or none.
        [grid(2, (*joined(LABELS, LEFT), *MORE, ("229", "其他支出", "0.00", "0.00")))],
        [grid(2, (*MORE, ("229", "其他支出", "0.00", "0.00")))],
        # Another table at the same heights, under a text that may be its title.
        [
            said(2, "非税征收计划"),
            grid(2, (("执收项目", ""), ("", "计划数"), ("", "3.00"), ("", "2.00"), ("", "1.00"))),
        ],
        # Rows at other heights.
        [grid(2, (*RIGHT, ("5.00",), ("4.00",), ("1.00",)), step=HIGH)],
    ],
)
def test_other_pages_are_no_columns_of_the_rows_before(blocks):
    reading = reading_of(said(1, TITLE), said(1, "单位：万元", 75), grid(1, (*joined(LABELS, LEFT), *BODY)), *blocks)
    found = amounts(reading)
    assert not any(measure == "project" and statement == "expenditure" for statement, _, measure in found)
    assert found["expenditure", "func:205", "total"] == "7.00"


def test_a_form_whose_title_is_lost_is_not_the_form_before_it():
    """A title too high for its row leaves 表 alone in print; the number over the form is another."""
    reading = reading_of(
        said(1, TITLE),
        said(1, "公开03表 单位：万元", 75),
        grid(1, (*joined(LABELS, LEFT), *BODY)),
        said(2, "公开09表"),
        grid(2, (("项目", "预算数"), ("合计", "3.00"), ("公务接待费", "3.00"))),
    )
    assert {fact.statement for fact in reading.facts if fact.raw == "3.00" and fact.name == "公务接待费"} == {"other"}
