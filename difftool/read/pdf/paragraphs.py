"""Lines into paragraphs: a line goes on where it reaches the right margin and the next one is not indented."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise

from difftool.pattern import lazy_pattern
from difftool.read.pdf.words import TextLine

LEADING = 2.3  # type sizes from baseline to baseline: more is a gap between paragraphs
SAME_SIZE = 0.04  # of the type size
SHORT = 1.6  # type sizes that a full line may stay short of the margin, as no mark may begin the next line
INDENT = 1.2  # type sizes

_PAGE_NUMBER = lazy_pattern(r"[─—–\-·\s]*(?:第\s*)?\d+(?:\s*页)?[─—–\-·\s]*")
_ITEM = lazy_pattern(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)")


def paragraphs(lines: Sequence[TextLine], breaks: Sequence[float] = ()) -> list[list[TextLine]]:
    """The lines, given from top to bottom, in groups that belong together; no group spans a y in sorted `breaks`."""
    if not lines:
        return []
    groups = [[lines[0]]]
    margins: dict[int, tuple[float, float]] = {}
    for line in lines:
        left, right = margins.get(round(line.size), (line.box[0], line.box[2]))
        margins[round(line.size)] = (min(left, line.box[0]), max(right, line.box[2]))
    for before, line in pairwise(lines):
        left, right = margins[round(before.size)]
        if (
            abs(line.size - before.size) <= SAME_SIZE * before.size
            and line.baseline - before.baseline <= LEADING * before.size
            and right - before.box[2] <= SHORT * before.size
            and line.box[0] - left <= INDENT * before.size
            and not _PAGE_NUMBER.fullmatch(line.text)
            and not _PAGE_NUMBER.fullmatch(before.text)
            and not _ITEM.match(line.text)
            and "\t" not in before.text + line.text
            and bisect(breaks, before.baseline) == bisect(breaks, line.baseline)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
