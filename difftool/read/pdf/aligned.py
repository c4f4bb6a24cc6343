"""Tables whose columns are told by alignment alone: forms printed with few or no ruling lines.

Only what is clearly a table of money is taken for one: lines on which several amounts stand apart, one under another.
"""

from __future__ import annotations

from collections.abc import Sequence

from difftool.pattern import lazy_pattern
from difftool.read.pdf.aligned_body import in_columns, is_name_only, is_of_same_row, words_meet
from difftool.read.pdf.aligned_broken import with_broken_amounts
from difftool.read.pdf.aligned_frame import FOLLOWS, aligned_frame, head_above
from difftool.read.pdf.aligned_lines import COLUMNS, LINES, Printline, printlines, with_whole_amounts
from difftool.read.pdf.lattice import Frame
from difftool.read.pdf.runs import Run

ABOVE_ROWS = 5  # lines of a head that is printed again over rows that go on, at most
FURNITURE = 1  # lines at the head of a page above a table that goes on there
ABOVE = 2.6  # type sizes from a lone heading to the line below it
LARGER = 1.2  # times the type of the line below it that of a lone heading may be
HEADED = 3.6  # type sizes from a line of several headings to the line below it: rows of a head may be high
EVEN = 0.2  # type sizes by which the lines of a broken name may stand unevenly around its amounts
BELOW = 2.2  # type sizes from the last line with amounts to one of names only, and on

_NO_HEADING = lazy_pattern(r"表$|^[^一-鿿]*$|[，。；]")


def aligned_frames(runs: Sequence[Run], ruled: Sequence[Frame] = (), columns: Sequence[float] = ()) -> list[Frame]:
    """The tables that the runs, given in any order, form by their alignment.

    `ruled` are the tables of the page that have lines: one that stands right above is the head. `columns` are the edges
    of those in a table at the foot of the page before, which may go on here with rows alone, be it one.
    """
    lines = with_whole_amounts(with_broken_amounts(printlines(runs)), goes_on=bool(columns))
    if columns and (named := names_alone(lines)):
        frame = aligned_frame(named, ruled, columns)
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
        start = first_of_rows(lines, first)
        goes_on = bool(columns) and not frames and in_columns(lines[start : last + 1], columns)
        if goes_on and (not start or (start <= FURNITURE and len(lines[start - 1].pieces) < COLUMNS)):
            frame = aligned_frame(lines[start : last + 1], ruled, columns)
            if frame is not None:
                frames.append(frame)
        elif len(body) >= LINES or (goes_on and start <= ABOVE_ROWS) or is_short_form(lines, first, ruled):
            while last + 1 < len(lines) and goes_on_below(lines[last], lines[last + 1]):
                last += 1
            last += ends_name(lines[last - 1 : last + 2])
            head = first_of_head(lines, first)
            frame = aligned_frame(lines[head : last + 1], ruled)
            if frame is not None:
                frames.append(frame)
        first = last + 1
    return frames


def first_of_rows(lines: Sequence[Printline], first: int) -> int:
    """The first line of the rows down to the one with amounts at `first`: of those above it that have none, too."""
    start = first
    while start and not lines[start - 1].long and not lines[start - 1].caption:
        if not lines[start - 1].of_body and not is_of_same_row(lines[start - 1], lines[start]):
            break
        start -= 1
    return start


def names_alone(lines: Sequence[Printline]) -> Sequence[Printline]:
    """The lines of a page that prints nothing but names of a form in which no amount stands, else none."""
    named = [line for line in lines if line.of_body and not line.tabular and not line.long]
    few = len(lines) - len(named) <= 2 * FURNITURE and not any(line.tabular for line in lines)
    return named if few and len(named) >= LINES else ()


def is_short_form(lines: Sequence[Printline], first: int, ruled: Sequence[Frame]) -> bool:
    """Whether a line with amounts stands below a head that is ruled or captioned: some forms have one row.

    A form that goes on over the page, with its title and head again, may have one left: it begins with its code.
    """
    line = lines[first]
    head = first_of_head(lines, first)
    amounts = sum(piece.amount for piece in line.pieces)
    captioned = 0 < head < first and lines[head - 1].caption
    if line.long:
        return False
    if captioned and line.pieces[0].numbered:
        return True
    return amounts > COLUMNS and (captioned or head_above(line, (), ruled) is not None)


def first_of_head(lines: Sequence[Printline], first: int) -> int:
    """The line at which the head begins: lines of several headings, and lone headings of the same size."""
    head = first
    while head and (heads(lines[head - 1], lines[head]) or is_lone(lines[head - 1], lines[head])):
        head -= 1
    return head


def heads(line: Printline, below: Printline) -> bool:
    """True where a line over the table belongs to its head: it has columns of its own, and is no caption."""
    return not line.caption and len(line.pieces) >= COLUMNS and below.baseline - line.baseline <= HEADED * line.size


def is_lone(line: Printline, below: Printline) -> bool:
    """Whether a line is one heading over some of the columns; a title is larger, or ends with 表."""
    return (
        len(line.pieces) == 1
        and not line.caption
        and not line.long
        and line.size <= LARGER * below.size
        and below.baseline - line.baseline <= ABOVE * line.size
        and not _NO_HEADING.search(line.pieces[0].text)
    )


def ends_name(lines: Sequence[Printline]) -> bool:
    """Whether the third of these lines ends the name that the first begins, with the amounts of the last row between.

    A name of two or three lines has its amounts halfway down.
    """
    if len(lines) < 3:
        return False
    above, row, below = lines
    even = abs((row.baseline - above.baseline) - (below.baseline - row.baseline)) <= EVEN * row.size
    return even and row.tabular and is_name_only(above) and is_name_only(below) and words_meet(above, below)


def goes_on_below(line: Printline, below: Printline) -> bool:
    """True where a line below the last amounts is a row without any: a line of a two-sided form that is blank."""
    return (
        not below.caption
        and len(below.pieces) >= COLUMNS
        and below.baseline - line.baseline <= BELOW * below.size
        and not below.long
    )
