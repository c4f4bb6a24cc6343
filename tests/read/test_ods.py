"""OpenDocument spreadsheets made from the corpus's .xlsx: the same facts, repeated cells, hidden parts told."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.model.document import Grid
from difftool.model.problem import DamagedFile, DifftoolError, EncryptedFile, NothingInIt, TooLarge, UnsafeFile
from difftool.pipeline import extract
from difftool.read import read_document
from tests.read.formats import assert_no_differences, documents, extracted, facts
from tests.read.packages import packed
from tests.read.workbooks import MIMETYPE, converted, spreadsheet


def cell(text: str, more: str = "") -> str:
    return f'<table:table-cell table:style-name="r" {more}><text:p>{escape(text)}</text:p></table:table-cell>'


def table(*rows: str, more: str = "") -> str:
    told = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="表" {more}>{told}</table:table>'


def read(tmp_path: Path, data: bytes):
    path = tmp_path / "made.ods"
    path.write_bytes(data)
    return read_document(path)


@pytest.mark.parametrize("document", documents(".xlsx"), ids=lambda path: path.name)
def test_a_spreadsheet_says_what_the_workbook_says_under_any_name(document, tmp_path):
    path = tmp_path / "sheet.txt"
    path.write_bytes(converted(document))
    found = extract(path)
    assert found.source.format == "ods"
    assert facts(found) == facts(extracted(document))
    assert [fact.where for fact in found.facts] == [fact.where for fact in extracted(document).facts]
    assert_no_differences(found, extracted(document))


def test_repeated_cells_and_rows_count_and_notes_are_not_read(tmp_path):
    wide = '<table:table-cell table:number-columns-repeated="2"/>'
    noted = cell("合计").replace("<text:p>", "<office:annotation><text:p>旧</text:p></office:annotation><text:p>", 1)
    rest = '<table:table-cell table:style-name="r" table:number-columns-repeated="16000"/>'
    tables = table(wide + cell("科目") + cell("金额"), wide + noted + cell("1.00") + rest).replace(
        "</table:table>",
        f'<table:table-row table:number-rows-repeated="1048000">{rest}</table:table-row></table:table>',
    )
    (page,) = read(tmp_path, spreadsheet(tables)).pages
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    assert [each.text for each in grid.cells] == ["科目", "金额", "合计", "1.00"]
    assert grid.at(1, 1).place.cell == "D2"


def test_hidden_rows_columns_and_sheets_are_told(tmp_path):
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    hidden_row = '<table:table-row table:visibility="filter">'
    first = table(
        cell("科目") + cell("旧") + cell("金额"),
        cell("隐") + cell("8") + cell("9"),
        cell("合计") + cell("7") + cell("1"),
    )
    first = first.replace("<table:table-row>", f"{columns}<table:table-row>", 1)
    head, second, third = first.split("<table:table-row>")[1:]
    first = first.split("<table:table-row>")[0] + f"<table:table-row>{head}{hidden_row}{second}<table:table-row>{third}"
    document = read(tmp_path, spreadsheet(first + table(cell("旧"), more='table:style-name="h"')))
    grid = next(block for block in document.pages[0].blocks if isinstance(block, Grid))
    assert [each.text for each in grid.cells] == ["科目", "金额", "合计", "1"]
    assert [problem.code for problem in document.problems] == ["hidden-rows", "hidden-columns", "hidden-sheet"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (spreadsheet(table()), NothingInIt),
        (spreadsheet(table(cell("甲", 'table:number-columns-repeated="16000"')) * 30), TooLarge),
        (
            spreadsheet(table(cell("甲")).replace("table-row>", 'table-row table:number-rows-repeated="1000000">', 1)),
            TooLarge,
        ),
        (packed({"mimetype": MIMETYPE}), DamagedFile),
        (packed({"mimetype": MIMETYPE, "content.xml": "<a/>"}), DamagedFile),
        (packed({"mimetype": MIMETYPE, "content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), UnsafeFile),
        (spreadsheet(table(cell("甲")), **{"META-INF/manifest.xml": "<a><encryption-data/></a>"}), EncryptedFile),
    ],
    ids=["blank", "wide", "long", "missing", "other", "entities", "locked"],
)
def test_hostile_empty_and_locked_spreadsheets_are_refused(tmp_path, data, error):
    with pytest.raises(error):
        read(tmp_path, data)


@settings(deadline=None)
@given(st.integers(0, 900), st.binary(min_size=1, max_size=20))
def test_a_broken_spreadsheet_is_read_or_refused(tmp_path_factory, at, noise):
    data = spreadsheet(table(cell("科目") + cell("金额"), cell("合计") + cell("1.00")))
    path = tmp_path_factory.mktemp("broken") / "broken.ods"
    path.write_bytes(data[:at] + noise + data[at + len(noise) :])
    try:
        read_document(path)
    except DifftoolError:
        return
