"""Print on one baseline becomes a line of pieces: columns stand apart, headings may all but touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.read.pdf.aligned_lines import printlines
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


def test_long_headings_that_all_but_touch_are_one_piece_with_a_seam():
    (line,) = printlines([run("基本支出", 50), run("项目支出", 92)])
    assert [(piece.text, piece.seams) for piece in line.pieces] == [("基本支出项目支出", ((90.0, 92.0),))]


@pytest.mark.parametrize(("text", "caption"), [("单位：万元", True), ("其中：教育", False), ("教育", False)])
def test_a_caption_has_a_colon_that_announces_no_parts(text, caption):
    (line,) = printlines([run(text, 50)])
    assert line.caption is caption
