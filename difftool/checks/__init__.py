"""What does not add up in a disclosure, or between two: declared rules, each a question with its reason.

The rules themselves are `difftool.checks.rules.RULES` and `RULES_BETWEEN`, loaded when first applied.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difftool.model.comparison import Check, Move
    from difftool.model.disclosure import Disclosure

__all__ = ["check_between", "check_disclosure"]


def check_disclosure(disclosure: Disclosure, side: str = "new") -> tuple[Check, ...]:
    """Every rule applied to one disclosure: its fails, else a pass, else the reason why it does not apply.

    `side` is "old" or "new" and is told back in each check.
    """
    from difftool.checks.case import Case
    from difftool.checks.rules import RULES

    case = Case(disclosure)
    return tuple(check for rule in RULES for check in rule.checks(rule.examine(case), side))


def check_between(old: Disclosure, new: Disclosure, moves: Iterable[Move] = ()) -> tuple[Check, ...]:
    """The rules that need two disclosures of one body: last year's figures in `new` against `old`, and so on.

    `moves` are the moves found between the two: an amount of last year counted anew by one that is claimed is right.
    """
    from difftool.checks.case import Case
    from difftool.checks.rules import RULES_BETWEEN

    before, after = Case(old, moves), Case(new)
    return tuple(check for rule in RULES_BETWEEN for check in rule.checks(rule.examine(before, after), "both"))
