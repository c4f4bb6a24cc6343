"""Rows that the foot of a page cut in two are one row again."""

from __future__ import annotations

import pytest

from difftool.forms.columns import AMOUNT, CODE, NAME, Column
from difftool.forms.cut_rows import joined_over_page
from difftool.forms.rows import Row
from difftool.model.document import Cell, Grid
from difftool.model.place import LinePlace
from tests.forms.documents import amounts, forms_of

COLUMNS = (Column(0, ("科目编码",), CODE), Column(1, ("科目名称",), NAME), Column(2, ("合计",), AMOUNT))
ABOVE = ("2050201", "学前教育", "1,310.25")


def row(*texts: str) -> Row:
    cells = tuple(Cell(text, 0, column, LinePlace(1)) for column, text in enumerate(texts))
    return Row(Grid(1, len(texts), cells, LinePlace(1)), 0, cells)


def joined(last: Row, first: Row, *printed: str) -> Row | None:
    return joined_over_page((Column(0, (), NAME),), (last,), first, printed)


def coded(last: tuple[str, ...], first: tuple[str, ...]) -> list[str] | None:
    whole = joined_over_page(COLUMNS, (row(*ABOVE), row(*last)), row(*first), ())
    return None if whole is None else [whole.text(column) for column in range(3)]


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
    ("last", "first", "whole"),
    [
        (("2050202", "小学教育", "20,202."), ("", "", "27"), ["2050202", "小学教育", "20,202.27"]),
        # Alone it is an amount, but in a form of two decimals a cut one.
        (("2050202", "小学教育", "20,202.2"), ("", "", "7"), ["2050202", "小学教育", "20,202.27"]),
        (("2050202", "小学教育", "20,2"), ("", "", "02.27"), ["2050202", "小学教育", "20,202.27"]),
        (("20502", "小学教育", "20,202."), ("02", "", "27"), ["2050202", "小学教育", "20,202.27"]),
        (("205020", "小学教育", "202.27"), ("2", "", ""), ["2050202", "小学教育", "202.27"]),
        # The amounts of a row may all stand in its second half.
        (("2050202", "其他普通教", ""), ("", "育支出", "202.27"), ["2050202", "其他普通教育支出", "202.27"]),
    ],
)
def test_codes_and_amounts_that_the_page_cut_in_two_are_whole(last, first, whole):
    """Word breaks rows over pages: the half at the head was a total of 7, and the half at the foot short of a digit."""
    assert coded(last, first) == whole


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (("2050202", "小学教育", "202.27"), ("", "", "7")),  # nothing is missing from the amount above
        (("2050202", "小学教育", "202.2"), ("", "", "7.00")),  # an amount of its own
        (("20502", "普通教育", "202.27"), ("02", "", "7.00")),  # the 项 of a row that leaves out what is above it
        (("2050202", "小学教育", ""), ("", "某小学", "202.27")),  # a unit below its line
    ],
)
def test_amounts_that_are_whole_alone_are_left_alone(last, first):
    assert coded(last, first) is None


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


HEAD = "科目编码\t科目名称\t合计\t基本支出\n"
FOOT = "2050201\t学前教育\t1,310.25\t1,310.25\n2050202\t小学教育\t20,202.2\t20,202.2\n"


@pytest.mark.parametrize("head", ["", HEAD])
def test_digits_left_over_below_a_head_printed_again_are_no_numbers_of_its_columns(head):
    reading = forms_of(
        f"2024年度部门决算\n支出决算表\n单位：万元\n\n{HEAD}{FOOT}\n{head}\t\t7\t7\n2050205\t高等教育\t3.00\t3.00\n"
    )
    found = amounts(reading, "expenditure")
    assert found == {
        (f"func:{code}", measure, 2024, "executed"): yuan
        for measure in ("total", "basic")
        for code, yuan in (("2050201", "13102500"), ("2050202", "202022700"), ("2050205", "30000"))
    }


def test_the_halves_of_codes_split_over_columns_are_no_amounts():
    """In columns one digit wide 款 08 is 0 at the foot and 8 at the head."""
    columns = (
        *(Column(index, ("科目编码", level), CODE, level) for index, level in enumerate("类款项")),
        Column(3, ("科目名称",), NAME),
        Column(4, ("合计",), AMOUNT),
    )
    whole = joined_over_page(
        columns,
        (row("205", "02", "01", "学前教育", "1310.25"), row("2", "0", "0", "小学教育", "202.")),
        row("05", "2", "2", "", "27"),
        (),
    )
    assert whole is not None
    assert [whole.text(column) for column in range(5)] == ["205", "02", "02", "小学教育", "202.27"]
