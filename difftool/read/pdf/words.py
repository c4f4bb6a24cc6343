"""From runs to words and lines: glyphs on one baseline, with white space only where a reader would see it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from difftool.read.pdf.runs import Box, Run

SAME_BASELINE = 0.4  # of the type size: digits in another font stand a little higher or lower than the ideographs
CONTINUES = 0.1  # of the type size: the next string begins where the last one ended
OVERLAPS = 0.7  # of the type size: how far a glyph may claim to reach into the next one
TOO_WIDE = 0.3  # of the type size: a glyph that claims more of its neighbour's place is not so wide
WORD_GAP = 0.25  # of the type size, between letters or digits
SEEN_SPACE = 0.1  # the same where a space is printed
SIDE_GAP = 0.8  # between an ideograph and a letter: less is only the word processor's own spacing
WIDE_GAP = 2.0  # becomes a tab: what stands beyond is another piece ("部门：…    单位：万元")
ASCENT, DESCENT = 0.88, 0.14  # of the type size: what of a line's box lies above and below the baseline
TWICE = 0.3  # of a glyph's width: the same glyph so near is the same print, drawn again to look bold


class TextLine(NamedTuple):
    """One line of text with its box in the frame in which it was set."""

    text: str
    box: Box
    baseline: float
    size: float


def words_in_order(runs: Iterable[Run]) -> list[Run]:
    """Runs that continue each other as drawn, put together: some producers draw every glyph by itself.

    Where a font claims that its digits are as wide as ideographs, what is drawn next shows how wide they are.
    """
    words: list[Run] = []
    own = False  # whether the last word's lists were made here
    last: Run | None = None
    for run in runs:
        if (
            last is not None
            and -OVERLAPS * last.size < run.edges[0] - last.ends[-1] < CONTINUES * last.size
            and run.edges[0] > last.edges[-1] + CONTINUES * last.size
            and abs(run.baseline - last.baseline) < 0.05 * last.size
            and abs(run.size - last.size) < 0.05 * last.size
            and run.clip == last.clip
        ):
            if not own:
                last = words[-1] = last._replace(texts=[*last.texts], edges=[*last.edges], ends=[*last.ends])
                own = True
            ends = run.ends
            if run.edges[0] < last.ends[-1] - TOO_WIDE * last.size:
                last.ends[-1] = run.edges[0]
                if len(run.texts) == 1 and run.texts[0].isascii():
                    ends = [min(ends[0], run.edges[0] + last.ends[-1] - last.edges[-1])]
            last.texts.extend(run.texts)
            last.edges.extend(run.edges)
            last.ends.extend(ends)
        else:
            words.append(run)
            last, own = run, False
    return words


def lines_of(runs: Sequence[Run]) -> list[TextLine]:
    """The lines that the runs stand in, from top to bottom; runs of white space alone give none."""
    lines: list[TextLine] = []
    together: list[Run] = []
    for run in sorted(runs, key=_baseline):
        if together and run.baseline - together[0].baseline > SAME_BASELINE * min(run.size, together[0].size):
            lines.extend(_line(together))
            together = []
        together.append(run)
    if together:
        lines.extend(_line(together))
    return lines


def _baseline(run: Run) -> float:
    return run.baseline


def _line(runs: list[Run]) -> list[TextLine]:
    """One line of the runs on a baseline, or nothing where they hold only white space."""
    glyphs = [
        (start, end, text, run.size)
        for run in runs
        for text, start, end in zip(run.texts, run.edges, run.ends, strict=True)
    ]
    glyphs.sort(key=_start)
    pieces: list[str] = []
    parts: list[str] = []
    spaced = False
    last_start = last_end = 0.0
    last = ""
    first_start = 0.0
    for start, end, text, size in glyphs:
        if not text or text.isspace():
            spaced = True
            continue
        if last:
            if text == last and start - last_start < TWICE * max(last_end - last_start, 0.1):
                continue
            gap = start - last_end
            if gap > WIDE_GAP * size:
                parts.append("".join(pieces))
                pieces = []
            elif gap > SEEN_SPACE * size and _shows(gap / size, spaced, last[-1], text[0]):
                pieces.append(" ")
        else:
            first_start = start
        pieces.append(text)
        last, last_start = text, start
        last_end = max(end, last_end) if pieces else end
        spaced = False
    if not last:
        return []
    parts.append("".join(pieces))
    main = max(runs, key=_extent)
    baseline, size = main.baseline, main.size
    box = (first_start, baseline - ASCENT * size, last_end, baseline + DESCENT * size)
    return [TextLine(_tabbed(parts), box, baseline, size)]


def _start(glyph: tuple[float, float, str, float]) -> float:
    return glyph[0]


def _extent(run: Run) -> float:
    return run.ends[-1] - run.edges[0]


def _shows(gap: float, spaced: bool, before: str, after: str) -> bool:
    """True where a reader sees a space in a gap, told in type sizes, between these two characters."""
    wide = is_wide(before) + is_wide(after)
    if wide == 0:
        return spaced or gap > WORD_GAP
    return wide == 1 and gap > SIDE_GAP


def is_wide(character: str) -> bool:
    """True for ideographs and full-width punctuation, between which white space has no meaning."""
    return character >= "\u2e80" or character in "“”‘’—…·"


def _tabbed(parts: list[str]) -> str:
    """Pieces of a line with a tab at each wide gap, but not inside a heading set apart by letters ("合    计")."""
    text = parts[0]
    for before, part in itertools.pairwise(parts):
        letterspaced = len(before) == 1 and len(part) == 1 and is_wide(before) and is_wide(part)
        text += part if letterspaced else "\t" + part
    return text
