"""Sentences and targets that changed, in the forms without markup."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from msgspec.structs import replace

from difftool.model.comparison import Comparison, TargetChange, TextChange
from difftool.model.place import LinePlace, PagePlace
from difftool.report import comparison_html, comparison_markdown, comparison_text, write_workbook

SECTION = "第一部分 › 主要职责"


@pytest.fixture
def worded(comparison: Comparison) -> Comparison:
    place = PagePlace(2, (60.0, 90.0, 540.0, 104.0))
    (target,) = comparison.new.indicators
    before = replace(target, target="≥80个", where=LinePlace(9), actual=None)
    return replace(
        comparison,
        text_changes=(
            TextChange("changed", SECTION, SECTION, "内设5个科室。", "内设6个科室。", LinePlace(3), place),
            TextChange("removed", SECTION, "", "负责物价管理。", "", LinePlace(4), None),
        ),
        target_changes=(
            TargetChange(target.project, ("产出指标", "数量指标", "重点项目个数"), "raised", before, target),
        ),
    )


def test_markdown_and_text_mark_what_went_and_what_came(worded: Comparison) -> None:
    for text in (comparison_markdown(worded), comparison_text(worded)):
        assert "内设［删：5］［增：6］个科室。" in text
        assert "［删：负责物价管理。］" in text
        assert "旧·3 行、新·2 页" in text
    assert "内设[− 5 −][+ 6 +]个科室。" in comparison_text(worded, "en")


@pytest.mark.parametrize("made", [comparison_html, comparison_markdown, comparison_text])
def test_what_contradicts_itself_stands_before_the_text_that_changed(
    worded: Comparison, made: Callable[[Comparison], str]
) -> None:
    told = made(worded)
    later = told.index("逐行对照")
    places = [told.index(heading, later) for heading in ("数字对不对得上", "没能读出的地方", "绩效指标", "文字的改动")]
    assert places == sorted(places)


def test_markdown_tells_that_a_target_was_raised(worded: Comparison) -> None:
    (row,) = [line for line in comparison_markdown(worded).splitlines() if "重点项目个数" in line]
    told = [
        "长株潭一体化工作经费",
        "产出指标 › 数量指标 › 重点项目个数",
        "↑ 提高",
        "≥80个",
        "≥100个",
        "126个",
        "旧·9 行、新·20 页",
    ]
    assert [cell.strip() for cell in row.strip("|").split("|")] == told


def test_the_workbook_has_both_wordings_side_by_side(worded: Comparison) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(worded)))
    rows = list(book["文字的改动"].iter_rows(min_row=2, max_col=4, values_only=True))
    assert rows == [
        (SECTION, "≠ 改写", "内设5个科室。", "内设6个科室。"),
        (SECTION, "− 删去", "负责物价管理。", None),
    ]
    (target,) = book["绩效指标"].iter_rows(min_row=2, values_only=True)
    assert target[2:6] == ("↑ 提高", "≥80个", "≥100个", "126个")
