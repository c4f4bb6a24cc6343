"""What does not add up in a disclosure, or between two: declared rules, each a question with its reason."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.identities import Identity, identities
from difftool.checks.passages import passages_of
from difftool.checks.rules import RULES, RULES_BETWEEN
from difftool.model.comparison import Check
from difftool.model.disclosure import Disclosure

__all__ = ["RULES", "RULES_BETWEEN", "Identity", "check_between", "check_disclosure", "identities", "passages_of"]


def check_disclosure(disclosure: Disclosure, side: str = "new") -> tuple[Check, ...]:
    """Every rule applied to one disclosure: fails first as the rules find them, a pass or the reason for none else.

    `side` is "old" or "new" and is told back in each check.
    """
    case = Case(disclosure)
    return tuple(check for rule in RULES for check in rule.checks(rule.examine(case), side))


def check_between(old: Disclosure, new: Disclosure) -> tuple[Check, ...]:
    """The rules that need two disclosures of one body: last year's figures in `new` against `old`, and so on."""
    before, after = Case(old), Case(new)
    return tuple(check for rule in RULES_BETWEEN for check in rule.checks(rule.examine(before, after), "both"))
