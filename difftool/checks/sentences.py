"""Sentences taken apart as far as arithmetic needs: amounts, percentages and directions, in the order of print."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from difftool.model.disclosure import Passage
from difftool.model.money import NUMBER, UNITS, YUAN
from difftool.model.place import Place
from difftool.pattern import lazy_pattern
from difftool.prose.amounts import amounts_in as told_amounts

AMOUNT = rf"({NUMBER})({UNITS})"
"""A printed amount as part of a pattern: its number and its unit, which `amount_of` takes."""
_SENTENCE = lazy_pattern(r"[^。；;！？]+[。；;！？]?")


class Amount(Struct, frozen=True):
    """An amount of money in a sentence: yuan, the printed step, the text as printed and where it begins."""

    value: Decimal
    quantum: Decimal
    raw: str
    start: int
    end: int


class Sentence(Struct, frozen=True, dict=True):
    """A sentence of a passage; `start` is its offset in the passage."""

    text: str
    passage: Passage
    start: int

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        return tuple(amounts_in(self.text))

    def place(self, offset: int = 0) -> Place:
        """Where the character at this offset of the sentence is printed."""
        return self.passage.place_at(self.start + offset)


def sentences_of(passage: Passage) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(passage.text):
        yield Sentence(match.group(), passage, match.start())


def amounts_in(text: str) -> Iterator[Amount]:
    """The amounts of a text in order."""
    for amount in told_amounts(text):
        money = amount.money
        yield Amount(money.amount, money.quantum, text[amount.start : amount.end], amount.start, amount.end)


def amount_of(number: str, unit: str) -> tuple[Decimal, Decimal]:
    """An amount in yuan and its printed step."""
    bare = number.replace(",", "")
    decimals = len(bare.partition(".")[2])
    return Decimal(bare) * YUAN[unit], YUAN[unit].scaleb(-decimals)


def step_of(number: str) -> Decimal:
    """The step that a printed number could show: 0.01 for "22.00"."""
    return Decimal(1).scaleb(-len(number.partition(".")[2]))
