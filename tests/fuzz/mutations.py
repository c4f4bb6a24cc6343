"""Damage documents of every format: cut, flipped, spliced and repeated bytes, outside or inside what is packed."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.read.workbooks import converted, old_workbook

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "real"
LARGEST_SEED = 400_000  # bytes; the reading of larger files is no different, only slower
PACKED_STREAM = re.compile(rb"(?<=stream)\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
FORMATS = (".pdf", ".txt", ".html", ".docx", ".xlsx", ".xls", ".ods", ".ofd")
PDF_SHARE = 4  # times as often as another format: there is most to go wrong


class Seed(NamedTuple):
    """A whole document, and whether the project made it."""

    name: str
    data: bytes
    own: bool = True

    @property
    def suffix(self) -> str:
        return Path(self.name).suffix


def seeds() -> list[Seed]:
    """The documents of corpus/, one of them also as .xls and .ods, and real ones where they are at hand; in one order."""
    own = [path for path in sorted((ROOT / "corpus").iterdir()) if path.suffix in FORMATS]
    real = [path for path in sorted(REAL.rglob("*")) if path.suffix in FORMATS and path.stat().st_size < LARGEST_SEED]
    workbook = next(path for path in own if path.suffix == ".xlsx")
    made = [Seed(f"{workbook.stem}.xls", old_workbook(workbook)), Seed(f"{workbook.stem}.ods", converted(workbook))]
    found = [Seed(path.name, path.read_bytes(), path in own) for path in (*own, *real)]
    return [*found, *made]


def mutation(seed: str, files: Sequence[Seed]) -> tuple[str, bytes]:
    """The name of the document that was chosen and its damaged bytes; the same for the same seed and files."""
    chance = random.Random(seed)
    formats = sorted({file.suffix for file in files})
    suffix = chance.choices(formats, [PDF_SHARE if each == ".pdf" else 1 for each in formats])[0]
    name, data, _ = chance.choice([file for file in files if file.suffix == suffix])
    foreign = chance.choice(files).data
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        if suffix == ".pdf" and chance.random() < 0.5:
            data = inside_a_stream(data, foreign, chance)
        elif data.startswith(b"PK") and chance.random() < 0.7:
            data = inside_a_part(data, foreign, chance)
        else:
            data = damaged(data, foreign, chance)
    return name, data


def damaged(data: bytes, foreign: bytes, chance: random.Random) -> bytes:
    return chance.choice(KINDS)(data, foreign, chance) if data else data


def truncate(data: bytes, foreign: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))] if chance.random() < 0.5 else data[chance.randrange(len(data)) :]


def flip(data: bytes, foreign: bytes, chance: random.Random) -> bytes:
    whole = bytearray(data)
    for _ in range(chance.choice((1, 4, 40))):
        whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(whole)


def renumber(data: bytes, foreign: bytes, chance: random.Random) -> bytes:
    """Other digits in one number: a length, an object's number, an amount."""
    numbers = [match.span() for match in re.finditer(rb"\d+", data[:200_000])]
    if not numbers:
        return data
    start, end = chance.choice(numbers)
    return data[:start] + chance.choice((b"0", b"-1", b"9" * 12, b"%d" % chance.randrange(1000))) + data[end:]


def splice(data: bytes, foreign: bytes, chance: random.Random) -> bytes:
    """A piece of another document in the place of a piece of this one."""
    start, taken = chance.randrange(len(data)), chance.randrange(len(foreign))
    piece = foreign[taken : taken + chance.choice((10, 1_000, 50_000))]
    return data[:start] + piece + data[start + chance.choice((0, len(piece))) :]


def repeat(data: bytes, foreign: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((1, 100, 10_000))]
    return data[:start] + piece * chance.choice((2, 3, 20)) + data[start:]


KINDS: tuple[Callable[[bytes, bytes, random.Random], bytes], ...] = (truncate, flip, renumber, splice, repeat)


def inside_a_stream(data: bytes, foreign: bytes, chance: random.Random) -> bytes:
    """The same to the unpacked bytes of one stream, packed anew into its old place, so that the reader gets to it."""
    starts = [match.end() for match in PACKED_STREAM.finditer(data)]
    if not starts:
        return damaged(data, foreign, chance)
    start = chance.choice(starts)
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(data[start:])
    except zlib.error:
        return damaged(data, foreign, chance)
    room = len(data) - start - len(inflater.unused_data)
    plain = damaged(plain, foreign, chance)
    packed = zlib.compress(plain, 9)
    while len(packed) > room and plain:
        plain = plain[: len(plain) * room // len(packed) - 1]
        packed = zlib.compress(plain, 9)
    return data[:start] + packed.ljust(room, b"\0") + data[start + room :]


def inside_a_part(data: bytes, foreign: bytes, chance: random.Random) -> bytes:
    """The same to one part of an Office file, packed anew, so that the readers of its XML get to it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except Exception:
        return damaged(data, foreign, chance)
    if not parts:
        return data
    # The greatest part is the one with the tables; damage to the small ones is soon told.
    name = max(parts, key=lambda each: len(parts[each])) if chance.random() < 0.6 else chance.choice(sorted(parts))
    parts[name] = chance.choice((damaged, damaged_markup))(parts[name], foreign, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for each, part in parts.items():
            package.writestr(zipfile.ZipInfo(each), part, zipfile.ZIP_DEFLATED)  # without today's time
    return out.getvalue()


def damaged_markup(data: bytes, foreign: bytes, chance: random.Random) -> bytes:
    """XML that is still well formed: an element doubled or lost, an attribute with another number."""
    elements = [
        match.span() for match in re.finditer(rb"<(\w+(?::\w+)?)\b[^<>]*/>|<(\w+(?::\w+)?)\b[^<>]*>[^<]*</\2>", data)
    ]
    numbers = [match.span(1) for match in re.finditer(rb'="(-?\d+)"', data)]
    if numbers and (not elements or chance.random() < 0.6):
        start, end = chance.choice(numbers)
        return data[:start] + chance.choice((b"0", b"-1", b"9" * 12, b"2", b"16384", b"1048577")) + data[end:]
    if not elements:
        return damaged(data, foreign, chance)
    start, end = chance.choice(elements)
    return data[:start] + data[start:end] * chance.choice((0, 2, 50)) + data[end:]
