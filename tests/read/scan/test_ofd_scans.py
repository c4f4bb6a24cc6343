"""Scanned pages in an OFD file: pictures laid on the page are recognised as scanned pages of a PDF are."""

from __future__ import annotations

import pytest

from difftool.model.document import Grid
from difftool.model.problem import NothingRecognised
from difftool.pipeline import extract
from difftool.read import read_document
from tests.read.formats import extracted
from tests.read.scan.scans import cv2, np, rendered, scanned
from tests.read.scan.test_scans import DOCUMENT, FORM, rows
from tests.read.test_ofd import FILLED, LINES, made, page, xml

WIDTH, HEIGHT = 210, 297  # millimetres
LISTED = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"


def resources(name: str = "page.jpg") -> str:
    media = f'<ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>{name}</ofd:MediaFile></ofd:MultiMedia>'
    listed = f"<ofd:MultiMedias>{media}</ofd:MultiMedias>"
    return xml("Res", listed).replace("<ofd:Res ", '<ofd:Res BaseLoc="Res" ')


def ofd(picture: bytes, placed: str) -> bytes:
    parts = {"Doc_0/DocumentRes.xml": resources(), "Doc_0/Res/page.jpg": picture}
    return made(f'<ofd:ImageObject ResourceID="5" {placed}/>', parts, common=LISTED)


def jpeg(picture) -> bytes:
    return cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 80])[1].tobytes()


@pytest.fixture(scope="module")
def scan() -> bytes:
    """The page of a form as from a scanner."""
    return jpeg(scanned(rendered(DOCUMENT, FORM, 150), 0.4))


@pytest.mark.parametrize(
    "placed",
    [
        f'Boundary="0 0 {WIDTH} {HEIGHT}"',
        f'Boundary="0 0 {WIDTH} {HEIGHT}" CTM="{WIDTH} 0 0 {HEIGHT} 0 0"',
    ],
)
def test_a_scanned_page_says_what_was_printed(placed, scan, tmp_path):
    path = tmp_path / "scan.pdf"  # the name says nothing
    path.write_bytes(ofd(scan, placed))
    found = extract(path, tmp_path)
    assert found.source.format == "ofd"
    flagged = {problem.where for problem in found.problems if problem.code == "unproved-amount"}
    expected = rows(extracted(DOCUMENT).facts, FORM)
    assert not rows(fact for fact in found.facts if fact.where not in flagged) - expected
    assert (rows(found.facts) & expected).total() >= 0.97 * expected.total()
    assert all(fact.recognised for fact in found.facts)


def test_a_page_with_text_beside_a_scanned_one_is_not_recognised(scan, tmp_path):
    second = f'<ofd:ImageObject ResourceID="5" Boundary="0 0 {WIDTH} {HEIGHT}"/>'
    pages = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in (0, 1))
    parts = {
        "Doc_0/DocumentRes.xml": resources(),
        "Doc_0/Res/page.jpg": scan,
        "Doc_0/Document.xml": xml(
            "Document", f"<ofd:CommonData>{LISTED}</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages>"
        ),
        "Doc_0/Pages/Page_1/Content.xml": page(second),
    }
    path = tmp_path / "mixed.ofd"
    path.write_bytes(made(LINES + FILLED, parts))
    document = read_document(path)
    assert [read.recognised for read in document.pages] == [False, True]
    assert all(any(isinstance(block, Grid) for block in read.blocks) for read in document.pages)
    assert {reading.place.page for reading in document.readings} == {2}


def test_a_file_whose_only_picture_cannot_be_decoded_is_refused(tmp_path):
    path = tmp_path / "broken.ofd"
    path.write_bytes(ofd(b"no picture", f'Boundary="0 0 {WIDTH} {HEIGHT}"'))
    with pytest.raises(NothingRecognised):
        read_document(path)


def test_a_picture_is_turned_and_moved_as_its_matrix_says():
    from difftool.read.ofd_pictures import laid

    arrow = np.full((10, 20, 3), 255, np.uint8)
    arrow[:, :10] = 0
    page_of = laid(arrow, (20.0, 0.0, 0.0, 10.0, 5.0, 30.0), 2.0, (100, 120))
    dark = np.argwhere(page_of[:, :, 0] < 128)
    assert dark.min(axis=0) == pytest.approx([60, 10], abs=1)
    assert dark.max(axis=0) == pytest.approx([79, 29], abs=1)
    turned = laid(arrow, (0.0, 20.0, -10.0, 0.0, 40.0, 10.0), 2.0, (100, 120))
    dark = np.argwhere(turned[:, :, 0] < 128)
    assert dark.min(axis=0) == pytest.approx([20, 60], abs=1)
    assert dark.max(axis=0) == pytest.approx([39, 79], abs=1)
