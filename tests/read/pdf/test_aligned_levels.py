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


def heading(middle: float, height: float, lines: int) -> list[Word]:
    """The lines of one heading around the height at which it stands."""
    first = height - (lines - 1) * LEADING * SIZE / 2
    return [word(middle, round(first + line * LEADING * SIZE, 3)) for line in range(lines)]


def laid(words: list[Word], columns: int) -> LaidHead:
    lines = [[each for each in words if each.baseline == at] for at in sorted({each.baseline for each in words})]
    amounts = [(STEP * at + 20, STEP * at + 50) for at in range(columns)]
    return laid_head(
        [sorted(line) for line in lines], lambda cells: with_blank_columns(cells, amounts[:1], amounts[1:], [])
    )


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 2)), min_size=2, max_size=4), st.data())
def test_broken_headings_are_one_and_groups_keep_their_columns(parts, data):
    """A name first, then groups of several columns and headings that reach down: each of one line or of two."""
    words = heading(30.0, (TOP + LOW) / 2, 1)
    expected = [(range(1), 0, 1)]
    first = 1
    for columns, lines in parts:
        across = range(first, first + columns)
        middles = [STEP * at + 30 for at in across]
        if columns == 1:
            words += heading(middles[0], (TOP + LOW) / 2, lines)
            expected.append((across, 0, lines))
        else:
            words += heading((middles[0] + middles[-1]) / 2, TOP, 1)
            expected.append((across, 0, 1))
            for at, middle in zip(across, middles, strict=True):
                broken = data.draw(st.integers(1, 2))
                words += heading(middle, LOW + LEADING * SIZE / 2, broken)
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
