"""Glyphs become lines with white space only where a reader sees it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.read.pdf.runs import Run
from difftool.read.pdf.words import lines_of, words_in_order

PAGE = (0.0, 0.0, 595.0, 842.0)


def run(text, x, baseline=100.0, size=10.0, space=0.0):
    edges, ends = [], []
    for character in text:
        width = size * (0.5 if character.isascii() else 1)
        edges.append(x)
        ends.append(x + width)
        x += width + space
    return Run(baseline, size, list(text), edges, ends, PAGE)


def texts(*runs):
    return [line.text for line in lines_of(runs)]


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("合", 50), ("计", 90)], "合计"),  # a heading set apart
        ([("部门：某局", 50), ("单位：万元", 300)], "部门：某局\t单位：万元"),
        ([("Total", 50), ("2024", 80)], "Total 2024"),
        ([("2024", 50), ("年度", 73)], "2024年度"),  # the word processor's own gap
        ([("2010450", 50), ("事业运行", 97)], "2010450 事业运行"),
        ([("13.", 50), (" ", 65), ("35", 70)], "13. 35"),  # printed so
        ([("一", 50), ("般", 61), ("公", 72)], "一般公"),  # justified
    ],
)
def test_gaps(pieces, text):
    assert texts(*(run(piece, x) for piece, x in pieces)) == [text]


def test_a_glyph_drawn_twice_to_look_bold_is_one():
    assert texts(run("合计", 50), run("合计", 50.3)) == ["合计"]


def test_two_equal_digits_side_by_side_are_two():
    assert texts(run("1100", 50)) == ["1100"]


def test_digits_in_another_font_stand_on_the_same_line():
    assert texts(run("支出", 50, baseline=100), run("12", 70, baseline=101.5), run("万元", 80, baseline=100)) == [
        "支出12万元"
    ]


@given(st.permutations(range(6)))
def test_the_order_of_drawing_does_not_matter(order):
    runs = [
        run(text, 50 + 20 * column, baseline=100 + 14 * row) for row in range(2) for column, text in enumerate("甲乙丙")
    ]
    assert texts(*(runs[index] for index in order)) == ["甲乙丙", "甲乙丙"]


def test_glyphs_drawn_one_by_one_are_one_word():
    words = words_in_order(run(character, 50 + 10 * index) for index, character in enumerate("事业运行"))
    assert ["".join(word.texts) for word in words] == ["事业运行"]


def test_white_space_alone_is_no_line():
    assert lines_of([run("   ", 50)]) == []


def test_digits_are_as_wide_as_the_next_one_allows():
    digits = [
        Run(100.0, 10.0, [digit], [50.0 + 5 * place], [60.0 + 5 * place], PAGE) for place, digit in enumerate("2022")
    ]
    (word,) = words_in_order(digits)
    assert word.texts == list("2022")
    assert word.ends == [55, 60, 65, 70]
