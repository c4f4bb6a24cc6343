"""Amounts as the report prints them: 万元, the decimals of the print, thousand separators, a true minus sign.

Sentences in Chinese tell an amount of one 亿元 and more in 亿元, with all its digits; tables keep one unit throughout.
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
_LARGE = Decimal(100_000_000)
_LEAST_PLACES_OF_LARGE = 2
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
        """The amount without sign, with its unit by size, for sentences: "56.78 万元", "2.195535 亿元"."""
        return self._with_unit(self._is_large(yuan), abs(yuan), *quanta)

    def way(self, old: Fact | None, new: Fact | None) -> str:
        """ "476.41 → 353.87 万元", both in one unit, for sentences; a line that one side lacks is "未列" there."""
        amounts = [fact.amount for fact in (old, new) if fact is not None and fact.amount]
        large = bool(amounts) and all(map(self._is_large, amounts))
        before = say("未列") if old is None else self._number(large, old.amount, old.quantum)
        if new is not None:
            return f"{before} → {self._with_unit(large, new.amount, new.quantum)}"
        if old is not None:
            before = self._with_unit(large, old.amount, old.quantum)
        return f"{before} → {say('未列')}"

    def _is_large(self, yuan: Decimal) -> bool:
        return self.unit == _UNITS[CHINESE] and abs(yuan) >= _LARGE

    def _with_unit(self, large: bool, yuan: Decimal, *quanta: Decimal) -> str:
        unit = "{amount}\N{NO-BREAK SPACE}亿元" if large else "{amount}\N{NO-BREAK SPACE}万元"
        return say(unit, amount=self._number(large, yuan, *quanta))

    def _number(self, large: bool, yuan: Decimal, *quanta: Decimal) -> str:
        """In 亿元 every digit that 万元 would show, but no zeros behind the second decimal."""
        if not large:
            return self.amount(yuan, *quanta)
        shown = _rounded(yuan / self.unit, self.places(*quanta)) * self.unit / _LARGE
        return _grouped(shown, max(_LEAST_PLACES_OF_LARGE, -int(shown.normalize().as_tuple().exponent)))


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
