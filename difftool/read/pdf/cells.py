"""Words into cells: each goes where it stands, a name that overflows its cell to the cell in which it begins."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.pattern import lazy_pattern
from difftool.read.pdf.lattice import Frame
from difftool.read.pdf.runs import Run
from difftool.read.pdf.words import TextLine, lines_of

ABOVE_BASELINE = 0.3  # of the type size: the middle of a glyph
INSIDE = 1.0  # points
GAP = 0.3  # of the type size: two words of one run
GAP_AT_EDGE = 0.15  # of the type size: two words of one run with the edge of a cell between them

_AMOUNT = lazy_pattern(r"[-−△▲(]?\d[\d,]*\.\d+[)%]?")
_AMOUNT_BEHIND = lazy_pattern(r"(?<=[^\d.,(−-])[-−(]?\d[\d,]*\.\d+[)%]?$")
_FIGURES = lazy_pattern(r"[-−△▲(]?\d[\d,.]*[)%]?")


def fill(frame: Frame, runs: Sequence[Run], strays: Sequence[TextLine]) -> list[str]:
    """The text of each region of the table; lines of a cell are joined by line breaks.

    `strays` are lines that run in another direction, with boxes in the table's frame.
    """
    held: list[list[Run]] = [[] for _ in frame.regions]
    for run in runs:
        row = frame.owner[frame.row_at(middle_of(run)[1])]
        first = row[frame.column_at(max(run.edges[0], run.clip[0]) + 0.5)]
        last = row[frame.column_at(min(run.ends[-1], run.clip[2]) - 0.5)]
        if first == last:
            held[first].append(run)
        else:
            for word in split(run):
                for piece, region in _settle(frame, row, word):
                    held[region].append(piece)
    texts = [_text(own) for own in held]
    for stray in strays:
        left, top, right, bottom = stray.box
        region = frame.owner[frame.row_at((top + bottom) / 2)][frame.column_at((left + right) / 2)]
        texts[region] = f"{texts[region]}\n{stray.text}" if texts[region] else stray.text
    return texts


def middle_of(run: Run) -> tuple[float, float]:
    """The middle of what shows of a run: a spreadsheet cuts at its cell's edge what is too long for the cell."""
    left, top, right, bottom = run.clip
    across = (max(run.edges[0], left) + min(run.ends[-1], right)) / 2
    height = run.baseline - ABOVE_BASELINE * run.size
    return across, min(max(height, top + INSIDE), bottom - INSIDE)


def _text(runs: Sequence[Run]) -> str:
    lines = [line.text for line in lines_of(runs)]
    if len(lines) > 1:  # wide gaps in a cell of several lines come from justified text
        lines = [line.replace("\t", " ") for line in lines]
    return "\n".join(lines)


def split(run: Run) -> list[Run]:
    """The words of a run."""
    words: list[Run] = []
    begin = None
    for index, (text, start) in enumerate(zip(run.texts, run.edges, strict=True)):
        blank = not text or text.isspace()
        if begin is not None and (blank or start - run.ends[index - 1] > GAP * run.size):
            words.append(part(run, begin, index))
            begin = None
        if begin is None and not blank:
            begin = index
    if begin is not None:
        words.append(part(run, begin, len(run.texts)))
    return words


def part(run: Run, begin: int, end: int) -> Run:
    """Glyphs `begin` to `end` of a run."""
    return run._replace(texts=run.texts[begin:end], edges=run.edges[begin:end], ends=run.ends[begin:end])


def _settle(frame: Frame, row: list[int], word: Run) -> list[tuple[Run, int]]:
    """The region of a word, or the regions of the two amounts, or the name and the amount, that stand in it."""
    regions = [row[frame.column_at((start + end) / 2)] for start, end in zip(word.edges, word.ends, strict=True)]
    if regions[0] == regions[-1]:
        return [(word, regions[0])]
    if cut := _gap_at_edge(word, regions):
        return [*_settle(frame, row, part(word, 0, cut)), *_settle(frame, row, part(word, cut, len(regions)))]
    text = "".join(word.texts)
    if _FIGURES.match(text):
        cut = next(index for index, region in enumerate(regions) if region != regions[0])
        before, after = "".join(word.texts[:cut]), "".join(word.texts[cut:])
        if _AMOUNT.fullmatch(before) and _FIGURES.match(after):
            return [(part(word, 0, cut), regions[0]), *_settle(frame, row, part(word, cut, len(regions)))]
        return [(word, max(set(regions), key=regions.count))]
    behind = _AMOUNT_BEHIND.search(text)
    if behind and len(text) == len(regions) and regions[behind.start()] != regions[0]:
        cut = behind.start()  # a long name reaches up to the amount beside it
        return [(part(word, 0, cut), regions[0]), *_settle(frame, row, part(word, cut, len(regions)))]
    return [(word, regions[0])]


def _gap_at_edge(word: Run, regions: Sequence[int]) -> int:
    """The first glyph of a word that stands in another cell than the one before, wider apart than any two of one cell.

    Some programs draw what stands in neighbouring cells as one string.
    """
    gaps = [start - end for start, end in zip(word.edges[1:], word.ends, strict=False)]
    between = [index for index, gap in enumerate(gaps, start=1) if regions[index] != regions[index - 1]]
    within = max((gap for index, gap in enumerate(gaps, start=1) if index not in between), default=0.0)
    wide = (index for index in between if gaps[index - 1] > max(GAP_AT_EDGE * word.size, 2 * within))
    return next(wide, 0)
