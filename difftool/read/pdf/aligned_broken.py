"""Amounts of a table without lines that are broken over two lines, as a cell breaks them that is too narrow."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.pattern import lazy_pattern
from difftool.read.pdf.aligned_lines import AMOUNT, Piece, Printline

BROKEN = 1.35  # type sizes between the lines of one amount, at most: rows stand further apart
ALIGNED = 0.5  # type sizes by which the ends or the middles of both parts may differ

_BEGINS = lazy_pattern(r"[-−△▲]?\d[\d,]*(?:\.\d?)?")
_ENDS = lazy_pattern(r"[\d,]*\.?\d+")


def with_broken_amounts(lines: Sequence[Printline]) -> list[Printline]:
    """The lines with each broken amount as one piece, on the line of its row that stands between its parts if any does.

    1006.4⏎3 reads like two numbers of which neither is money, 100⏎6.43 like an amount that it is not.
    """
    found = list(lines)
    for upper, line in enumerate(lines):
        size = line.size
        for lower in range(upper + 1, len(lines)):
            if lines[lower].baseline - line.baseline > BROKEN * size or are_two_rows(found[upper], found[lower]):
                break
            for begun in found[upper].pieces:
                rest = next((piece for piece in found[lower].pieces if goes_on(begun, piece, size)), None)
                if rest is not None:
                    join(found, upper, lower, begun, rest)
    return [line for line in found if line.pieces]


def are_two_rows(line: Printline, below: Printline) -> bool:
    """Whether each of two lines has a name and begins a row or holds a whole one."""
    return all(each.named and each.of_body for each in (line, below))


def goes_on(begun: Piece, rest: Piece, size: float) -> bool:
    """Whether an amount begins with one piece and ends with the other, which stands below it in the same column."""
    if begun.amount or not _BEGINS.fullmatch(begun.text) or not _ENDS.fullmatch(rest.text):
        return False
    away = (begun.start - rest.start, begun.end - rest.end, (begun.start + begun.end - rest.start - rest.end) / 2)
    return AMOUNT.fullmatch(begun.text + rest.text) is not None and min(map(abs, away)) <= ALIGNED * size


def join(lines: list[Printline], upper: int, lower: int, begun: Piece, rest: Piece) -> None:
    """Put the amount on the line between those of its parts, else on that of its first."""
    row = min(upper + 1, lower - 1)
    for index, piece in ((upper, begun), (lower, rest)):
        lines[index] = lines[index]._replace(pieces=[each for each in lines[index].pieces if each is not piece])
    whole = begun._replace(
        start=min(begun.start, rest.start), end=max(begun.end, rest.end), amount=True, text=begun.text + rest.text
    )
    lines[row] = lines[row]._replace(pieces=sorted([*lines[row].pieces, whole]))
