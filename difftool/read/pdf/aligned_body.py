"""The body of a table without ruling lines: its columns by where the amounts stand, and its rows."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from difftool.pattern import lazy_pattern
from difftool.read.pdf.aligned_lines import Piece, Printline

BROKEN = 0.85  # of the usual distance of two rows: a line so near goes on with a name
BESIDE = 0.5  # of it: lines so near are one row where their words stand beside each other, on both sides of a form

BEGUN = 2  # names that begin one under another make a column where a heading asks for one
LONE_ROW = 2.0  # type sizes that a row is taken to be high where there is no other
SAME_ROW = 1.0  # type sizes: a line so near above another is no row of its own
BETTER = 0.3  # type sizes by which rows must stand better to part otherwise

_DASH = lazy_pattern(r"[-—–]+")
_TOTAL = lazy_pattern(r"[合总]计$")


def body_bands(body: Sequence[Printline]) -> list[Piece]:
    """The columns in which something is printed: amounts keep to theirs, a name may run on over blank ones."""
    pieces = [
        piece._replace(amount=True) if _DASH.fullmatch(piece.text) else piece for line in body for piece in line.pieces
    ]
    amounts = merged([piece for piece in pieces if piece.amount])
    starts = [band.start for band in amounts]
    names: list[Piece] = []
    for piece in pieces:
        if _TOTAL.search(piece.text):
            continue  # set in the middle of one or several columns in which the names stand at the left
        following = bisect_right(starts, piece.start)
        if not piece.amount and not (following and piece.start < amounts[following - 1].end):
            end = min(piece.end, starts[following]) if following < len(starts) else piece.end
            names.append(piece._replace(end=end))
    return sorted([*amounts, *merged(names)])


def parted(bands: Sequence[Piece], headings: Sequence[Piece], body: Sequence[Printline]) -> list[Piece]:
    """The columns, with each of names over which two headings of one line stand parted where names begin below.

    Names that fill their columns touch the next, as those of the three levels of a catalogue of purchases do.
    """
    starts = Counter(round(piece.start) for line in body for piece in line.pieces if not piece.amount)
    found: list[Piece] = []
    for band in bands:
        left = band
        over = [each for each in headings if band.start < each.end and each.start < band.end]
        for one, other in pairwise(over if not band.amount else ()):
            between = [start for start in starts if (one.start + one.end) / 2 < start < other.end]
            at = max(between, key=lambda start: starts[start], default=None)
            if at is not None and starts[at] >= BEGUN and left.start < at < left.end:
                found.append(left._replace(end=at))
                left = left._replace(start=at)
        found.append(left)
    return found


def merged(pieces: list[Piece]) -> list[Piece]:
    """The stretches that the pieces cover together, left to right."""
    bands: list[Piece] = []
    for piece in sorted(pieces):
        if bands and piece.start < bands[-1].end:
            bands[-1] = bands[-1]._replace(end=max(bands[-1].end, piece.end))
        else:
            bands.append(piece)
    return bands


def body_rows(body: Sequence[Printline]) -> list[list[Printline]]:
    """The lines in rows: a name broken over two lines is one row, with its amounts on either or between."""
    from statistics import median  # which loads fractions and random

    gaps = [other.baseline - one.baseline for one, other in pairwise(line for line in body if line.of_body)]
    usual = median(gaps) if gaps else LONE_ROW * body[0].size
    rows: list[list[Printline]] = []
    for line in body:
        if rows and is_of_row(line, rows[-1], usual):
            rows[-1].append(line)
        else:
            rows.append([line])
    for upper, lower in reversed(list(pairwise(rows))):
        hand_down(upper, lower)
    return rows


def hand_down(upper: list[Printline], lower: list[Printline]) -> None:
    """Give a row the lines above it that the row before holds, where both names then stand beside their amounts.

    A name broken over three lines has its amounts beside the second, and the first as near to the row above.
    """
    while is_name_only(upper[-1]) and any(line.tabular for line in upper[:-1]):
        now = off_centre(upper) + off_centre(lower)
        then = off_centre(upper[:-1]) + off_centre([upper[-1], *lower])
        if then >= now - BETTER * upper[-1].size:
            return
        lower.insert(0, upper.pop())


def is_of_same_row(line: Printline, below: Printline) -> bool:
    """Whether a line stands too near above another to be a row of its own: it begins a name that is broken there."""
    return below.baseline - line.baseline < SAME_ROW * below.size


def is_name_only(line: Printline) -> bool:
    """Whether nothing but words stand on a line, together and without a code or an ordinal."""
    return len(line.pieces) == 1 and line.named and not line.of_body


def off_centre(row: Sequence[Printline]) -> float:
    """How far from the middle of its lines the amounts of a row stand; 0 where it has none."""
    amounts = [line.baseline for line in row if line.tabular]
    return abs((row[0].baseline + row[-1].baseline) / 2 - amounts[0]) if amounts else 0.0


def is_of_row(line: Printline, row: Sequence[Printline], usual: float) -> bool:
    """Whether a line goes on with the row above it: with the name, or beside it on the other side of the form."""
    away = line.baseline - row[-1].baseline
    if away >= BROKEN * usual or (line.tabular and any(other.tabular for other in row)):
        return False
    if not (line.of_body and line.named and any(other.of_body for other in row)):
        return True
    return away < BESIDE * usual and not any(words_meet(line, other) for other in row)


def words_meet(one: Printline, other: Printline) -> bool:
    """Whether words of two lines stand above each other, as the names of two rows do."""
    return any(
        piece.start < word.end and word.start < piece.end
        for piece in one.pieces
        if piece.named
        for word in other.pieces
        if word.named
    )


def in_columns(body: Sequence[Printline], columns: Sequence[float]) -> bool:
    """Whether each row begins with a name, in the first columns or within another, and each amount keeps to one."""
    for row in body_rows(body):
        pieces = [piece for line in row for piece in line.pieces]
        first, size = min(pieces), row[0].size
        of_first = first.start < columns[min(2, len(columns) - 2)]
        named = of_first or first.numbered or _TOTAL.search(first.text) or is_within(first, columns)
        if not named or first.amount or first.start < columns[0] - size:
            return False
        if not all(is_within(piece, columns, size / 2) for piece in pieces if piece.amount):
            return False
    return True


def is_within(piece: Piece, columns: Sequence[float], more: float = 0.0) -> bool:
    """Whether a piece stands between the edges of one column, or no `more` than so far outside."""
    column = bisect_right(columns, (piece.start + piece.end) / 2)
    if not 0 < column < len(columns):
        return False
    return columns[column - 1] - more <= piece.start and piece.end <= columns[column] + more
