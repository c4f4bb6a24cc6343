"""Forms without all of their ruling lines are read by their alignment; running text never becomes a table."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from difftool.model.document import Grid, Paragraph
from difftool.read.pdf import read_pdf

HEAD = ["科目编码", "科目名称", "预算数", "决算数"]
BODY = [
    ["201", "一般公共服务支出", "1,938.91", "2,024.50"],
    ["20104", "发展与改革事务", "938.91", "1,024.50"],
    ["2010450", "事业运行", "", "24.50"],
    ["208", "社会保障和就业支出", "1,000.00", "1,000.00"],
]
TABLE = [HEAD, *BODY]
LEFT = [50.0, 110.0, 300.0, 400.0]
RIGHT = [100.0, 290.0, 380.0, 480.0]
XS, YS = [45.0, 105.0, 292.0, 392.0, 490.0], [90.0, 110.0, 130.0, 150.0, 170.0, 190.0]


def form(pdf):
    page = pdf.Sheet().text(240, 60, "支出决算表").text(50, 80, "部门：某局").text(430, 80, "单位：万元")
    for row, texts in enumerate(TABLE):
        for column, text in enumerate(texts):
            width = sum(5 if character.isascii() else 10 for character in text)
            start = RIGHT[column] - width if column > 1 else LEFT[column]
            if text:
                page.text(start, 104 + 20 * row, text)
    return page.text(50, 240, "注：本表反映部门本年度各项支出情况。")


def read(pdf, page):
    blocks = [block for _, block in read_pdf(Path("form.pdf"), pdf.build(page)).blocks()]
    return (
        [block.text for block in blocks if isinstance(block, Paragraph)],
        [
            [[cell.text for cell in block.row_cells(row)] for row in range(block.rows)]
            for block in blocks
            if isinstance(block, Grid)
        ],
    )


def no_lines(page):
    pass


def only_levels(page):
    for y in YS:
        page.line(XS[0], y, XS[-1], y)


def three_lines(page):
    for y in (YS[0], YS[1], YS[-1]):
        page.line(XS[0], y, XS[-1], y)


def levels_in_a_box(page):
    only_levels(page)
    page.line(XS[0], YS[0], XS[0], YS[-1]).line(XS[-1], YS[0], XS[-1], YS[-1])


def uprights_in_a_box(page):
    for x in XS:
        page.line(x, YS[0], x, YS[-1])
    page.line(XS[0], YS[0], XS[-1], YS[0]).line(XS[0], YS[1], XS[-1], YS[1]).line(XS[0], YS[-1], XS[-1], YS[-1])


def shades(page):
    for row, (top, bottom) in enumerate(itertools.pairwise(YS)):
        for left, right in itertools.pairwise(XS):
            page.raw("0.9 g" if row % 2 else "0.7 g").bar(left, top, right, bottom)


@pytest.mark.parametrize("draw", [no_lines, only_levels, three_lines, levels_in_a_box, uprights_in_a_box, shades])
def test_the_form_is_read_whichever_lines_it_has(pdf, draw):
    page = form(pdf)
    draw(page)
    paragraphs, grids = read(pdf, page)
    assert grids == [TABLE]
    assert paragraphs == ["支出决算表", "部门：某局\t单位：万元", "注：本表反映部门本年度各项支出情况。"]


def test_rows_of_a_head_may_be_high(pdf):
    """The headings of a wide form stand in the middle of rows of two or three lines."""
    page = pdf.Sheet().text(240, 60, "支出决算表").text(430, 72, "单位：万元")
    for column, text in enumerate(HEAD):
        page.text(LEFT[column] if column < 2 else RIGHT[column] - 10 * len(text), 92, text)
    for row, texts in enumerate(BODY):
        for column, text in enumerate(texts):
            if text:
                page.text(RIGHT[column] - 5 * len(text) if column > 1 else LEFT[column], 126 + 20 * row, text)
    _, (grid,) = read(pdf, page)
    assert grid[0] == HEAD


def test_a_name_that_runs_on_over_a_blank_column_stays_a_name(pdf):
    page = form(pdf).text(110, 204, "机关事业单位基本养老保险缴费支出和").text(455, 204, "24.50")
    _, (grid,) = read(pdf, page)
    assert grid[-1] == ["", "机关事业单位基本养老保险缴费支出和", "", "24.50"]


def test_sentences_with_amounts_are_no_table(pdf):
    page = pdf.Sheet()
    for row in range(6):
        page.text(50, 100 + 20 * row, f"本年收入合计{row},123.45万元，其中财政拨款收入{row},023.45万元，占90.12%。")
    paragraphs, grids = read(pdf, page)
    assert grids == []
    assert len("".join(paragraphs)) == 6 * 44


def test_a_list_of_contents_is_no_table(pdf):
    page = pdf.Sheet()
    for row in range(6):
        page.text(50, 100 + 20 * row, f"第{row}部分").text(500, 100 + 20 * row, f"{row}")
    assert read(pdf, page)[1] == []


def test_two_amounts_under_each_other_are_no_table(pdf):
    page = pdf.Sheet().text(50, 100, "收入").text(300, 100, "1.50").text(50, 120, "支出").text(300, 120, "1.50")
    assert read(pdf, page)[1] == []


def test_the_last_name_of_a_page_may_be_broken_around_its_amounts(pdf):
    """Of two lines of a name the amounts of the last row stand between."""
    page = form(pdf).text(110, 200, "机关事业单位基本养老").text(110, 216, "保险缴费支出")
    page.text(355, 208, "24.50").text(455, 208, "25.50")
    _, grids = read(pdf, page)
    assert grids[0][-1] == ["", "机关事业单位基本养老\n保险缴费支出", "24.50", "25.50"]


def test_the_first_name_of_a_page_may_be_broken_around_its_amounts(pdf):
    """Its first line stands above all amounts, as a heading does, but too near to be one."""
    page = pdf.Sheet()
    for x, text in zip(LEFT, HEAD, strict=True):
        page.text(x, 100, text)
    page.text(110, 122, "机关事业单位基本养老").text(300, 130, "24.50").text(400, 130, "25.50").text(
        110, 138, "保险缴费支出"
    )
    for baseline in (160, 180):
        page.text(50, baseline, "20104").text(110, baseline, "事业运行")
        page.text(300, baseline, "1.50").text(400, baseline, "2.50")
    _, grids = read(pdf, page)
    assert grids[0][1] == ["", "机关事业单位基本养老\n保险缴费支出", "24.50", "25.50"]


def test_a_lone_heading_may_be_set_a_little_larger_than_the_body(pdf):
    """A head of 10 points over rows of 9, the last line of which is one heading's second."""
    page = pdf.Sheet()
    for x, text in zip(LEFT, ["科目编码", "科目名称", "预算数", "扣除基建项"], strict=True):
        page.text(x, 100 if x < 400 else 94, text, size=10)
    page.text(400, 106, "目后预算数", size=10)
    for row, texts in enumerate(BODY):
        for column, text in enumerate(texts):
            page.text(LEFT[column], 126 + 20 * row, text, size=9)
    _, grids = read(pdf, page)
    assert grids[0][0] == ["科目编码", "科目名称", "预算数", "扣除基建项\n目后预算数"]


def test_the_first_row_of_the_page_after_may_begin_with_a_broken_name(pdf):
    """Below the name of the document at its head, rows go on in the columns of the page before."""
    rows = pdf.Sheet().text(50, 30, "某局2024年度部门决算公开").text(110, 60, "机关事业单位基本养老")
    rows.text(110, 74, "保险缴费支出").text(300, 67, "24.50").text(400, 67, "25.50")
    page = pdf.Sheet()
    for row, texts in enumerate(TABLE):
        for column, text in enumerate(texts):
            page.text(LEFT[column], 100 + 20 * row, text)
    document = read_pdf(Path("form.pdf"), pdf.build(page, rows))
    (grid,) = [block for block in document.pages[1].blocks if isinstance(block, Grid)]
    assert [cell.text for cell in grid.row_cells(0)] == ["", "机关事业单位基本养老\n保险缴费支出", "24.50", "25.50"]
