"""The letters of OFD texts: each where the file says that it stands, gathered into runs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from difftool.read.normalise import normalise
from difftool.read.ofd_path import FARTHEST
from difftool.read.ofd_values import NUMBER
from difftool.read.pdf.faces import UNREADABLE
from difftool.read.pdf.glyphs import turned_box
from difftool.read.pdf.runs import Box, Printed, Run
from difftool.read.pdf.words import is_wide

NARROW, BROAD = 0.62, 0.95  # of the type size: how wide letters and digits are at most, and the broad ones among them
WIDE_GAP = 0.3  # of the type size: what stands beyond is another run, as in a PDF
_BROAD = frozenset("MWmw@%&QOGD")
_STEP = re.compile(rf"g\s+(\d{{1,9}})\s+({NUMBER.pattern})|({NUMBER.pattern})")


class Letters:
    """Gathers letters of one text into runs, in the frame in which they run rightwards; a wide gap ends a run."""

    def __init__(self, printed: Printed, clip: Box, direction: int, height: float, unit: float, visible: bool) -> None:
        self.printed = printed
        self.direction = direction
        self.clip = turned_box(clip, direction, printed.width, printed.height)
        self.height = height
        self.unit = unit
        self.visible = visible
        self._texts: list[str] = []
        self._edges: list[float] = []
        self._baseline = 0.0

    def add(self, letter: str, point: tuple[float, float]) -> None:
        x, y = point
        if not (abs(x) < FARTHEST and abs(y) < FARTHEST):
            return
        edge, baseline, _, _ = turned_box((x, y, x, y), self.direction, self.printed.width, self.printed.height)
        if self._texts:
            gap = edge - self._edges[-1] - width_of(self._texts[-1]) * self.unit
            if (
                gap > WIDE_GAP * self.height
                or edge < self._edges[-1]
                or abs(baseline - self._baseline) > 0.05 * self.height
            ):
                self.end()
        self._texts.append(letter)
        self._edges.append(edge)
        self._baseline = baseline

    def end(self) -> None:
        """Put the letters so far on the page as one run."""
        if not self._texts:
            return
        ends = [
            min(edge + width_of(letter) * self.unit, after) if after > edge else edge + width_of(letter) * self.unit
            for letter, edge, after in zip(self._texts, self._edges, [*self._edges[1:], math.inf], strict=True)
        ]
        texts = [shown(letter) for letter in self._texts]
        run = Run(self._baseline, self.height, texts, self._edges, ends, self.clip, self.direction, self.visible)
        left, top, right, bottom = self.clip
        if self._edges[0] <= right and ends[-1] >= left and top <= self._baseline <= bottom + self.height:
            self.printed.runs.append(run)
        self._texts, self._edges = [], []


def shown(letter: str) -> str:
    """A letter as a reader sees it; one of private use shows what only its font knows."""
    return UNREADABLE if "\ue000" <= letter <= "\uf8ff" else normalise(letter)


def width_of(letter: str) -> float:
    """How wide a letter is at most, in type sizes; the file says where the next one stands."""
    if is_wide(letter):
        return 1.0
    return BROAD if letter in _BROAD else NARROW


def steps(told: str | None, most: int) -> Iterator[float]:
    """How far each letter stands from the one before: "g 3 2.5 4" is three times 2.5, then 4."""
    count = 0
    for match in _STEP.finditer(told or ""):
        times, repeated, once = match.groups()
        for _ in range(min(int(times), most) if times else 1):
            if count >= most:
                return
            count += 1
            yield float(repeated if times else once)
