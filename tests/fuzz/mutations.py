"""Damage documents: cut, flipped, spliced and repeated bytes, on the file's surface or inside a packed stream."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "real"
LARGEST_SEED = 400_000  # bytes; the reading of larger files is no different, only slower
PACKED_STREAM = re.compile(rb"(?<=stream)\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")


def seeds() -> list[Path]:
    """The PDFs and texts of corpus/, and real PDFs where they are at hand; always in the same order."""
    own = [path for path in sorted((ROOT / "corpus").iterdir()) if path.suffix in (".pdf", ".txt")]
    real = [path for path in sorted(REAL.glob("*.pdf")) if path.stat().st_size < LARGEST_SEED]
    return own + real


def mutation(seed: str, files: list[Path]) -> tuple[Path, bytes]:
    """The file that was chosen and its damaged bytes; the same for the same seed and files."""
    chance = random.Random(seed)
    path, other = chance.choices(files, k=2)
    data = path.read_bytes()
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        if path.suffix == ".pdf" and chance.random() < 0.5:
            data = inside_a_stream(data, other, chance)
        else:
            data = damaged(data, other, chance)
    return path, data


def damaged(data: bytes, other: Path, chance: random.Random) -> bytes:
    return chance.choice(KINDS)(data, other, chance) if data else data


def truncate(data: bytes, other: Path, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))] if chance.random() < 0.5 else data[chance.randrange(len(data)) :]


def flip(data: bytes, other: Path, chance: random.Random) -> bytes:
    whole = bytearray(data)
    for _ in range(chance.choice((1, 4, 40))):
        whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(whole)


def renumber(data: bytes, other: Path, chance: random.Random) -> bytes:
    """Other digits in one number: a length, an object's number, an amount."""
    numbers = [match.span() for match in re.finditer(rb"\d+", data[:200_000])]
    if not numbers:
        return data
    start, end = chance.choice(numbers)
    return data[:start] + chance.choice((b"0", b"-1", b"9" * 12, b"%d" % chance.randrange(1000))) + data[end:]


def splice(data: bytes, other: Path, chance: random.Random) -> bytes:
    """A piece of another document in the place of a piece of this one."""
    foreign = other.read_bytes()
    start, taken = chance.randrange(len(data)), chance.randrange(len(foreign))
    piece = foreign[taken : taken + chance.choice((10, 1_000, 50_000))]
    return data[:start] + piece + data[start + chance.choice((0, len(piece))) :]


def repeat(data: bytes, other: Path, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((1, 100, 10_000))]
    return data[:start] + piece * chance.choice((2, 3, 20)) + data[start:]


KINDS: tuple[Callable[[bytes, Path, random.Random], bytes], ...] = (truncate, flip, renumber, splice, repeat)


def inside_a_stream(data: bytes, other: Path, chance: random.Random) -> bytes:
    """The same to the unpacked bytes of one stream, packed anew into its old place, so that the reader gets to it."""
    starts = [match.end() for match in PACKED_STREAM.finditer(data)]
    if not starts:
        return damaged(data, other, chance)
    start = chance.choice(starts)
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(data[start:])
    except zlib.error:
        return damaged(data, other, chance)
    room = len(data) - start - len(inflater.unused_data)
    plain = damaged(plain, other, chance)
    packed = zlib.compress(plain, 9)
    while len(packed) > room and plain:
        plain = plain[: len(plain) * room // len(packed) - 1]
        packed = zlib.compress(plain, 9)
    return data[:start] + packed.ljust(room, b"\0") + data[start + room :]
