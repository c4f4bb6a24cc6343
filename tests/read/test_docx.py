"""Word documents: told by their content, merged and nested tables, what is hidden or deleted not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.model.document import Grid, Paragraph
from difftool.model.place import TablePlace
from difftool.model.problem import (
    DamagedFile,
    DifftoolError,
    EncryptedFile,
    NeedsLibreOffice,
    NothingInIt,
    TooLarge,
    UnknownFormat,
    UnsafeFile,
)
from difftool.pipeline import compare_extracted, extract
from difftool.read import read_document
from tests.read.formats import assert_no_differences, assert_same_as_elsewhere, documents, extracted
from tests.read.packages import packed, repacked

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def read(tmp_path: Path, body: str, **more: str | bytes):
    path = tmp_path / "made.docx"
    path.write_bytes(
        packed({"word/document.xml": f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>", **more})
    )
    return read_document(path)


@pytest.mark.parametrize("document", documents(".docx"), ids=lambda path: path.name)
def test_a_word_file_says_what_the_same_document_says_elsewhere(document):
    assert_same_as_elsewhere(document)


@pytest.mark.parametrize("document", documents(".docx"), ids=lambda path: path.name)
def test_a_word_file_does_not_differ_from_itself_or_from_a_copy_under_another_name(document, tmp_path):
    copy = tmp_path / "copy.xlsx"
    copy.write_bytes(document.read_bytes())
    again = extract(copy)
    assert again.source.format == "docx"
    assert_no_differences(extracted(document), again)


def drawing(wide: int, high: int) -> str:
    """A picture of so many points."""
    extent = f'<wp:extent cx="{wide * 12_700}" cy="{high * 12_700}"/>'
    return f'<w:p><w:r><w:drawing xmlns:wp="wp" xmlns:a="a">{extent}<a:blip/></w:drawing></w:r></w:p>'


def vml(style: str) -> str:
    return f'<w:p><w:r><w:pict xmlns:v="v"><v:shape style="{style}"><v:imagedata/></v:shape></w:pict></w:r></w:p>'


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (drawing(450, 600), 1),
        (drawing(450, 600) + vml("position:absolute;width:400pt;height:20cm"), 2),
        (drawing(120, 120), 0),  # a seal
        (vml("width:60pt;height:60pt"), 0),
        (f'<mc:Fallback xmlns:mc="mc">{drawing(450, 600)}</mc:Fallback>', 0),  # drawn a second time
        (drawing(450, 600).replace("<a:blip/>", ""), 0),  # a frame without a picture
    ],
)
def test_a_picture_as_large_as_a_form_is_told(body, count, tmp_path):
    problems = read(tmp_path, p("2024年部门预算") + body).problems
    assert [problem.code for problem in problems] == ["picture-not-read"] * bool(count)
    assert all(problem.message.startswith(f"{count} picture") for problem in problems)


def test_a_changed_figure_is_the_only_difference(tmp_path):
    document = next(path for path in documents(".docx") if path.name.startswith("qinglan-2023"))
    fact = next(fact for fact in extracted(document).facts if fact.statement == "three_public" and fact.amount)
    table_number, row, column = fact.where.table, fact.where.row, fact.where.column
    old = f">{fact.raw}<".encode()

    def change(name: str, part: bytes) -> bytes:
        if name != "word/document.xml":
            return part
        head, *tables = part.split(b"<w:tbl>")
        tables[table_number - 1] = tables[table_number - 1].replace(old, b">987.65<", 1)
        return b"<w:tbl>".join([head, *tables])

    changed = tmp_path / "changed.docx"
    changed.write_bytes(repacked(document, change))
    differing = [c for c in compare_extracted(extracted(document), extract(changed)).changes if c.delta]
    assert [change.new.raw for change in differing] == ["987.65"]
    assert differing[0].new.where == TablePlace(table_number, row, column)


def test_merged_cells_and_cells_left_out_before_a_row(tmp_path):
    (grid,) = (
        read(
            tmp_path,
            table(
                tc("科目", '<w:vMerge w:val="restart"/>') + tc("支出", '<w:gridSpan w:val="2"/>'),
                tc("", "<w:vMerge/>") + tc("基本") + tc("项目"),
                '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("1.00") + tc("2.00"),
            ),
        )
        .pages[0]
        .blocks
    )
    assert (grid.rows, grid.columns) == (3, 3)
    assert grid.at(1, 0) is grid.at(0, 0)
    assert grid.at(0, 2) is grid.at(0, 1)
    assert grid.at(2, 0) is None
    assert grid.at(2, 2).text == "2.00"
    assert grid.at(2, 2).place == TablePlace(1, 3, 3)


def test_a_table_that_sets_out_the_page_is_opened(tmp_path):
    inner = table(tc("项目") + tc("金额"), tc("合计") + tc("1.00"))
    body = table(f"<w:tc>{p('部门收支总表')}{inner}{p('')}</w:tc>") + p("说明")
    title, grid, note = read(tmp_path, body).pages[0].blocks
    assert (title.text, note.text) == ("部门收支总表", "说明")
    assert isinstance(grid, Grid)
    assert note.lines[0].place == TablePlace(0, 2, 1)


def test_what_was_deleted_moved_away_or_hidden_is_not_read_and_what_was_put_in_is(tmp_path):
    body = (
        "<w:p><w:r><w:t>收入</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>1.00</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>8</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:t>万元</w:t></w:r></w:p>"
    )
    (paragraph,) = read(tmp_path, body).pages[0].blocks
    assert paragraph.text == "收入1.00万元"


def test_tables_and_paragraphs_in_content_controls_are_read_in_order(tmp_path):
    body = p("甲") + f"<w:sdt><w:sdtContent>{p('乙')}{table(tc('1') + tc('2'))}</w:sdtContent></w:sdt>" + p("丙")
    kinds = [type(block) for block in read(tmp_path, body).pages[0].blocks]
    assert kinds == [Paragraph, Paragraph, Grid, Paragraph]


HOSTILE = {
    "blank": ("", {}, NothingInIt),
    "entities": ("", {"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, UnsafeFile),
    "no-body": ("", {"word/document.xml": "<a/>"}, DamagedFile),
    "deep": ("<w:tbl><w:tr><w:tc>" * 400, {}, DamagedFile),
    "outside": (p("x"), {"word/../../evil": "x"}, UnsafeFile),
    "wide": (table(*(tc("x") * 1000 for _ in range(420))), {}, TooLarge),
}


@pytest.mark.parametrize(("body", "more", "error"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_and_empty_files_are_refused(tmp_path, body, more, error):
    with pytest.raises(error):
        read(tmp_path, body, **more)


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (COMPOUND + "WordDocument".encode("utf-16-le") + bytes(9), NeedsLibreOffice, "soffice"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le") + bytes(9), EncryptedFile, "password"),
        (COMPOUND, DamagedFile, "old Office file"),
        (packed({"mimetype": "application/epub+zip"}), UnknownFormat, "archive"),
        (packed({"a.pdf": "x"})[:40], DamagedFile, "zip"),
    ],
    ids=["old word", "encrypted", "no stream", "other parts", "cut off"],
)
def test_other_office_files_and_archives_are_told_by_what_they_are(tmp_path, monkeypatch, data, error, says):
    monkeypatch.setenv("PATH", str(tmp_path))  # no LibreOffice, whatever the machine has
    path = tmp_path / "name.docx"
    path.write_bytes(data)
    with pytest.raises(error, match=says):
        read_document(path)


@settings(deadline=None)
@given(st.integers(0, 9_000), st.binary(min_size=1, max_size=20))
def test_a_broken_word_file_is_read_or_refused(tmp_path_factory, at, noise):
    data = documents(".docx")[0].read_bytes()
    path = tmp_path_factory.mktemp("broken") / "broken.docx"
    path.write_bytes(data[:at] + noise + data[at + len(noise) :])
    try:
        read_document(path)
    except DifftoolError:
        return
