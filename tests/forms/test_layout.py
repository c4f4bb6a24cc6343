"""Columns are decided once and carried over the pages of a form."""

from __future__ import annotations

from pathlib import Path

import pytest

from difftool.forms import read_forms
from difftool.forms.columns import NAME, Column
from difftool.forms.layout import Part, joined_over_page, with_levels_apart
from difftool.forms.rows import Row
from difftool.model.document import Cell, Grid
from difftool.model.place import LinePlace
from difftool.read.html import read_html


def row(*texts: str) -> Row:
    cells = tuple(Cell(text, 0, column, LinePlace(1)) for column, text in enumerate(texts))
    return Row(Grid(1, len(texts), cells, LinePlace(1)), 0, cells)


def joined(last: Row, first: Row, *printed: str) -> Row | None:
    return joined_over_page(Part((Column(0, (), NAME),), (last,)), first, printed)


def test_a_name_that_the_page_cut_in_two_is_one():
    whole = joined(row("八、社会保障和就", "12.50"), row("业支出", ""))
    assert whole is not None
    assert [whole.text(0), whole.text(1)] == ["八、社会保障和就业支出", "12.50"]


def test_names_that_the_page_cut_in_two_are_whole_where_the_form_prints_one_of_them_whole():
    """苏州 and 深圳 cut the unit, the project and what is bought of one row; the unit stands whole in other rows."""
    whole = joined(row("甲市港航", "航标维", "12.50"), row("中心", "护", ""), "甲市港航中心")
    assert whole is not None
    assert [whole.text(column) for column in range(3)] == ["甲市港航中心", "航标维护", "12.50"]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (row("八、社会保障和就业支出", "12.50"), row("教育支出", "")),  # a whole name
        (row("八、社会保障和就", "12.50"), row("业支出", "3.50")),  # a row with an amount of its own
        (row("甲中心", "12.50"), row("业务", "")),  # no name of a line, apart or together
        (row("某中心", ""), row("业务", "培训")),  # a text below a blank cell
        (row("举办活动", "1"), row("邀请人数", "0")),  # numbers that would make one that is printed
    ],
)
def test_other_rows_at_the_head_of_a_page_are_rows_of_their_own(last, first):
    assert joined(last, first, "某中心业务", "10") is None


def test_levels_that_stand_too_near_to_be_told_apart_are_each_over_its_own_column():
    """支出功能分类科目编码 over 类, 款 and 项, in forms without lines: 款项 over two columns."""
    code = "支出功能分类科目编码"
    paths = ((code, "类"), (code, "款项"), (code, "款项"), ("科目名称",), (), ())
    assert with_levels_apart(paths) == [(code, "类"), (code, "款"), (code, "项"), ("科目名称",), (), ()]


@pytest.mark.parametrize("row", ["<tr>{}<td>&nbsp;</td></tr>", "<tr><td width=1></td>{}</tr>"])
def test_a_blank_column_at_the_edge_of_a_table_is_no_column_of_amounts(row):
    """Pages pasted from workbooks; 本年收入合计 was no longer the only total of a 收入决算表 then."""
    rows = (("项目", "本年收入合计", "财政拨款收入"), ("合计", "9.00", "7.00"), ("农林水支出", "9.00", "7.00"))
    table = "".join(row.format("".join(f"<td>{text}</td>" for text in texts)) for texts in rows)
    page = f"<h1>2023年度部门决算</h1><p>收入决算表</p><p>单位：元</p><table>{table}</table>"
    reading = read_forms(read_html(Path("made.html"), page.encode()))
    assert {(fact.item, fact.measure, str(fact.amount)) for fact in reading.facts} == {
        ("total", "total", "9"),
        ("total", "fiscal", "7"),
        ("func:213", "total", "9"),
        ("func:213", "fiscal", "7"),
    }


@pytest.mark.parametrize(("amount", "yuan"), [("47500", "475000000"), ("950", "9500000")])
def test_a_whole_number_below_a_heading_of_amounts_opens_the_body(amount, yuan):
    """广州 2026: the first of the main projects was taken for a heading, and its 47500 万元 for the name of a column."""
    rows = (
        ("项目", "预算数（单位：万元）", "绩效目标"),
        ("储备基金", amount, "完成储备"),
        ("示范补助", "72.89", "扩大示范"),
    )
    table = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>" for texts in rows)
    page = f"<h1>2026年部门预算</h1><p>七、重点项目预算绩效目标情况</p><table>{table}</table>"
    reading = read_forms(read_html(Path("made.html"), page.encode()))
    assert [(fact.item, fact.measure, str(fact.amount)) for fact in reading.facts] == [
        ("project:储备基金", "total", yuan),
        ("project:示范补助", "total", "728900"),
    ]
