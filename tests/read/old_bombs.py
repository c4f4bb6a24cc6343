"""Hostile old workbooks (.xls), written record by record and sector by sector, for tests."""

from __future__ import annotations

import io
from struct import pack, unpack_from

SECTOR, SHORT = 512, 64
END, FREE, TABLE = -2, -1, -3  # marks of the table of sectors: the end of a chain, an unused one, the table itself
ROWS, COLUMNS = 65_536, 256  # the most of a sheet


def record(kind: int, body: bytes) -> bytes:
    return pack("<HH", kind, len(body)) + body


def stream(sheet: bytes = b"", shared: bytes = b"") -> bytes:
    """The records of a workbook of one cell with more records at the end of its sheet or among its shared ones."""
    import xlwt

    book = xlwt.Workbook()
    book.add_sheet("S").write(0, 0, "\u4e00")
    made = book.get_biff_data()
    place = made.index(pack("<HH", 0x0A, 0))  # where the shared records end
    offset = made.index(pack("<H", 0x85)) + 4
    (start,) = unpack_from("<I", made, offset)
    made = made[:offset] + pack("<I", start + len(shared)) + made[offset + 4 :]
    return made[:place] + shared + made[place:-4] + sheet + made[-4:]


def compound(records: bytes) -> bytes:
    """The compound file around the records of a workbook."""
    from xlwt.CompoundDoc import XlsDoc

    out = io.BytesIO()
    XlsDoc().save(out, records)
    return out.getvalue()


def entry(name: str, kind: int, first: int, size: int, left: int, below: int) -> bytes:
    written = name.encode("utf-16-le") + b"\x00\x00"
    return pack("<64sHBB3i36xiii", written, len(written), kind, 1, left, -1, below, first, size, 0)


def short(records: bytes, links: list[int], left: int = -1) -> bytes:
    """A compound file with the records in short sectors that follow each other as the links say."""
    holders = -(-len(records) // SECTOR)
    table = [TABLE, END, END, *range(4, 3 + holders), END]
    directory = entry("Root Entry", 5, 3, holders * SECTOR, -1, 1) + entry("Workbook", 2, 0, len(records), left, -1)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH10x", 0x3E, 3, 0xFFFE, 9, 6)
    head += pack("<8i", 1, 1, 0, 1_000_000, 2, 1, END, 0) + pack("<109i", 0, *[FREE] * 108)
    tables = [pack("<128i", *each, *[FREE] * (128 - len(each))) for each in (table, links)]
    return head + tables[0] + directory.ljust(SECTOR, b"\x00") + tables[1] + records.ljust(holders * SECTOR, b"\x00")


def sectors_in_a_circle() -> bytes:
    return short(stream(), [1, 2, 0])


def entries_in_a_circle() -> bytes:
    return short(stream(), [*range(1, 100), END], left=1)


def cells_in_the_last_column() -> bytes:
    """One number in each row, as far to the right as may be: sixteen million cells before them."""
    return compound(stream(b"".join(record(0x203, pack("<HHHd", row, COLUMNS - 1, 15, 1.5)) for row in range(ROWS))))


def blank_cells_everywhere() -> bytes:
    styles = pack(f"<{COLUMNS}H", *[15] * COLUMNS)
    rows = (record(0xBE, pack("<HH", row, 0) + styles + pack("<H", COLUMNS - 1)) for row in range(1, 50_000))
    return compound(stream(b"".join(rows)))


def merged_over_one_another() -> bytes:
    ranges = pack("<H", 1000) + pack("<4H", 0, ROWS - 1, 0, COLUMNS - 1) * 1000
    return compound(stream(record(0xE5, ranges) * 100))


def shared_strings_without_end() -> bytes:
    """A million and a half empty strings."""
    parts = 600
    inner = bytes(8190)  # three bytes each
    strings = record(0xFC, pack("<II", 1, parts * 2730) + inner) + record(0x3C, inner) * (parts - 1)
    return compound(stream(shared=strings))
