"""How much one PDF may cost, in one place: a file of two kilobytes can ask for gigabytes."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that a document may take; each is far above what the largest disclosures need.

    Bytes are counted decoded, over all filters and streams; operators, glyphs and rulings by page. `stock_bytes` is how
    much of a page is given to pdfminer.six's interpreter, whose time grows faster than the page.
    """

    seconds: float = 120.0
    stream_bytes: int = 32_000_000
    document_bytes: int = 600_000_000
    operation_bytes: int = 500_000
    operators: int = 1_000_000
    glyphs: int = 400_000
    rulings: int = 200_000
    nesting: int = 24
    stock_bytes: int = 300_000
    pages: int = 5_000


class TooMuch(Exception):
    """A bound was reached; the message says which."""


class Budget:
    """What is left of the bounds while one document is read."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.bytes_left = bounds.document_bytes
        self._end = time.monotonic() + bounds.seconds

    def check_time(self) -> None:
        if self.late:
            raise TooMuch(f"reading takes more than {self.bounds.seconds:g} seconds")

    @property
    def late(self) -> bool:
        return time.monotonic() > self._end

    def spend(self, decoded: int) -> None:
        """Count decoded bytes."""
        self.bytes_left -= decoded
        if self.bytes_left < 0:
            raise TooMuch(f"the streams hold more than {self.bounds.document_bytes:,} bytes")
