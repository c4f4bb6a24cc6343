"""Scans with the text that another program recognised behind the picture: what is printed counts, not that text."""

from __future__ import annotations

from pathlib import Path

import pytest

from difftool.model.document import Grid
from difftool.pipeline import extract
from difftool.read import read_document
from tests.read.formats import extracted
from tests.read.pdf.conftest import Sheet, build
from tests.read.scan.scans import cv2, pypdfium2, rendered, scanned
from tests.read.scan.test_scans import DOCUMENT, FORM, rows

WRONG = "99.99"  # an amount that the text behind the picture has in place of the printed one


def layered(path: Path, *, visible: bool = False) -> str:
    """Write a scan of a form with text behind its picture in which one amount is wrong; that amount as printed."""
    width, height = pypdfium2.PdfDocument(str(DOCUMENT))[FORM - 1].get_size()
    picture = scanned(rendered(DOCUMENT, FORM, 150))
    data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 85])[1].tobytes()
    high, wide = picture.shape[:2]
    image = (
        (
            f"<< /Type /XObject /Subtype /Image /Width {wide} /Height {high} /BitsPerComponent 8 /ColorSpace /DeviceRGB "
            f"/Filter /DCTDecode /Length {len(data)} >>\nstream\n"
        ).encode()
        + data
        + b"\nendstream"
    )
    sheet = Sheet(width, height)
    paint = f"q {width} 0 0 {height} 0 0 cm /Scan Do Q"
    sheet.raw("0 Tr" if visible else f"{paint} 3 Tr")
    replaced = ""
    for _, block in read_document(DOCUMENT).blocks():
        places = (
            [(cell.text, cell.place) for cell in block.cells]
            if isinstance(block, Grid)
            else [(line.text, line.place) for line in block.lines]
        )
        for text, place in places:
            if place.page != FORM or not text:
                continue
            if not replaced and "." in text and isinstance(block, Grid):
                replaced, text = text, WRONG
            left = place.bbox[2] - 4 * len(text) - 3 if text[-1].isdigit() else place.bbox[0] + 2
            sheet.text(left, place.bbox[3] - 5, text, 8)
    if visible:
        sheet.raw(paint)
    path.write_bytes(build(sheet, objects={900: image}, resources="/XObject << /Scan 900 0 R >>"))
    return replaced


@pytest.mark.parametrize("visible", [False, True], ids=["invisible text", "text below the picture"])
def test_the_print_is_read_and_not_the_text_behind_it(visible, tmp_path):
    path = tmp_path / "layered.pdf"
    printed = layered(path, visible=visible)
    found = extract(path)
    assert all(fact.recognised for fact in found.facts)
    assert WRONG not in {fact.raw for fact in found.facts}
    assert printed in {fact.raw for fact in found.facts}
    flagged = {problem.where for problem in found.problems if problem.code == "unproved-amount"}
    assert not rows(fact for fact in found.facts if fact.where not in flagged) - rows(extracted(DOCUMENT).facts, FORM)
    readings = [reading for reading in read_document(path).readings if WRONG in reading.others]
    assert [reading.text for reading in readings] == [printed]


def test_without_recognition_the_text_behind_a_picture_is_read_and_flagged(tmp_path, monkeypatch):
    monkeypatch.setattr("difftool.read.pdf.scans.find_spec", lambda name: None)
    path = tmp_path / "layered.pdf"
    layered(path)
    found = extract(path)
    assert "unchecked-text" in [problem.code for problem in found.problems]
    assert found.facts
    assert all(fact.recognised for fact in found.facts)
    flagged = {problem.where for problem in found.problems if problem.code == "unproved-amount"}
    assert {fact.where for fact in found.facts if fact.raw == WRONG} <= flagged
