"""The same amount in two forms."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model.fact import Fact
from difftool.model.item import is_category, kind_of
from difftool.proof.identity import FORMS, Identity
from difftool.proof.ledger import Ledger


def between_forms(ledger: Ledger) -> list[Identity]:
    """The same amount in two forms: 支出表 and 收支总表, 一般公共预算支出表 and 财政拨款收支总表, and so on."""
    found: list[Identity] = []

    def agree(fact: Fact, statement: str, items: Sequence[str], measures: Sequence[str] = ("total",)) -> None:
        twins = (ledger.get(statement, item, m, fact.year, fact.phase) for item in items for m in measures)
        pairs = [Identity(FORMS, fact, (twin,)) for twin in twins if twin is not None]
        if pairs:
            # Whether a total takes in the carry-over differs between forms and is seldom said: the nearer one is meant,
            # in a form whose unit is wrong the one with the same figures.
            found.append(min(pairs, key=lambda pair: (not pair.unit_slip, abs(pair.gap))))

    uses = ("use:year_total", "use:total")
    for fact in ledger.facts.values():
        match fact.statement, fact.measure:
            case "expenditure", "total" if fact.item == "total":
                agree(fact, "summary", uses)
            case "expenditure", "total" if is_category(fact.item):
                agree(fact, "summary", (fact.item,))
            case "expenditure", ("basic" | "project") if fact.item == "total":
                agree(fact, "summary", (f"use:{fact.measure}",))
            case "income", "total" if kind_of(fact.item) == "source":
                agree(fact, "summary", (fact.item,))
            case "income", "total" if fact.item == "total":
                agree(fact, "summary", ("source:year_total", "source:total"))
            case "general_public", "total" if fact.item == "total":
                agree(fact, "appropriation", uses, ("general_public",))
            case "general_public", "total" if is_category(fact.item):
                agree(fact, "appropriation", (fact.item,), ("general_public",))
            case "government_fund", "total" if fact.item == "total":
                agree(fact, "appropriation", uses, ("government_fund",))
            case "state_capital", "total" if fact.item == "total":
                agree(fact, "appropriation", uses, ("state_capital",))
            case "general_public_basic", "total" if fact.item == "total":
                agree(fact, "general_public", ("total",), ("basic",))
    return found
