"""Tables whose columns are told by alignment alone: forms printed with few or no ruling lines.

Only what is clearly a table of money is taken for one: lines on which several amounts stand apart, one under another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from difftool.read.pdf.cells import ABOVE_BASELINE, split
from difftool.read.pdf.lattice import Frame, Region
from difftool.read.pdf.runs import Run
from difftool.read.pdf.words import SAME_BASELINE

COLUMNS = 2  # at least
LINES = 3  # with amounts, at least
APART = 0.9  # type sizes between two columns
FOLLOWS = 4.5  # type sizes from one line of the table to the next
ABOVE = 2.6  # type sizes from a line of the head to the line below it

_CAPTION = re.compile(r"(?<!其中)[：:]")  # "单位：万元"
_AMOUNT = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2,6}|[-−]?\d{1,3}(?:,\d{3})+")


class Piece(NamedTuple):
    """Words on one line that stand close together."""

    start: float
    end: float
    amount: bool


class Printline(NamedTuple):
    """What stands on one baseline."""

    baseline: float
    size: float
    pieces: list[Piece]
    caption: bool

    @property
    def tabular(self) -> bool:
        """True where an amount stands apart from something else."""
        return len(self.pieces) >= COLUMNS and any(piece.amount for piece in self.pieces)


def aligned_frames(runs: Sequence[Run]) -> list[Frame]:
    """The tables that the runs, given in any order, form by their alignment."""
    lines = _lines(runs)
    frames: list[Frame] = []
    first = 0
    while first < len(lines):
        if not lines[first].tabular:
            first += 1
            continue
        last = first
        for index in range(first + 1, len(lines)):
            if lines[index].baseline - lines[last].baseline > FOLLOWS * lines[index].size:
                break
            if lines[index].tabular:
                last = index
        body = [line for line in lines[first : last + 1] if line.tabular]
        if len(body) >= LINES:
            head = first
            while head and _heads(lines[head - 1], lines[head]):
                head -= 1
            frame = _frame(lines[head : last + 1], body)
            if frame is not None:
                frames.append(frame)
        first = last + 1
    return frames


def holds_rows_or_columns(texts: Sequence[str]) -> bool:
    """True where the cells of a ruled table hold whole rows or columns of money: its lines leave some out."""
    rows = columns = 0
    for text in texts:
        lines = text.split("\n")
        rows += any(len(_AMOUNT.findall(line)) >= COLUMNS and re.search(r"\s", line) for line in lines)
        columns += sum(_AMOUNT.fullmatch(line) is not None for line in lines) >= LINES
    return rows >= LINES or columns >= COLUMNS


def _lines(runs: Sequence[Run]) -> list[Printline]:
    lines: list[Printline] = []
    together: list[Run] = []
    for run in sorted(runs, key=lambda run: run.baseline):
        if together and run.baseline - together[0].baseline > SAME_BASELINE * min(run.size, together[0].size):
            lines.append(_line(together))
            together = []
        together.append(run)
    if together:
        lines.append(_line(together))
    return [line for line in lines if line.pieces]


def _line(runs: Sequence[Run]) -> Printline:
    words = sorted((word for run in runs for word in split(run)), key=lambda word: word.edges[0])
    size = max(run.size for run in runs)
    pieces: list[Piece] = []
    text = ""
    caption = False
    for word in words:
        start, end = word.edges[0], word.ends[-1]
        if pieces and start - pieces[-1].end < APART * size:
            start = pieces.pop().start
            text += "".join(word.texts)
        else:
            text = "".join(word.texts)
        caption = caption or _CAPTION.search(text) is not None
        pieces.append(Piece(start, end, _AMOUNT.fullmatch(text) is not None))
    return Printline(runs[0].baseline, size, pieces, caption)


def _heads(line: Printline, below: Printline) -> bool:
    """True where a line over the table belongs to its head: it has columns of its own, and is no caption."""
    return not line.caption and len(line.pieces) >= COLUMNS and below.baseline - line.baseline <= ABOVE * line.size


def merged(pieces: list[Piece]) -> list[Piece]:
    """The stretches that the pieces cover together, left to right."""
    bands: list[Piece] = []
    for piece in sorted(pieces):
        if bands and piece.start < bands[-1].end:
            bands[-1] = bands[-1]._replace(end=max(bands[-1].end, piece.end))
        else:
            bands.append(piece)
    return bands


def _frame(lines: Sequence[Printline], body: Sequence[Printline]) -> Frame | None:
    pieces = [piece for line in body for piece in line.pieces]
    amounts = merged([piece for piece in pieces if piece.amount])
    starts = [band.start for band in amounts]
    names: list[Piece] = []
    for piece in pieces:
        # Amounts keep to their columns; a name may run on over those that are blank on its line.
        following = bisect_right(starts, piece.start)
        if not piece.amount and not (following and piece.start < amounts[following - 1].end):
            end = min(piece.end, starts[following]) if following < len(starts) else piece.end
            names.append(piece._replace(end=end))
    bands = sorted([*amounts, *merged(names)])
    if len(bands) < COLUMNS or not any(band.amount for band in bands):
        return None
    everything = [piece for line in lines for piece in line.pieces]
    xs = [min(piece.start for piece in everything) - 1]
    xs += [(before.end + after.start) / 2 for before, after in pairwise(bands)]
    xs.append(max(piece.end for piece in everything) + 1)
    middles = [line.baseline - ABOVE_BASELINE * line.size for line in lines]
    ys = [middles[0] - lines[0].size, *((one + other) / 2 for one, other in pairwise(middles))]
    ys.append(middles[-1] + lines[-1].size)
    rows, columns = len(lines), len(bands)
    regions = [Region(row, column, 1, 1, False) for row in range(rows) for column in range(columns)]
    owner = [list(range(row * columns, (row + 1) * columns)) for row in range(rows)]
    return Frame(xs, ys, regions, owner)
