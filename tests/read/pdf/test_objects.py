"""Objects of a file are read to exactly the values that pdfminer.six reads, or left to its parser."""

from __future__ import annotations

import contextlib
import time
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import PSKeyword, PSLiteral

from difftool.model.bounds import Bounds
from difftool.read.pdf.bounds import Budget
from difftool.read.pdf.document import BoundedDocument, open_document
from difftool.read.pdf.objects import ObjectReader, UnknownObject

ROOT = Path(__file__).parents[3]
REAL = ROOT.parent / "shared" / "real"
DOCUMENTS = [*sorted((ROOT / "corpus").glob("*.pdf")), *sorted(REAL.glob("*.pdf"))]
OBJECTS_COMPARED = 600  # of a real document, spread over it; some have ten thousand
GENEROUS = Bounds(seconds=600, unpacked=10**10)

SPACES = st.sampled_from(["", " ", "\n", "\r\n", " \t ", "% a comment ) >> ]\n"])
NAMES = st.sampled_from(["/A", "/Type", "/ABCDEF+SimSun", "/#CB#CE#CC#E5", "/\u5b8b\u4f53", "/", "/A;B.C", "/D#e9j"])
NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12).map(str),
    st.decimals(-(10**6), 10**6, places=3).map(str),
    st.sampled_from(["+5", "-.5", "4.", "00012", "-0", "0.0"]),
)
LITERALS = st.lists(
    st.sampled_from(["a", "\u516c", "\\)", "\\(", "(in)", "\\n", "\\053", "\\7", "\\\r\n", "\\\\", "\r", ">>", "%"])
).map(lambda parts: "(" + "".join(parts) + ")")
HEXADECIMALS = st.binary(max_size=6).map(lambda shown: f"<{shown.hex()}>")
PLAIN = st.one_of(NAMES, NUMBERS, LITERALS, HEXADECIMALS, st.sampled_from(["true", "false", "null", "7 0 R"]))


def written(members: Any) -> Any:
    arrays = st.lists(members, max_size=5)
    dictionaries = st.lists(st.tuples(NAMES, members), max_size=4, unique_by=lambda pair: pair[0])
    return st.one_of(
        st.tuples(arrays, SPACES).map(lambda pair: "[" + (" " + pair[1]).join(pair[0]) + "]"),
        st.tuples(dictionaries, SPACES).map(
            lambda pair: "<<" + pair[1].join(f"{key} {value} " for key, value in pair[0]) + pair[1] + ">>"
        ),
    )


OBJECTS = st.recursive(PLAIN, written, max_leaves=12)
# Whatever letters, brackets and words may follow one another, well formed or not.
SOUP = st.lists(
    st.sampled_from(
        [
            *(
                "0",
                "1",
                "23",
                "-4",
                "+.5",
                ".",
                "-",
                "(",
                ")",
                "\\",
                "<",
                ">",
                "<<",
                ">>",
                "[",
                "]",
                "/",
                "%",
                "{",
                "}",
            ),
            *("R", "n", "obj", "true", "null", "endobj", "endstream", "stream", "5R", "1 0 R", "(a)", "/A", "/B", "A#"),
            *("A#4", " ", "\n", "\x00", "\x0b", "\\8", "\\777", "<4E0>", "<4E 00>", "/", "\x7f"),
        ]
    ),
    max_size=14,
).map("".join)


def plain(value: Any) -> Any:
    """A value in a shape that tells apart what is equal in Python only: 1, 1.0 and True."""
    if type(value) is dict:
        return {key: each for key, each in zip(value, map(plain, value.values()), strict=True) if each is not None}
    if type(value) is list:
        return [plain(each) for each in value]
    if isinstance(value, PDFObjRef):
        return "reference", value.objid
    if isinstance(value, PDFStream):
        return "stream", plain(value.attrs), value.objid, value.get_data() if value.rawdata is None else value.rawdata
    if isinstance(value, PSLiteral):
        return "name", value.name
    # pdfminer.six leaves the word where null stands in an object stream.
    if isinstance(value, PSKeyword):
        return None if value.name == b"null" else ("keyword", value.name)
    return None if value is None else (type(value).__name__, value)


def outcome(document: PDFDocument, number: int) -> Any:
    """An object, without following it where it is nothing but a reference, or the kind of error that it gives."""
    try:
        return plain(PDFDocument.getobj(document, number))
    except Exception as error:
        return type(error)


def stock(data: bytes) -> PDFDocument:
    return PDFDocument(PDFParser(BytesIO(data)))


def read_by_ourselves(document: BoundedDocument, number: int) -> Any:
    for table in document.xrefs:
        try:
            _, place, _ = table.get_pos(number)
        except KeyError:
            continue
        return plain(document.object_at(place, number))
    raise UnknownObject


def packed(pdf, *objects: str) -> bytes:
    """A PDF whose objects 901 and up lie in the object stream 900."""
    bodies = [each.encode() for each in objects]
    heads, place = [], 0
    for number, body in enumerate(bodies, start=901):
        heads.append(b"%d %d" % (number, place))
        place += len(body) + 1
    head = b" ".join(heads) + b"\n"
    content = head + b"\n".join(bodies) + b"\n"
    entries = f"/Type /ObjStm /N {len(bodies)} /First {len(head)}"
    data = pdf.build(pdf.Sheet(), objects={900: pdf.stream(content, entries)})
    # A table of places in a stream, laid over the one in text.
    places: dict[int, tuple[int, int, int]] = {
        number: (2, 900, index) for index, number in enumerate(range(901, 901 + len(bodies)))
    }
    table = b"".join(b"%c%s%c" % (kind, b.to_bytes(4, "big"), c) for kind, b, c in places.values())
    # With the predictor that programs use for it: each row as the difference from the one above.
    rows = [table[start : start + 6] for start in range(0, len(table), 6)]
    table = b"".join(
        b"\x02" + bytes((one - other) % 256 for one, other in zip(row, above, strict=True))
        for row, above in zip(rows, [bytes(6), *rows], strict=False)
    )
    shown = zlib.compress(table)
    start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    dictionary = (
        f"<< /Type /XRef /Size {901 + len(bodies)} /Index [901 {len(bodies)}] /W [1 4 1] /Root 1 0 R /Prev {start} "
        f"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 6 >> /Length {len(shown)} >>"
    ).encode()
    end = len(data)
    data += b"2000 0 obj\n" + dictionary + b"\nstream\n" + shown + b"\nendstream\nendobj\n"
    return data + b"startxref\n%d\n%%%%EOF\n" % end


@settings(deadline=None)
@given(written_object=OBJECTS, space=SPACES)
def test_every_object_is_read_as_pdfminer_reads_it(pdf, written_object, space):
    data = pdf.build(pdf.Sheet(), objects={900: (space + written_object + space).encode()})
    assert read_by_ourselves(open_document(data, Budget(GENEROUS)), 900) == outcome(stock(data), 900)


@settings(deadline=None)
@given(objects=st.lists(OBJECTS, min_size=1, max_size=4))
def test_every_object_of_an_object_stream_is_read_as_pdfminer_reads_it(pdf, objects):
    # A reference is no object there, and a number by itself is one only for the parser that goes by the order.
    objects = [each for each in objects if not each.endswith(" R")] or ["<< >>"]
    data = packed(pdf, *objects)
    ours, theirs = open_document(data, Budget(GENEROUS)), stock(data)
    for number in range(901, 901 + len(objects)):
        assert outcome(ours, number) == outcome(theirs, number)


@settings(deadline=None, max_examples=400)
@given(soup=SOUP)
def test_what_is_read_of_damaged_objects_is_what_pdfminer_reads(pdf, soup):
    data = pdf.build(pdf.Sheet(), objects={900: soup.encode(), 901: b"<< >>"})
    document = open_document(data, Budget(GENEROUS))
    try:
        ours = read_by_ourselves(document, 900)
    except UnknownObject:
        ours = outcome(document, 900)
    assert ours == outcome(stock(data), 900)


@pytest.mark.parametrize(
    "unusual",
    ["(((deep)))", "<4E0>", "(\\8)", "[" * 60 + "]" * 60, "{ 1 }", "/A\x00B", "1.2.3", "[1 R]", "<< /A >>", "5R"],
)
def test_what_is_not_plainly_written_is_left_to_the_other_parser(pdf, unusual):
    data = pdf.build(pdf.Sheet(), objects={900: unusual.encode()})
    document = open_document(data, Budget(GENEROUS))
    with pytest.raises(UnknownObject):
        read_by_ourselves(document, 900)
    assert outcome(document, 900) == outcome(stock(data), 900)


@pytest.mark.skipif(not DOCUMENTS, reason="neither a corpus nor the folder of real documents is here")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_objects_of_every_document_are_read_by_ourselves_and_alike(path):
    data = path.read_bytes()
    ours, theirs = open_document(data, Budget(GENEROUS)), stock(data)
    numbers = {number for table in theirs.xrefs for number in table.get_objids()}
    assert {number for table in ours.xrefs for number in table.get_objids()} == numbers
    compared = sorted(numbers)
    if path.parent == REAL:
        compared = compared[:: -(-len(compared) // OBJECTS_COMPARED)]
    for number in compared:
        assert outcome(ours, number) == outcome(theirs, number), number
    # None of it was left to the other parser.
    assert ours._parsed_objs == {}
    for number in compared:
        for table in ours.xrefs:
            with contextlib.suppress(KeyError):
                holder, place, _ = table.get_pos(number)
                if holder is None:
                    ours.object_at(place, number)
                break


@pytest.mark.parametrize(
    "table",
    [
        "xref\n0 1\n0000000000 65535 f \n900 1\n{place:010d} 00000 n \n",  # the common one
        "xref\n0 1\n0000000000 65535 f\n900 1\n{place:010d} 00000 n\n",  # lines of 19 bytes
        "xref \n900 1 \n{place:010d} 00000 n\r\n",
        "xref\n900 1\n{place:010d} 00000 n \n900 1\n0000000007 00000 f \n",  # freed by a later line
        "xref\n900 2\n{place:010d} 00000 n \n",  # fewer lines than it says
    ],
)
def test_tables_of_places_are_read_as_pdfminer_reads_them(table):
    body = b"%PDF-1.4\n"
    place = len(body)
    body += b"900 0 obj\n<< /Type /Catalog /A 7 >>\nendobj\n"
    start = len(body)
    body += table.format(place=place).encode()
    body += b"trailer << /Root 900 0 R >>\n%% a comment\nstartxref\n%d\n%%%%EOF\n" % start
    assert outcome(open_document(body, Budget(GENEROUS)), 900) == outcome(stock(body), 900)


def test_tables_of_places_in_a_circle_are_read_once(pdf):
    data = pdf.build(pdf.Sheet())
    start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    data = pdf.build(pdf.Sheet(), trailer=f"/Prev {start}")
    assert len(open_document(data, Budget(GENEROUS)).xrefs) == 1


@pytest.mark.parametrize(
    "hostile",
    [
        b"[" * 200_000,
        b"<</A" * 200_000,
        b"[" + b"1 " * 500_000 + b"0 R" + b" 1" * 500_000,
        b"[" + b"1 2 3 R " * 200_000,
        b"(" + b"\\" * 1_000_001,
        b"(" * 300_000 + b")" * 300_000,
        b"(" + b"(a" * 300_000,
        b"<" + b"4E " * 500_000,
        b"/A" + b"#4" * 500_000,
        b"%" * 500_000 + b"\n%" * 500_000,
        b"[" + b"- " * 500_000 + b"]",
        b"9" * 500_000,
        b"<< " + b"/A" * 500_001 + b" >>",
    ],
    ids=lambda hostile: hostile[:9].decode(),
)
def test_hostile_objects_are_read_or_given_up_at_once(hostile):
    start = time.process_time()
    with contextlib.suppress(UnknownObject):
        ObjectReader(None).value(hostile, 0)
    # A way that goes over the text again at each item takes minutes; a slow machine takes two seconds of processor time.
    assert time.process_time() - start < 10
