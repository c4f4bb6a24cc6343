"""One spelling for the same printed character: what a font's code points say is not always what a reader sees."""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from importlib.resources import files

COMPATIBILITY_IDEOGRAPHS = ((0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
FULL_WIDTH = ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
# Code points that show as another one, or not at all. Some fonts name their hyphen glyph "soft hyphen", which would
# swallow the sign of a negative amount.
SHOWN_AS = {
    "\u00a0": " ",
    "\u00ad": "-",
    "\u2010": "-",
    "\u2011": "-",
    "\u200b": None,
    "\u200c": None,
    "\u200d": None,
    "\u2060": None,
    "\ufeff": None,
}


def normalise(text: str) -> str:
    """The text with one code point for each ideograph, digit and Latin letter; punctuation stays as printed.

    Full-width digits and letters become plain ones, compatibility ideographs and radicals (also those that NFKC leaves,
    as browsers print them: ⺠ for 民) become the ideographs that they look like.
    """
    return text if text.isascii() else text.translate(_spelling())


@cache
def _spelling() -> dict[int, str | None]:
    spelling: dict[int, str | None] = {ord(source): shown for source, shown in SHOWN_AS.items()}
    for first, last in (*COMPATIBILITY_IDEOGRAPHS, *FULL_WIDTH):
        spelling.update((code, unicodedata.normalize("NFKC", chr(code))) for code in range(first, last + 1))
    with files("difftool.read").joinpath("equivalents.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            spelling[int(row["source"], 16)] = chr(int(row["ideograph"], 16))
    return spelling
