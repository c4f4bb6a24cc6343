"""Where the objects of a PDF stand: its tables of places, read a section per match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import LITERAL_XREF, PDFBaseXRef, PDFXRefStream
from pdfminer.pdftypes import PDFStream, list_value

from difftool.read.pdf.objects import GAP, ObjectReader, UnknownObject

_LINE = rb"\d{10} \d{5} [nf](?: \r| \n|\r\n)"
_LENGTH = 20  # bytes of each line
_SECTION = re.compile(rb"\s*+(\d{1,10}) (\d{1,10}) ?(?:\r\n|\r|\n)((?:" + _LINE + rb")*+)")
_BEGIN = re.compile(rb"\s*+xref[ \t]*+(?:\r\n|\r|\n)")
_TRAILER = re.compile(rb"\s*+trailer(?![A-Za-z0-9])")
_AFTER_TRAILER = re.compile(GAP + rb"startxref(?![A-Za-z0-9])")


class PlacesTable(PDFBaseXRef):
    """A table of places in plain text; a line is read when its object is asked for."""

    def __init__(self, sections: list[tuple[int, bytes]], trailer: dict[str, Any]) -> None:
        self._sections = sections
        self.trailer = trailer

    def get_trailer(self) -> dict[str, Any]:
        return self.trailer

    def get_objids(self) -> Iterator[int]:
        for first, lines in self._sections:
            for place in range(17, len(lines), _LENGTH):
                if lines[place] == ord("n"):
                    yield first + place // _LENGTH

    def get_pos(self, objid: int) -> tuple[int | None, int, int]:
        for first, lines in reversed(self._sections):  # a later line takes the place of one before
            place = (objid - first) * _LENGTH
            if 0 <= place < len(lines) and lines[place + 17] == ord("n"):
                return None, int(lines[place : place + 10]), int(lines[place + 11 : place + 16])
        raise KeyError(objid)


def places_in_text(data: bytes, start: int, reader: ObjectReader) -> PlacesTable:
    """The table that stands at a place of the file; raises `UnknownObject` where it is none in plain text."""
    match = _BEGIN.match(data, start)
    if match is None:
        raise UnknownObject
    sections: list[tuple[int, bytes]] = []
    place = match.end()
    while (match := _SECTION.match(data, place)) is not None:
        if len(match[3]) != int(match[2]) * _LENGTH:
            raise UnknownObject
        sections.append((int(match[1]), match[3]))
        place = match.end()
    match = _TRAILER.match(data, place)
    if match is None:
        raise UnknownObject
    trailer, place = reader.value(data, match.end())
    if not isinstance(trailer, dict) or _AFTER_TRAILER.match(data, place) is None:
        raise UnknownObject
    return PlacesTable(sections, trailer)


class PlacesStream(PDFXRefStream):
    """A table of places that is packed in a stream."""

    def __init__(self, stream: object) -> None:
        super().__init__()
        if not isinstance(stream, PDFStream) or stream.get("Type") is not LITERAL_XREF:
            raise UnknownObject
        size, index, widths = stream.get("Size"), stream.get("Index"), list_value(stream.get("W"))
        index = [0, size] if index is None else list_value(index)
        if len(widths) != 3 or len(index) % 2 or not all(type(each) is int and each >= 0 for each in [*index, *widths]):
            raise UnknownObject
        self.ranges = list(zip(index[::2], index[1::2], strict=True))
        self.fl1, self.fl2, self.fl3 = widths
        self.entlen = sum(widths)
        self.data = stream.get_data()
        self.trailer = stream.attrs
