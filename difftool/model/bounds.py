"""How much one document may cost, in one place: a file of two kilobytes can ask for gigabytes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct

TIME, MEMORY = "took-too-long", "took-too-much-memory"
BYTES, OPERATORS, PAGES = "too-many-bytes", "too-many-operators", "too-many-pages"
NESTING, CELLS = "too-deep", "too-many-cells"

# The codes of the problems and errors that tell of a bound that was reached.
CODES = frozenset((TIME, MEMORY, BYTES, OPERATORS, PAGES, NESTING, CELLS))


class Bounds(Struct, frozen=True):
    """The most that one document may take; each is far above what the largest disclosures need.

    `seconds` of the clock and `memory` in bytes are for reading it as a whole; `unpacked` bytes are counted over all
    streams and parts that a file packs; `operators` by page of a PDF; `pages` are a PDF's pages or a workbook's sheets;
    `nesting` is how deep forms and arrays of a PDF lie in one another; `cells` are those of all tables of a file.
    The finer bounds below them follow from how the readers work.
    """

    seconds: float = 120.0
    memory: int = 2_000_000_000
    unpacked: int = 600_000_000
    operators: int = 1_000_000
    pages: int = 5_000
    nesting: int = 24
    cells: int = 400_000
    # Unpacked bytes of one file in an archive, of one stream or XML part, and of one operation of a page.
    member_bytes: int = 100_000_000
    stream_bytes: int = 32_000_000
    operation_bytes: int = 500_000
    # Of one page of a PDF; the last is how much is given to pdfminer.six's interpreter, whose time grows faster.
    glyphs: int = 400_000
    rulings: int = 200_000
    stock_bytes: int = 300_000
    # Tags and attributes of one web page or XML part, which take some hundred bytes each once they are parsed.
    marks: int = 2_000_000


DEFAULT = Bounds()
_in_force: ContextVar[Bounds] = ContextVar("bounds", default=DEFAULT)


def bounds_in_force() -> Bounds:
    """The bounds of the document that is being read."""
    return _in_force.get()


@contextmanager
def bounded(bounds: Bounds) -> Iterator[None]:
    """Put bounds in force for what is read within the block."""
    token = _in_force.set(bounds)
    try:
        yield
    finally:
        _in_force.reset(token)
