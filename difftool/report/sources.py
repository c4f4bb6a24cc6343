"""Where a figure stands, in words and as a link into its file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePath
from urllib.parse import quote

from msgspec import Struct, field

from difftool.model.document import Source
from difftool.model.place import LinePlace, PagePlace, Place, SheetPlace
from difftool.report.language import say


class Reference(Struct, frozen=True):
    """A place to look up: `short` for a narrow column, `words` for a sentence, `href` opens the file there."""

    side: str
    short: str
    words: str
    href: str


class SourceLinks(Struct, frozen=True):
    """Links into one document, as seen from the folder in which the report will lie."""

    side: str
    file_name: str
    base: str
    files: Mapping[str, str] = field(default_factory=dict)

    def reference(self, place: Place) -> Reference:
        return Reference(
            self.side, short_place(place), place_words(place), self.page_link(place) or self.opening(place)
        )

    def opening(self, place: Place) -> str:
        """A link that opens the file of the place; of a file in an archive, the archive."""
        return self.files.get(place.file, self.base)

    def page_link(self, place: Place) -> str:
        """A link that opens the very page; "" for formats that have no pages to open."""
        return f"{self.opening(place)}#page={place.page}" if isinstance(place, PagePlace) else ""

    def cell(self, place: Place) -> str:
        """The place in words; on a page "5:410,290,470,304", its box in points from the top-left corner.

        The file follows, "5:410,290,470,304 tables.pdf", where the disclosure lies in several.
        """
        if not isinstance(place, PagePlace):
            return place_words(place)
        box = f"{place.page}:{','.join(str(round(edge)) for edge in place.bbox)}"
        return f"{box} {place.file}" if place.file else box


def links_to(source: Source, side: str, report: Path | None) -> SourceLinks:
    """Links to a source file, relative to the report where its path is known, else by the path as given.

    The path is quoted whole, so that no file name can be taken for another scheme ("javascript:…").
    """
    files = {file.name: link_to(file.path, report) for file in source.files if Path(file.path).is_file()}
    whole = source.path if not source.files or Path(source.path).exists() else source.files[0].path
    return SourceLinks(side, file_name(source), link_to(whole, report), files)


def file_name(source: Source) -> str:
    """The name of the file, folder or archive; all names of files that were given one by one, or by a pattern."""
    if source.files and not Path(source.path).exists():
        return " + ".join(PurePath(file.path).name for file in source.files)
    return PurePath(source.path).name


def link_to(told: str, report: Path | None) -> str:
    path = PurePath(told)
    if report is not None:
        target = os.path.relpath(path, report.parent)
    elif path.is_absolute():
        target = path.name
    else:
        target = str(path)
    return quote(target.replace(os.sep, "/"))


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
    """The place in words, after its file where the disclosure lies in several."""
    words = words_in_file(place)
    return f"{place.file} {words}" if place.file else words


def words_in_file(place: Place) -> str:
    if isinstance(place, PagePlace):
        return say("第 {page} 页", page=place.page)
    if isinstance(place, LinePlace):
        return say("第 {line} 行", line=place.line)
    if isinstance(place, SheetPlace):
        return say("工作表“{sheet}”单元格 {cell}", sheet=place.sheet, cell=place.cell)
    if not place.table:
        return say("第 {row} 段", row=place.row)
    return say("第 {table} 张表第 {row} 行第 {column} 列", table=place.table, row=place.row, column=place.column)
