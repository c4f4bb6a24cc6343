"""Names of budget lines as sentences print them: when two are one name, and where a name can begin."""

from __future__ import annotations

from difflib import SequenceMatcher

from difftool.pattern import lazy_pattern

_NOT_PLAIN = lazy_pattern(r"[\s“”\"]")
_BOUNDARY = lazy_pattern(r"[，,。；;：:“”\"‘’（）()【】]|(?<!\d)\d{1,2}[.．、]|[①-⑳]")


def plain(name: str) -> str:
    """A name for matching: brackets of one kind, no quotation marks, no white space."""
    if name.isalpha():
        return name
    return _NOT_PLAIN.sub("", name).replace("（", "(").replace("）", ")")


def same(own: str, name: str) -> bool:
    """Whether two plain names are one name; 支出 at the end is often left out."""
    return own == name or own.removesuffix("支出") == name.removesuffix("支出")


def likeness(a: str, b: str) -> float:
    """How much two names have in common, from 0 to 1."""
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def suffixes(text: str) -> list[str]:
    """What a name before a mark can be: the text after its last boundary first, then longer and shorter ends."""
    ends = [match.end() for match in _BOUNDARY.finditer(text)]
    tail = text[ends[-1] :] if ends else text
    shorter = [tail[index:] for index in range(1, max(len(tail) - 1, 1))]
    return [part for part in (tail, *shorter) if len(part) >= 2]
