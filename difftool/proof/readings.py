"""What recognition saw in pictures of print, asked which look at a number belongs to which fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from difftool.model.document import Document, Reading
from difftool.model.fact import Fact
from difftool.model.place import PagePlace, Place

SURE = 0.9  # both looks at a number must be as sure as this where no sum bears it out

PageKey = tuple[str, int]
"""File and page."""


def mark_recognised(document: Document, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, marked where they stand on a page whose text was recognised."""
    pages = recognised_pages(document)
    return tuple(replace(fact, recognised=True) if page_of(fact.where) in pages else fact for fact in facts)


def recognised_pages(document: Document) -> set[PageKey]:
    places = (block.place for page in document.pages if page.recognised for block in page.blocks)
    return {page for place in places if (page := page_of(place)) is not None}


def page_of(place: Place) -> PageKey | None:
    return (place.file, place.page) if isinstance(place, PagePlace) else None


def readings_by_page(document: Document) -> dict[PageKey, list[Reading]]:
    found: dict[PageKey, list[Reading]] = defaultdict(list)
    for reading in document.readings:
        page = page_of(reading.place)
        if page is not None:
            found[page].append(reading)
    return found


def reading_of(fact: Fact, readings: dict[PageKey, list[Reading]]) -> Reading | None:
    """The reading that stands in the cell of a fact, None where there are none or several."""
    page = page_of(fact.where)
    inside = [reading for reading in readings.get(page, ()) if within(reading.place, fact.where)] if page else []
    return inside[0] if len(inside) == 1 else None


def within(place: Place, cell: Place) -> bool:
    if not isinstance(place, PagePlace) or not isinstance(cell, PagePlace):
        return False
    across, down = (place.bbox[0] + place.bbox[2]) / 2, (place.bbox[1] + place.bbox[3]) / 2
    return cell.bbox[0] <= across <= cell.bbox[2] and cell.bbox[1] <= down <= cell.bbox[3]


def is_sure(fact: Fact, reading: Reading | None) -> bool:
    """Whether two looks at the print agree on the amount, and are both sure."""
    return reading is not None and not reading.others and reading.sureness >= SURE and reading.text == fact.raw
