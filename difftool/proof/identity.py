"""One sum that forms must keep: a whole, its parts, and what rounding alone can make."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from difftool.model.fact import Fact
from difftool.model.money import ten_thousand_times_apart

TREE, COLUMNS, FORMS, THREE_PUBLIC, BALANCE = "tree", "columns", "forms", "three_public", "balance"
DIFFERENCE = "difference"


class Identity(Struct, frozen=True):
    """A whole that must equal the sum of its parts. `kind` names the rule that asks for it."""

    kind: str
    whole: Fact
    parts: tuple[Fact, ...]

    @property
    def gap(self) -> Decimal:
        """The whole less the sum of its parts, in yuan."""
        return self.whole.amount - sum(part.amount for part in self.parts)

    @property
    def tolerance(self) -> Decimal:
        """Half of its own printed step for each term: what rounding alone can make."""
        return sum((fact.quantum for fact in self.facts), Decimal(0)) / 2

    @property
    def holds(self) -> bool:
        return abs(self.gap) <= self.tolerance

    @property
    def exact(self) -> bool:
        return self.gap == 0

    @property
    def unit_slip(self) -> bool:
        """Whether the same amount of two forms is printed ten thousand times apart."""
        return self.kind == FORMS and ten_thousand_times_apart(self.whole.amount, self.parts[0].amount)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (self.whole, *self.parts)
