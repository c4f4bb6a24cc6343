"""Names of lines made comparable: what type-setting and printing habits do to a name is taken out of it."""

from __future__ import annotations

import unicodedata

from difftool.pattern import lazy_pattern

_SPACE = lazy_pattern(r"\s+")
_ORDINAL = lazy_pattern(
    r"^(?:其中:|[一二三四五六七八九十]{1,4}[、.]|\([一二三四五六七八九十]{1,4}\)、?|\(\d{1,2}\)|\d{1,2}[、.])+"
)
_LEVEL = lazy_pattern(r"\([类款项目]级?\)$")
_MARKS = str.maketrans({"〔": "(", "〕": ")", "[": "(", "]": ")", "【": "(", "】": ")", "﹑": "、"})
_ENDINGS = ("等支出", "支出", "费用")


def comparable(name: str) -> str:
    """The name without white space, with one kind of bracket and mark, and without a level mark such as （款）."""
    if name.isalpha() and unicodedata.is_normalized("NFKC", name):
        return name
    folded = unicodedata.normalize("NFKC", _SPACE.sub("", name)).translate(_MARKS)
    return _LEVEL.sub("", folded)


def without_ordinal(name: str) -> str:
    """The comparable name without a leading "一、", "（二）", "3." or "其中："."""
    return _ORDINAL.sub("", comparable(name))


def stem(name: str) -> str:
    """The comparable name without what comes and goes between prints: 的, 和 or 与 or 及, 支出 at the end."""
    bare = comparable(name).replace("的", "").replace("与", "和").replace("及", "和")
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) > len(ending) + 1:
            return bare.removesuffix(ending)
    return bare
