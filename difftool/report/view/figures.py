"""One amount, one difference, one bar, as shown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Figure:
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


@dataclass(frozen=True, slots=True)
class Difference:
    """New less old. `trend` is "up", "down" or "same"; the sign and arrow in `text` say it without colour."""

    text: str
    percent: str
    trend: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in percent of its track's width."""

    left: str
    width: str
    trend: str
