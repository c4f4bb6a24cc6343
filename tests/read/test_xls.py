"""Old workbooks (.xls) made from the corpus's .xlsx: the same facts, amounts as printed, errors declared."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.model.document import Grid
from difftool.model.place import SheetPlace
from difftool.model.problem import DamagedFile, DifftoolError
from difftool.pipeline import extract
from difftool.read import read_document
from difftool.read.sheet_layout import cell_name
from tests.read.formats import REAL, assert_no_differences, documents, extracted, facts
from tests.read.workbooks import old_workbook


@pytest.fixture(scope="module")
def small() -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    ruled = "borders: left 1, right 1, top 1, bottom 1"
    sheet.write(0, 0, "部门收入总表")
    for row, (name, amount) in enumerate(
        [("科目", "合计"), ("行政运行", 717.9400000000001), ("隐藏", 1.0), ("合计", 50.4)], 1
    ):
        sheet.write(row, 0, name, xlwt.easyxf(ruled))
        sheet.write(row, 1, amount, xlwt.easyxf(ruled, num_format_str="#,##0.00"))
    sheet.row(3).hidden = True
    hidden = book.add_sheet("旧")
    hidden.write(0, 0, "旧数")
    hidden.visibility = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("document", documents(".xlsx"), ids=lambda path: path.name)
def test_an_old_workbook_says_what_the_new_one_says_under_any_name(document, tmp_path):
    path = tmp_path / "old.html"
    path.write_bytes(old_workbook(document))
    old = extract(path)
    assert old.source.format == "xls"
    assert facts(old) == facts(extracted(document))
    assert [fact.where for fact in old.facts] == [fact.where for fact in extracted(document).facts]
    assert_no_differences(old, extracted(document))


def test_amounts_are_printed_by_their_formats_and_what_is_hidden_is_told(small, tmp_path):
    path = tmp_path / "small.xls"
    path.write_bytes(small)
    document = read_document(path)
    (page,) = document.pages
    grid = next(block for block in page.blocks if isinstance(block, Grid))
    assert [grid.at(row, 1).text for row in range(grid.rows)] == ["合计", "717.94", "50.40"]
    assert grid.at(2, 1).place == SheetPlace("表", cell_name(4, 1))
    assert [problem.code for problem in document.problems] == ["hidden-rows", "hidden-sheet"]


def test_a_cut_workbook_is_damaged(small, tmp_path):
    path = tmp_path / "cut.xls"
    path.write_bytes(small[:-2000])
    with pytest.raises(DamagedFile):
        read_document(path)


@settings(deadline=None)
@given(st.integers(0, 5_600), st.binary(min_size=1, max_size=20))
def test_a_broken_workbook_is_read_or_refused(small, tmp_path_factory, at, noise):
    path = tmp_path_factory.mktemp("broken") / "broken.xls"
    path.write_bytes(small[:at] + noise + small[at + len(noise) :])
    try:
        read_document(path)
    except DifftoolError:
        return


@pytest.mark.skipif(not REAL.exists(), reason="no folder of real documents beside the project")
def test_real_old_workbooks_read_without_a_problem():
    for path in [*REAL.glob("*.xls"), *REAL.glob("other/*.xls")]:
        document = read_document(path)
        assert not document.problems
        assert sum(isinstance(block, Grid) for _, block in document.blocks()) >= 8
