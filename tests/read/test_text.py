"""Text files: lines are paragraphs, lines with tabs are grids, places are line numbers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.model.document import Grid, Paragraph
from difftool.model.place import LinePlace
from difftool.model.problem import UnknownFormat
from difftool.read.text import read_text

PATH = Path("text.txt")
words = st.text(alphabet="收入支出合计123.,", min_size=1, max_size=6)


def read(text: str):
    return read_text(PATH, text.encode()).pages[0].blocks


def test_neighbouring_tabbed_lines_are_one_grid_and_a_blank_line_ends_it():
    blocks = read("标题\n甲\t1\n乙\t2\n\n丙\t3\n")
    assert [type(block) for block in blocks] == [Paragraph, Grid, Grid]
    assert blocks[1].at(1, 1).text == "2"
    assert blocks[1].at(1, 1).place == LinePlace(3)
    assert blocks[2].place == LinePlace(5)


def test_a_short_row_leaves_holes_not_cells():
    (grid,) = read("甲\t1\t2\n乙\t\n")
    assert (grid.rows, grid.columns) == (2, 3)
    assert grid.at(1, 2) is None


@given(st.lists(st.lists(words, min_size=2, max_size=5), min_size=1, max_size=6))
def test_every_cell_is_kept_with_its_line(rows):
    (grid,) = read("\n".join("\t".join(row) for row in rows))
    assert [(cell.text, cell.place.line) for cell in grid.cells] == [
        (text, number) for number, row in enumerate(rows, start=1) for text in row
    ]


def test_gb18030_is_read_where_utf_8_is_not():
    (paragraph,) = read_text(PATH, "部门预算".encode("gb18030")).pages[0].blocks
    assert paragraph.text == "部门预算"


def test_binary_rubbish_is_no_text():
    with pytest.raises(UnknownFormat):
        read_text(PATH, b"\x00\x01\x02\x03 rubbish")
