"""Sentences and clauses of running text, whichever width its marks are set in."""

from __future__ import annotations

from msgspec import Struct

from difftool.pattern import lazy_pattern
from difftool.prose.amounts import Amount

_SENTENCE_ENDS = lazy_pattern(r"[。；;]")
_CLAUSE_ENDS = lazy_pattern(r"[，,。；;：:]")


class AmountInText(Struct, frozen=True):
    """An amount of a text; `lead` are the words since the amount before it."""

    amount: Amount
    lead: str
    text: str

    @property
    def offset(self) -> int:
        """Where the lead begins in the text."""
        return self.amount.start - len(self.lead)

    @property
    def before(self) -> str:
        """All that stands before the amount."""
        return self.text[: self.amount.start]

    @property
    def rest(self) -> str:
        """All that stands behind the amount."""
        return self.text[self.amount.end :]

    @property
    def sentence(self) -> str:
        """The sentence as far as the amount, earlier amounts in it."""
        return sentence_end(self.before)


def ends_sentence(text: str) -> bool:
    """Whether a sentence, or a part that a semicolon closes, ends within the text."""
    return _SENTENCE_ENDS.search(text) is not None


def sentence_end(text: str) -> str:
    """The text after its last full stop or semicolon."""
    return _SENTENCE_ENDS.split(text)[-1]


def clause_end(text: str) -> str:
    """The text after its last mark of any kind."""
    return _CLAUSE_ENDS.split(text)[-1]


def clause_outside_brackets(text: str) -> str:
    """The text after its last mark that stands in no brackets."""
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        if text[index] in "）)":
            depth += 1
        elif text[index] in "（(":
            depth -= depth > 0
        elif not depth and _CLAUSE_ENDS.match(text[index]):
            return text[index + 1 :]
    return text
