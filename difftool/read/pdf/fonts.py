"""Fonts over all pages of a document, each built once, without unpacking what only a rasteriser needs."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from pdfminer.cmapdb import FileUnicodeMap
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1

from difftool.read.pdf.faces import Face
from difftool.read.pdf.tokens import UnknownConstruct
from difftool.read.pdf.unicode_map import unicode_map

FONT_FILES = ("FontFile", "FontFile2", "FontFile3")
MOST_CODES = 70_000  # a range of widths over more codes than a font can have is an attack


class Fonts(PDFResourceManager):
    """The fonts of one document, for either reader of content."""

    def __init__(self) -> None:
        super().__init__()
        self._faces: dict[int, Face] = {}
        self._held: list[Mapping[str, Any]] = []

    def face(self, resources: Mapping[str, Any], name: str) -> Face:
        """The font that the resources call so; raises `UnknownConstruct` where they do not."""
        reference = dict_value(resources.get("Font", {})).get(name)
        specification = dict_value(reference)
        key = reference.objid if isinstance(reference, PDFObjRef) else -id(specification)
        found = self._faces.get(key)
        if found is None:
            if not specification:
                raise UnknownConstruct(f"the font {name} is not among the resources")
            self._held.append(specification)  # so that no other dictionary gets its id
            found = self._faces[key] = Face(self.get_font(None, specification))
        return found

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> PDFFont:
        """The font of a dictionary; its table of characters is read by `unicode_map`, its outlines are left packed."""
        spec = bounded(spec)
        told = resolve1(spec.get("ToUnicode"))
        if not isinstance(told, PDFStream):
            return super().get_font(objid, spec)
        spec = without_files(spec)
        spec["ToUnicode"] = PDFStream({}, b"")
        font = super().get_font(objid, spec)
        characters = FileUnicodeMap()
        characters.cid2unichr = unicode_map(told.get_data())
        font.unicode_map = characters  # type: ignore[attr-defined]
        return font


def without_files(specification: Mapping[str, Any]) -> dict[str, Any]:
    """A font's dictionary without its outlines: where it tells its characters, they would be unpacked for nothing."""
    lean = dict(specification)
    if "FontDescriptor" in lean:
        descriptor = dict_value(lean["FontDescriptor"])
        lean["FontDescriptor"] = {key: value for key, value in descriptor.items() if key not in FONT_FILES}
    if "DescendantFonts" in lean:
        inner = [dict_value(font) for font in list_value(lean["DescendantFonts"])]
        lean["DescendantFonts"] = [without_files(font) for font in inner]
    return lean


def bounded(specification: Mapping[str, Any]) -> Mapping[str, Any]:
    """The font's dictionary, without its widths where they claim more codes than a font can have."""
    for name in ("W", "W2"):
        numbers = [resolve1(entry) for entry in list_value(specification.get(name, []))]
        for first, last in itertools.pairwise(numbers):
            if isinstance(first, int) and isinstance(last, int) and last - first > MOST_CODES:
                return {key: value for key, value in specification.items() if key != name}
    return specification
