"""A PDF becomes pages of grids and paragraphs, or a declared problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from difftool.model.document import Document, Grid, Paragraph
from difftool.model.place import PagePlace
from difftool.model.problem import DamagedFile, EncryptedFile, NoText, NothingInIt
from difftool.read.pdf import read_pdf

ROOT = Path(__file__).parents[3]
REAL = ROOT.parent / "shared" / "real"
XS, YS = [50.0, 200.0, 300.0, 400.0], [100.0, 120.0, 140.0]


def read(data: bytes) -> Document:
    return read_pdf(Path("disclosure.pdf"), data)


def only_grid(document: Document) -> Grid:
    (grid,) = [block for _, block in document.blocks() if isinstance(block, Grid)]
    return grid


def rows(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in grid.row_cells(row)] for row in range(grid.rows)]


def form(pdf, **sheet):
    page = pdf.Sheet(**sheet).lattice(XS, YS)
    page.text(60, 60, "部门：某局").text(340, 60, "单位：万元")
    page.text(60, 114, "项目").text(210, 114, "预算数").text(310, 114, "决算数")
    return page.text(60, 134, "事业运行").text(210, 134, "938.91").text(310, 134, "1,024.50")


def test_a_form_is_read_with_its_caption_and_cells(pdf):
    document = read(pdf.build(form(pdf)))
    caption, grid = document.pages[0].blocks
    assert isinstance(caption, Paragraph)
    assert caption.text == "部门：某局\t单位：万元"
    assert rows(grid) == [["项目", "预算数", "决算数"], ["事业运行", "938.91", "1,024.50"]]
    assert grid.at(1, 1).place == PagePlace(1, (200.0, 120.0, 300.0, 140.0))
    assert document.source.pages == 1
    assert document.problems == ()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_has_the_places_that_a_viewer_shows(pdf, turn):
    upright = form(pdf)
    width, height = (842.0, 595.0) if turn != 180 else (595.0, 842.0)
    turned = pdf.Sheet(width, height, rotate=turn)
    # What the page turns clockwise is drawn turned the other way before.
    matrix = {90: f"0 1 -1 0 {width} 0", 180: f"-1 0 0 -1 {width} {height}", 270: f"0 -1 1 0 0 {height}"}[turn]
    turned.raw(f"q {matrix} cm").raw(b"\n".join(upright.content)).raw("Q")
    page = read(pdf.build(turned)).pages[0]
    assert (page.width, page.height) == (595.0, 842.0)
    expected = read(pdf.build(upright)).pages[0]
    assert [block.place.bbox for block in page.blocks] == [
        pytest.approx(block.place.bbox, abs=0.01) for block in expected.blocks
    ]
    assert rows(page.blocks[1]) == rows(expected.blocks[1])


@pytest.mark.parametrize("matrix", ["0 1 -1 0 842 0", "0 -1 1 0 0 595"])
def test_a_table_drawn_sideways_is_read_upright_with_places_on_the_page_as_displayed(pdf, matrix):
    sideways = pdf.Sheet(842, 595).raw(f"q {matrix} cm").raw(b"\n".join(form(pdf).content)).raw("Q")
    # 595 x 842 turned by a quarter fits on 842 x 595.
    grid = only_grid(read(pdf.build(sideways)))
    assert rows(grid) == [["项目", "预算数", "决算数"], ["事业运行", "938.91", "1,024.50"]]
    left, top, right, bottom = grid.at(1, 1).place.bbox
    assert (right - left, bottom - top) == pytest.approx((20, 100))
    expected = [cell.place.bbox for cell in only_grid(read(pdf.build(form(pdf)))).cells]
    found = [cell.place.upright for cell in grid.cells]
    away = found[0][0] - expected[0][0], found[0][1] - expected[0][1]
    assert found == [pytest.approx([edge + away[side % 2] for side, edge in enumerate(box)]) for box in expected]


def test_the_crop_box_is_what_is_displayed(pdf):
    document = read(pdf.build(form(pdf, entries="/CropBox [40 642 440 832]")))
    page = document.pages[0]
    assert (page.width, page.height) == (400.0, 190.0)
    assert only_grid(document).place.bbox == pytest.approx((10, 90, 360, 130))


def test_a_page_that_cannot_be_read_is_told_and_the_rest_is_read(pdf):
    broken = pdf.Sheet().raw("BT /Broken 10 Tf (1) Tj ET")
    fonts = {900: b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts 7 >>"}
    data = pdf.build(form(pdf), broken, form(pdf), objects=fonts)
    document = read(data.replace(b"/Resources << /Font <<", b"/Resources << /Font << /Broken 900 0 R"))
    assert [(problem.code, problem.where.page) for problem in document.problems] == [("unreadable-page", 2)]
    assert len(document.pages) == 3
    assert rows(document.pages[2].blocks[1])[1] == ["事业运行", "938.91", "1,024.50"]


def test_a_page_with_a_picture_and_no_text_is_told(pdf):
    picture = pdf.Sheet().raw("q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q")
    document = read(pdf.build(form(pdf), picture))
    assert [(problem.code, problem.where.page) for problem in document.problems] == [("page-without-text", 2)]


def test_scans_have_no_text_where_recognition_is_not_installed(pdf, monkeypatch):
    monkeypatch.setattr("difftool.read.pdf.scans.find_spec", lambda name: None)
    picture = pdf.Sheet().raw("q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q")
    with pytest.raises(NoText, match=r"difftool\[ocr\]"):
        read(pdf.build(picture))


def test_text_behind_a_scan_is_read(pdf):
    scan = pdf.Sheet().raw("3 Tr").text(60, 60, "部门预算")
    assert read(pdf.build(scan)).pages[0].blocks[0].text == "部门预算"


def test_invisible_text_beside_visible_text_is_not_read(pdf):
    page = form(pdf).raw("3 Tr").text(60, 300, "看不见")
    assert "看不见" not in "".join(
        block.text for _, block in read(pdf.build(page)).blocks() if isinstance(block, Paragraph)
    )


@pytest.mark.parametrize("paint", ["q 1 g 50 760 200 30 re f Q", "q 200 0 0 30 50 760 cm /Patch Do Q"])
def test_what_a_correction_is_painted_over_is_not_read(pdf, paint):
    patch = pdf.stream(b"\xff", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8")
    page = form(pdf).text(60, 70, "旧标题").raw(paint).text(60, 40, "新标题")
    document = read(pdf.build(page, objects={900: patch}, resources="/XObject << /Patch 900 0 R >>"))
    texts = [block.text for block in document.pages[0].blocks if isinstance(block, Paragraph)]
    assert "旧标题" not in "".join(texts)
    assert "新标题" in texts


def test_a_seal_hides_nothing(pdf):
    seal = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /SMask 901 0 R"
    page = form(pdf).text(60, 70, "标题").raw("q 200 0 0 30 50 760 cm /Seal Do Q")
    data = pdf.build(page, objects={900: pdf.stream(b"1", seal)}, resources="/XObject << /Seal 900 0 R >>")
    assert "标题" in [block.text for _, block in read(data).blocks() if isinstance(block, Paragraph)]


def test_text_under_a_scan_is_read(pdf):
    patch = pdf.stream(b"\xff", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8")
    page = form(pdf).raw("q 595 0 0 842 0 0 cm /Scan Do Q")
    document = read(pdf.build(page, objects={900: patch}, resources="/XObject << /Scan 900 0 R >>"))
    assert rows(only_grid(document))[1] == ["事业运行", "938.91", "1,024.50"]


def test_a_password_is_an_encrypted_file(pdf):
    trailer = (
        "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >>"
    )
    with pytest.raises(EncryptedFile):
        read(pdf.build(form(pdf), trailer=trailer))


@pytest.mark.parametrize("keep", [40, 400, 1200])
def test_a_cut_file_is_damaged_or_read_as_far_as_it_goes(pdf, keep):
    with pytest.raises((DamagedFile, NoText)):
        read(pdf.build(form(pdf))[:keep])


def test_a_file_without_its_table_of_objects_is_read(pdf):
    data = pdf.build(form(pdf))
    cut = data[: data.index(b"xref")] + b"trailer << /Root 1 0 R >>\n"
    assert rows(only_grid(read(cut)))[1] == ["事业运行", "938.91", "1,024.50"]


def test_fonts_without_unicode_tables_are_read_by_their_predefined_code(pdf):
    page = pdf.Sheet().text(60, 60, "一般公共预算", font="Gbk")
    assert read(pdf.build(page)).pages[0].blocks[0].text == "一般公共预算"


def test_radicals_and_full_width_digits_read_as_what_they_look_like(pdf):
    page = pdf.Sheet().raw("BT /Radicals 10 Tf 60 700 Td <000200010003> Tj ET")
    assert read(pdf.build(page)).pages[0].blocks[0].text == "民民1"


def test_glyphs_of_unknown_meaning_are_told(pdf):
    page = pdf.Sheet().raw("BT /Radicals 10 Tf 60 700 Td <00010009> Tj ET")
    document = read(pdf.build(page))
    assert [problem.code for problem in document.problems] == ["unreadable-glyphs"]


def test_vertical_type_reads_down(pdf):
    page = pdf.Sheet().lattice([50, 80, 200], [100, 180]).text(65, 110, "合计", font="Upright").text(90, 130, "12.50")
    assert rows(only_grid(read(pdf.build(page)))) == [["合\n计", "12.50"]]


@pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real documents is not here")
@pytest.mark.parametrize("path", sorted(REAL.glob("*.pdf"))[::12] or [REAL], ids=lambda path: path.stem)
def test_real_disclosures_are_read_without_problems(path):
    document = read_pdf(path, path.read_bytes())
    assert {problem.code for problem in document.problems} <= {"page-without-text", "picture-not-read"}
    assert any(page.blocks for page in document.pages)


def test_blank_pages_are_told_as_blank_not_as_pictures(pdf):
    """A PDF of blank pages, and one that a browser saved in the wrong encoding, were answered by the advice to install
    recognition, which finds nothing there."""
    with pytest.raises(NothingInIt, match="neither letters nor pictures"):
        read(pdf.build(pdf.Sheet()))


@pytest.mark.parametrize(
    ("width", "height", "letters", "told"),
    [
        (300, 150, 40, ["picture-not-read"]),
        (500, 700, 40, ["picture-not-read"]),  # a form under a title that is text
        (90, 90, 40, []),  # a seal
        (595, 842, 400, []),  # the ground of a page of text
    ],
)
def test_a_picture_among_text_is_told_where_it_may_show_a_form(pdf, width, height, letters, told):
    """西安 draws charts of its amounts; they are in no sentence and no form."""
    chart = pdf.stream(b"\xff", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8")
    page = pdf.Sheet().raw(f"q {width} 0 0 {height} 0 0 cm /Chart Do Q")
    for row in range(letters // 40):
        page.text(50, 60 + 20 * row, "支出预算" * 10)
    document = read(pdf.build(page, objects={900: chart}, resources="/XObject << /Chart 900 0 R >>"))
    assert [problem.code for problem in document.problems] == told
