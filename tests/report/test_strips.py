import struct
import zlib
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from difftool.model.comparison import Comparison
from difftool.model.document import Source
from difftool.model.place import PagePlace
from difftool.report import comparison_html
from difftool.report.png import png_of_grey
from difftool.report.strips import strips_of

pypdfium2 = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")


def pixels(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and the palette index of every pixel, row by row."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    data, at, chunks = png[8:], 0, {}
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack(">I", data[at + 8 + size : at + 12 + size])[0] == zlib.crc32(kind + body)
        chunks[kind] = body
        at += 12 + size
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    stream, stride = zlib.decompress(chunks[b"IDAT"]), 1 + (width + 1) // 2
    rows = [stream[y * stride + 1 : (y + 1) * stride] for y in range(height)]
    return width, height, [bytes(half for byte in row for half in (byte >> 4, byte & 15))[:width] for row in rows]


@given(some.integers(1, 40), some.integers(1, 30), some.integers(0, 255))
def test_a_png_keeps_size_and_grey_and_frames_nothing_outside(width: int, height: int, grey: int) -> None:
    png = png_of_grey([bytes([grey]) * width] * height, width, height, (width + 5, 0, width + 9, height))
    assert pixels(png) == (width, height, [bytes([grey * 14 // 255]) * width] * height)


def test_the_frame_lies_around_the_cell() -> None:
    _, _, rows = pixels(png_of_grey([b"\xff" * 12] * 10, 12, 10, (3, 2, 9, 8), thickness=1))
    framed = {(x, y) for y, row in enumerate(rows) for x, index in enumerate(row) if index == 15}
    assert framed == {(x, y) for x in range(3, 9) for y in range(2, 8) if x in (3, 8) or y in (2, 7)}


CELL = PagePlace(1, (410.0, 290.0, 470.0, 304.0))


def test_a_strip_shows_the_printed_row_without_the_margins_of_the_page(pdf: Source) -> None:
    picture = strips_of({pdf: [CELL]})[pdf][CELL]
    assert picture.middle == 50
    width, height, rows = pixels(picture.png)
    assert (width, height) == (60 * 17 // 10 + 16, 28)
    middle = rows[height // 2]
    assert set(middle[:6]) == set(middle[-6:]) == {14}
    assert set(middle[10:-10]) == {0}
    assert 15 in middle


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_row_that_is_printed_sideways_is_shown_upright(pdf: Source, turn: int) -> None:
    sideways = replace(CELL, turn=turn)
    picture = strips_of({pdf: [sideways]})[pdf][sideways]
    width, height, rows = pixels(picture.png)
    wide, high = (60, 14) if turn == 2 else (14, 60)
    assert abs(width - 16 - wide * 1.7) <= 2
    assert abs(height - (high + 3) * 1.7) <= 2
    assert abs(picture.middle - 50) <= 2
    assert set(rows[height // 2][10:-10]) == {0}


def test_a_place_outside_the_document_has_no_strip(pdf: Source) -> None:
    assert strips_of({pdf: [replace(CELL, page=2)]}) == {pdf: {}}


def test_a_file_that_changed_or_went_has_no_strips(pdf: Source) -> None:
    gone = replace(pdf, path=pdf.path + ".old")
    Path(pdf.path).write_bytes(b"%PDF-1.4 other")
    assert strips_of({pdf: [CELL], gone: [CELL]}) == {}


def test_a_damaged_file_has_no_strips(pdf: Source) -> None:
    damaged = b"%PDF-1.4 nothing"
    Path(pdf.path).write_bytes(damaged)
    assert strips_of({replace(pdf, sha256=sha256(damaged).hexdigest()): [CELL]}) == {
        replace(pdf, sha256=sha256(damaged).hexdigest()): {}
    }


def test_the_report_shows_the_rows_of_moves_and_findings_or_of_all_changes(paged: Comparison) -> None:
    none, main, every = (comparison_html(paged, pictures=pictures) for pictures in ("none", "main", "all"))
    assert none.count("<img ") == 0
    assert main.count("<img ") == 7
    assert every.count("<img ") == 7 + sum(change.new is not None for change in paged.changes)
    assert 'alt="原件这一行的图：2024 年决算，事业运行 353.87" data-side="new" data-at="1:410,290,470,304"' in main
