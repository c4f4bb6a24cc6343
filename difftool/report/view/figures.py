"""One amount, one difference, one bar, as shown."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class Figure(Struct, frozen=True):
    """One amount as shown, with its place in the document in `at` and a link to it, both "" where it has none.

    `raw` is what the document prints, `printed` the same where it is not what is shown; `value` is the exact amount
    in the unit shown, for spreadsheets.
    """

    text: str
    at: str = ""
    printed: str = ""
    href: str = ""
    short: str = ""
    value: Decimal | None = None
    raw: str = ""


class Difference(Struct, frozen=True):
    """New less old. `trend` is "up", "down" or "same"; the sign and arrow in `text` say it without colour."""

    text: str
    percent: str
    trend: str
    value: Decimal | None = None


class Bar(Struct, frozen=True):
    """A bar in percent of its track's width."""

    left: str
    width: str
    trend: str
