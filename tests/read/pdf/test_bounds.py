"""Hostile files end at a bound with a problem, in little time; what was read before is kept."""

from __future__ import annotations

import time
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from difftool.model.bounds import Bounds
from difftool.model.document import Document
from difftool.model.problem import DifftoolError
from difftool.read.pdf import read_pdf
from difftool.read.pdf.bounds import Budget, TooMuch
from difftool.read.pdf.streams import inflate
from difftool.read.pdf.unicode_map import unicode_map

SECONDS = 20.0  # of the processor; what has no bound takes minutes
SMALL = Bounds(seconds=60, stream_bytes=2_000_000, unpacked=4_000_000, operators=50_000, glyphs=20_000, rulings=5_000)


def outcome(data: bytes, bounds: Bounds | None = None) -> Document | DifftoolError:
    """The document or the declared error, in bounded time."""
    start = time.process_time()
    try:
        return read_pdf(Path("hostile.pdf"), data, bounds or Bounds())
    except DifftoolError as error:
        return error
    finally:
        assert time.process_time() - start < SECONDS


def codes(data: bytes, bounds: Bounds | None = None) -> list[str]:
    found = outcome(data, bounds)
    return [problem.code for problem in found.problems] if isinstance(found, Document) else [found.code]


def beside(pdf, *sheets, **more):
    """A page that can be read before the hostile ones."""
    return pdf.build(pdf.Sheet().text(60, 60, "部门预算"), *sheets, **more)


def test_twice_compressed_spaces(pdf):
    spaces = zlib.compress(zlib.compress(b" " * 200_000_000, 9), 9)
    content = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\nendstream" % (len(spaces), spaces)
    hostile = pdf.Sheet(entries="/Contents 900 0 R")
    data = beside(pdf, hostile, objects={900: content}).replace(b"/Contents 13 0 R", b"")
    assert len(data) < 10_000
    document = outcome(data)
    assert isinstance(document, Document)
    assert [problem.code for problem in document.problems] == ["too-many-bytes"]
    assert document.pages[0].blocks[0].text == "部门预算"


@pytest.mark.parametrize(
    "content",
    [
        b"0 0 m 9 9 l S " * 100_000,
        b"0 0 m " + b"9 9 l " * 2_000_000 + b"S",
        b"0 0 1 1 re f " * 100_000,
        b"q " * 1_000_000,
        b"1 0 0 1 0 0 cm " * 200_000,
        b"BT /Song 9 Tf <" + b"4E00" * 400_000 + b"> Tj ET",
        b"BT /Song 9 Tf " + b"<4E00> Tj " * 100_000,
        b"BT /Song 9 Tf 0 0 Td <4E00> Tj " + b"9 0 Td <4E00> Tj " * 100_000,
        b"[" * 200_000,
        b"(" * 200_000,
        b"<<" * 200_000,
        b" " * 1_900_000,
        b"/A BMC " * 200_000,
        b"BI " + b"/A 1 " * 200_000,
        b"BI /W 1 ID " + b" EI\x00" * 400_000,
    ],
    ids=lambda content: content[:24].decode("latin-1"),
)
def test_contents_without_end(pdf, content):
    found = outcome(beside(pdf, pdf.Sheet().raw(content)), SMALL)
    assert isinstance(found, Document)
    assert found.pages[0].blocks[0].text == "部门预算"


def test_a_bound_that_is_reached_is_told_with_its_page(pdf):
    document = outcome(beside(pdf, pdf.Sheet().raw(b"0 0 m 90 0 l S " * 100_000)), SMALL)
    assert isinstance(document, Document)
    assert [(problem.code, problem.where.page) for problem in document.problems] == [("too-many-operators", 2)]


def test_forms_that_draw_themselves(pdf):
    forms = {
        900: pdf.stream(b"/Self Do", "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Self 900 0 R >> >>"),
    }
    data = beside(pdf, pdf.Sheet().raw("/Self Do"), objects=forms, resources="/XObject << /Self 900 0 R >>")
    assert codes(data) == []


def test_forms_that_multiply(pdf):
    forms = {
        900 + level: pdf.stream(
            b"/Next Do " * 10,
            f"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Next {901 + level} 0 R >> >>",
        )
        for level in range(12)
    }
    forms[912] = pdf.stream(b"0 0 m 9 9 l S", "/Subtype /Form /BBox [0 0 9 9]")
    data = beside(pdf, pdf.Sheet().raw("/Next Do"), objects=forms, resources="/XObject << /Next 900 0 R >>")
    assert codes(data, SMALL) == ["too-many-operators"]


def test_a_page_tree_that_goes_round(pdf):
    data = pdf.build(pdf.Sheet().text(60, 60, "部门预算"), objects={900: b"<< /Type /Pages /Kids [2 0 R 900 0 R] >>"})
    round_and_round = data.replace(b"/Kids [10 0 R ]", b"/Kids [900 0 R] ")
    outcome(round_and_round)


def test_a_page_tree_too_deep(pdf):
    levels = {
        900 + level: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (901 + level if level < 3000 else 10)
        for level in range(3001)
    }
    data = pdf.build(pdf.Sheet(), objects={**levels, 2: b"<< /Type /Pages /Kids [900 0 R] /Count 1 >>"})
    assert isinstance(outcome(data), DifftoolError)


def test_more_pages_than_a_document_has(pdf):
    sheets = [pdf.Sheet().text(60, 60, "甲") for _ in range(5)]
    document = outcome(pdf.build(*sheets), Bounds(pages=3))
    assert isinstance(document, Document)
    assert len(document.pages) == 3
    assert [problem.code for problem in document.problems] == ["too-many-pages"]


def test_fonts_with_endless_ranges(pdf):
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 901 0 R /DescendantFonts "
        b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /W [0 2000000000 500] "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>] >>"
    )
    table = pdf.stream(b"1 beginbfrange <00000000> <FFFFFFFF> <4E00> endbfrange 1 beginbfchar <0001> <4E00> endbfchar")
    page = pdf.Sheet().raw("BT /Endless 10 Tf 60 700 Td <0001> Tj ET")
    data = beside(pdf, page, objects={900: font, 901: table})
    document = outcome(data.replace(b"/Font << /Song", b"/Font << /Endless 900 0 R /Song"))
    assert isinstance(document, Document)
    assert document.pages[1].blocks[0].text == "一"


def test_the_clock_stops_the_reading(pdf):
    sheets = [pdf.Sheet().text(60, 60, "甲") for _ in range(3)]
    assert codes(pdf.build(*sheets), Bounds(seconds=-1)) == ["took-too-long"]


@given(st.binary(max_size=4000), st.integers(0, 100))
def test_inflating_keeps_what_comes_before_a_cut(data, lost):
    packed = zlib.compress(data)
    assert data.startswith(inflate(packed[: len(packed) - lost], 10_000))
    assert inflate(packed, 10_000) == data


@given(st.integers(1001, 100_000))
def test_inflating_stops_at_the_limit(length):
    with pytest.raises(TooMuch):
        inflate(zlib.compress(b"a" * length), 1000)


def test_bytes_are_counted_over_streams():
    budget = Budget(Bounds(unpacked=10))
    budget.spend(6)
    with pytest.raises(TooMuch):
        budget.spend(6)


def test_a_table_of_characters():
    table = (
        b"2 beginbfchar <01> <6C11> <02> <D842DFB7> endbfchar "
        b"2 beginbfrange <10> <12> <4E00> <20> <21> [<0041> <00420043>] endbfrange"
    )
    assert unicode_map(table) == {
        1: "民", 2: "𠮷", 16: "一", 17: "丁", 18: "丂", 32: "A", 33: "BC",
    }  # fmt: skip


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damage_anywhere_ends_in_a_document_or_a_declared_error(pdf, data):
    page = pdf.Sheet().lattice([50.0, 150.0, 250.0], [100.0, 120.0]).text(60, 114, "事业运行").text(160, 114, "938.91")
    whole = bytearray(pdf.build(page, page))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(whole) - 1))
        kind = data.draw(st.sampled_from(["flip", "cut", "repeat", "insert"]))
        if kind == "flip":
            whole[start] ^= 1 << data.draw(st.integers(0, 7))
        elif kind == "cut":
            del whole[start : start + data.draw(st.integers(1, 200))]
        elif kind == "repeat":
            whole[start:start] = whole[start : start + data.draw(st.integers(1, 200))]
        else:
            whole[start:start] = data.draw(st.binary(min_size=1, max_size=20))
    outcome(bytes(whole), SMALL)
