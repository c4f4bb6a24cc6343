"""How an amount is printed, and what a print says: the only place where the maker turns yuan into words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

YUAN_PER_UNIT = {"元": Decimal(1), "万元": Decimal(10000)}


@dataclass(frozen=True)
class Press:
    """Prints yuan in one unit with a fixed number of decimals; `grouped` puts a comma between thousands."""

    unit: str
    decimals: int = 2
    grouped: bool = False

    def show(self, yuan: Decimal) -> str:
        """The amount as printed, rounded half up as the forms do."""
        step = Decimal(1).scaleb(-self.decimals)
        printed = (yuan / YUAN_PER_UNIT[self.unit]).quantize(step, rounding=ROUND_HALF_UP)
        return f"{printed:,f}" if self.grouped else f"{printed:f}"


def said(raw: str, unit: str) -> Decimal:
    """Yuan that a print says."""
    return Decimal(raw.replace(",", "")) * YUAN_PER_UNIT[unit]


def quantum(raw: str, unit: str) -> Decimal:
    """The smallest step that a print could show, in yuan."""
    decimals = len(raw.partition(".")[2])
    return YUAN_PER_UNIT[unit].scaleb(-decimals)


def plain(amount: Decimal) -> str:
    """A decimal without exponent and without idle zeros: 9389100, 3856214.5."""
    text = f"{amount:f}"
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text
