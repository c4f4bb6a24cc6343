"""Every line that differs between two disclosures, with the difference, the percentage and the printed reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from difftool.compare.differences import differing_keys
from difftool.compare.mentions import item_key
from difftool.compare.names import same_name, without_years
from difftool.compare.roles import OWN
from difftool.compare.scope import comparable
from difftool.compare.steps import printed_steps, same_amount, step_of
from difftool.model.comparison import (
    ADDED,
    BUDGET_FINAL,
    CHANGED,
    REMOVED,
    RENAMED,
    YEAR_ON_YEAR,
    Change,
    Pair,
)
from difftool.model.disclosure import Disclosure, Reason
from difftool.model.fact import APPROVED, NARRATIVE, Fact
from difftool.model.item import CLASSIFIED, NAMED, kind_of, name_in

PairKey = tuple[str, str, str, str, str]

_TWO_PLACES = Decimal("0.01")
_TOLD_RENAMED = (*CLASSIFIED, *NAMED)

# Sentences shorten names, and forms outside the standard print all sorts beside a code.
_WITHOUT_NAMES = (NARRATIVE, "other")


def pair_key(pair: Pair | Change) -> PairKey:
    """What tells a pair, and the change that comes of it, from all others of a comparison."""
    return pair.statement, pair.item, pair.measure, pair.role, pair.occurrence


def changes_between(old: Disclosure, new: Disclosure, pairs: Sequence[Pair], basis: str) -> tuple[Change, ...]:
    """The pairs that differ in amount or name, in the order of `pairs`.

    Prints of one amount in different units (元, 万元) are no change where they agree to half of the coarser step.
    `like_for_like` is the whole difference until moves are known. Reasons are the new document's, of the same line.
    """
    compared = comparable(old, new, pairs)
    changed = _changed_amounts(old, new, compared)
    renamed = _renamed(compared, changed)
    reasons = _reasons_by_item(new, basis)
    return tuple(
        _change(pair, renamed, reasons.get(item_key(pair.item), ()))
        for pair in compared
        if pair_key(pair) in changed or pair_key(pair) in renamed
    )


def percent_of(delta: Decimal, old: Decimal | None) -> Decimal | None:
    """The difference in percent of the old amount's size, two decimals, half a step rounded away from zero (四舍五入).

    None where the old amount is missing or 0. A deficit that shrinks is a rise.
    """
    if not old:
        return None
    return (delta * 100 / abs(old)).quantize(_TWO_PLACES, rounding=ROUND_HALF_UP)


def _changed_amounts(old: Disclosure, new: Disclosure, pairs: Iterable[Pair]) -> set[PairKey]:
    old_steps, new_steps = printed_steps(old.facts), printed_steps(new.facts)
    befores: dict[PairKey, Decimal] = {}
    afters: dict[PairKey, Decimal] = {}
    for pair in pairs:
        key = pair_key(pair)
        if pair.old is not None:
            befores[key] = pair.old.amount
        if pair.new is not None:
            afters[key] = pair.new.amount
        if pair.old is not None and pair.new is not None:
            steps = step_of(pair.old, old_steps), step_of(pair.new, new_steps)
            if same_amount(pair.old.amount, steps[0], pair.new.amount, steps[1]):
                afters[key] = pair.old.amount
    return differing_keys(befores, afters)


def _renamed(pairs: Sequence[Pair], changed: set[PairKey]) -> set[PairKey]:
    """The pairs to tell a rename by: those whose amount changed too, else the first of the line in its statement."""
    old_names: defaultdict[str, set[str]] = defaultdict(set)
    new_names: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if pair.statement not in _WITHOUT_NAMES and pair.old is not None and pair.new is not None:
            old_names[pair.item].add(_name(pair.old))
            new_names[pair.item].add(_name(pair.new))
    items = {item for item in old_names if kind_of(item) in _TOLD_RENAMED and not old_names[item] & new_names[item]}
    renamed: set[PairKey] = set()
    told: set[tuple[str, str]] = set()
    for pair in sorted(pairs, key=lambda pair: pair.measure != "total"):
        if pair.item not in items or pair.statement in _WITHOUT_NAMES or pair.old is None or pair.new is None:
            continue
        line = pair.statement, pair.item
        if pair_key(pair) in changed or line not in told:
            renamed.add(pair_key(pair))
            told.add(line)
    return renamed


def _name(fact: Fact) -> str:
    """The name that a rename is told by: of a code its printed name, of other lines the name in the item."""
    return same_name(fact.name) if kind_of(fact.item) in CLASSIFIED else without_years(name_in(fact.item))


def _change(pair: Pair, renamed: set[PairKey], reasons: tuple[Reason, ...]) -> Change:
    old, new = pair.old, pair.new
    delta = (new.amount if new else Decimal(0)) - (old.amount if old else Decimal(0))
    if old is None:
        kind = ADDED
    elif new is None:
        kind = REMOVED
    else:
        kind = RENAMED if pair_key(pair) in renamed else CHANGED
    named = new or old
    return Change(
        statement=pair.statement,
        item=pair.item,
        name=named.name if named else "",
        measure=pair.measure,
        old=old,
        new=new,
        delta=delta,
        percent=percent_of(delta, old.amount if old else None),
        kind=kind,
        like_for_like=delta,
        reasons=tuple(reason for reason in reasons if _explains(reason, pair)),
        role=pair.role,
        occurrence=pair.occurrence,
        adjusted=pair.adjusted,
    )


def _reasons_by_item(new: Disclosure, basis: str) -> dict[str, tuple[Reason, ...]]:
    """The new document's reasons, less those that explain another comparison than this one."""
    other = {BUDGET_FINAL: "prior_year", YEAR_ON_YEAR: APPROVED}.get(basis)
    found: defaultdict[str, list[Reason]] = defaultdict(list)
    for reason in new.reasons:
        if reason.against != other or other is None:
            found[item_key(reason.item)].append(reason)
    return {item: tuple(reasons) for item, reasons in found.items()}


def _explains(reason: Reason, pair: Pair) -> bool:
    return pair.role == OWN and reason.measure in ("total", pair.measure)
