"""A budget line or total that a text names, and where."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace


class Mention(Struct, frozen=True):
    """A budget line or total named at `start` to `end` of a text. `firm` where a code or a level mark says so.

    `also` is the other item that one amount stands for: income and expenditure in a 收支总计. `printed` is the item of
    a code that stands in print and in the classification, but not in the document's forms, where the name is another's.
    """

    item: str
    name: str
    start: int
    end: int
    firm: bool
    measure: str = "total"
    also: str = ""
    printed: str = ""


def shifted(mention: Mention, offset: int) -> Mention:
    """The mention as it stands in a text that begins `offset` characters earlier."""
    return replace(mention, start=mention.start + offset, end=mention.end + offset)
