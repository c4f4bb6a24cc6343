"""A font as the layout needs it: what each character code reads as, and how far it advances the pen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from struct import Struct
from typing import Any

from pdfminer.cmapdb import IdentityCMap, IdentityCMapByte
from pdfminer.pdffont import PDFUnicodeNotDefined

from difftool.read.normalise import normalise

UNREADABLE = "\ufffd"
SPACE = 32
SHORT = 8  # bytes

_PAIRS = [Struct(f">{count}H").unpack for count in range(64)]


Glyph = tuple[str, float, bool]  # its text, its advance per unit of type size, and whether its code is a space's


class Glyphs(dict[int, Glyph]):
    """Glyphs by character code; each is asked of the font once."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font
        self._texts: dict[int, str] = getattr(getattr(font, "unicode_map", None), "cid2unichr", {})

    def __missing__(self, code: int) -> Glyph:
        font = self._font
        width = font.widths.get(code)
        advance = width * font.hscale if isinstance(width, (int, float)) else float(font.char_width(code))
        found = self[code] = (self._text(code), advance, code == SPACE)
        return found

    def _text(self, code: int) -> str:
        text = self._texts.get(code)
        if text is None:
            try:
                text = self._font.to_unichr(code)
            except PDFUnicodeNotDefined:
                return UNREADABLE
        return normalise(text.replace("\x00", ""))


class Strings(dict[bytes, list[Glyph]]):
    """The glyphs of strings, short ones kept: a cell's digits, and whole pages drawn glyph by glyph, come again."""

    def __init__(self, decode: Callable[[bytes], Iterable[int]], glyphs: Glyphs) -> None:
        super().__init__()
        self._decode = decode
        self._glyphs = glyphs

    def __missing__(self, shown: bytes) -> list[Glyph]:
        glyphs = self._glyphs
        found = [glyphs[code] for code in self._decode(shown)]
        if len(shown) <= SHORT:
            self[shown] = found
        return found


class Face:
    """One font. `scale` is the height of its glyphs where that is not their size, as in Type 3 fonts drawn small."""

    __slots__ = ("_font", "decode", "glyphs", "multibyte", "scale", "strings", "vertical")

    def __init__(self, font: Any) -> None:
        self._font = font
        self.glyphs = Glyphs(font)
        self.decode: Callable[[bytes], Iterable[int]] = font.decode
        cmap = getattr(font, "cmap", None)
        if isinstance(cmap, IdentityCMap) and not isinstance(cmap, IdentityCMapByte):
            self.decode = two_bytes_each
        self.strings = Strings(self.decode, self.glyphs)
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
