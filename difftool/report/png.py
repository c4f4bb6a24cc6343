"""Small PNG pictures of print: fifteen greys and one colour, four bits a pixel, no imaging library needed."""

from __future__ import annotations

import struct
import zlib
from binascii import unhexlify
from collections.abc import Iterable

_GREYS = 15
_MARK = 15
_MARK_COLOUR = (10, 76, 154)
_TO_INDEX = bytes(grey * (_GREYS - 1) // 255 for grey in range(256))
_TO_DIGIT = b"0123456789abcdef".ljust(256)
_PALETTE = b"".join(bytes([round(255 * step / (_GREYS - 1))] * 3) for step in range(_GREYS)) + bytes(_MARK_COLOUR)

Box = tuple[int, int, int, int]


def png_of_grey(rows: Iterable[bytes], width: int, height: int, mark: Box, thickness: int = 2) -> bytes:
    """A PNG file of `height` rows of one grey byte a pixel, with a coloured frame around `mark` (left, top, right,
    bottom in pixels)."""
    indexed = [bytearray(row[:width].translate(_TO_INDEX)) for row in rows]
    _frame(indexed, width, height, mark, thickness)
    packed = b"".join(b"\0" + _two_a_byte(row) for row in indexed)
    header = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", _PALETTE), (b"IDAT", zlib.compress(packed, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _frame(rows: list[bytearray], width: int, height: int, mark: Box, thickness: int) -> None:
    left, top, right, bottom = max(0, mark[0]), max(0, mark[1]), min(width, mark[2]), min(height, mark[3])
    for y in range(top, bottom):
        edge = y < top + thickness or y >= bottom - thickness
        spans = ((left, right),) if edge else ((left, left + thickness), (right - thickness, right))
        for start, end in spans:
            rows[y][max(left, start) : min(right, end)] = bytes([_MARK]) * (min(right, end) - max(left, start))


def _two_a_byte(row: bytearray) -> bytes:
    if len(row) % 2:
        row.append(0)
    return unhexlify(row.translate(_TO_DIGIT))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
