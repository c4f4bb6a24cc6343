"""Amounts as the report prints them: 万元, the decimals of the print, thousand separators, a true minus sign.

Sentences keep the unit of the tables, so that a reader finds their figures there.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from difftool.model.comparison import Comparison
from difftool.model.fact import Fact
from difftool.report.language import CHINESE, ENGLISH, say, spoken

MINUS = "\N{MINUS SIGN}"
# The unit of amounts by language: Chinese readers count in 万元.
_UNITS = {CHINESE: Decimal(10_000), ENGLISH: Decimal(1)}
_PERCENT_STEP = Decimal("0.1")
# Documents in 元 print fen; six decimals of 万元 are no help to a reader, and the exact print is beside each figure.
_PLACES_OF_YUAN_DOCUMENTS = 2
_MOST_PLACES = 6


class AmountStyle(Struct, frozen=True):
    """The unit that amounts are shown in, in yuan, and how many decimals of it at most."""

    most_places: int
    unit: Decimal = _UNITS[CHINESE]

    def places(self, *quanta: Decimal) -> int:
        """The decimals of the unit that the finest of these printed steps needs."""
        exponent = min((quantum / self.unit).normalize().as_tuple().exponent for quantum in quanta)
        return min(max(0, -int(exponent)), self.most_places)

    def amount(self, yuan: Decimal, *quanta: Decimal) -> str:
        """ "−1,234.50" for −12,345,000 yuan printed to 100 yuan."""
        return _grouped(yuan / self.unit, self.places(*quanta))

    def value(self, yuan: Decimal) -> Decimal:
        """The exact amount in the unit shown."""
        return yuan / self.unit

    def difference(self, yuan: Decimal, *quanta: Decimal) -> str:
        """As `amount`, a rise with its plus sign."""
        text = self.amount(yuan, *quanta)
        return f"+{text}" if yuan > 0 else text

    def size(self, yuan: Decimal, *quanta: Decimal) -> str:
        """The amount without sign, with its unit, for sentences: "56.78 万元"."""
        return say("{amount}\N{NO-BREAK SPACE}万元", amount=self.amount(abs(yuan), *quanta))

    def way(self, old: Fact | None, new: Fact | None) -> str:
        """ "476.41 → 353.87 万元", for sentences; a line that one side lacks is "未列" there."""
        if new is not None:
            before = say("未列") if old is None else self.amount(old.amount, old.quantum)
            return f"{before} → {self._with_unit(new)}"
        before = say("未列") if old is None else self._with_unit(old)
        return f"{before} → {say('未列')}"

    def _with_unit(self, fact: Fact) -> str:
        """The amount with its sign: what is told of a line may be below zero."""
        return say("{amount}\N{NO-BREAK SPACE}万元", amount=self.amount(fact.amount, fact.quantum))


def style_of(comparison: Comparison) -> AmountStyle:
    in_yuan = "元" in (comparison.old.unit, comparison.new.unit)
    return AmountStyle(_PLACES_OF_YUAN_DOCUMENTS if in_yuan else _MOST_PLACES, _UNITS[spoken()])


def quanta(*facts: Fact | None) -> tuple[Decimal, ...]:
    """The printed steps of the facts that there are."""
    return tuple(fact.quantum for fact in facts if fact is not None)


def percent_text(percent: Decimal | None) -> str:
    """ "−25.7%"; "" where there is no percentage."""
    if percent is None:
        return ""
    sign = "+" if percent > 0 else ""
    return f"{sign}{_grouped(percent, -int(_PERCENT_STEP.as_tuple().exponent))}%"


def share_text(part: int, whole: int) -> str:
    return f"{_grouped(Decimal(100 * part) / whole, 1)}%" if whole else ""


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _grouped(value: Decimal, places: int) -> str:
    return f"{_rounded(value, places) + 0:,}".replace("-", MINUS)
