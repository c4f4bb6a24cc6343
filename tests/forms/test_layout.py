"""Columns are decided once and carried over the pages of a form."""

from __future__ import annotations

from pathlib import Path

import pytest

from difftool.forms import read_forms
from difftool.forms.layout import with_levels_apart
from difftool.read.html import read_html


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
