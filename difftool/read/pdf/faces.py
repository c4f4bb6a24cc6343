"""A font as the layout needs it: what each character code reads as, and how far it advances the pen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from struct import Struct
from typing import Any

from pdfminer.cmapdb import IdentityCMap, IdentityCMapByte
from pdfminer.pdffont import PDFUnicodeNotDefined

from difftool.read.normalise import normalise

UNREADABLE = "\ufffd"

_PAIRS = [Struct(f">{count}H").unpack for count in range(64)]


class Glyphs(dict[int, tuple[str, float]]):
    """Text and advance, per unit of type size, by character code; each is asked of the font once."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, code: int) -> tuple[str, float]:
        found = self[code] = (self._text(code), float(self._font.char_width(code)))
        return found

    def _text(self, code: int) -> str:
        try:
            text = self._font.to_unichr(code)
        except PDFUnicodeNotDefined:
            return UNREADABLE
        return normalise(text.replace("\x00", ""))


class Face:
    """One font. `scale` is the height of its glyphs where that is not their size, as in Type 3 fonts drawn small."""

    __slots__ = ("_font", "decode", "glyphs", "multibyte", "scale", "vertical")

    def __init__(self, font: Any) -> None:
        self._font = font
        self.glyphs = Glyphs(font)
        self.decode: Callable[[bytes], Iterable[int]] = font.decode
        cmap = getattr(font, "cmap", None)
        if isinstance(cmap, IdentityCMap) and not isinstance(cmap, IdentityCMapByte):
            self.decode = two_bytes_each
        self.vertical: bool = font.is_vertical()
        self.multibyte: bool = font.is_multibyte()
        self.scale = 1.0
        if hasattr(font, "matrix"):  # a Type 3 font may draw its glyphs at any size
            height = abs(font.get_height())
            self.scale = height if height > 0 and not 0.4 < height < 2.5 else 1.0

    def offset(self, code: int) -> tuple[float, float]:
        """In vertical type, the way from the pen to the glyph's origin."""
        across, along = self._font.char_disp(code)
        return (0.5 if across is None else across / 1000), (1000 - along) / 1000


def two_bytes_each(shown: bytes) -> tuple[int, ...]:
    """The codes of a string in a font whose codes are its glyphs' numbers."""
    count = len(shown) // 2
    if 2 * count != len(shown):
        shown = shown[: 2 * count]
    return _PAIRS[count](shown) if count < len(_PAIRS) else Struct(f">{count}H").unpack(shown)
