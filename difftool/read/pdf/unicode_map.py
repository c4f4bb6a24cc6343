"""Read a font's table from character codes to Unicode by regular expression: such tables are long and plain."""

from __future__ import annotations

import re

from difftool.read.pdf.tokens import from_hex

MOST_CODES = 70_000  # no font has more; a range over billions of codes is an attack

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_STRING = rb"<([0-9A-Fa-f\s]*)>\s*"
_PAIR = re.compile(_STRING + _STRING)
_RANGE = re.compile(_STRING + _STRING + rb"(?:" + _STRING + rb"|\[([^\]]*)\])")
_EACH = re.compile(_STRING)


def unicode_map(table: bytes) -> dict[int, str]:
    """The text of each character code that a ToUnicode table tells."""
    texts: dict[int, str] = {}

    def tell(code: int, text: bytes) -> None:
        shown = text.decode("utf-16-be", "ignore")
        # Some tables tell a space twice, once as a space that must not break.
        if not (shown == "\u00a0" and texts.get(code) == " "):
            texts[code] = shown

    for kind, section in _SECTION.findall(table):
        if kind == b"bfchar":
            for code, text in _PAIR.findall(section):
                tell(number(code), from_hex(text))
            continue
        for first, last, text, each in _RANGE.findall(section):
            start, count = number(first), number(last) - number(first) + 1
            if len(texts) + count > MOST_CODES:
                continue
            if each:
                for code, own in enumerate(_EACH.findall(each)[:count], start=start):
                    tell(code, from_hex(own))
                continue
            unpacked = from_hex(text)
            fixed, counted = unpacked[:-4], unpacked[-4:]
            base, size = int.from_bytes(counted, "big"), len(counted)
            for step in range(count):
                tell(start + step, fixed + ((base + step) % (1 << (8 * size))).to_bytes(size, "big"))
    return texts


def number(digits: bytes) -> int:
    return int.from_bytes(from_hex(digits), "big")
