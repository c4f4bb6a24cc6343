"""Headings without lines get the columns in whose middle they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from difftool.read.pdf.aligned_groups import place, share_out
from difftool.read.pdf.aligned_head import Word, head_cells, with_blank_columns

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


def test_of_two_ways_as_good_a_group_leaves_no_column_out():
    """基本支出 over 小计, 工资福利支出, 商品和服务支出 and 对个人和家庭的补助, in small print: 部门支出总体情况表 of 河南."""
    group, *lower = head_cells([[word(91.0, 100)], [word(middle, 114) for middle in (15.0, 65.0, 115.0, 165.0)]])
    # The amounts stand at the right, so that the columns seem a size and a half to the right of their headings.
    assert share_out([group], [group, *lower], dict(enumerate(lower)), [0.0, 45.0, 140.0, 160.0, 212.0])
    assert group.columns == range(4)
