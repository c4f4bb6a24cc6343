"""The body of a table without lines: columns by the amounts, rows by the names."""

from __future__ import annotations

from difftool.read.pdf.aligned_body import body_bands, body_rows, in_columns, parted
from difftool.read.pdf.aligned_lines import Piece, Printline

CODE, NAME, BUDGET, OUTTURN = (50.0, 80.0), (110.0, 200.0), (340.0, 380.0), (440.0, 480.0)
EDGES = [45.0, 105.0, 292.0, 392.0, 490.0]


def piece(across: tuple[float, float], text: str) -> Piece:
    return Piece(*across, "." in text, text)


def line(baseline: float, *pieces: Piece) -> Printline:
    return Printline(baseline, 10.0, list(pieces), False)


def row(baseline: float, code: str) -> Printline:
    return line(baseline, piece(CODE, code), piece(NAME, "事业运行"), piece(BUDGET, "1.50"), piece(OUTTURN, "2.50"))


def test_a_name_that_runs_on_over_a_blank_column_leaves_it_its_band():
    long = line(120, piece((110, 400), "机关事业单位基本养老保险缴费支出和"), piece(OUTTURN, "24.50"))
    assert [(band.start, band.end) for band in body_bands([row(100, "20101"), long])] == [
        CODE,
        (110.0, 340.0),
        BUDGET,
        OUTTURN,
    ]


def test_a_total_in_the_middle_of_the_names_makes_no_band():
    total = line(120, piece((85, 105), "合计"), piece(OUTTURN, "2.50"))
    assert body_bands([row(100, "20101"), total]) == body_bands([row(100, "20101")])


def test_a_dash_stands_in_a_column_of_amounts():
    dashed = line(120, piece(CODE, "20102"), piece((455, 465), "-"))
    assert [band.amount for band in body_bands([row(100, "20101"), dashed])] == [False, False, True, True]


def test_a_name_broken_over_two_lines_is_one_row():
    rest = line(110, piece(NAME, "缴费支出"))
    rows = body_rows([row(100, "20101"), rest, row(120, "20102"), row(140, "20103")])
    assert [len(lines) for lines in rows] == [2, 1, 1]


def two_sided(baseline: float, left: str, right: str) -> Printline:
    return line(baseline, piece((50, 170), left), piece((200, 240), "1.50"), piece((260, 380), right))


def test_a_name_broken_around_the_other_side_of_its_form_is_one_row():
    """公开04表: 二、政府性基金预算财政拨款 on two lines, 二、外交支出 on one between them."""
    begun, beside, rest = (
        line(134, piece((50, 170), "二、政府性基金预算财政拨")),
        line(140, piece((200, 240), "2.50"), piece((260, 320), "二、外交支出")),
        line(146, piece((50, 60), "款")),
    )
    lines = [two_sided(120, "一、一般公共预算财政拨款", "一、一般公共服务支出"), begun, beside, rest]
    lines += [two_sided(160 + 20 * number, f"{name}、经费拨款", "三、国防支出") for number, name in enumerate("三四五")]
    assert [len(row) for row in body_rows(lines)] == [1, 3, 1, 1, 1]


def test_amounts_between_two_columns_are_in_neither():
    assert in_columns([row(100, "20101")], EDGES)
    assert not in_columns([line(100, piece(CODE, "20101"), piece((370, 410), "1.50"))], EDGES)


def test_a_line_that_begins_with_an_amount_is_no_row():
    assert not in_columns([line(100, piece(BUDGET, "1.50"), piece(OUTTURN, "2.50"))], EDGES)


def test_a_name_of_three_lines_has_its_amounts_beside_the_second():
    """The first line is as near to the row above as to its own."""
    above = line(100, piece(NAME, "合计"), piece(BUDGET, "1.50"), piece(OUTTURN, "2.50"))
    first, second, third = (
        line(115, piece(NAME, "某市文职")),
        line(130, piece(NAME, "人员管理"), piece(BUDGET, "1.50"), piece(OUTTURN, "2.50")),
        line(145, piece(NAME, "中心")),
    )
    below = line(165, piece(NAME, "某校"), piece(BUDGET, "1.50"), piece(OUTTURN, "2.50"))
    assert [len(row) for row in body_rows([above, first, second, third, below])] == [1, 3, 1]


def test_a_row_of_the_other_side_of_a_form_may_go_on_over_the_page():
    """支出 goes on where 收入 has ended: its names stand in a column of their own."""
    assert in_columns([line(100, piece((300, 380), "事业运行"), piece(OUTTURN, "2.50"))], EDGES)
    assert not in_columns([line(100, piece((300, 430), "事业运行"), piece(OUTTURN, "2.50"))], EDGES)


def test_amounts_between_the_lines_of_a_name_are_a_row_in_its_columns():
    first, amounts, second = (
        line(100, piece(NAME, "某市港航事")),
        line(107, piece(BUDGET, "1.50"), piece(OUTTURN, "2.50")),
        line(114, piece(NAME, "业发展中心")),
    )
    assert in_columns([first, amounts, second], EDGES)


def test_names_that_fill_their_columns_are_parted_under_their_headings():
    """一级, 二级 and 三级 of a catalogue of purchases: 二级 may run right up to 三级."""
    second, third, amount = (110.0, 200.0), (220.0, 300.0), (440.0, 480.0)
    body = [
        line(100 + 20 * row, piece(second, "审计服务"), piece(third, "审计"), piece(amount, "1.50")) for row in (0, 1)
    ]
    full = line(140, piece((110, 320), "机关培训服务机关业务培训服务"), piece(amount, "2.50"))
    bands = body_bands([*body, full])
    assert [(band.start, band.end) for band in bands] == [(110.0, 320.0), amount]
    headings = [piece((140, 160), "二级"), piece((250, 270), "三级"), piece((450, 470), "金额")]
    found = parted(bands, headings, [*body, full])
    assert [(band.start, band.end) for band in found] == [(110.0, 220.0), (220.0, 320.0), amount]
    assert parted(bands, headings[1:], [*body, full]) == bands
