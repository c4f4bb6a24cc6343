"""Performance forms tell whom they are about, by a label or by the title."""

from __future__ import annotations

import pytest

from difftool.forms.performance_subjects import subject_of
from tests.forms.performance_sheets import SHEET, amounts, read, ruled


def test_a_sheet_without_a_name_has_it_in_its_title():
    """泉州 2026 prints the project in the title only, with code and unit before it."""
    title = "301007_云州市苗圃_苗圃改造项目绩效目标表"
    assert amounts(read("project_performance", ruled(*SHEET[2:]), title=title))[0] == (
        "project:苗圃改造",
        "total",
        "310000",
    )


@pytest.mark.parametrize("title", ["2026年部门预算专项业务经费绩效目标表", "政策和项目预算绩效目标表"])
def test_a_form_without_any_name_is_told_as_a_problem(title: str):
    reading = read("project_performance", ruled(*SHEET[2:]), title=title)
    assert reading.facts == ()
    assert {problem.code for problem in reading.problems} == {"amount-without-project"}


@pytest.mark.parametrize(
    ("kind", "text", "item"),
    [
        ("project", "301007_云州市苗圃_苗圃改造", "project:苗圃改造"),
        ("unit", "430001AB-云州市苗圃", "unit:云州市苗圃"),
        ("unit", "合 计", "total"),
    ],
)
def test_codes_and_units_before_a_name_are_no_part_of_it(kind: str, text: str, item: str):
    assert subject_of(kind, text).item == item


def test_a_task_that_has_only_a_number_is_named_by_what_it_is():
    """西安 2022: 任务2 is another task in the next year's form."""
    reading = read(
        "overall_performance",
        ruled(
            "部门（单位）名称 | > | > | 云州市林业局 | >",
            "年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元） | >",
            "^ | ^ | ^ | 总额 | 财政拨款",
            "^ | 任务1 | 保障机构运转 | 20.00 | 20.00",
            "^ | 任务2 | 改造苗圃 | 11.00 | 11.00",
            "^ | 金额合计 | > | 31.00 | 31.00",
        ),
    )
    assert [item for item, measure, _ in amounts(reading) if measure == "total"] == [
        "line:保障机构运转",
        "line:改造苗圃",
        "total",
    ]
