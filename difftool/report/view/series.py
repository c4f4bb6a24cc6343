"""Lines over the years."""

from __future__ import annotations

from msgspec import Struct

from difftool.report.view.figures import Figure


class Point(Struct, frozen=True):
    """One figure of a series: `label` its year and stage, `phase` how its bar is drawn, `width` in percent."""

    label: str
    phase: str
    figure: Figure
    width: str


class Series(Struct, frozen=True):
    """A line over the years, in order of time."""

    name: str
    href: str
    points: tuple[Point, ...]


class SeriesView(Struct, frozen=True):
    """`shown` are the 三公 lines, `folded` the economic lines, `moments` the labels of all their points in time."""

    shown: tuple[Series, ...]
    folded: tuple[Series, ...]
    moments: tuple[str, ...]
