"""What labels of performance forms say, each by itself."""

from __future__ import annotations

import pytest

from difftool.forms.performance_labels import (
    fund_of,
    is_of_the_term,
    is_of_the_year,
    kind_of_row,
    measure_of,
    phase_of,
    subject_kind,
    unit_in,
)
from difftool.model.fact import ADJUSTED, APPROVED, EXECUTED


@pytest.mark.parametrize(
    ("names", "measure"),
    [
        (["资金总额"], "total"),
        (["财政拨款", "基本支出"], "basic"),
        (["其他资金", "基本支出"], "other.basic"),
        (["其他资金", "小计"], "other"),
        (["备注"], "total"),
    ],
)
def test_a_measure_is_named_from_the_top(names, measure):
    assert measure_of(names) == measure


@pytest.mark.parametrize(
    ("text", "phase"), [("年初预算数", APPROVED), ("全年预算数", ADJUSTED), ("全年执行数", EXECUTED), ("项目名称", "")]
)
def test_phases(text, phase):
    assert phase_of(text) == phase


def test_a_total_of_the_term_is_none_of_the_year():
    term, year = "实施期资金总额", "年度资金总额"
    assert fund_of(term) == fund_of(year) == "total"
    assert (is_of_the_term(term), is_of_the_year(term)) == (True, False)
    assert (is_of_the_term(year), is_of_the_year(year)) == (False, True)


def test_units_of_money_stand_in_brackets():
    assert [unit_in(text) for text in ("资金金额（万元）", "资金金额（单位：元）", "万元")] == ["万元", "元", ""]


def test_whom_a_label_announces():
    assert [subject_kind(text) for text in ("项目名称：", "部门（单位）名称", "绩效目标")] == ["project", "unit", ""]


def test_rows_of_units_have_no_goal():
    heading = "单位（项目）名称"
    assert [kind_of_row(heading, with_goal=goal) for goal in (True, False)] == ["project", "unit"]
    assert kind_of_row("任务名称", with_goal=True) == "line"
