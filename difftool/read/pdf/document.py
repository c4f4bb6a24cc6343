"""A PDF's objects by number: pdfminer.six's document, with its plain objects and tables of places read by ourselves."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, int_value

from difftool.read.pdf.bounds import Budget
from difftool.read.pdf.objects import GAP, ObjectReader, UnknownObject
from difftool.read.pdf.places import PlacesStream, PlacesTable, places_in_text
from difftool.read.pdf.streams import BoundedStream

_HEAD = re.compile(rb"\s*+(\d{1,10})\s++\d{1,10}\s++obj(?![A-Za-z0-9])")
_TAIL = re.compile(GAP + rb"(?:endobj(?![A-Za-z0-9])|stream(?:\r\n|\r|\n))")
_END_OF_STREAM = re.compile(rb"\s*+endstream\s++endobj(?![A-Za-z0-9])")
_NOTHING = re.compile(GAP)


class BoundedParser(PDFParser):
    """pdfminer.six's parser of the file's objects; its streams are bounded ones."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        super().__init__(BytesIO(data))
        self._budget = budget

    def push(self, *objs: Any) -> None:
        for _, value in objs:
            if type(value) is PDFStream:
                value.__class__ = BoundedStream
                value.budget = self._budget  # type: ignore[attr-defined]
        super().push(*objs)


class BoundedDocument(PDFDocument):
    """The file's objects, within the bounds; one that is nothing but a reference is followed, but not in a circle."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        self._data = data
        self._budget = budget
        self._reader = ObjectReader(self)
        self._packed: dict[int, PackedObjects] = {}
        self._tables_read: set[int] = set()
        super().__init__(BoundedParser(data, budget))

    def getobj(self, objid: int) -> object:
        known = self._cached_objs.get(objid)
        found = known[0] if known is not None else super().getobj(objid)
        if isinstance(found, PDFObjRef):
            followed = {objid}
            while isinstance(found, PDFObjRef):
                if found.objid in followed:
                    raise PDFObjectNotFound(f"object {objid} refers to itself")
                followed.add(found.objid)
                found = super().getobj(found.objid)
        return found

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        """Read the table of places that begins at `start`, and those that it leads to."""
        if start in self._tables_read:
            return
        self._tables_read.add(start)
        try:
            table = self.table_at(start)
        except UnknownObject:
            super().read_xref_from(parser, start, xrefs)
            return
        xrefs.append(table)
        for entry in ("XRefStm", "Prev"):
            if entry in table.trailer:
                self.read_xref_from(parser, int_value(table.trailer[entry]), xrefs)

    def table_at(self, place: int) -> PlacesTable | PlacesStream:
        """The table of places that begins at a place of the file; raises `UnknownObject`."""
        head = _HEAD.match(self._data, place)
        if head is None:
            return places_in_text(self._data, place, self._reader)
        return PlacesStream(self.object_at(place, int(head[1])))

    def _getobj_parse(self, pos: int, objid: int) -> object:
        try:
            return self.object_at(pos, objid)
        except UnknownObject:
            return super()._getobj_parse(pos, objid)

    def object_at(self, place: int, number: int) -> object:
        """The object that stands at a place of the file under this number; raises `UnknownObject`."""
        data = self._data
        head = _HEAD.match(data, place)
        if head is None or int(head[1]) != number:
            raise UnknownObject
        value, place = self._reader.value(data, head.end())
        tail = _TAIL.match(data, place)
        if tail is None:
            raise UnknownObject
        if tail[0].endswith(b"endobj"):
            return value
        if not isinstance(value, dict) or "Length" not in value or self._read_to_the_end:
            raise UnknownObject
        start = tail.end()
        end = start + int_value(value["Length"])
        if end < start or _END_OF_STREAM.match(data, end) is None:
            raise UnknownObject
        stream = BoundedStream(value, data[start:end], self.decipher)
        stream.budget = self._budget
        return stream

    @property
    def _read_to_the_end(self) -> bool:
        """Whether the lengths of streams are not believed, as where the table of places is damaged."""
        return self._parser is None or self._parser.fallback

    def _getobj_objstm(self, stream: PDFStream, index: int, objid: int) -> object:
        number = stream.objid
        assert number is not None
        try:
            packed = self._packed.get(number)
            if packed is None:
                packed = self._packed[number] = PackedObjects(stream)
            return packed.object(index, objid, self._reader)
        except UnknownObject:
            return super()._getobj_objstm(stream, index, objid)


class PackedObjects:
    """The objects of one object stream, each read when it is asked for."""

    def __init__(self, stream: PDFStream) -> None:
        self._data = stream.get_data()
        first, count = int_value(stream.get("First")), int_value(stream.get("N"))
        try:
            numbers = [int(each) for each in self._data[:first].split()]
        except ValueError:
            numbers = []
        self._numbers = numbers[: 2 * count : 2]
        self._edges = [first + place for place in numbers[1 : 2 * count : 2]]
        self._edges.append(len(self._data))
        # Where they do not stand one after the other, pdfminer.six's parser goes by their order.
        if len(numbers) != 2 * count or self._edges != sorted(self._edges):
            self._numbers = []

    def object(self, index: int, number: int, reader: ObjectReader) -> object:
        """One of the objects; raises `UnknownObject`."""
        if not (0 <= index < len(self._numbers)) or self._numbers[index] != number:
            raise UnknownObject
        written = self._data[self._edges[index] : self._edges[index + 1]]
        value, place = reader.value(written, 0)
        if _NOTHING.fullmatch(written, place) is None:
            raise UnknownObject
        return value


def open_document(data: bytes, budget: Budget) -> BoundedDocument:
    """The document over the bytes of a file; raises pdfminer.six's errors, or anything on a damaged file."""
    return BoundedDocument(data, budget)
