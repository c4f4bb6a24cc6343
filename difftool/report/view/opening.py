"""The first screen: the documents, the totals, the findings and the way from the old total to the new."""

from __future__ import annotations

from msgspec import Struct

from difftool.report.view.figures import Bar, Difference, Figure
from difftool.report.view.prints import Quote, Strip


class DocumentCard(Struct, frozen=True):
    side: str
    label: str
    entity: str
    issue: str
    file_name: str
    href: str
    details: str


class KeyFigure(Struct, frozen=True):
    label: str
    old: Figure
    new: Figure
    difference: Difference
    href: str


class Finding(Struct, frozen=True):
    """A sentence that matters, `tag` its kind in a word, `href` the anchor where it is shown in full."""

    tag: str
    trend: str
    sentence: str
    quotes: tuple[Quote, ...]
    href: str
    strips: tuple[Strip, ...]


class Step(Struct, frozen=True):
    """One bar of the waterfall; the first and last are totals."""

    label: str
    href: str
    text: str
    bar: Bar
    total: bool


class Waterfall(Struct, frozen=True):
    """`scale` is what to know of the picture, `caption` what to know of the steps; both "" where there is nothing."""

    title: str
    steps: tuple[Step, ...]
    scale: str
    caption: str
