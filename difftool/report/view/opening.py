"""The first screen: the documents, the totals, the findings and the way from the old total to the new."""

from __future__ import annotations

from dataclasses import dataclass

from difftool.report.view.figures import Bar, Difference, Figure
from difftool.report.view.prints import Quote, Strip


@dataclass(frozen=True, slots=True)
class DocumentCard:
    side: str
    label: str
    entity: str
    issue: str
    file_name: str
    href: str
    details: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    label: str
    old: Figure
    new: Figure
    difference: Difference
    href: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence that matters, `tag` its kind in a word, `href` the anchor where it is shown in full."""

    tag: str
    trend: str
    sentence: str
    quotes: tuple[Quote, ...]
    href: str
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of the waterfall; the first and last are totals."""

    label: str
    href: str
    text: str
    bar: Bar
    total: bool


@dataclass(frozen=True, slots=True)
class Waterfall:
    """`scale` is what to know of the picture, `caption` what to know of the steps; both "" where there is nothing."""

    title: str
    steps: tuple[Step, ...]
    scale: str
    caption: str
