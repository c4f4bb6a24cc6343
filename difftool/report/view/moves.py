"""Money that only changed its line."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from difftool.report.view.prints import Quote, Strip


class End(Struct, frozen=True):
    """A line at one end of a move."""

    code: str
    name: str
    amount: str
    href: str
    before_after: str
    value: Decimal | None = None


class MoveCard(Struct, frozen=True):
    """A move told in full, with the ribbons of its picture in a square of 100 by 100."""

    anchor: str
    sentence: str
    likely: bool
    givers: tuple[End, ...]
    receivers: tuple[End, ...]
    amount: str
    ribbons: tuple[str, ...]
    evidence: str
    explained: str
    confidence: str
    quotes: tuple[Quote, ...]
    strips: tuple[Strip, ...]
