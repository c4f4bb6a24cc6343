"""What is printed on one page, as plain values: the only thing that the layout above ever sees of a PDF.

All coordinates are points from the top-left corner of the page as displayed, y growing downwards.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct, field

from difftool.model.bounds import OPERATORS, Bounds
from difftool.read.pdf.bounds import TooMuch

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

# Directions in which text runs on the displayed page, in quarter turns clockwise.
RIGHTWARDS, DOWNWARDS, LEFTWARDS, UPWARDS = 0, 1, 2, 3


class Run(NamedTuple):
    """Glyphs set in one go without a wide gap: `texts[i]` is printed from `edges[i]` to `ends[i]` along x.

    `baseline` is y; `size` the height of the type; `clip` what of the page showed when it was drawn; `visible` is False
    for text that is drawn without ink. A run that does not go rightwards is told in the frame of its own direction.
    """

    baseline: float
    size: float
    texts: list[str]
    edges: list[float]
    ends: list[float]
    clip: Box
    direction: int = RIGHTWARDS
    visible: bool = True


class Ruling(NamedTuple):
    """A straight line along an axis, however it was drawn: `at` across that axis, from `start` to `end` along it."""

    at: float
    start: float
    end: float


class Area(NamedTuple):
    """A filled, not white rectangle that is too thick to be a line."""

    left: float
    top: float
    right: float
    bottom: float


class Cover(NamedTuple):
    """A white area or an opaque picture painted over what the first `runs` runs of the page show."""

    box: Box
    runs: int


class Printed(Struct):
    """Everything printed on one page. `width` and `height` are those of the page as displayed.

    `pictured` is how much of it pictures cover, in square points; where two overlap, both count. `large_pictures` are
    those as large as a form.
    """

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    horizontal: list[Ruling] = field(default_factory=list)
    vertical: list[Ruling] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    covers: list[Cover] = field(default_factory=list)
    pictures: int = 0
    pictured: float = 0.0
    large_pictures: int = 0
    glyphs: int = 0
    bounds: Bounds = field(default_factory=Bounds)

    def count_glyphs(self, more: int) -> None:
        """Make room for more glyphs; raises `TooMuch` where the page has too many."""
        self.glyphs += more
        if self.glyphs > self.bounds.glyphs:
            raise TooMuch(OPERATORS, f"a page shows more than {self.bounds.glyphs:,} glyphs")

    def check_rulings(self) -> None:
        """Raise `TooMuch` where the page has too many lines and areas."""
        if len(self.horizontal) + len(self.vertical) + len(self.areas) + len(self.covers) >= self.bounds.rulings:
            raise TooMuch(OPERATORS, f"a page has more than {self.bounds.rulings:,} lines")
