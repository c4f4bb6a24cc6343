"""Text of documents made safe for forms that have no markup of their own: nothing in it hides, turns or controls."""

from __future__ import annotations

import json
import unicodedata

from difftool.pattern import lazy_pattern

# Control characters (a terminal obeys them), characters without width, marks that turn the direction of what follows,
# lone surrogates and noncharacters (no file can hold them).
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Cn"})
# A spreadsheet would run a cell that begins like this as a formula; Chinese ones take full-width signs too.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
# Breaks of lines, and the space that keeps a figure and its unit together on a page.
_BREAKS = lazy_pattern(r"[\t\xa0\n\v\f\r\x85\u2028\u2029]+")
_NUMBER = lazy_pattern(r"[+-]?[\d,]+(\.\d+)?%?")


def visible(text: str) -> str:
    """The text on one line; a hidden character is shown by its number: "[U+202E]"."""
    squeezed = _BREAKS.sub(" ", text).strip()
    return squeezed if squeezed.isprintable() else "".join(_shown(character) for character in squeezed)


def _shown(character: str) -> str:
    return f"[U+{ord(character):04X}]" if unicodedata.category(character) in _HIDDEN else character


def json_visible(data: object) -> str:
    """The data as JSON on one line; hidden characters are escaped, so that it reads back the same."""
    told = json.dumps(data, ensure_ascii=False)
    return told if told.isprintable() else "".join(map(_escaped, told))


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if unicodedata.category(character) in _HIDDEN else character


def no_formula(text: str) -> str:
    """The text on one line, with a leading apostrophe where a spreadsheet would run it; numbers stay as they are."""
    shown = visible(text)
    runs = shown.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(shown)
    return f"'{shown}" if runs else shown
