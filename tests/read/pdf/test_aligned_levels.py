"""Headings broken over lines set wide are told from groups over columns by the heights at which headings stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from difftool.read.pdf.aligned_head import Word, with_blank_columns
from difftool.read.pdf.aligned_levels import LaidHead, laid_head

SIZE = 10.0
STEP = 60.0  # from one column to the next
LEADING = 1.7  # type sizes between the lines of a broken heading: more than between those of a paragraph
TOP, LOW = 100.0, 120.0  # the middles of the two levels


def word(middle: float, baseline: float, width: float = 40.0) -> Word:
    return Word(middle - width / 2, middle + width / 2, baseline, SIZE)


def heading(middle: float, height: float, lines: int, *, down: bool = False) -> list[Word]:
    """The lines of one heading around the height at which it stands, or from there `down`."""
    first = height if down else height - (lines - 1) * LEADING * SIZE / 2
    return [word(middle, round(first + line * LEADING * SIZE, 3)) for line in range(lines)]


def laid(words: list[Word], columns: int) -> LaidHead:
    lines = [[each for each in words if each.baseline == at] for at in sorted({each.baseline for each in words})]
    amounts = [(STEP * at + 20, STEP * at + 50) for at in range(columns)]
    return laid_head(
        [sorted(line) for line in lines], lambda cells: with_blank_columns(cells, amounts[:1], amounts[1:], [])
    )


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 2)), min_size=2, max_size=4), st.data())
def test_broken_headings_are_one_and_groups_keep_their_columns(parts, data):
    """A name first, then groups of several columns and headings that reach down: each of one line or of two.

    All stand in the middle of their levels, or all at the top.
    """
    down = data.draw(st.booleans())
    whole, lower = (TOP, LOW) if down else ((TOP + LOW) / 2, LOW + LEADING * SIZE / 2)
    words = heading(30.0, whole, 1)
    expected = [(range(1), 0, 1)]
    first = 1
    for columns, lines in parts:
        across = range(first, first + columns)
        middles = [STEP * at + 30 for at in across]
        if columns == 1:
            words += heading(middles[0], whole, lines, down=down)
            expected.append((across, 0, lines))
        else:
            words += heading((middles[0] + middles[-1]) / 2, TOP, 1)
            expected.append((across, 0, 1))
            for at, middle in zip(across, middles, strict=True):
                broken = data.draw(st.integers(1, 2))
                words += heading(middle, lower, broken, down=down)
                expected.append((range(at, at + 1), 1, broken))
        first += columns
    head = laid(words, first)
    told = sorted((cell.columns.start, cell.level, len(cell.words)) for cell in head.cells)
    assert told == sorted((across.start, level, lines) for across, level, lines in expected)
    assert all(cell.columns in [across for across, _, _ in expected] for cell in head.cells)


def test_a_group_right_above_the_middle_one_of_its_columns_is_no_line_of_it():
    """财政拨款 over 小计, 一般公共预算 and 政府性基金预算: the second stands below it as its second line would."""
    words = [word(30, 108), word(150, 100), *(word(middle, 117) for middle in (90, 150, 210)), word(270, 108)]
    head = laid(words, 5)
    assert {cell.columns for cell in head.cells if len(cell.columns) > 1} == {range(1, 4)}
    assert all(len(cell.words) == 1 for cell in head.cells)


def test_lines_of_broken_headings_are_one_in_a_head_of_one_level():
    """Noto's lines stand half a line apart: 一般公共预算财政 over 拨款, both headings of two lines."""
    words = [word(30, 100, 40), word(90, 100, 40), word(30, 116, 20), word(90, 116, 30)]
    assert [len(cell.words) for cell in laid(words, 2).cells] == [2, 2]


def test_headings_at_the_top_of_their_levels_may_be_broken():
    """功能分类 over 编码 and 名称, and 对附属单位补助支 over 出 beside two headings: print of a word processor."""
    words = [word(60, 100, 20), word(150, 100), word(210, 100, 50), word(270, 100)]
    words += [word(30, 116, 20), word(90, 116, 20), word(210, 116, 10)]
    head = laid(words, 5)
    assert sorted((cell.columns.start, cell.columns.stop, cell.level, len(cell.words)) for cell in head.cells) == [
        (0, 1, 1, 1),
        (0, 2, 0, 1),
        (1, 2, 1, 1),
        (2, 3, 0, 1),
        (3, 4, 0, 2),
        (4, 5, 0, 1),
    ]
