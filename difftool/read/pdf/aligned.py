"""Tables whose columns are told by alignment alone: forms printed with few or no ruling lines.

Only what is clearly a table of money is taken for one: lines on which several amounts stand apart, one under another.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from difftool.read.pdf.aligned_head import HeadCell, Word, head_cells, place, with_blank_columns
from difftool.read.pdf.cells import ABOVE_BASELINE, split
from difftool.read.pdf.lattice import Frame, Region
from difftool.read.pdf.runs import Run
from difftool.read.pdf.words import SAME_BASELINE

COLUMNS = 2  # at least
LINES = 3  # with amounts, at least
ABOVE_ROWS = 5  # lines of a head that is printed again over rows that go on, at most
FURNITURE = 1  # lines at the head of a page above a table that goes on there
APART = 0.9  # type sizes between two columns
SEAM = 0.12  # type sizes between two headings that all but touch
SHORTEST_HEADING = 3  # characters on either side of a seam: what is shorter may be set apart by letters
FOLLOWS = 4.5  # type sizes from one line of the table to the next
ABOVE = 2.6  # type sizes from a line of the head to the line below it
BELOW = 2.2  # type sizes from the last line with amounts to one of names only, and on
LONGEST_NAME = 30  # characters of a line's name: what is longer is a sentence
BROKEN = 0.85  # of the usual distance of two rows: a line so near goes on with a name

# What can only stand in the body: an ordinal or a code.
_BODY = re.compile(r"[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]|[235]\d{2}(?:\d\d){0,2}(?:\D|$)")
_DASH = re.compile(r"[-—–]+")
_NO_HEADING = re.compile(r"表$|^[^一-鿿]*$|[，。；]")
_TOTAL = re.compile(r"[合总]计$")
_WORD = re.compile(r"[一-鿿]")
_COLUMN_NUMBER = re.compile(r"栏次|行次|\*{1,3}|\d{1,2}|\d{1,2}=[\d+]+")
_CAPTION = re.compile(r"(?<!其中)[：:]")  # "单位：万元"
_AMOUNT = re.compile(r"[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2,6}|[-−]?\d{1,3}(?:,\d{3})+")


class Piece(NamedTuple):
    """Words on one line that stand close together. `seams` are where they do not quite touch: left end, right start."""

    start: float
    end: float
    amount: bool
    text: str = ""
    baseline: float = 0.0
    seams: tuple[tuple[float, float], ...] = ()


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

    @property
    def of_body(self) -> bool:
        return self.tabular or any(_BODY.match(piece.text) for piece in self.pieces)

    @property
    def named(self) -> bool:
        """True where words stand on the line: amounts without any belong to the name that is broken around them."""
        return any(_WORD.search(piece.text) for piece in self.pieces)

    @property
    def long(self) -> bool:
        """True for what is longer than any name of a line: a sentence."""
        return any(len(piece.text) > LONGEST_NAME for piece in self.pieces)

    @property
    def numbers_columns(self) -> bool:
        return len(self.pieces) > 1 and all(_COLUMN_NUMBER.fullmatch(piece.text) for piece in self.pieces)


def aligned_frames(runs: Sequence[Run], ruled: Sequence[Frame] = (), columns: Sequence[float] = ()) -> list[Frame]:
    """The tables that the runs, given in any order, form by their alignment.

    `ruled` are the tables of the page that have lines: one that stands right above is the head. `columns` are the edges
    of those in a table at the foot of the page before, which may go on here with rows alone, be it one.
    """
    lines = _lines(runs)
    if columns and (named := names_alone(lines)):
        frame = _frame(named, ruled, columns)
        return [frame] if frame is not None else []
    frames: list[Frame] = []
    first = 0
    while first < len(lines):
        if not lines[first].tabular:
            first += 1
            continue
        last = reached = first
        for index in range(first + 1, len(lines)):
            line = lines[index]
            if line.baseline - lines[reached].baseline > FOLLOWS * line.size or line.caption:
                break
            if line.tabular:
                last = index
            if line.tabular or (line.of_body and not line.long):
                reached = index
        body = [line for line in lines[first : last + 1] if line.tabular]
        goes_on = bool(columns) and not frames and in_columns(body, columns)
        start = first_of_rows(lines, first)
        if goes_on and (not start or (start <= FURNITURE and len(lines[start - 1].pieces) < COLUMNS)):
            frame = _frame(lines[start : last + 1], ruled, columns)
            if frame is not None:
                frames.append(frame)
        elif len(body) >= LINES or (goes_on and start <= ABOVE_ROWS) or is_short_form(lines, first, ruled):
            while last + 1 < len(lines) and _goes_on(lines[last], lines[last + 1]):
                last += 1
            head = _first_of_head(lines, first)
            frame = _frame(lines[head : last + 1], ruled)
            if frame is not None:
                frames.append(frame)
        first = last + 1
    return frames


def first_of_rows(lines: Sequence[Printline], first: int) -> int:
    """The first of the rows down to the one with amounts at `first`: those above it that have none."""
    start = first
    while start and lines[start - 1].of_body and not lines[start - 1].long and not lines[start - 1].caption:
        start -= 1
    return start


def names_alone(lines: Sequence[Printline]) -> Sequence[Printline]:
    """The lines of a page that prints nothing but names of a form in which no amount stands, else none."""
    named = [line for line in lines if line.of_body and not line.tabular and not line.long]
    few = len(lines) - len(named) <= 2 * FURNITURE and not any(line.tabular for line in lines)
    return named if few and len(named) >= LINES else ()


def in_columns(body: Sequence[Printline], columns: Sequence[float]) -> bool:
    """Whether each line begins with a name, in one of the first columns or an ordinal, and each amount keeps to one."""
    for line in body:
        first = line.pieces[0]
        named = first.start < columns[min(2, len(columns) - 2)] or _BODY.match(first.text) or _TOTAL.search(first.text)
        if not named or first.amount or first.start < columns[0] - line.size:
            return False
        for piece in line.pieces:
            column = bisect_right(columns, (piece.start + piece.end) / 2)
            if piece.amount and not (
                0 < column < len(columns)
                and columns[column - 1] - line.size / 2 <= piece.start
                and piece.end <= columns[column] + line.size / 2
            ):
                return False
    return True


def _goes_on(line: Printline, below: Printline) -> bool:
    """True where a line below the last amounts is a row without any: a line of a two-sided form that is blank."""
    return (
        not below.caption
        and len(below.pieces) >= COLUMNS
        and below.baseline - line.baseline <= BELOW * below.size
        and not below.long
    )


def is_short_form(lines: Sequence[Printline], first: int, ruled: Sequence[Frame]) -> bool:
    """Whether a line with amounts stands below a head that is ruled or captioned: some forms have one row.

    A form that goes on over the page, with its title and head again, may have one left: it begins with its code.
    """
    line = lines[first]
    head = _first_of_head(lines, first)
    amounts = sum(piece.amount for piece in line.pieces)
    captioned = 0 < head < first and lines[head - 1].caption
    if line.long:
        return False
    if captioned and _BODY.match(line.pieces[0].text):
        return True
    return amounts > COLUMNS and (captioned or head_above(line, (), ruled) is not None)


def _first_of_head(lines: Sequence[Printline], first: int) -> int:
    """The line at which the head begins: lines of several headings, and lone headings of the same size."""
    head = first
    while head and (_heads(lines[head - 1], lines[head]) or is_lone(lines[head - 1], lines[head])):
        head -= 1
    return head


def is_lone(line: Printline, below: Printline) -> bool:
    """Whether a line is one heading over some of the columns; a title is larger, or ends with 表."""
    return (
        len(line.pieces) == 1
        and not line.caption
        and not line.long
        and line.size <= below.size + 0.5
        and below.baseline - line.baseline <= ABOVE * line.size
        and not _NO_HEADING.search(line.pieces[0].text)
    )


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
    words = sorted(((word, run) for run in runs for word in split(run)), key=lambda each: each[0].edges[0])
    size = max(run.size for run in runs)
    pieces: list[Piece] = []
    text = ""
    seams: tuple[tuple[float, float], ...] = ()
    since = 0  # characters since the last gap
    caption = False
    for word, run in words:
        start, end, baseline = word.edges[0], word.ends[-1], run.baseline
        # A code or an ordinal may stand close to the amount of the column before it.
        ended = pieces and pieces[-1].amount and _BODY.match("".join(word.texts))
        if pieces and start - pieces[-1].end < APART * size and not ended:
            gap = start - pieces[-1].end > SEAM * size
            if gap and since >= SHORTEST_HEADING and len(word.texts) >= SHORTEST_HEADING:
                seams = (*seams, (pieces[-1].end, start))
            since = len(word.texts) if gap else since + len(word.texts)
            start, baseline = pieces[-1].start, pieces.pop().baseline
            text += "".join(word.texts)
        else:
            text, seams, since = "".join(word.texts), (), len(word.texts)
        text = unicodedata.normalize("NFKC", text)
        caption = caption or _CAPTION.search(text) is not None
        pieces.append(Piece(start, end, _AMOUNT.fullmatch(text) is not None, text, baseline, seams))
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


def _frame(lines: Sequence[Printline], ruled: Sequence[Frame], columns: Sequence[float] = ()) -> Frame | None:
    split_at = next(index for index, line in enumerate(lines) if line.of_body)
    head, body = lines[:split_at], lines[split_at:]
    bands = body_bands(body)
    amounts_stand = any(piece.amount for line in body for piece in line.pieces)
    if not columns and (len(bands) < COLUMNS or not amounts_stand):
        return None
    above = head_above(lines[0], bands, ruled)
    numbers = [line for line in head if line.numbers_columns]
    cells = head_cells(
        [
            [
                Word(start, end, piece.baseline, line.size)
                for piece in line.pieces
                for start, end in between_seams(piece)
            ]
            for line in head
            if not line.numbers_columns
        ]
    )
    names, amounts = ([(band.start, band.end) for band in bands if band.amount == wanted] for wanted in (False, True))
    spans = with_blank_columns(cells, names, amounts, numbered_cells(numbers))
    everything = [piece for line in lines for piece in line.pieces]
    xs = (
        above.xs
        if above
        else [
            min(piece.start for piece in everything) - 1,
            *((before[1] + after[0]) / 2 for before, after in pairwise(spans)),
            max(piece.end for piece in everything) + 1,
        ]
    )
    depth = place(cells, spans) if cells and above is None else 0
    bounds = level_bounds(cells, depth) if depth else None
    if bounds is None:
        depth, head_rows = 0, [[line] for line in head]
    else:
        head_rows = [[line] for line in numbers]
    rows = [*head_rows, *body_rows(body)]
    first = rows[0][0]
    top = (cells[0].words[0].baseline if depth else middle(first)) - first.size
    ys = [top, *(bounds or [])]
    if columns:
        xs = [min(xs[0], columns[0]), *columns[1:-1], max(xs[-1], columns[-1])]
    if depth:
        ys.append((max(cell.bottom for cell in cells) + first.baseline) / 2 - ABOVE_BASELINE * first.size)
    ys += [(middle(one[-1]) + middle(other[0])) / 2 for one, other in pairwise(rows)]
    ys.append(middle(rows[-1][-1]) + rows[-1][-1].size)
    if any(one >= other for one, other in pairwise(ys)) or any(one >= other for one, other in pairwise(xs)):
        return None
    return framed(xs, ys, cells if depth else [], depth)


def between_seams(piece: Piece) -> Iterator[tuple[float, float]]:
    """The headings that a piece of the head holds, from left to right: long ones all but touch the next."""
    starts = (piece.start, *(start for _, start in piece.seams))
    ends = (*(end for end, _ in piece.seams), piece.end)
    return zip(starts, ends, strict=True)


def middle(line: Printline) -> float:
    """Where a line stands, halfway up its glyphs."""
    return line.baseline - ABOVE_BASELINE * line.size


def head_above(line: Printline, bands: Sequence[Piece], ruled: Sequence[Frame]) -> Frame | None:
    """The ruled head right above a body without lines, where each column of the body stands in one of its own."""
    for frame in ruled:
        near = 0 <= middle(line) - frame.ys[-1] <= FOLLOWS * line.size
        if near and all(
            frame.xs[0] - line.size <= band.start and band.end <= frame.xs[-1] + line.size for band in bands
        ):
            return frame
    return None


def numbered_cells(lines: Sequence[Printline]) -> list[HeadCell]:
    return [
        HeadCell([Word(piece.start, piece.end, piece.baseline, line.size)])
        for line in lines
        for piece in line.pieces
        if piece.text[0].isdigit()
    ]


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


def body_rows(body: Sequence[Printline]) -> list[list[Printline]]:
    """The lines in rows: a name broken over two lines is one row, with its amounts on either or between."""
    gaps = [other.baseline - one.baseline for one, other in pairwise(line for line in body if line.of_body)]
    usual = median(gaps) if gaps else 0.0
    rows: list[list[Printline]] = []
    for line in body:
        before = rows[-1] if rows else None
        if (
            before is not None
            and line.baseline - before[-1].baseline < BROKEN * usual
            and not (line.tabular and any(other.tabular for other in before))
            and not (line.of_body and any(other.of_body for other in before) and line.named)
        ):
            before.append(line)
        else:
            rows.append([line])
    return rows


def level_bounds(cells: Sequence[HeadCell], depth: int) -> list[float] | None:
    """Where one level of the head ends and the next begins, None where headings of two levels lie side by side."""
    bounds = []
    for level in range(1, depth):
        upper = max(cell.bottom for cell in cells if last_level(cell, cells, depth) < level)
        lower = min(cell.top for cell in cells if cell.level >= level)
        if upper >= lower:
            return None
        size = cells[0].words[0].size
        bounds.append((upper + lower) / 2 - ABOVE_BASELINE * size)
    return bounds


def last_level(cell: HeadCell, cells: Sequence[HeadCell], depth: int) -> int:
    """The level down to which a heading reaches: to the one below it, else to the body."""
    below = [other.level for other in cells if other.level > cell.level and set(other.columns) & set(cell.columns)]
    return min(below, default=depth) - 1


def framed(xs: list[float], ys: list[float], cells: Sequence[HeadCell], depth: int) -> Frame:
    """The grid with the headings merged over their columns and levels."""
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = [[-1] * columns for _ in range(rows)]
    regions: list[Region] = []
    for cell in cells:
        down = last_level(cell, cells, depth) - cell.level + 1
        claimed = [(row, column) for row in range(cell.level, cell.level + down) for column in cell.columns]
        if any(owner[row][column] >= 0 for row, column in claimed):
            continue
        for row, column in claimed:
            owner[row][column] = len(regions)
        regions.append(Region(cell.level, cell.columns[0], down, len(cell.columns), False))
    for row in range(rows):
        for column in range(columns):
            if owner[row][column] < 0:
                owner[row][column] = len(regions)
                regions.append(Region(row, column, 1, 1, False))
    order = sorted(range(len(regions)), key=lambda index: regions[index])
    new = {old: index for index, old in enumerate(order)}
    return Frame(xs, ys, [regions[index] for index in order], [[new[index] for index in line] for line in owner])
