"""Text goes to the cell in which a reader sees it, whatever way it was drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from difftool.model.document import Grid, Paragraph
from difftool.read.pdf import read_pdf

XS, YS = [50.0, 150.0, 250.0, 350.0], [100.0, 120.0, 140.0]


def blocks(pdf, sheet):
    return [block for _, block in read_pdf(Path("form.pdf"), pdf.build(sheet)).blocks()]


def rows(pdf, sheet):
    (grid,) = [block for block in blocks(pdf, sheet) if isinstance(block, Grid)]
    return [[cell.text for cell in grid.row_cells(row)] for row in range(grid.rows)]


def lattice(pdf):
    return pdf.Sheet().lattice(XS, YS)


def test_a_name_that_overflows_goes_to_the_cell_in_which_it_begins(pdf):
    page = lattice(pdf).text(52, 114, "机关事业单位基本养老保险缴费支出", size=9).text(260, 114, "291.82")
    assert rows(pdf, page)[0] == ["机关事业单位基本养老保险缴费支出", "", "291.82"]


def test_a_name_that_reaches_up_to_the_amount_beside_it_leaves_it_alone(pdf):
    page = lattice(pdf).text(52, 114, "机关事业单位基本养老保险7,935.44", size=9)
    assert rows(pdf, page)[0] == ["机关事业单位基本养老保险", "7,935.44", ""]


def test_a_name_drawn_glyph_by_glyph_overflows_as_a_whole(pdf):
    page = lattice(pdf)
    for index, character in enumerate("机关事业单位基本养老保险缴费支出"):
        page.text(52 + 9 * index, 114, character, size=9)
    assert rows(pdf, page)[0][:2] == ["机关事业单位基本养老保险缴费支出", ""]


def test_a_row_set_as_one_string_is_split_at_the_borders(pdf):
    kerned = "BT /Helvetica 10 Tf 60 728 Td [(12.50) -7500 (7.25) -9000 (19.75)] TJ ET"
    assert rows(pdf, lattice(pdf).raw(kerned))[0] == ["12.50", "7.25", "19.75"]


def test_a_row_set_with_spaces_is_split_at_the_borders(pdf):
    page = lattice(pdf).text(60, 114, "12.50" + " " * 20 + "7.25" + " " * 15 + "19.75")
    assert rows(pdf, page)[0] == ["12.50", "7.25", "19.75"]


def test_two_amounts_that_touch_at_the_border_are_two(pdf):
    page = lattice(pdf).text(110, 114, "1,234.561,024.50")
    assert rows(pdf, page)[0] == ["1,234.56", "1,024.50", ""]


@pytest.mark.parametrize(("amount", "name"), [("866,296", "一、社会保障"), ("8662", "社会保障和就业支出")])
def test_an_amount_and_the_name_in_the_next_cell_drawn_as_one_string_are_two(pdf, amount, name):
    before, after = (text.encode("utf-16-be").hex() for text in (amount, name))
    start = 148.5 - 3 * len(amount)
    page = lattice(pdf).raw(f"BT /Song 6 Tf 1 0 0 1 {start} 728 Tm [<{before}> -250 <{after}>] TJ ET")
    assert rows(pdf, page)[0] == [amount, name, ""]


def test_a_name_set_wide_that_overflows_stays_whole(pdf):
    spread = " -250 ".join(
        f"<{character.encode('utf-16-be').hex()}>" for character in "养老保险缴费支出机关事业单位基本"
    )
    page = lattice(pdf).raw(f"BT /Song 6 Tf 1 0 0 1 60 728 Tm [{spread}] TJ ET")
    assert rows(pdf, page)[0] == ["养老保险缴费支出机关事业单位基本", "", ""]


def test_an_amount_wider_than_its_cell_stays_whole(pdf):
    page = lattice(pdf).text(145, 114, "123,456,789,012,345.67")
    assert rows(pdf, page)[0] == ["", "123,456,789,012,345.67", ""]


def test_what_a_spreadsheet_cuts_at_the_cell_belongs_to_the_cell(pdf):
    page = lattice(pdf)
    page.raw("q 50 722 100 20 re W n").text(52, 112, "值守运维保").text(52, 124, "障").raw("Q").text(52, 134, "下一行")
    assert [row[0] for row in rows(pdf, page)] == ["值守运维保\n障", "下一行"]


def test_what_lies_wholly_outside_its_clip_does_not_show(pdf):
    page = lattice(pdf).text(52, 114, "看得见").raw("q 50 722 100 20 re W n").text(52, 136, "看不见").raw("Q")
    assert rows(pdf, page)[1][0] == ""


def test_a_number_broken_over_two_lines_keeps_both(pdf):
    page = pdf.Sheet().lattice([50, 150, 250], [100, 130]).text(60, 112, "1682.7").text(60, 124, "6")
    assert rows(pdf, page) == [["1682.7\n6", ""]]


def test_cells_without_a_border_between_them_are_merged(pdf):
    page = pdf.Sheet().line(50, 100, 350, 100).line(50, 120, 350, 120).line(50, 140, 350, 140)
    page.line(50, 100, 50, 140).line(350, 100, 350, 140).line(200, 120, 200, 140)
    page.text(180, 114, "收入").text(60, 134, "项目").text(210, 134, "金额")
    assert rows(pdf, page) == [["收入"], ["项目", "金额"]]


def test_hairlines_drawn_as_bars_are_lines(pdf):
    page = pdf.Sheet()
    for x in XS:
        page.bar(x, 100, x + 0.5, 140)
    for y in YS:
        page.bar(50, y, 350, y + 0.5)
    assert rows(pdf, page.text(60, 114, "甲").text(260, 134, "乙")) == [["甲", "", ""], ["", "", "乙"]]


def test_dotted_lines_drawn_as_squares_are_lines(pdf):
    page = pdf.Sheet()
    for x in XS:
        for step in range(0, 40, 2):
            page.bar(x, 100 + step, x + 1, 101 + step)
    for y in YS:
        for step in range(0, 300, 2):
            page.bar(50 + step, y, 51 + step, y + 1)
    assert rows(pdf, page.text(60, 114, "甲").text(260, 134, "乙")) == [["甲", "", ""], ["", "", "乙"]]


@pytest.mark.parametrize("white", ["1 g 1 G", "1 1 1 rg 1 1 1 RG", "0 0 0 0 k 0 0 0 0 K"])
def test_white_bars_and_lines_do_not_show(pdf, white):
    page = lattice(pdf).raw(f"q {white}").bar(50, 109, 350, 110).line(100, 100, 100, 140).raw("Q").text(60, 114, "甲")
    assert len(rows(pdf, page)[0]) == 3
    assert len(rows(pdf, page)) == 2


def test_the_background_of_a_heading_is_no_cell(pdf):
    page = pdf.Sheet().raw("q 0.8 g").bar(60, 103, 340, 117).raw("Q").raw(b"\n".join(lattice(pdf).content))
    page.text(60, 114, "甲").text(60, 134, "乙")
    assert rows(pdf, page) == [["甲", "", ""], ["乙", "", ""]]


def test_clip_paths_are_no_lines(pdf):
    page = lattice(pdf).raw("q 50 732 150 5 re W n Q").text(60, 114, "甲")
    assert len(rows(pdf, page)) == 2


def test_blank_columns_are_kept(pdf):
    page = lattice(pdf).text(60, 114, "甲").text(260, 114, "1.00")
    assert rows(pdf, page)[0] == ["甲", "", "1.00"]


def test_a_box_around_text_is_no_table(pdf):
    page = pdf.Sheet().lattice([40, 550], [40, 800]).text(60, 100, "目录").text(60, 130, "第一部分")
    assert [block.text for block in blocks(pdf, page)] == ["目录", "第一部分"]


def test_a_table_inside_a_frame_is_the_table(pdf):
    page = lattice(pdf).lattice([40, 550], [40, 800]).text(60, 60, "支出表").text(60, 114, "甲")
    assert [type(block) for block in blocks(pdf, page)] == [Paragraph, Grid]


def test_a_word_set_upwards_in_a_cell_is_read(pdf):
    page = lattice(pdf).raw("BT /Song 9 Tf 0 1 -1 0 100 705 Tm <5408 8BA1> Tj ET").text(160, 114, "1.00")
    page.text(160, 134, "2.00").text(260, 114, "3.00")
    assert rows(pdf, page) == [["", "1.00", "3.00"], ["合计", "2.00", ""]]


def test_blocks_come_from_top_to_bottom_whatever_the_order_of_drawing(pdf):
    page = pdf.Sheet().text(60, 200, "注：合计").raw(b"\n".join(lattice(pdf).content)).text(60, 134, "乙")
    page.text(60, 114, "甲").text(60, 60, "支出表")
    kinds = [block.text if isinstance(block, Paragraph) else "grid" for block in blocks(pdf, page)]
    assert kinds == ["支出表", "grid", "注：合计"]


def test_a_form_drawn_by_reference_is_read_where_it_stands(pdf):
    form = pdf.stream(
        b"BT /Song 10 Tf 0 0 Td <7532> Tj ET 0 0 m 50 0 l S",
        "/Type /XObject /Subtype /Form /BBox [-10 -10 200 200] /Matrix [1 0 0 1 5 0]",
    )
    page = lattice(pdf).raw("q 1 0 0 1 55 728 cm /Fm Do Q").text(160, 114, "乙")
    data = pdf.build(page, objects={900: form}, resources="/XObject << /Fm 900 0 R >>")
    (grid,) = [block for _, block in read_pdf(Path("form.pdf"), data).blocks()]
    assert [cell.text for cell in grid.row_cells(0)][:2] == ["甲", "乙"]
