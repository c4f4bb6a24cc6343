"""Cells of performance forms find their headings on pages ruled otherwise and in rows that slid."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.forms.performance_sheets import read, ruled, typed


def test_a_page_ruled_with_fewer_columns_is_read_by_place():
    """西安 2022: the second page has no column for the padding of the first; cells keep their place across."""
    first = ruled(
        "项目名称 | > | > | 防火宣传 | >",
        "指标 | 一级指标 | 二级指标 | 指标内容 | 指标值",
        "指标 | 产出指标 | 数量指标 | 手册 | 100册",
        widths=(50, 50, 100, 200, 100),
    )
    second = ruled("产出指标 | 质量指标 | 错字率 | ≤1%", page=2, widths=(100, 100, 200, 100))
    found = read("project_performance", first, second).indicators
    assert [(i.level1, i.level2, i.level3, i.target) for i in found] == [
        ("产出指标", "数量指标", "手册", "100册"),
        ("产出指标", "质量指标", "错字率", "≤1%"),
    ]


SLIDING = (
    "单位名称|资金总额|一般公共预算|整体绩效目标|一级指标|二级指标|三级指标|指标值类型|指标值|计量单位|备注",
    "云州市林业局|598.49|598.49|护林|产出指标|数量指标|巡山|≥|6次|次|4",
)


@given(st.integers(min_value=0, max_value=1))
def test_indicators_that_slid_to_the_left_stand_under_their_own_headings(missing: int):
    """长沙 2023: a lost blank cell moves the rest of a row one column to the left."""
    row = "|" * (6 - missing) + "质量验收|定性|合格|合格|按方案|5"
    found = read("overall_performance", typed(*SLIDING, row)).indicators
    assert (found[1].level1, found[1].level2, found[1].level3, found[1].target) == (
        "产出指标",
        "数量指标",
        "质量验收",
        "合格",
    )


def test_an_upper_level_that_was_not_printed_follows_from_the_lower_one():
    """长沙 2023, last page: 效益指标 is missing above 社会效益指标, and must not go on as 产出指标."""
    found = read("overall_performance", typed(*SLIDING, "|||||社会效益指标|知晓|定性|提高|提高|5")).indicators
    assert (found[1].level1, found[1].level2) == ("效益指标", "社会效益指标")
