"""OFD files: objects with places and lines become the same grids as in a PDF; templates, matrices and blocks count."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.model.bounds import Bounds
from difftool.model.bounds import bounded as in_force
from difftool.model.document import Document, Grid, Paragraph
from difftool.model.place import PagePlace
from difftool.model.problem import (
    DamagedFile,
    DifftoolError,
    EncryptedFile,
    NoText,
    NothingRecognised,
    TooManyBytes,
    UnsafeFile,
)
from difftool.read import read_document
from difftool.read.ofd import read_ofd
from difftool.read.package import Package
from tests.read.packages import packed

NAMESPACE = "http://www.ofdspec.org/2016"
PAGE = "Doc_0/Pages/Page_0/Content.xml"


def xml(name: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:{name} xmlns:ofd="{NAMESPACE}">{inner}</ofd:{name}>'


def page(objects: str, before: str = "") -> str:
    layer = f'<ofd:Content><ofd:Layer ID="1">{objects}</ofd:Layer></ofd:Content>'
    return xml("Page", f"<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>{before}{layer}")


def made(objects: str, more: Mapping[str, str | bytes] | None = None, before: str = "", common: str = "") -> bytes:
    body = f'<ofd:CommonData>{common}</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>'
    parts = {
        "OFD.xml": xml("OFD", "<ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
        "Doc_0/Document.xml": xml("Document", body),
        PAGE: page(objects, before),
    }
    return packed({**parts, **(more or {})})


def text(words: str, x: float, y: float, size: float = 4, deltas: str = "", more: str = "") -> str:
    told = f' DeltaX="{deltas}"' if deltas else ""
    return (
        f'<ofd:TextObject Boundary="{x} {y - size} 60 5" Font="3" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}"{told}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return (
        f'<ofd:PathObject Boundary="{x0} {y0} {x1 - x0} {y1 - y0}">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )


LINES = "".join(
    [line(20, y, 120, y) for y in (20, 30, 40)] + [line(x, 20, x, 40) for x in (20, 70, 120)]
)  # a table of two rows and two columns


def read(tmp_path: Path, data: bytes) -> Document:
    path = tmp_path / "made.pdf"  # the name says nothing
    path.write_bytes(data)
    return read_document(path)


def cells(document: Document) -> list[str]:
    (grid,) = (block for _, block in document.blocks() if isinstance(block, Grid))
    return [cell.text for cell in grid.cells]


FILLED = text("科目", 25, 27) + text("合计", 75, 27) + text("行政运行", 25, 37) + text("1,234.56", 75, 37)


def test_lines_and_text_become_a_grid_with_its_places_in_points(tmp_path):
    document = read(tmp_path, made(LINES + FILLED))
    assert (document.source.format, document.source.pages) == ("ofd", 1)
    assert cells(document) == ["科目", "合计", "行政运行", "1,234.56"]
    (grid,) = (block for _, block in document.blocks() if isinstance(block, Grid))
    place = grid.at(1, 1).place
    assert isinstance(place, PagePlace)
    assert place.bbox == pytest.approx([each * 72 / 25.4 for each in (70, 30, 120, 40)])


def test_rectangles_ruled_and_filled_are_lines_and_white_ones_none(tmp_path):
    def box(x: float, y: float, width: float, height: float, paint: str, color: str = "0 0 0") -> str:
        return (
            f'<ofd:PathObject Boundary="{x} {y} {width} {height}" {paint}><ofd:FillColor Value="{color}"/>'
            f"<ofd:AbbreviatedData>M 0 0 L {width} 0 L {width} {height} L 0 {height} C</ofd:AbbreviatedData></ofd:PathObject>"
        )

    filled = 'Stroke="false" Fill="true"'
    thin = "".join(box(20, y, 100, 0.2, filled) for y in (20, 30, 40))
    thin += "".join(box(x, 20, 0.2, 20, filled) for x in (20, 70, 120))
    assert cells(read(tmp_path, made(thin + FILLED))) == ["科目", "合计", "行政运行", "1,234.56"]
    ruled = "".join(box(x, y, 50, 10, "") for x in (20, 70) for y in (20, 30))
    assert cells(read(tmp_path, made(ruled + FILLED))) == ["科目", "合计", "行政运行", "1,234.56"]
    white = thin.replace("0 0 0", "255 255 255")
    assert not [block for _, block in read(tmp_path, made(white + FILLED)).blocks() if isinstance(block, Grid)]


def test_one_text_over_two_cells_is_parted_at_its_wide_gap(tmp_path):
    words = text("行政运行12.50", 25, 37, deltas="4 4 4 38 g 4 2")
    document = read(tmp_path, made(LINES + text("科目", 25, 27) + text("合计", 75, 27) + words))
    assert cells(document) == ["科目", "合计", "行政运行", "12.50"]


def test_letters_set_apart_and_letters_without_distances_are_one_word(tmp_path):
    for deltas in ("g 3 4", "4 4 4", "g 3 6.5", ""):
        document = read(tmp_path, made(text("收支总表", 50, 50, deltas=deltas)))
        (paragraph,) = (block for _, block in document.blocks())
        assert isinstance(paragraph, Paragraph)
        assert paragraph.text == "收支总表"


def test_matrices_move_and_scale_what_they_hold(tmp_path):
    small = text("合计", 50, 50, size=1, more='CTM="4 0 0 4 0 0"')
    document = read(tmp_path, made(small))
    (paragraph,) = (block for _, block in document.blocks())
    assert paragraph.lines[0].size == pytest.approx(4 * 72 / 25.4)
    lines = LINES.replace("<ofd:PathObject ", '<ofd:PathObject CTM="1 0 0 1 0 100" ')
    (grid,) = (block for _, block in read(tmp_path, made(lines + text("甲", 25, 127) + text("乙", 75, 137))).blocks() if isinstance(block, Grid))  # fmt: skip
    assert grid.place.bbox[1] == pytest.approx(120 * 72 / 25.4)


def test_a_table_drawn_sideways_is_read_upright(tmp_path):
    lines = "".join([line(x, 20, x, 120) for x in (20, 30, 40)] + [line(20, y, 40, y) for y in (20, 70, 120)])

    def turned(words: str, x: float, y: float) -> str:
        return (
            f'<ofd:TextObject Boundary="{x} {y} 5 40" Font="3" Size="4" CTM="0 -1 1 0 0 0">'
            f'<ofd:TextCode X="0" Y="0" DeltaX="g {len(words)} 4">{words}</ofd:TextCode></ofd:TextObject>'
        )

    words = turned("科目", 27, 115) + turned("合计", 27, 60) + turned("行政运行", 37, 115) + turned("公共安全", 37, 60)
    assert cells(read(tmp_path, made(lines + words))) == ["科目", "合计", "行政运行", "公共安全"]


def test_templates_blocks_and_shared_drawings_are_part_of_the_page(tmp_path):
    template = '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/><ofd:PublicRes>Res.xml</ofd:PublicRes>'
    resource = xml(
        "Res",
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7" Width="10" Height="10"><ofd:Content>'
        f"{text('行政运行', 25, 37)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>",
    )
    objects = (
        f"<ofd:PageBlock><ofd:PageBlock>{text('科目', 25, 27)}</ofd:PageBlock>{text('合计', 75, 27)}</ofd:PageBlock>"
        '<ofd:CompositeObject ResourceID="7" Boundary="0 0 210 297"/>' + text("9.00", 75, 37)
    )
    more = {"Doc_0/Tpls/Tpl_0/Content.xml": page(LINES), "Doc_0/Res.xml": resource}
    document = read(tmp_path, made(objects, more, before='<ofd:Template TemplateID="9"/>', common=template))
    assert cells(document) == ["科目", "合计", "行政运行", "9.00"]
    assert not document.problems
    missing = read(tmp_path, made(LINES + FILLED, before='<ofd:Template TemplateID="9"/>'))
    assert [problem.code for problem in missing.problems] == ["unread-template"]


def test_what_is_not_shown_is_not_read_and_what_no_one_can_read_is_told(tmp_path):
    hidden = text("隐藏", 50, 60, more='Visible="false"')
    document = read(tmp_path, made(text("合计", 50, 50) + hidden + text("\ue123\ue124", 50, 80)))
    assert "隐藏" not in "".join(block.text for _, block in document.blocks() if isinstance(block, Paragraph))
    assert [problem.code for problem in document.problems] == ["unreadable-glyphs"]


def test_a_page_that_is_missing_is_told_and_the_rest_is_read(tmp_path):
    pages = '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/><ofd:Page ID="2" BaseLoc="gone.xml"/></ofd:Pages>'
    document = read(tmp_path, made(LINES + FILLED, {"Doc_0/Document.xml": xml("Document", pages)}))
    assert cells(document)
    assert [problem.code for problem in document.problems] == ["unreadable-page"]


PICTURE = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="5"/>'
DECLARED = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
REFUSED = {
    "a picture that is not in the file": (made(PICTURE), (NoText, NothingRecognised)),
    "no page": (made("", {"Doc_0/Document.xml": xml("Document", "<ofd:Pages/>")}), DamagedFile),
    "no document": (
        packed({"OFD.xml": xml("OFD", "<ofd:DocBody><ofd:DocRoot>gone.xml</ofd:DocRoot></ofd:DocBody>")}),
        DamagedFile,
    ),
    "encrypted": (made(FILLED, {"Encryptions.xml": "<a/>"}), EncryptedFile),
    "declarations": (made("", {PAGE: DECLARED + page(FILLED).partition("?>")[2]}), UnsafeFile),
    "a part outside": (made(FILLED, {"../a.xml": "<a/>"}), UnsafeFile),
    "cut off": (made(FILLED)[:300], DamagedFile),
}


@pytest.mark.parametrize(("data", "error"), REFUSED.values(), ids=REFUSED)
def test_scans_and_hostile_files_are_refused(tmp_path, data, error):
    with pytest.raises(error):
        read(tmp_path, data)


def bounded(tmp_path: Path, objects: str, bounds: Bounds) -> Document:
    path, data = tmp_path / "a.ofd", made(objects)
    return read_ofd(path, data, Package(path, data), bounds)


def test_bounds_are_those_of_a_pdf(tmp_path):
    for bounds in (Bounds(glyphs=12), Bounds(rulings=5), Bounds(operators=8)):
        document = bounded(tmp_path, text("合计", 25, 27) + LINES + FILLED, bounds)
        assert [problem.code for problem in document.problems] == ["too-many-operators"]
    deep = "<ofd:PageBlock>" * 40 + text("深", 25, 27) + "</ofd:PageBlock>" * 40
    document = bounded(tmp_path, text("合计", 25, 27) + deep, Bounds())
    assert [problem.code for problem in document.problems] == ["too-deep"]


def test_a_file_that_unpacks_to_very_much_is_refused(tmp_path):
    with in_force(Bounds(stream_bytes=100_000)), pytest.raises(TooManyBytes):
        read(tmp_path, made(FILLED + " " * 200_000))


def test_numbers_of_absurd_size_draw_nothing(tmp_path):
    absurd = (
        text("远", 1e30, 1e30) + text("大", 50, 50, size=1e30) + line(-1e30, 0, 1e30, 0) + text("多", 50, 50, deltas="g 999999999 1")
    )  # fmt: skip
    document = read(tmp_path, made(LINES + FILLED + absurd))
    assert cells(document) == ["科目", "合计", "行政运行", "1,234.56"]


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="MLQBACS0123456789.- g\t<>&'\"eE远", max_size=60))
def test_any_path_and_any_distances_are_read_or_refused(tmp_path_factory, noise):
    path = tmp_path_factory.mktemp("broken") / "a.ofd"
    clean = noise.replace("&", "").replace("<", "").replace('"', "")
    objects = f'<ofd:PathObject Boundary="{clean}" CTM="{clean}"><ofd:AbbreviatedData>{clean}</ofd:AbbreviatedData></ofd:PathObject>'
    path.write_bytes(made(FILLED + objects + text("合计", 25, 27, deltas=clean, more=f'HScale="{clean}"')))
    try:
        read_document(path)
    except DifftoolError:
        return


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 1_800), st.binary(min_size=1, max_size=20))
def test_a_broken_file_is_read_or_refused(tmp_path_factory, at, noise):
    data = made(LINES + FILLED)
    path = tmp_path_factory.mktemp("broken") / "a.ofd"
    path.write_bytes(data[:at] + noise + data[at + len(noise) :])
    try:
        read_document(path)
    except DifftoolError:
        return
