"""The copy for reviewers: every finding is marked where it is printed, on turned pages too."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader
from pypdf.generic import NameObject, NumberObject

import difftool
from difftool.checks import check_disclosure
from difftool.model.place import PagePlace
from difftool.model.problem import CannotAnnotate
from difftool.report import annotated_pdf
from difftool.report.annotated import in_page_space

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def test_every_figure_of_every_finding_is_marked_with_its_message():
    disclosure = difftool.extract(CORPUS / "yunxiu-2024-contradictions.pdf")
    fails = [check for check in check_disclosure(disclosure) if check.status == "fail"]
    pages = PdfReader(io.BytesIO(annotated_pdf(disclosure, fails))).pages
    marked = {
        (number, annotation.get_object()["/Contents"])
        for number, page in enumerate(pages, start=1)
        for annotation in page.get("/Annots", [])
    }
    assert marked == {(place.page, f"{check.message} [{check.rule}]") for check in fails for place in check.cells}
    assert len({page for page, _ in marked}) >= 4


def test_a_document_without_findings_is_the_same_document():
    source = CORPUS / "zhuzhou-2024-budget.pdf"
    copy = PdfReader(io.BytesIO(annotated_pdf(difftool.extract(source), ())))
    assert [page.extract_text() for page in copy.pages] == [page.extract_text() for page in PdfReader(source).pages]


def test_only_a_pdf_can_be_annotated():
    with pytest.raises(CannotAnnotate):
        annotated_pdf(difftool.extract(CORPUS / "yunxiu-2024-contradictions.txt"), ())


@given(st.sampled_from([0, 90, 180, 270]), st.floats(0, 300), st.floats(0, 300), st.floats(1, 100), st.floats(1, 100))
def test_a_box_keeps_its_size_and_stays_on_the_page_however_it_is_turned(turn, x, y, width, height):
    page = PageObject.create_blank_page(width=500, height=800)
    page[NameObject("/Rotate")] = NumberObject(turn)
    corners = in_page_space(page, PagePlace(1, (x, y, x + width, y + height)))
    (x0, x1), (y0, y1) = ((min(edges), max(edges)) for edges in (corners[::2], corners[1::2]))
    across, down = (width, height) if turn in (0, 180) else (height, width)
    (left, upper), (right, other) = corners[:2], corners[2:4]  # the upper edge as it is seen
    assert abs(right - left) + abs(other - upper) == pytest.approx(width)
    assert (x1 - x0, y1 - y0) == (pytest.approx(across), pytest.approx(down))
    assert x0 >= 0
    assert x1 <= 500
    assert y0 >= 0
    assert y1 <= 800
