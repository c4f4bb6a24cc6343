"""How two disclosures stand to each other: which body, which year and stage, which came first."""

from __future__ import annotations

from difftool.compare.names import same_print
from difftool.model.comparison import BUDGET_FINAL, OTHER, REVISION, YEAR_ON_YEAR
from difftool.model.disclosure import BUDGET, FINAL, Disclosure

_SHARE_OF_ONE_BODY = 0.6


def basis_of(old: Disclosure, new: Disclosure) -> str:
    """What the comparison is: the years and stages of one body that belong together, else `OTHER`.

    The order does not matter: a final account compared with its budget is "budget-final" both ways round.
    """
    if not same_body(old, new):
        return OTHER
    if old.year == new.year:
        return REVISION if old.stage == new.stage else BUDGET_FINAL
    if abs(old.year - new.year) == 1 and old.stage == new.stage:
        return YEAR_ON_YEAR
    return OTHER


def same_body(old: Disclosure, new: Disclosure) -> bool:
    """Whether both are of one body.

    One name within the other is one body: "株洲市发展和改革委员会" and "株洲市发展和改革委员会本级". Where a document
    does not name its body, the functional lines tell: one body has most of them in common with itself. A document
    without such lines can be of any body.
    """
    first, second = sorted((same_print(old.entity), same_print(new.entity)), key=len)
    if first:
        return first in second
    old_lines, new_lines = _functional_lines(old), _functional_lines(new)
    if not old_lines or not new_lines:
        return True
    return len(old_lines & new_lines) >= _SHARE_OF_ONE_BODY * len(old_lines | new_lines)


def _functional_lines(disclosure: Disclosure) -> set[str]:
    return {fact.item for fact in disclosure.facts if fact.item.startswith("func:")}


def order_in_time(disclosure: Disclosure) -> tuple[int, int]:
    """Sorts disclosures of one body by time: a year's budget, its final account, the next year's budget."""
    return disclosure.year, (BUDGET, FINAL).index(disclosure.stage)
