"""Quantities that several parts of a document print under several names: the whole, its basic and project part."""

from __future__ import annotations

from difftool.model.fact import NARRATIVE, Fact

WHOLE, BASIC, PROJECT, PERSONNEL, PUBLIC = "whole", "basic", "project", "personnel", "public"

MAIN_FORMS = (
    "summary",
    "income",
    "expenditure",
    "appropriation",
    "general_public",
    "general_public_basic",
    "government_fund",
    "state_capital",
)
ANNEXES = ("overall_performance", "performance_data", "performance_review")
_TOTALS = {"total", "use:total", "use:year_total", "source:total", "source:year_total", "use:fiscal", "source:fiscal"}
# A sentence on one of these funds is about that fund's total, not about the whole.
_SMALL_FUNDS = {"government_fund", "state_capital", "special_account", "institutional", "other", "operating"}
_PART_OF_BASIC = {"personnel": PERSONNEL, "public": PUBLIC}
_PARTS = {"basic": BASIC, "project": PROJECT, **_PART_OF_BASIC}


def quantity_of(fact: Fact) -> str | None:
    """What a fact is an amount of, whatever fund it is limited to; None for single lines."""
    if fact.item == "use:basic":
        return _PART_OF_BASIC.get(fact.measure, BASIC)
    if fact.item == "use:project":
        return PROJECT
    if fact.statement == NARRATIVE and (
        fact.item.endswith(":fiscal") or (fact.measure == "fiscal" and fact.item.endswith(":total"))
    ):
        return None  # "其中：财政拨款235万元": as often of a project as of the whole
    if fact.item in _TOTALS and not (fact.statement == NARRATIVE and fact.measure in _SMALL_FUNDS):
        if fact.statement == "general_public_basic" and fact.measure not in _PARTS:
            return BASIC
        return _PARTS.get(fact.measure, WHOLE)
    return None
