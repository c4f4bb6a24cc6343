"""Headings without lines find their columns: groups over several, broken headings, blank columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from difftool.read.pdf.aligned_head import Word, head_cells, place, share_out, with_blank_columns

SIZE = 10.0


def word(middle: float, baseline: float, width: float = 20.0) -> Word:
    return Word(middle - width / 2, middle + width / 2, baseline, SIZE)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4).filter(lambda sizes: max(sizes) > 1))
def test_groups_in_the_middle_of_their_columns_get_them(sizes):
    # Columns of 60 points; a group of one column is a heading that reaches down, halfway between the two levels.
    middles = [30.0 + 60 * index for index in range(sum(sizes))]
    top, between, low = [], [], []
    expected = {}
    first = 0
    for size in sizes:
        own = middles[first : first + size]
        if size == 1:
            between.append(word(own[0], 107))
        else:
            top.append(word((own[0] + own[-1]) / 2, 100))
            low.extend(word(middle, 114) for middle in own)
            expected[(own[0] + own[-1]) / 2] = range(first, first + size)
        first += size
    cells = head_cells([line for line in (top, between, low) if line])
    bands = [(middle, middle + 25) for middle in middles]  # amounts at the right of their columns
    columns = with_blank_columns(cells, [], bands, [])
    assert len(columns) == len(bands)
    assert place(cells, columns) == 2
    assert {cell.middle: cell.columns for cell in cells if len(cell.columns) > 1} == expected


def test_lines_of_a_broken_heading_are_one_and_a_group_is_not_broken():
    cells = head_cells([[word(60, 100, 30)], [word(30, 118, 40), word(90, 118, 40)], [word(90, 130, 20)]])
    assert [len(cell.words) for cell in cells] == [1, 1, 2]


def test_lines_of_broken_headings_set_wide_are_one_where_all_or_all_single_letters_go_on():
    """Noto's lines stand half a line apart: 一般公共预算财政 over 拨款, 对附属单位补助支 over 出 beside two headings."""
    top = [word(60, 100, 80), word(160, 100, 70)]
    assert [len(cell.words) for cell in head_cells([top, [word(60, 116, 20), word(160, 116, 30)]])] == [2, 2]
    assert [len(cell.words) for cell in head_cells([top, [word(160, 116, 10), word(260, 116, 40)]])] == [1, 2, 1]


def test_a_heading_below_the_middle_of_a_group_is_no_broken_line_of_it():
    """小计, 购置费 and 运行费 below 公务用车; 类, 款 and 项 below 科目编码."""
    for width in (30, 10):
        below = [word(middle, 116, width) for middle in (20, 60, 100)]
        assert [len(cell.words) for cell in head_cells([[word(60, 100, 40)], below])] == [1, 1, 1, 1]


def test_a_heading_over_nothing_printed_is_a_column_of_its_own():
    cells = head_cells([[word(30, 100), word(90, 100), word(150, 100)]])
    columns = with_blank_columns(cells, [(10.0, 50.0)], [(140.0, 170.0)], [])
    assert columns == [(10.0, 50.0), (80.0, 100.0), (140.0, 170.0)]


def test_of_two_ways_as_good_a_group_leaves_no_column_out():
    """基本支出 over 小计, 工资福利支出, 商品和服务支出 and 对个人和家庭的补助, in small print: 部门支出总体情况表 of 河南."""
    group, *lower = head_cells([[word(91.0, 100)], [word(middle, 114) for middle in (15.0, 65.0, 115.0, 165.0)]])
    # The amounts stand at the right, so that the columns seem a size and a half to the right of their headings.
    assert share_out([group], [group, *lower], dict(enumerate(lower)), [0.0, 45.0, 140.0, 160.0, 212.0])
    assert group.columns == range(4)
