"""Text: lines are paragraphs, and neighbouring lines with tabs are the rows of a grid."""

from __future__ import annotations

from pathlib import Path

from difftool.model.bounds import bounds_in_force
from difftool.model.document import Block, Cell, Document, Grid, Line, Page, Paragraph, Source
from difftool.model.place import LinePlace
from difftool.model.problem import TooManyBytes, TooManyCells, UnknownFormat
from difftool.read.reader import fingerprint

ENCODINGS = ("utf-8-sig", "gb18030")
CONTROL = frozenset(map(chr, range(32))) - set("\t\n\r\f\v")


def read_text(path: Path, data: bytes) -> Document:
    """The document in a text file (UTF-8, else GB18030): one page; each place is a line number.

    Raises `UnknownFormat`, `TooManyBytes` or `TooManyCells`.
    """
    bounds = bounds_in_force()
    if len(data) > bounds.stream_bytes:
        raise TooManyBytes(path=path, detail=f"more than {bounds.stream_bytes:,} bytes")
    if data.count(b"\t") > bounds.cells:
        raise TooManyCells(path=path, detail=f"more than {bounds.cells:,} cells; --max-cells")
    text = decode(path, data)
    blocks: list[Block] = []
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if "\t" in line:
            rows.append((number, [cell.strip() for cell in line.split("\t")]))
            continue
        if rows:
            blocks.append(grid(rows))
            rows = []
        if line.strip():
            blocks.append(Paragraph((Line(line.strip(), LinePlace(number)),)))
    if rows:
        blocks.append(grid(rows))
    source = Source(str(path), fingerprint(data), "text")
    return Document(source, (Page(1, tuple(blocks)),))


def decode(path: Path, data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if CONTROL.isdisjoint(text):
            return text
    raise UnknownFormat(path=path, detail="neither a PDF nor text")


def grid(rows: list[tuple[int, list[str]]]) -> Grid:
    """Tab-separated rows as a grid without merged cells; a short row leaves holes at its end."""
    cells = tuple(
        Cell(text, row, column, LinePlace(number))
        for row, (number, texts) in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return Grid(len(rows), max(len(texts) for _, texts in rows), cells, LinePlace(rows[0][0]))
