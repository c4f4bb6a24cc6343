"""How two disclosures stand to each other: which body, which year and stage, which came first."""

from __future__ import annotations

from decimal import Decimal

from difftool.compare.names import same_print
from difftool.compare.roles import own_facts
from difftool.model.comparison import BUDGET_FINAL, OTHER, REVISION, YEAR_ON_YEAR
from difftool.model.disclosure import BUDGET, FINAL, Disclosure
from difftool.pattern import lazy_pattern

_SHARE_OF_ONE_BODY = Decimal("0.4")
_PLACE = lazy_pattern("(?:.{1,8}?(?:省|自治区|市|自治州|盟|县|区|旗))+")
_ITEM = lazy_pattern(r"func:\d{7}")


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

    One name within the other is one body: "株洲市发展和改革委员会" and "株洲市发展和改革委员会本级". A body that was
    renamed in its place (水务局, the year after 水利局), or that a document does not name, is known by its money: most
    of it stands in the same lines. Different bodies of one city have hardly a fifth in common.
    """
    first, second = sorted((same_print(old.entity), same_print(new.entity)), key=len)
    if first and first in second:
        return True
    if first and _place(first) != _place(second):
        return False
    old_lines, new_lines = _money_by_line(old), _money_by_line(new)
    if not old_lines or not new_lines:
        return not first
    lines = old_lines.keys() | new_lines.keys()
    both = [(old_lines.get(item, Decimal(0)), new_lines.get(item, Decimal(0))) for item in lines]
    return sum(map(min, both)) >= _SHARE_OF_ONE_BODY * sum(map(max, both))


def _place(name: str) -> str:
    """The province, city and county at the head of a body's name."""
    match = _PLACE.match(name)
    return match.group() if match else ""


def _money_by_line(disclosure: Disclosure) -> dict[str, Decimal]:
    """The document's own amount of each 项, from the first statement that has any."""
    for statement in ("general_public", "expenditure", "narrative"):
        found = {
            fact.item: abs(fact.amount)
            for fact in own_facts(disclosure)
            if fact.statement == statement and fact.measure == "total" and _ITEM.fullmatch(fact.item)
        }
        if found:
            return found
    return {}


def order_in_time(disclosure: Disclosure) -> tuple[int, int]:
    """Sorts disclosures of one body by time: a year's budget, its final account, the next year's budget."""
    return disclosure.year, (BUDGET, FINAL).index(disclosure.stage)
