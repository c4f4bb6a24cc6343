"""Sentences made comparable: what numbering, type-setting and page breaks do to them is taken out, numbers never."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from difftool.model.disclosure import Passage
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

# "第一部分", "一、", "（一）", "1.", "①", "一是", and what text files put before an entry: "- ", "■".
_ORDINAL = lazy_pattern(
    r"(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节)[、:：]?|[一二三四五六七八九十]{1,3}[、．.是]"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)][、．.]?|\d{1,2}[、．.](?!\d)|\d{1,2}[）)]|[①-⑳]|[-—•·●■◆])+"
)
_ENDS = frozenset("。！？!?")
_CLOSES = frozenset("”’」』）)》")
_NUMBER = lazy_pattern(r"\d+(?:\.\d+)?")
_THOUSANDS = lazy_pattern(r"(?<=\d),(?=\d{3}(?!\d))")
# The mark at the end, and "…，其中：" that only leads on to what follows.
_LEADS_ON = lazy_pattern(r"(?:[。;,:、]+(?:其中)?[。;,:、]*|^其中[;,:]?)$")
_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "〔": "[", "〕": "]", "【": "[", "】": "]"})
# What the report tells as changes of amounts; any other number (posts, vehicles, projects) is news of its own.
_MONEY = lazy_pattern(r"\d(?:亿|百?万)?元|\d[%％]")
_AMOUNT = lazy_pattern(r"\d+(?:\.\d+)?(?:(?:亿|百?万)?元|%|个百分点|倍)|(?:19|20)\d\d年")
_JOINED, _LEAST_JOINED = 0.55, 10
_TERM = lazy_pattern(r"[“\"]?([^：:，,。；“”\"\d]{2,16})[”\"]?[：:](?=[^：:]{4})")


class Sentence(Struct, frozen=True, dict=True):
    """A sentence as printed, without its ordinal, with its place; `key` is what two sentences are compared by."""

    text: str
    where: Place

    @cached_property
    def key(self) -> str:
        return comparable_text(self.text)

    @cached_property
    def skeleton(self) -> str:
        """The key with every number as "#"."""
        return _NUMBER.sub("#", self.key)

    @property
    def numbers(self) -> list[str]:
        return _NUMBER.findall(self.key)

    @cached_property
    def letter_pairs(self) -> frozenset[str]:
        """The pairs of neighbouring letters of the skeleton, each repeat counted apart."""
        found: Counter[str] = Counter()
        pairs = []
        for first, second in zip("^" + self.skeleton, self.skeleton + "$", strict=True):
            found[first + second] += 1
            pairs.append(f"{first}{second}{found[first + second]}")
        return frozenset(pairs)


def comparable_text(text: str) -> str:
    """The text with one width of letters and marks, without ordinal, thousands separators and what closes it."""
    folded = unicodedata.normalize("NFKC", without_numbering(text)).translate(_MARKS)
    return _LEADS_ON.sub("", _THOUSANDS.sub("", folded))


def without_numbering(text: str) -> str:
    return text[numbering_length(text) :]


def numbering_length(text: str) -> int:
    match = _ORDINAL.match(text)
    return match.end() if match else 0


def sentences_of(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage; a semicolon ends one too, so that the items of a list are told apart."""
    start = 0
    for end in (*_ends(passage.text), len(passage.text)):
        begin = start + numbering_length(passage.text[start:end])
        if begin < end:
            yield Sentence(passage.text[begin:end], passage.place_at(begin))
        start = end


def _ends(text: str) -> Iterator[int]:
    depth = 0
    for at, letter in enumerate(text):
        if letter in "（(":
            depth += 1
        elif letter in "）)":
            depth = max(depth - 1, 0)
        elif letter in _ENDS or (letter in "；;" and not depth):
            end = at + 1
            while end < len(text) and text[end] in _CLOSES:
                end += 1
            depth = 0
            yield end


def likeness(first: Sentence, second: Sentence) -> float:
    """The share of letter pairs that both have, from 0 to 1, whatever their numbers are.

    A sentence to which another was joined, or from which one was cut, is more than half alike however long the rest is.
    """
    both = len(first.letter_pairs & second.letter_pairs)
    share = 2 * both / (len(first.letter_pairs) + len(second.letter_pairs))
    short, long = sorted((first.skeleton, second.skeleton), key=len)
    return max(share, _JOINED) if len(short) >= _LEAST_JOINED and short in long else share


def tells_amounts(text: str) -> bool:
    """Whether a text tells money or percentages."""
    return _MONEY.search(text) is not None


def differ_in_amounts_only(first: Sentence, second: Sentence) -> bool:
    """Whether two sentences use the same words and differ in nothing but amounts, percentages and years."""
    if first.skeleton != second.skeleton:
        return False
    numbers = zip(_NUMBER.finditer(first.key), _NUMBER.finditer(second.key), strict=True)
    return all(
        old[0] == new[0] or (_AMOUNT.match(first.key, old.start()) and _AMOUNT.match(second.key, new.start()))
        for old, new in numbers
    )


def term_of(text: str) -> str:
    """The term that a sentence explains, "" where it explains none: "基本支出：指为保障…"."""
    match = _TERM.match(text)
    return match.group(1) if match else ""
