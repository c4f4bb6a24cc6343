"""Scanned pages: the facts of the print, each marked as recognised; what nothing bears out is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from difftool.batch import extract_all
from difftool.model.document import Grid
from difftool.model.fact import NARRATIVE
from difftool.model.problem import NothingRecognised
from difftool.pipeline import extract
from difftool.read import read_document
from tests.read.formats import CORPUS, extracted
from tests.read.scan.scans import as_pdf, cv2, np, pypdfium2, rendered, scanned

DOCUMENT = CORPUS / "zhuzhou-2024-budget.pdf"
FORM = 8  # the page with the functional lines
KEY = ("statement", "item", "measure", "year", "phase", "amount")


def rows(facts, page: int = 0) -> Counter:
    chosen = [fact for fact in facts if fact.statement != NARRATIVE and page in (0, fact.where.page)]
    return Counter(tuple(str(getattr(fact, name)) for name in KEY) for fact in chosen)


@pytest.fixture(scope="module")
def scan(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("scan") / "scan.txt"  # the name says nothing
    path.write_bytes(as_pdf([scanned(rendered(DOCUMENT, FORM, 150), 0.8, sealed=True)], 150))
    return path


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("kept")


def test_a_sealed_noisy_page_that_lies_askew_says_what_was_printed(scan, kept):
    found = extract(scan, kept)
    assert found.source.format == "pdf"
    expected = rows(extracted(DOCUMENT).facts, FORM)
    flagged = {problem.where for problem in found.problems if problem.code == "unproved-amount"}
    unflagged = rows(fact for fact in found.facts if fact.where not in flagged)
    assert not unflagged - expected
    assert (rows(found.facts) & expected).total() >= 0.97 * expected.total()
    assert all(fact.recognised for fact in found.facts)
    assert "recognised-pages" in [problem.code for problem in found.problems]


def test_what_was_recognised_on_a_page_is_kept(scan, kept, monkeypatch):
    first = extract(scan, kept)
    monkeypatch.setattr("difftool.read.scan.page.recognise", lambda parts: pytest.fail("recognised twice"))
    assert extract(scan, kept) == first


def test_one_scanned_page_in_a_document_with_text_is_read(tmp_path):
    from pypdf import PdfReader, PdfWriter

    picture = tmp_path / "page.pdf"
    picture.write_bytes(as_pdf([rendered(DOCUMENT, FORM, 200)], 200))
    writer = PdfWriter()
    for number, page in enumerate(PdfReader(DOCUMENT).pages, 1):
        writer.add_page(PdfReader(picture).pages[0] if number == FORM else page)
    mixed = tmp_path / "mixed.pdf"
    writer.write(mixed)
    found = extract(mixed)
    assert rows(found.facts) == rows(extracted(DOCUMENT).facts)
    assert {fact.where.page for fact in found.facts if fact.recognised} == {FORM}


def test_a_scan_is_read_in_a_process_of_its_own(scan, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (found,) = extract_all([scan])
    assert found.facts
    assert list((tmp_path / "difftool" / "pages").glob("*.json"))


def test_a_picture_without_print_is_told(tmp_path):
    path = tmp_path / "blank.pdf"
    path.write_bytes(as_pdf([np.full((1754, 1240, 3), 255, np.uint8)], 150))
    with pytest.raises(NothingRecognised):
        read_document(path)


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_a_picture_file_is_a_page(suffix, tmp_path):
    path = tmp_path / f"page{suffix}"
    cv2.imwrite(str(path), rendered(DOCUMENT, FORM, 150))
    document = read_document(path)
    assert document.source.format == "picture"
    (grid,) = grids(document.pages[0])
    (printed,) = grids(read_document(DOCUMENT).pages[FORM - 1])
    assert [cell.text for cell in grid.cells] == [cell.text for cell in printed.cells]


def grids(page) -> list[Grid]:
    return [block for block in page.blocks if isinstance(block, Grid)]


def test_the_page_is_as_large_as_it_is_rendered():
    page = pypdfium2.PdfDocument(str(DOCUMENT))[FORM - 1]
    picture = rendered(DOCUMENT, FORM, 72)
    assert picture.shape[:2] == pytest.approx(page.get_size()[::-1], abs=1)
