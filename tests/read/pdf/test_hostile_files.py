"""Files made to hang or to burst a reader, given to the command line: an answer with a code, soon and in little memory."""

from __future__ import annotations

import json
import re
import zlib

import pytest

from difftool.model import bounds
from difftool.model.problem import DifftoolError
from tests.bench.processes import difftool, run

SECONDS = 20.0  # of the processor, of which a usual machine takes three; what has no bound takes minutes
TIMEOUT = 120.0
MEMORY = 300_000_000  # bytes
SENTENCE = "青岚市档案局2024年支出预算938.91万元，比上年增加12.30万元。"


def read(pdf, *hostile, **more):
    """A file whose first page can be read."""
    return pdf.build(pdf.Sheet().text(60, 60, SENTENCE), *hostile, **more)


def own_contents(pdf, content, **more):
    """A file whose second page's content is the object `content`."""
    data = read(pdf, pdf.Sheet(entries="/Contents 900 0 R"), objects={900: content, **more})
    return data.replace(b"/Contents 13 0 R", b"                ")


def packed(block, times):
    """A block of 2^20 bytes so many times, packed: the packing of one block is the packing of each."""
    packer = zlib.compressobj(9)
    head = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = 1
    for _ in range(times):
        checksum = zlib.adler32(block, checksum)
    return head + piece * (times - 1) + b"\x03\x00" + checksum.to_bytes(4)


SPACES = b" " * 2**20


def packed_twice(pdf):
    spaces = zlib.compress(packed(SPACES, 1900), 9)
    data = own_contents(pdf, b"<< /Filter [/Fl /Fl] /Length %d >>\nstream\n%s\nendstream" % (len(spaces), spaces))
    assert len(data) < 10_000
    return data


def packed_three_times(pdf):
    spaces = zlib.compress(zlib.compress(packed(SPACES, 1900), 9), 9)
    return own_contents(pdf, b"<< /Filter [/Fl /Fl /Fl] /Length %d >>\nstream\n%s\nendstream" % (len(spaces), spaces))


def packed_table_of_characters(pdf):
    spaces = packed(b"<0000> <" * 2**17, 500)
    table = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(spaces), spaces)
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 901 0 R /DescendantFonts "
        b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A >>] >>"
    )
    page = pdf.Sheet().raw("BT /Burst 10 Tf 60 700 Td <0001> Tj ET")
    data = read(pdf, page, objects={900: font, 901: table})
    return data.replace(b"/Font << /Song", b"/Font << /Burst 900 0 R /Song")


def path_operators(pdf):
    return read(pdf, pdf.Sheet().raw(b"1 2 m 3 4 l S\n" * 300_000))


def one_path_of_two_million_points(pdf):
    return read(pdf, pdf.Sheet().raw(b"0 0 m\n" + b"9 9 l\n" * 2_000_000 + b"S"))


def curves(pdf):
    return read(pdf, pdf.Sheet().raw(b"0 0 m " + b"1 1 2 2 3 3 c " * 2_000_000 + b"f"))


def open_arrays(pdf):
    return read(pdf, pdf.Sheet().raw(b"[" * 200_000 + b"]" * 200_000 + b" TJ"))


def arrays_among_the_objects(pdf):
    return read(pdf, pdf.Sheet(entries="/Annots 900 0 R"), objects={900: b"[" * 200_000 + b"]" * 200_000})


def dictionaries_in_the_resources(pdf):
    return read(pdf, pdf.Sheet().raw("/A Do"), resources="/XObject " + "<< /A " * 50_000 + ">> " * 50_000)


def round_page_tree(pdf):
    data = read(pdf, objects={900: b"<< /Type /Pages /Kids [10 0 R 2 0 R 900 0 R] /Count 1 >>"})
    return data.replace(b"/Kids [10 0 R ]", b"/Kids [900 0 R] ")


def deep_page_tree(pdf):
    levels = {
        900 + level: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (901 + level if level < 20_000 else 10)
        for level in range(20_001)
    }
    return read(pdf, objects={**levels, 2: b"<< /Type /Pages /Kids [900 0 R] /Count 1 >>"})


def multiplying_page_tree(pdf):
    """Each level holds the next one ten times: 10^12 pages in two kilobytes."""
    levels = {
        900 + level: b"<< /Type /Pages /Kids [" + b"%d 0 R " % (901 + level if level < 11 else 10) * 10 + b"] >>"
        for level in range(12)
    }
    return read(pdf, objects={**levels, 2: b"<< /Type /Pages /Kids [10 0 R 900 0 R] /Count 1 >>"})


def pages_that_inherit_from_each_other(pdf):
    data = read(pdf, pdf.Sheet(), objects={2: b"<< /Type /Pages /Parent 900 0 R /Kids [10 0 R 12 0 R] /Count 2 >>"})
    return data.replace(b"/MediaBox", b"/Mediabox")


def forms_in_a_circle(pdf):
    forms = {
        number: pdf.stream(
            b"/Next Do " * 50,
            f"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Next {other} 0 R >> >>",
        )
        for number, other in ((900, 901), (901, 902), (902, 900))
    }
    return read(pdf, pdf.Sheet().raw("/Next Do"), objects=forms, resources="/XObject << /Next 900 0 R >>")


def forms_that_multiply(pdf):
    forms = {
        900 + level: pdf.stream(
            b"/Next Do " * 20,
            f"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Next {901 + level} 0 R >> >>",
        )
        for level in range(20)
    }
    forms[920] = pdf.stream(b"0 0 m 9 9 l S", "/Subtype /Form /BBox [0 0 9 9]")
    return read(pdf, pdf.Sheet().raw("/Next Do"), objects=forms, resources="/XObject << /Next 900 0 R >>")


def length_too_long(pdf):
    return own_contents(pdf, b"<< /Length 999999999999 >>\nstream\nBT ET\nendstream")


def length_below_zero(pdf):
    return own_contents(pdf, b"<< /Length -5 >>\nstream\nBT ET\nendstream")


def length_in_a_circle(pdf):
    return own_contents(pdf, b"<< /Length 900 0 R >>\nstream\nBT ET\nendstream")


def reference_to_itself(pdf):
    return read(pdf, pdf.Sheet(entries="/Annots 900 0 R"), objects={900: b"900 0 R"}).replace(
        b"/MediaBox [0 0 595.0 842.0] /Rotate 0 /Annots", b"/MediaBox 900 0 R /Rotate 900 0 R /Annots"
    )


def previous_tables_in_a_circle(pdf):
    data = read(pdf, trailer="/Prev 0000000000")
    start = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    return data.replace(b"/Prev 0000000000", b"/Prev %010d" % start)


def previous_tables_without_end(pdf):
    """20,000 tables, each naming the one before."""
    data = bytearray(read(pdf))
    place = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    for _ in range(20_000):
        start = len(data)
        data += b"xref\n0 0\ntrailer << /Root 1 0 R /Size 9 /Prev %d >>\n" % place
        place = start
    return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % place


def table_of_a_billion_objects(pdf):
    data = read(pdf)
    return data.replace(b"xref\n1 1\n", b"xref\n1 999999999\n")


def stream_of_a_billion_objects(pdf):
    """A cross-reference stream that says it has a billion entries and packs zeros for them."""
    zeros = packed(b"\0" * 2**20, 500)
    table = b"<< /Type /XRef /W [1 4 2] /Index [0 1000000000] /Size 1000000000 /Root 1 0 R /Filter /FlateDecode "
    body = b"950 0 obj\n" + table + b"/Length %d >>\nstream\n" % len(zeros) + zeros + b"\nendstream\nendobj\n"
    data = read(pdf)
    head = data[: data.rindex(b"xref\n", 0, data.rindex(b"startxref"))]
    return head + body + b"startxref\n%d\n%%%%EOF\n" % len(head)


def huge_page(pdf):
    box = "1" + "0" * 300
    page = pdf.Sheet().lattice([50.0, 5e8], [100.0, 5e8]).text(60, 114, "甲", size=1e9)
    return read(pdf, page).replace(b"/MediaBox [0 0 595.0 842.0]", f"/MediaBox [-{box} -{box} {box} {box}]".encode(), 2)


def page_of_endless_numbers(pdf):
    return read(pdf, pdf.Sheet().raw(b"9" * 1_000_000 + b" 0 Td " + b"1e999 1e999 m nan inf l S"))


def lines_that_cross_everywhere(pdf):
    page = pdf.Sheet()
    for step in range(3_000):
        page.line(10, 10 + step / 4, 590, 10 + step / 4).line(10 + step / 6, 10, 10 + step / 6, 800)
    return read(pdf, page.text(60, 114, "甲"))


def glyphs_without_end(pdf):
    return read(pdf, pdf.Sheet().raw(b"BT /Song 9 Tf 60 700 Td " + b"<4E004E8C4E09> Tj 1 0 Td " * 300_000 + b"ET"))


def words_strewn_over_the_page(pdf):
    page = pdf.Sheet()
    for step in range(30_000):
        page.text(step * 7919 % 580, step * 104729 % 830, "甲", size=1)
    return read(pdf, page)


READ = {"facts", "no-forms"}  # of the sentence: the pages hold no form
TOO_MUCH_DRAWN = {bounds.OPERATORS, *READ}
TOO_MANY_BYTES = {bounds.BYTES, *READ}
UNREADABLE_PAGES = {"unreadable-pages", *READ}
HOSTILE = {
    packed_twice: TOO_MANY_BYTES,
    packed_three_times: TOO_MANY_BYTES,
    packed_table_of_characters: TOO_MANY_BYTES,
    path_operators: READ,
    one_path_of_two_million_points: TOO_MUCH_DRAWN,
    curves: TOO_MUCH_DRAWN,
    open_arrays: {"unreadable-page", *READ},
    arrays_among_the_objects: READ,
    dictionaries_in_the_resources: {"damaged-file"},
    round_page_tree: READ,
    deep_page_tree: {"damaged-file"},
    multiplying_page_tree: READ,
    pages_that_inherit_from_each_other: READ,
    forms_in_a_circle: READ,
    forms_that_multiply: TOO_MUCH_DRAWN,
    length_too_long: READ,
    length_below_zero: READ,
    length_in_a_circle: UNREADABLE_PAGES,
    reference_to_itself: UNREADABLE_PAGES,
    previous_tables_in_a_circle: READ,
    previous_tables_without_end: {"damaged-file"},
    table_of_a_billion_objects: READ,
    stream_of_a_billion_objects: {"damaged-file"},
    huge_page: READ,
    page_of_endless_numbers: TOO_MUCH_DRAWN,
    lines_that_cross_everywhere: READ,
    glyphs_without_end: TOO_MUCH_DRAWN,
    words_strewn_over_the_page: READ,
}


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.__name__)
def test_a_hostile_file_is_answered(hostile, pdf, tmp_path):
    path = tmp_path / "hostile.pdf"
    path.write_bytes(hostile(pdf))
    finished = run(difftool("extract", "--no-cache", path), timeout=TIMEOUT)
    assert "Traceback" not in finished.errors
    assert codes_of(finished, path) == HOSTILE[hostile]
    assert finished.processor < SECONDS
    assert finished.memory < MEMORY


def codes_of(finished, path):
    """What the answer says: the code of the error, or those of the problems and "facts"."""
    if finished.code == 2:
        (line,) = finished.errors.splitlines()
        fitting = [kind for kind in kinds(DifftoolError) if line.startswith(opening(kind, path))]
        return {max(fitting, key=lambda kind: len(opening(kind, path))).code}
    assert finished.code == 0, finished
    answer = json.loads(finished.output)
    return {problem["code"] for problem in answer["problems"]} | ({"facts"} if answer["facts"] else set())


def kinds(kind):
    return [each for own in kind.__subclasses__() for each in (own, *kinds(own))]


def opening(kind, path):
    """The words of an error up to its first detail."""
    return "difftool: " + re.split(r" \(|\{(?!path)", kind.template)[0].format(path=path)
