"""The fast reader of content shows exactly what pdfminer.six's interpreter shows, or leaves the page to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage

from difftool.model.bounds import Bounds
from difftool.read.pdf import read_pdf
from difftool.read.pdf.bounds import Budget
from difftool.read.pdf.content import read_content
from difftool.read.pdf.document import open_document
from difftool.read.pdf.fonts import Fonts
from difftool.read.pdf.ink import page_matrix
from difftool.read.pdf.reader import visible_box
from difftool.read.pdf.runs import Printed
from difftool.read.pdf.stock import read_with_stock
from difftool.read.pdf.tokens import UnknownConstruct

ROOT = Path(__file__).parents[3]
REAL = ROOT.parent / "shared" / "real"
DOCUMENTS = [*sorted((ROOT / "corpus").glob("*.pdf")), *sorted(REAL.glob("*.pdf"))]
PAGES = 3  # of a real document, spread over it; all of them take two minutes
NEAR = 0.01  # points
GENEROUS = Bounds(seconds=600, unpacked=10**10)

ENVELOPE = [
    "q",
    "Q",
    "0.5 w",
    "1 0 0 RG",
    "0.9 g",
    "1 g",
    "0 0 0 0 k",
    "/Sep cs",
    "/Sep cs 1 scn",
    "/Sep cs 0 scn",
    "[3 2] 0 d",
    "/G0 gs",
]
PATHS = [
    "50 60 m 250 60 l S",
    "50 60 m 50 260 l h S",
    "40 40 200 0.5 re f",
    "40 40 200 90 re W n",
    "40 40 200 90 re W* n 60 60 100 2 re f",
    "40 40 m 200 40 l 200 42 l 40 42 l h f",
    "40 40 m 60 80 90 80 120 40 c S",
    "40 40 m 100 40 l 100 100 l h 40 100 l s",
    "10 10 300 20 re 10 40 300 20 re B",
    "2 0 0 2 5 5 cm",
    "0 1 -1 0 300 0 cm",
    "q 100 0 0 1 50 50 cm /Image Do Q",
    "/Form Do",
]
TEXTS = [
    "BT /Song 10 Tf 50 700 Td <4E00822C> Tj ET",
    "BT /Song 10 Tf 1 0 0 1 50 600 Tm [<4E00> -200 <822C> -900 <516C>] TJ ET",
    "BT /Helvetica 9 Tf 0 1 -1 0 50 600 Tm (up\\(1\\) and \\101 (nested)) Tj ET",
    "BT /Helvetica 9 Tf 12 TL 3 Tc 5 Tw 50 500 Td (a b) Tj T* (c d) ' 1 2 (e f) \" ET",
    "BT /Song 200 Tf 0.05 0 0 -0.05 50 400 Tm <4E00> Tj 200 0 TD <822C> Tj 200 -0 TD <516C> Tj 900 0 Td <5171> Tj T* <9884> Tj ET",
    "BT /Upright 10 Tf 300 700 Td <54088BA1> Tj ET",
    "BT /Drawn 10 Tf 300 600 Td 80 Tz 2 Ts (12) Tj ET",
    "BT 3 Tr /Gbk 10 Tf 300 500 Td <D2BB> Tj 0 Tr ET",
    "/P <</MCID 0>> BDC /Span /MC0 BDC EMC EMC % a comment\n",
    "/P <</Lang (x\\(\\)y) /MCID 0 /ActualText <FEFF4E00>>> BDC /Artifact <</Attached [/Top]>> BDC EMC EMC",
    "/RelativeColorimetric ri [] 0 d [1 2.5] .5 d",
    "BI /W 2 /H 2 /BPC 8 /CS /G ID \x01EI\x02 \nEI ",
]


def shown(data: bytes, most: int | None = None):
    """What both readers show of each page, flat, or of at most so many pages spread over the document."""
    budget = Budget(GENEROUS)
    document = open_document(data, budget)
    fonts, manager = Fonts(), PDFResourceManager()
    pages = list(PDFPage.create_pages(document))
    step = -(-len(pages) // (most or len(pages)))
    for page in pages[step // 2 :: step]:
        matrix, width, height = page_matrix(visible_box(page), page.rotate)
        fast, stock = Printed(width, height), Printed(width, height)
        read_content(page, fast, matrix, fonts, budget)
        read_with_stock(page, stock, matrix, budget, manager)
        yield fast, stock


def same(fast: Printed, stock: Printed) -> None:
    glyphs = [
        [
            (text, run.direction, run.visible, start, end, run.baseline, run.size, *run.clip)
            for run in printed.runs
            for text, start, end in zip(run.texts, run.edges, run.ends, strict=True)
        ]
        for printed in (fast, stock)
    ]
    assert [glyph[:3] for glyph in glyphs[0]] == [glyph[:3] for glyph in glyphs[1]]
    for one, other in zip(*glyphs, strict=True):
        assert one[3:] == pytest.approx(other[3:], abs=NEAR)
    for kind in ("horizontal", "vertical", "areas"):
        ours, theirs = getattr(fast, kind), getattr(stock, kind)
        assert len(ours) == len(theirs), kind
        for one, other in zip(ours, theirs, strict=True):
            assert one == pytest.approx(other, abs=NEAR)
    assert fast.pictures == stock.pictures
    assert len(fast.covers) == len(stock.covers)


def page(pdf, *operators):
    resources = (
        "/XObject << /Image 901 0 R /Form 902 0 R >> /ExtGState << /G0 << /CA 1 >> >> "
        "/ColorSpace << /Sep [/Separation /Spot /DeviceGray 903 0 R] >>"
    )
    form = b"q 1 g 60 60 20 1 re f 0 g 60 80 20 1 re f Q BT /Song 10 Tf 60 90 Td <516C> Tj ET 2 0 0 2 0 0 cm"
    objects = {
        901: pdf.stream(b"\x00", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"),
        902: pdf.stream(form, "/Type /XObject /Subtype /Form /BBox [0 0 100 85] /Matrix [1 0 0 1 10 10]"),
    }
    sheet = pdf.Sheet()
    for operator in operators:
        sheet.raw(operator)
    return pdf.build(sheet, objects=objects, resources=resources)


@settings(deadline=None)  # the first page loads the tables of predefined codes
@given(st.data())
def test_any_mixture_of_operators_shows_the_same(pdf, data):
    operators = data.draw(st.lists(st.sampled_from(ENVELOPE + PATHS + TEXTS), max_size=25))
    for fast, stock in shown(page(pdf, *operators)):
        same(fast, stock)


@pytest.mark.parametrize("operators", [*PATHS, *TEXTS])
def test_each_operator_is_known_to_the_fast_reader(pdf, operators):
    for fast, stock in shown(page(pdf, operators)):
        same(fast, stock)


def test_operations_split_over_content_streams_go_on(pdf):
    data = page(pdf, "BT /Song 10 Tf 50 700 Td <4E00822C> Tj ET")
    parts = {910: pdf.stream(b"BT /Song 10 Tf 50"), 911: pdf.stream(b"600 Td <516C> Tj ET")}
    data = pdf.build(pdf.Sheet(entries="/Contents [910 0 R 911 0 R]"), objects=parts).replace(b"/Contents 11 0 R", b"")
    ((fast, stock),) = shown(data)
    same(fast, stock)
    assert [run.texts for run in fast.runs] == [["公"]]


@pytest.mark.parametrize(
    "unknown",
    ["1 2 xyz", "(a string without end", "<< /A", "{ 1 }", "BT /Nowhere 10 Tf ET", "12Tf"],
)
def test_what_the_fast_reader_does_not_know_is_left_to_the_other(pdf, unknown):
    line = "BT /Song 10 Tf 50 700 Td <4E00822C> Tj ET"
    data = page(pdf, line, unknown)
    with pytest.raises((UnknownConstruct, ValueError)):
        list(shown(data))
    document = read_pdf(Path("page.pdf"), data)
    assert document.pages[0].blocks[0].text == "一般"
    assert document.problems == ()


@pytest.mark.skipif(not DOCUMENTS, reason="neither a corpus nor the folder of real documents is here")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_both_readers_show_the_same_of_every_document(path):
    data = path.read_bytes()
    for fast, stock in shown(data, PAGES if path.parent == REAL else None):
        same(fast, stock)
