"""Money as printed: an exact amount in yuan and the smallest step that the print could show."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from difftool.pattern import lazy_pattern

YUAN = {
    "元": Decimal(1),
    "百元": Decimal(100),
    "千元": Decimal(1000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}
UNITS = "|".join(sorted(YUAN, key=len, reverse=True))
"""The units of money as alternatives of a pattern."""
NUMBER = r"\d[\d,]*(?:\.\d+)?"
"""A number as part of a pattern, with thousand separators or without."""

# More digits are no amount but a number run together; in 亿元 these are as many as a Decimal holds exactly.
MOST_DIGITS = 20

REMEMBERED = 1 << 14  # cells: the same ones are looked at several times, and most hold a 0 or a heading

_PRINTED = lazy_pattern(rf"([-−–△▲]|\()?\d+(?:,\d{{3}})*(?:\.(\d+))?(\))?({UNITS})?")
_NOISE = lazy_pattern(r"[\s\u3000¥￥]+")
_BETWEEN_DIGITS = lazy_pattern(r"(?<=\d)[^\S\n]+(?=\d)")


class Money(Struct, frozen=True):
    """An amount in yuan with the printed step: "938.91" in 万元 is 9,389,100 with a quantum of 100."""

    amount: Decimal
    quantum: Decimal
    raw: str


@lru_cache(REMEMBERED)
def read_money(text: str, unit: str) -> Money | None:
    """The money that a whole cell or word prints, or None where it is no amount.

    Takes thousand separators, also where some are left out ("125360,898" in a 上海 budget), full-width digits, white
    space and line breaks inside the number ("13. 35", "1682.7⏎6"), a leading minus, and the parentheses and triangles
    (△12.50) that bookkeepers write for negative amounts.
    `unit` is a key of `YUAN`, for what prints none of its own. A blank, a dash, a percentage, two numbers side by side
    and a number of more than `MOST_DIGITS` are no amounts; a printed 0 is one.
    """
    squeezed = text
    match = _PRINTED.fullmatch(text)
    if match is None:
        shown = unicodedata.normalize("NFKC", text)
        squeezed = _NOISE.sub("", shown)
        match = None if is_two_numbers(shown) else _PRINTED.fullmatch(squeezed)
    if match is None:
        return None
    sign, decimals, closing, own = match.groups()
    if (sign == "(") != (closing is not None):
        return None
    digits = squeezed.removesuffix(own or "").strip("()-−–△▲").replace(",", "")
    if len(digits) - (decimals is not None) > MOST_DIGITS:
        return None
    scale = YUAN[own or unit]
    amount = Decimal(digits) * scale
    quantum = scale.scaleb(-len(decimals or ""))
    return Money(plain(-amount if sign else amount), plain(quantum), text.replace("\n", "").strip())


def is_two_numbers(text: str) -> bool:
    """Whether blanks part the digits before a decimal point otherwise than by thousands or one by one.

    Of "20 000000" the point is lost, and "12 34" may be two cells.
    """
    first, *others = (piece.strip("-−–△▲() ") for piece in _BETWEEN_DIGITS.split(text.partition(".")[0]))
    return any(len(piece) != 3 for piece in others) and any(len(piece) > 1 for piece in (first, *others))


def plain(value: Decimal) -> Decimal:
    """The same number without trailing zeros or exponent, so that equal amounts print alike."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1)) + 0
    return value.normalize()


def ten_thousand_times_apart(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts can be one that is in 元 here and in 万元 there."""
    if not one or not other:
        return False
    times = max(one, other) / min(one, other)
    return abs(times - YUAN["万元"]) < YUAN["万元"] / 1000
