"""Where a figure stands, in words and as a link into its file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import quote

from difftool.model.document import Source
from difftool.model.fact import Fact
from difftool.model.place import LinePlace, PagePlace, Place, SheetPlace
from difftool.report.language import say


@dataclass(frozen=True, slots=True)
class Reference:
    """A place to look up: `short` for a narrow column, `words` for a sentence, `href` opens the file there."""

    side: str
    short: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class SourceLinks:
    """Links into one document, as seen from the folder in which the report will lie."""

    side: str
    file_name: str
    base: str

    def reference(self, place: Place) -> Reference:
        return Reference(self.side, short_place(place), place_words(place), self.page_link(place) or self.base)

    def page_link(self, place: Place) -> str:
        """A link that opens the very page; "" for formats that have no pages to open."""
        return f"{self.base}#page={place.page}" if isinstance(place, PagePlace) else ""

    def exact(self, place: Place) -> str:
        """The place in words, on a page with its box in points from the top-left corner."""
        if not isinstance(place, PagePlace):
            return place_words(place)
        left, top, right, bottom = (round(edge) for edge in place.bbox)
        return say("{place}，框 {box}", place=place_words(place), box=f"{left},{top}–{right},{bottom}")

    def printed(self, fact: Fact, shown: str) -> str:
        """Where the figure stands, and what the document prints there if it is not what the report shows."""
        raw = "" if fact.raw == shown else say("原文“{raw}”，", raw=fact.raw)
        return raw + self.exact(fact.where)


def links_to(source: Source, side: str, report: Path | None) -> SourceLinks:
    """Links to a source file, relative to the report where its path is known, else by the path as given.

    The path is quoted whole, so that no file name can be taken for another scheme ("javascript:…").
    """
    path = PurePath(source.path)
    if report is not None:
        target = os.path.relpath(path, report.parent)
    elif path.is_absolute():
        target = path.name
    else:
        target = str(path)
    return SourceLinks(side, path.name, quote(target.replace(os.sep, "/")))


def short_place(place: Place) -> str:
    if isinstance(place, PagePlace):
        return say("{page} 页", page=place.page)
    if isinstance(place, LinePlace):
        return say("{line} 行", line=place.line)
    if isinstance(place, SheetPlace):
        return f"{place.sheet} {place.cell}"
    if not place.table:
        return say("段 {row}", row=place.row)
    return say("表 {table} 行 {row}", table=place.table, row=place.row)


def place_words(place: Place) -> str:
    if isinstance(place, PagePlace):
        return say("第 {page} 页", page=place.page)
    if isinstance(place, LinePlace):
        return say("第 {line} 行", line=place.line)
    if isinstance(place, SheetPlace):
        return say("工作表“{sheet}”单元格 {cell}", sheet=place.sheet, cell=place.cell)
    if not place.table:
        return say("第 {row} 段", row=place.row)
    return say("第 {table} 张表第 {row} 行第 {column} 列", table=place.table, row=place.row, column=place.column)
