"""Where a line of Chinese set in a terminal may end: never inside an amount, before a stop or behind a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from rich.cells import cell_len, chop_cells
from rich.containers import Lines
from rich.text import Text

_OPENING = r"“‘（《「『【〈［(\["
_CLOSING = r"，。；：、！？）”’》」』】〉］％‰…)\]"
# A word or amount with its unit, or one Chinese character, with the marks that may not part from it.
_PIECE = re.compile(rf"[{_OPENING}]*(?:[!-~−·]+(?: ?(?:[万亿]?元|[页年月日项处]))?|.)[{_CLOSING}]*\s*", re.DOTALL)


class RunningText(Text):
    """Text of rich that breaks its lines as Chinese is set, where rich would fold it at any character."""

    def wrap(self, console: Any, width: int, **settings: Any) -> Lines:
        if settings.get("no_wrap"):
            return super().wrap(console, width, **settings)
        lines = Lines()
        for paragraph in self.split(allow_blank=True):
            for line in paragraph.divide(list(breaks(paragraph.plain, width))):
                line.rstrip()
                lines.append(line)
        return lines


def broken(text: str, width: int) -> list[str]:
    """The lines of `text`, each of `width` cells at the most; one empty line of nothing."""
    places = [0, *breaks(text, width), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(places)]


def breaks(text: str, width: int) -> Iterator[int]:
    """The places at which `text` is broken so that no line is wider than `width` cells of a terminal.

    What is wider than a whole line by itself is folded.
    """
    used = 0
    for piece in _PIECE.finditer(text):
        seen = cell_len(piece[0].rstrip())
        if used and used + seen > width:
            yield piece.start()
            used = 0
        if seen > width:
            folded = chop_cells(piece[0], width)
            place = piece.start()
            for part in folded[:-1]:
                place += len(part)
                yield place
            used = cell_len(folded[-1])
        else:
            used += cell_len(piece[0])
