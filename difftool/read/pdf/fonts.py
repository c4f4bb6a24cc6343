"""Fonts over all pages of a document, each built once, without unpacking what only a rasteriser needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1

from difftool.read.pdf.glyphs import Face
from difftool.read.pdf.tokens import UnknownConstruct

FONT_FILES = ("FontFile", "FontFile2", "FontFile3")


class Fonts:
    """The faces of one document."""

    def __init__(self) -> None:
        self._manager = PDFResourceManager()
        self._faces: dict[int, Face] = {}
        self._held: list[Mapping[str, Any]] = []

    def face(self, resources: Mapping[str, Any], name: str) -> Face:
        """The font that the resources call so; raises `UnknownConstruct` where they do not."""
        reference = dict_value(resources.get("Font", {})).get(name)
        if isinstance(reference, PDFObjRef):
            key = reference.objid
            specification = dict_value(reference)
        else:
            specification = dict_value(reference)
            key = -id(specification)
        found = self._faces.get(key)
        if found is None:
            if not specification:
                raise UnknownConstruct(f"the font {name} is not among the resources")
            self._held.append(specification)  # so that no other dictionary gets its id
            found = self._faces[key] = Face(self._build(specification))
        return found

    def _build(self, specification: Mapping[str, Any]) -> PDFFont:
        if "ToUnicode" in specification:
            specification = without_files(specification)
        return self._manager.get_font(None, specification)


def without_files(specification: Mapping[str, Any]) -> dict[str, Any]:
    """A font's dictionary without its outlines: where it tells its characters, they are unpacked for nothing."""
    lean = dict(specification)
    if "FontDescriptor" in lean:
        descriptor = dict_value(lean["FontDescriptor"])
        lean["FontDescriptor"] = {key: value for key, value in descriptor.items() if key not in FONT_FILES}
    if "DescendantFonts" in lean:
        lean["DescendantFonts"] = [
            without_files(dict_value(resolve1(inner))) for inner in list_value(lean["DescendantFonts"])
        ]
    return lean
