"""Workbooks: told by their content, amounts as printed, hidden parts told, within bounds."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.forms import read_forms
from difftool.model.document import Grid, Paragraph
from difftool.model.place import SheetPlace
from difftool.model.problem import DamagedFile, DifftoolError, EncryptedFile, NothingInIt, TooLarge, UnsafeFile
from difftool.pipeline import compare_extracted, extract
from difftool.read import read_document
from tests.read.formats import REAL, assert_no_differences, assert_same_as_elsewhere, documents, extracted
from tests.read.packages import packed, repacked

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Style 1 is "0.00" with borders, style 2 a text cell with borders.
STYLES = f"""<styleSheet {NAMESPACE}><borders><border/><border><left style="thin"/></border></borders>
<cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="2" borderId="1"/><xf numFmtId="0" borderId="1"/></cellXfs></styleSheet>"""


def workbook(*sheets: str, states: tuple[str, ...] = ()) -> dict[str, str]:
    """The parts of a workbook with these sheets (the XML inside each worksheet)."""
    told = "".join(
        f'<sheet name="表{at}" sheetId="{at}" r:id="r{at}" state="{states[at - 1] if states else "visible"}"/>'
        for at in range(1, len(sheets) + 1)
    )
    links = "".join(
        f'<Relationship Id="r{at}" Type="{KINDS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    parts = {
        "_rels/.rels": f'<Relationships {RELATIONS}><Relationship Id="r" Type="{KINDS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {NAMESPACE} xmlns:r="{KINDS}"><sheets>{told}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships {RELATIONS}>{links}<Relationship Id="s" Type="{KINDS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
    }
    for at, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{at}.xml"] = f"<worksheet {NAMESPACE}>{sheet}</worksheet>"
    return parts


def words(name: str, text: str, style: int = 0) -> str:
    return f'<c r="{name}" t="inlineStr" s="{style}"><is><t>{text}</t></is></c>'


def number(name: str, value: str, style: int = 1) -> str:
    return f'<c r="{name}" s="{style}"><v>{value}</v></c>'


def read(tmp_path: Path, parts: dict[str, str | bytes]):
    path = tmp_path / "made.xlsx"
    path.write_bytes(packed(parts))
    return read_document(path)


@pytest.mark.parametrize("document", documents(".xlsx"), ids=lambda path: path.name)
def test_a_workbook_says_what_the_same_document_says_elsewhere(document):
    assert_same_as_elsewhere(document)


@pytest.mark.parametrize("document", documents(".xlsx"), ids=lambda path: path.name)
def test_a_workbook_does_not_differ_from_itself_or_from_a_copy_under_another_name(document, tmp_path):
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(document.read_bytes())
    again = extract(copy)
    assert again.source.format == "xlsx"
    assert_no_differences(extracted(document), again)


def test_a_changed_figure_is_the_only_difference(tmp_path):
    document = next(path for path in documents(".xlsx") if path.name.startswith("qiwu-2023"))

    def change(name: str, part: bytes) -> bytes:
        return part.replace(b"<v>138700</v>", b"<v>138701</v>") if name.endswith("sheet8.xml") else part

    changed = tmp_path / "changed.xlsx"
    changed.write_bytes(repacked(document, change))
    differing = [c for c in compare_extracted(extracted(document), extract(changed)).changes if c.delta]
    assert [str(change.delta) for change in differing] == ["1"]
    assert isinstance(differing[0].new.where, SheetPlace)


@pytest.mark.parametrize(
    ("over", "titles"),
    [
        ("公开03表", ["支出决算表"]),
        ("部门：某县水务局", ["支出决算表"]),
        ("政府性基金预算财政拨款收入支出决算表", ["政府性基金预算财政拨款收入支出决算表"]),
    ],
)
def test_a_sheet_without_a_title_bears_its_name_for_one(over, titles, tmp_path):
    # Number, body and unit may stand over the form, and the title nowhere but on the sheet's tab.
    sheet = (
        f"<sheetData><row>{words('A1', over)}{words('B1', '单位：万元')}</row>"
        f"<row>{words('A3', '科目名称', 2)}{words('B3', '本年支出', 2)}</row>"
        f"<row>{words('A4', '农林水支出', 2)}{number('B4', '7')}</row></sheetData>"
    )
    parts = workbook(sheet)
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace('name="表1"', 'name="支出决算表"')
    assert [table.title for table in read_forms(read(tmp_path, parts)).tables] == titles


def test_several_forms_on_one_sheet_keep_their_titles_and_cells(tmp_path):
    rows = (
        f'<row r="1">{words("A1", "部门收入总表")}{words("C1", "单位：万元")}</row>'
        f'<row r="2">{words("A2", "科目", 2)}{words("B2", "合计", 2)}</row>'
        f'<row r="3">{words("A3", "合计", 2)}{number("B3", "717.9400000000001")}</row>'
        f'<row r="6">{words("A6", "部门支出总表")}</row>'
        f'<row r="7">{words("A7", "科目", 2)}{words("B7", "合计", 2)}</row>'
        f'<row r="8">{words("A8", "合计", 2)}{number("B8", "50.4")}</row>'
    )
    (page,) = read(tmp_path, workbook(f"<sheetData>{rows}</sheetData>")).pages
    assert [type(block) for block in page.blocks] == [Paragraph, Paragraph, Grid, Paragraph, Grid]
    first, second = (block for block in page.blocks if isinstance(block, Grid))
    assert (first.at(1, 1).text, second.at(1, 1).text) == ("717.94", "50.40")
    assert second.at(1, 1).place == SheetPlace("表1", "B8")


def test_without_borders_blank_rows_part_the_forms(tmp_path):
    rows = (
        f'<row r="1">{words("A1", "部门收入总表")}</row>'
        f'<row r="2">{words("A2", "科目")}{words("B2", "合计")}</row>'
        f'<row r="3">{words("A3", "其中：")}</row>'
        f'<row r="4">{words("A4", "行政运行")}{number("B4", "1", 0)}</row>'
        f'<row r="6">{words("A6", "科目")}{words("B6", "合计")}</row>'
    )
    (page,) = read(tmp_path, workbook(f"<sheetData>{rows}</sheetData>")).pages
    assert [getattr(block, "rows", 0) for block in page.blocks] == [0, 3, 1]


def test_a_chapter_in_one_cell_is_read_as_its_paragraphs(tmp_path):
    told = words("A1", "某市某局\n2024年度部门预算\n\n一、收入预算\n2024年收入预算1.00万元。")
    (page,) = read(tmp_path, workbook(f'<sheetData><row r="1">{told}</row></sheetData>')).pages
    assert [block.text for block in page.blocks] == [
        "某市某局2024年度部门预算",
        "一、收入预算",
        "2024年收入预算1.00万元。",
    ]


def test_merged_cells_hidden_rows_columns_and_sheets(tmp_path):
    rows = (
        f'<row r="1">{words("A1", "科目", 2)}{words("B1", "支出", 2)}<c r="C1" s="2"/><c r="D1" s="2"/></row>'
        f'<row r="2"><c r="A2" s="2"/>{words("B2", "基本", 2)}{words("C2", "旧", 2)}{words("D2", "项目", 2)}</row>'
        f'<row r="3" hidden="1">{words("A3", "隐藏", 2)}{number("B3", "9")}</row>'
        f'<row r="4">{words("A4", "合计", 2)}{number("B4", "1")}{number("C4", "2")}{number("D4", "3")}</row>'
    )
    sheet = (
        f'<cols><col min="3" max="3" hidden="1"/></cols><sheetData>{rows}</sheetData>'
        '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:D1"/></mergeCells>'
    )
    hidden = f'<sheetData><row r="1">{words("A1", "旧数")}</row></sheetData>'
    document = read(tmp_path, workbook(sheet, hidden, states=("visible", "hidden")))
    (page,) = document.pages
    grid = next(block for block in page.blocks if isinstance(block, Grid))
    assert (grid.rows, grid.columns) == (3, 3)
    assert grid.at(0, 2) is grid.at(0, 1)
    assert grid.at(1, 0) is grid.at(0, 0)
    assert [cell.text for cell in grid.row_cells(2)] == ["合计", "1.00", "3.00"]
    assert grid.at(2, 2).place.cell == "D4"
    assert [problem.code for problem in document.problems] == ["hidden-rows", "hidden-columns", "hidden-sheet"]


def test_a_formula_gives_its_stored_value_and_is_told_where_it_has_none(tmp_path):
    rows = (
        f'<row r="1">{words("A1", "合计", 2)}<c r="B1" s="1"><f>1+1</f><v>2</v></c></row>'
        f'<row r="2">{words("A2", "小计", 2)}<c r="B2" s="1"><f>1+1</f></c></row>'
        f'<row r="3">{words("A3", "其他", 2)}<c r="B3" s="1" t="e"><v>#REF!</v></c></row>'
    )
    document = read(tmp_path, workbook(f"<sheetData>{rows}</sheetData>"))
    grid = next(block for block in document.pages[0].blocks if isinstance(block, Grid))
    assert [grid.at(row, 1).text for row in range(3)] == ["2.00", "", "#REF!"]
    assert [(problem.code, problem.where.cell) for problem in document.problems] == [
        ("no-stored-value", "B2"),
        ("error-value", "B3"),
    ]


FAR = f'<sheetData><row r="1">{words("A1", "甲", 2)}</row>' + "".join(
    f'<row r="{row}">{words(f"XFD{row}", "乙", 2)}</row>' for row in range(2, 40)
)
HOSTILE = {
    "far": (workbook(f"{FAR}</sheetData>"), TooLarge),
    "blank": (workbook("<sheetData/>"), NothingInIt),
    "entities": (
        workbook("<sheetData/>") | {"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>'},
        UnsafeFile,
    ),
    "hidden-entities": (
        workbook("<sheetData/>")
        | {
            "xl/workbook.xml": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(
                "utf-16"
            )
        },
        UnsafeFile,
    ),
    "outside": (workbook("<sheetData/>") | {"../../evil.xml": "x"}, UnsafeFile),
    "absolute": (workbook("<sheetData/>") | {"/etc/evil.xml": "x"}, UnsafeFile),
    "bomb": (workbook("<sheetData/>") | {"xl/styles.xml": b"<a>" + b" " * 110_000_000}, TooLarge),
    "many": (workbook("<sheetData/>") | {f"{at}.xml": "" for at in range(5_001)}, TooLarge),
    "cut-part": (workbook("<sheetData><row r='1'>"), DamagedFile),
}


@pytest.mark.parametrize(("parts", "error"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_and_empty_workbooks_are_refused(tmp_path, parts, error):
    with pytest.raises(error):
        read(tmp_path, parts)


def test_two_parts_of_one_name_and_a_locked_part_are_refused(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made, pytest.warns(UserWarning):
        for name, part in [*workbook("<sheetData/>").items(), ("xl/workbook.xml", "<other/>")]:
            made.writestr(name, part)
    twice = tmp_path / "twice.xlsx"
    twice.write_bytes(out.getvalue())
    with pytest.raises(UnsafeFile):
        read_document(twice)
    locked = bytearray(packed(workbook("<sheetData/>")))
    at = locked.find(b"PK\x01\x02")
    while at >= 0:
        locked[at + 8] |= 1
        at = locked.find(b"PK\x01\x02", at + 1)
    twice.write_bytes(bytes(locked))
    with pytest.raises(EncryptedFile):
        read_document(twice)


@settings(deadline=None)
@given(st.integers(0, 9_000), st.binary(min_size=1, max_size=20))
def test_a_broken_workbook_is_read_or_refused(tmp_path_factory, at, noise):
    data = documents(".xlsx")[0].read_bytes()
    path = tmp_path_factory.mktemp("broken") / "broken.xlsx"
    path.write_bytes(data[:at] + noise + data[at + len(noise) :])
    try:
        read_document(path)
    except DifftoolError:
        return


@pytest.mark.skipif(not REAL.exists(), reason="no folder of real documents beside the project")
def test_real_workbooks_read_without_a_problem():
    for path in [*REAL.glob("*.xlsx"), *REAL.glob("other/*.xlsx")]:
        document = read_document(path)
        assert not document.problems
        assert sum(isinstance(block, Grid) for _, block in document.blocks()) >= 8
