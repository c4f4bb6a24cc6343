"""Print on one baseline becomes a line of pieces: columns stand apart, headings may all but touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.read.pdf.aligned_lines import printlines, with_whole_amounts
from difftool.read.pdf.runs import Run

PAGE = (0.0, 0.0, 595.0, 842.0)


def run(text: str, x: float, baseline: float = 100.0) -> Run:
    edges = [x + 10.0 * at for at in range(len(text))]
    return Run(baseline, 10.0, list(text), edges, [edge + 10.0 for edge in edges], PAGE)


@given(st.permutations(range(6)))
def test_lines_go_down_the_page_and_pieces_across_it_in_whatever_order_they_were_drawn(order):
    runs = [run(name, x, y) for y, name in ((100, "教育"), (120, "卫生"), (140, "农业")) for x in (50, 200)]
    lines = printlines([runs[at] for at in order])
    assert [[piece.text for piece in line.pieces] for line in lines] == [["教育"] * 2, ["卫生"] * 2, ["农业"] * 2]


def test_a_code_close_to_the_amount_before_it_is_a_piece_of_its_own():
    (line,) = printlines([run("1.50", 50), run("20101", 95)])
    assert [(piece.text, piece.amount, piece.numbered) for piece in line.pieces] == [
        ("1.50", True, False),
        ("20101", False, True),
    ]


@pytest.mark.parametrize(
    ("figure", "name"), [("5.74", "1.机要用车"), ("18", "2.政府采购货物"), ("—", "二、机关运行经费"), ("1", "栏次")]
)
def test_a_name_close_to_the_figure_of_the_other_side_is_a_piece_of_its_own(figure, name):
    (line,) = printlines([run(figure, 50), run(name, 50 + 10 * len(figure) + 5)])
    assert [piece.text for piece in line.pieces] == [figure, name]


def test_long_headings_that_all_but_touch_are_one_piece_with_a_seam():
    (line,) = printlines([run("基本支出", 50), run("项目支出", 92)])
    assert [(piece.text, piece.seams) for piece in line.pieces] == [("基本支出项目支出", ((90.0, 92.0),))]


@pytest.mark.parametrize(("text", "caption"), [("单位：万元", True), ("其中：教育", False), ("教育", False)])
def test_a_caption_has_a_colon_that_announces_no_parts(text, caption):
    (line,) = printlines([run(text, 50)])
    assert line.caption is caption


def whole(*lines: tuple[str, ...], goes_on: bool = False) -> list[list[bool]]:
    """Which pieces of these lines are amounts, where the page has none that is known by its shape."""
    runs = [
        run(text, 50 + 150 * column, 100 + 20 * number)
        for number, texts in enumerate(lines)
        for column, text in enumerate(texts)
    ]
    return [[piece.amount for piece in line.pieces] for line in with_whole_amounts(printlines(runs), goes_on=goes_on)]


ROW = ("2010401", "行政运行", "125000", "80000")


def test_whole_yuan_below_a_caption_are_amounts_but_codes_are_none():
    assert whole(ROW, ("单位：元",), ROW) == [[False] * 4, [False], [False, False, True, True]]


def test_whole_yuan_go_on_over_the_page():
    assert whole(ROW, goes_on=True) == [[False, False, True, True]]


@pytest.mark.parametrize("above", [("单位：万元",), ("单位：元/人",), ("共有车辆",), ("单位：元", "3.50")])
def test_whole_numbers_elsewhere_are_no_amounts(above):
    assert whole(above, ROW)[1] == [False] * 4


def test_numbers_of_columns_are_no_amounts():
    assert whole(("单位：元",), ("栏次", "1", "2"))[1] == [False] * 3


def test_the_space_that_a_word_processor_leaves_after_a_numeral_is_no_seam():
    (line,) = printlines([run("2026", 50), run("年预算数", 92)])
    assert [(piece.text, piece.seams) for piece in line.pieces] == [("2026年预算数", ())]


def test_a_heading_set_in_single_letters_is_one_piece_but_columns_of_a_code_are_several():
    (line,) = printlines(
        [run("收", 50), run("入", 100), run("类", 200), run("款", 230), run("项", 260), run("目", 290)]
    )
    assert [piece.text for piece in line.pieces] == ["收入", "类", "款", "项", "目"]


@pytest.mark.parametrize("text", ["125360,898", "1,234,567", "0.50", "-1,234.56"])
def test_a_separator_before_the_last_three_digits_alone_makes_an_amount(text):
    (line,) = printlines([run("教育", 50), run(text, 200)])
    assert [piece.amount for piece in line.pieces] == [False, True]


def test_amounts_in_print_so_small_that_they_all_but_touch_are_apart():
    (line,) = printlines([run("教育", 50), run("506,800.00", 200), run("1,708,200.00", 302)])
    assert [piece.text for piece in line.pieces] == ["教育", "506,800.00", "1,708,200.00"]
