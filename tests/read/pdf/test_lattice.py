"""Lines become rows, columns and merged cells, however the lines were drawn."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from difftool.read.pdf.lattice import Region, frame_of
from difftool.read.pdf.rulings import lattices, straight_lines
from difftool.read.pdf.runs import Ruling


def frames(horizontal, vertical):
    found = lattices(straight_lines(horizontal), straight_lines(vertical))
    return [frame for frame in map(frame_of, found) if frame is not None]


@st.composite
def partitions(draw):
    """A table as the rectangles that its cells take, cut out of a grid by halving at random."""
    rows, columns = draw(st.integers(1, 8)), draw(st.integers(1, 8))
    rectangles = [(0, 0, rows, columns)]
    for _ in range(draw(st.integers(0, 12))):
        row, column, height, width = rectangles.pop(draw(st.integers(0, len(rectangles) - 1)))
        if draw(st.booleans()) and height > 1:
            cut = draw(st.integers(1, height - 1))
            rectangles += [(row, column, cut, width), (row + cut, column, height - cut, width)]
        elif width > 1:
            cut = draw(st.integers(1, width - 1))
            rectangles += [(row, column, height, cut), (row, column + cut, height, width - cut)]
        else:
            rectangles.append((row, column, height, width))
    heights = draw(st.lists(st.floats(8, 60), min_size=rows, max_size=rows))
    widths = draw(st.lists(st.floats(8, 90), min_size=columns, max_size=columns))
    ys = [40 + sum(heights[:index]) for index in range(rows + 1)]
    xs = [30 + sum(widths[:index]) for index in range(columns + 1)]
    return xs, ys, rectangles


def borders(xs, ys, rectangles):
    horizontal, vertical = [], []
    for row, column, height, width in rectangles:
        left, right, top, bottom = xs[column], xs[column + width], ys[row], ys[row + height]
        horizontal += [Ruling(top, left, right), Ruling(bottom, left, right)]
        vertical += [Ruling(left, top, bottom), Ruling(right, top, bottom)]
    return horizontal, vertical


def boxes(frame):
    return sorted(tuple(round(edge, 3) for edge in frame.region_box(region)) for region in frame.regions)


@given(partitions(), st.randoms(use_true_random=False))
def test_every_partition_into_rectangles_comes_back_whatever_the_order_of_its_lines(table, order):
    xs, ys, rectangles = table
    horizontal, vertical = borders(xs, ys, rectangles)
    order.shuffle(horizontal)
    order.shuffle(vertical)
    (frame,) = frames(horizontal, vertical)
    expected = sorted(
        (round(xs[c], 3), round(ys[r], 3), round(xs[c + w], 3), round(ys[r + h], 3)) for r, c, h, w in rectangles
    )
    assert boxes(frame) == expected


@given(partitions())
def test_the_regions_cover_each_row_and_column_once(table):
    (frame,) = frames(*borders(*table))
    for index, region in enumerate(frame.regions):
        for row in range(region.row, region.row + region.row_span):
            for column in range(region.column, region.column + region.column_span):
                assert frame.owner[row][column] == index
    assert sum(region.row_span * region.column_span for region in frame.regions) == len(frame.owner) * len(
        frame.owner[0]
    )


@given(partitions(), st.integers(2, 4))
def test_dashed_lines_are_lines(table, dash):
    xs, ys, rectangles = table
    horizontal, vertical = borders(xs, ys, rectangles)
    (solid,) = frames(horizontal, vertical)
    (dashed,) = frames(*([piece for line in lines for piece in dashes(line, dash)] for lines in (horizontal, vertical)))
    assert boxes(dashed) == boxes(solid)


def dashes(line, length):
    start = line.start
    while start < line.end:
        yield Ruling(line.at, start, min(start + length, line.end))
        start += 2 * length
    yield Ruling(line.at, max(line.start, line.end - length), line.end)


def test_a_table_without_outer_uprights_keeps_its_outer_columns():
    horizontal = [Ruling(y, 50, 350) for y in (100, 120, 140)]
    (frame,) = frames(horizontal, [Ruling(150, 100, 140), Ruling(250, 100, 140)])
    assert frame.xs == [50, 150, 250, 350]
    assert len(frame.regions) == 6


def test_a_double_line_makes_no_row_of_its_own():
    horizontal = [Ruling(y, 50, 350) for y in (100, 103, 120, 140)]
    (frame,) = frames(horizontal, [Ruling(x, 100, 140) for x in (50, 150, 350)])
    assert len(frame.ys) == 3


def test_the_corner_beside_a_stepped_outline_is_a_hole():
    horizontal = [Ruling(100, 50, 150), Ruling(120, 50, 350), Ruling(140, 50, 350)]
    vertical = [Ruling(50, 100, 140), Ruling(150, 100, 140), Ruling(350, 120, 140)]
    (frame,) = frames(horizontal, vertical)
    assert [region for region in frame.regions if region.hole] == [Region(0, 1, 1, 1, True)]


def test_a_column_cut_by_the_page_break_is_no_hole():
    horizontal = [Ruling(100, 150, 350), Ruling(120, 150, 350), Ruling(140, 50, 350)]
    vertical = [Ruling(x, 100, 140) for x in (50, 150, 350)]
    (frame,) = frames(horizontal, vertical)
    assert not any(region.hole for region in frame.regions)


def test_tables_that_do_not_touch_are_two():
    one = borders([50, 150, 250], [100, 120], [(0, 0, 1, 1), (0, 1, 1, 1)])
    other = borders([50, 250], [140, 160], [(0, 0, 1, 1)])
    assert len(frames(one[0] + other[0], one[1] + other[1])) == 2


def test_a_thousand_short_pieces_in_any_order_are_one_line():
    pieces = [Ruling(100.0, x, x + 1) for x in range(1000)]
    random.Random(1).shuffle(pieces)
    assert straight_lines(pieces) == [Ruling(100.0, 0, 1000)]


def test_uprights_of_cells_that_go_on_over_the_page_belong_to_the_table_beside_them():
    # A list of projects: the name and its amount are set once, ruled left and right only, beside targets ruled by row.
    horizontal = [Ruling(y, 200, 400) for y in (10.0, 100.0, 200.0)]
    vertical = [Ruling(x, 10, 200) for x in (50.0, 120.0, 200.0, 300.0, 400.0)]
    (frame,) = frames(horizontal, vertical)
    assert frame.xs == [50.0, 120.0, 200.0, 300.0, 400.0]
    assert [(r.row_span, r.column_span) for r in frame.regions if r.row == 0][:2] == [(2, 1), (2, 1)]


def test_an_upright_of_another_length_is_no_part_of_the_table():
    horizontal = [Ruling(y, 200, 400) for y in (10.0, 100.0, 200.0)]
    vertical = [Ruling(x, 10, 200) for x in (200.0, 300.0, 400.0)]
    (frame,) = frames(horizontal, [Ruling(50.0, 10, 700), *vertical])
    assert frame.xs == [200.0, 300.0, 400.0]
