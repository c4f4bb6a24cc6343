"""The same amount in two forms: 支出表 and 收支总表, 一般公共预算支出表 and 财政拨款收支总表, and so on."""

from __future__ import annotations

from msgspec import Struct

from difftool.model.fact import Fact
from difftool.model.item import is_category, kind_of
from difftool.proof.identity import FORMS, Identity
from difftool.proof.ledger import Ledger


class Again(Struct, frozen=True):
    """Where a form prints an amount of another again: on one of these lines."""

    statement: str
    items: tuple[str, ...]
    measure: str = "total"


_USES = ("use:year_total", "use:total")
# By statement and measure: the total of a column, and each of its lines.
_TOTAL_AGAIN = {
    ("expenditure", "total"): Again("summary", _USES),
    ("expenditure", "basic"): Again("summary", ("use:basic",)),
    ("expenditure", "project"): Again("summary", ("use:project",)),
    ("income", "total"): Again("summary", ("source:year_total", "source:total")),
    ("general_public", "total"): Again("appropriation", _USES, "general_public"),
    ("government_fund", "total"): Again("appropriation", _USES, "government_fund"),
    ("state_capital", "total"): Again("appropriation", _USES, "state_capital"),
    ("general_public_basic", "total"): Again("general_public", ("total",), "basic"),
}
_CATEGORY_AGAIN = {
    ("expenditure", "total"): ("summary", "total"),
    ("general_public", "total"): ("appropriation", "general_public"),
}


def between_forms(ledger: Ledger) -> list[Identity]:
    """The amounts that two forms print, each with the other form's."""
    found: list[Identity] = []
    for fact in ledger.facts.values():
        again = printed_again(fact)
        if again is None:
            continue
        twins = (ledger.get(again.statement, item, again.measure, fact.year, fact.phase) for item in again.items)
        pairs = [Identity(FORMS, fact, (twin,)) for twin in twins if twin is not None]
        if pairs:
            # Whether a total takes in the carry-over differs between forms and is seldom said: the nearer one is meant.
            found.append(min(pairs, key=lambda pair: abs(pair.gap)))
    return found


def printed_again(fact: Fact) -> Again | None:
    """Where another form prints the amount of a total, of a 类 or of a source; None where none does."""
    column = fact.statement, fact.measure
    if fact.item == "total":
        return _TOTAL_AGAIN.get(column)
    if column == ("income", "total") and kind_of(fact.item) == "source":
        return Again("summary", (fact.item,))
    if column in _CATEGORY_AGAIN and is_category(fact.item):
        statement, measure = _CATEGORY_AGAIN[column]
        return Again(statement, (fact.item,), measure)
    return None
