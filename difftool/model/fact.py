"""A fact: one printed amount, with what it means and where it stands."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from difftool.model.item import kind_of, stands_within
from difftool.model.place import Place

APPROVED, ADJUSTED, EXECUTED = "approved", "adjusted", "executed"
PHASES = (APPROVED, ADJUSTED, EXECUTED)

NARRATIVE = "narrative"
CHANGE = "change"
STATEMENTS = (
    "summary",
    "income",
    "expenditure",
    "appropriation",
    "general_public",
    "general_public_basic",
    "three_public",
    "government_fund",
    "state_capital",
    "project_performance",
    "overall_performance",
    "performance_data",
    "performance_review",
    "other",
    NARRATIVE,
)


Column = tuple[str, str, int, str]
"""Statement, measure, year, phase: one column of a form."""
Key = tuple[str, str, str, int, str]
"""Statement, item, measure, year, phase: what an amount is of."""


class Fact(Struct, frozen=True):
    """One printed amount.

    `statement` is the form, `item` the line, `measure` the column, in the ids of the fact contract (docs/facts.md);
    `amount` and `quantum` are yuan. `year` is the fiscal year that the amount is about and `phase` one of `PHASES`.
    `verified` names the kinds of sums that bear the amount out ("tree", "columns", "forms" …); empty where none does.
    `recognised` is True where the amount was recognised in a picture of print.
    """

    statement: str
    item: str
    name: str
    measure: str
    year: int
    phase: str
    amount: Decimal
    quantum: Decimal
    raw: str
    where: Place
    verified: tuple[str, ...] = ()
    recognised: bool = False

    @property
    def is_change(self) -> bool:
        """Whether the amount is the difference from another year that a form prints (增减): it is no line's money.

        Its measure is "change", or "change.personnel" where the column is a part of a line.
        """
        return self.measure.partition(".")[0] == CHANGE

    @property
    def is_unit(self) -> bool:
        """Whether the line is a budget unit itself, not a line below one."""
        return kind_of(self.item) == "unit" and not stands_within(self.item)

    @property
    def column(self) -> Column:
        """The column of its form that the amount stands in."""
        return (self.statement, self.measure, self.year, self.phase)

    @property
    def key(self) -> Key:
        return (self.statement, self.item, self.measure, self.year, self.phase)
