"""Amounts that a narrow cell breaks over two lines are amounts where no line says where their cell ends, too."""

from __future__ import annotations

import pytest

from difftool.read.pdf.aligned_broken import with_broken_amounts
from difftool.read.pdf.aligned_lines import printlines
from difftool.read.pdf.runs import Run

PAGE = (0.0, 0.0, 595.0, 842.0)


def run(text: str, end: float, baseline: float) -> Run:
    edges = [end - 5.0 * (len(text) - at) for at in range(len(text))]
    return Run(baseline, 10.0, list(text), edges, [edge + 5.0 for edge in edges], PAGE)


def amounts(*runs: Run) -> list[list[str]]:
    """The amounts of each line that is left."""
    return [[piece.text for piece in line.pieces if piece.amount] for line in with_broken_amounts(printlines(runs))]


@pytest.mark.parametrize(
    ("begun", "rest"), [("1006.4", "3"), ("1,006.", "43"), ("-1006", ".43"), ("100", "6.43"), ("1,", "006.43")]
)
def test_the_parts_are_one_amount_beside_the_name_between_them(begun, rest):
    found = amounts(run(begun, 300, 94), run("教育支出", 100, 100), run("20.00", 400, 100), run(rest, 300, 106))
    assert found == [[begun + rest, "20.00"]]


def test_the_parts_beside_a_broken_name_stand_on_its_first_line():
    found = amounts(run("一般公共", 100, 94), run("1006.4", 300, 94), run("服务支出", 100, 106), run("3", 300, 106))
    assert found == [["1006.43"], []]


def test_numbers_of_two_rows_are_two():
    rows = [run("201", 60, 94), run("教育", 120, 94), run("1006.4", 300, 94)]
    below = [run("205", 60, 106), run("卫生", 120, 106), run("3", 300, 106)]
    assert amounts(*rows, *below) == [[], []]
    assert amounts(run("1006.4", 300, 94), run("3", 300, 112)) == [[], []]
    assert amounts(run("1006.4", 300, 94), run("3", 340, 106)) == [[], []]
    assert amounts(run("1006.40", 300, 94), run("3", 300, 106)) == [["1006.40"], []]
