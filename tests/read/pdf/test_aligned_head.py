"""Headings without lines: broken ones are one, and those over nothing printed show blank columns."""

from __future__ import annotations

from difftool.read.pdf.aligned_head import Word, head_cells, with_blank_columns

SIZE = 10.0


def word(middle: float, baseline: float, width: float = 20.0) -> Word:
    return Word(middle - width / 2, middle + width / 2, baseline, SIZE)


def test_lines_of_a_broken_heading_are_one_and_a_group_is_not_broken():
    cells = head_cells([[word(60, 100, 30)], [word(30, 118, 40), word(90, 118, 40)], [word(90, 130, 20)]])
    assert [len(cell.words) for cell in cells] == [1, 1, 2]


def test_a_heading_below_the_middle_of_a_group_is_no_broken_line_of_it():
    """小计, 购置费 and 运行费 below 公务用车; 类, 款 and 项 below 科目编码."""
    for width in (30, 10):
        below = [word(middle, 116, width) for middle in (20, 60, 100)]
        assert [len(cell.words) for cell in head_cells([[word(60, 100, 40)], below])] == [1, 1, 1, 1]


def test_a_heading_over_nothing_printed_is_a_column_of_its_own():
    cells = head_cells([[word(30, 100), word(90, 100), word(150, 100)]])
    columns = with_blank_columns(cells, [(10.0, 50.0)], [(140.0, 170.0)], [])
    assert columns == [(10.0, 50.0), (80.0, 100.0), (140.0, 170.0)]


def test_amounts_beside_their_heading_and_below_their_number_are_one_column():
    """A final account sets 栏次 1 and 2 at the right, above the amounts, and 小计 in the middle of the column."""
    cells = head_cells([[word(30, 100), word(120, 100), word(220, 100)]])
    amounts = [(150.0, 180.0), (250.0, 280.0)]
    numbers = head_cells([[word(175, 120, 5), word(275, 120, 5)]])
    columns = with_blank_columns(cells, [(10.0, 50.0)], amounts, numbers)
    assert columns == [(10.0, 50.0), (110.0, 180.0), (210.0, 280.0)]
