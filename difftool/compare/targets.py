"""Performance targets of two disclosures set against each other: kept, dropped, added, raised, lowered or changed."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from difftool.compare.names import most_alike, same_print, without_years
from difftool.model.comparison import ADDED, CHANGED, DROPPED, KEPT, LOWERED, RAISED, TargetChange
from difftool.model.disclosure import Disclosure, Indicator
from difftool.pattern import lazy_pattern

_PROJECTS_ALIKE, _NAMES_ALIKE = 0.7, 0.6
_LEAD = 0.1  # how much nearer the nearest name must be than the next
_NUMBER = lazy_pattern(r"-?\d+(?:\.\d+)?")
_SPACE = lazy_pattern(r"\s+")
_THOUSANDS = lazy_pattern(r"(?<=\d),(?=\d{3}(?!\d))")
_AT_LEAST = lazy_pattern(r"≥|>=|大于等于|大于或等于|不少于|不低于|不小于|至少|及?以上")
_AT_MOST = lazy_pattern(r"≤|<=|小于等于|小于或等于|不超过|不高于|不大于|不多于|至多|控制在|及?(?:以内|以下)")
_ABOVE, _BELOW = lazy_pattern(r">|大于|高于|超过|多于"), lazy_pattern(r"<|小于|低于|少于")
_EXACTLY = lazy_pattern(r"=|等于")
# A date or a period of the calendar is neither more nor less.
_DATE = lazy_pattern(r"#年|#月|#日|第#")
_COST = lazy_pattern(r"成本")
_IN_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}

Key = tuple[str, str, str, str]


class _Bound(Struct, frozen=True):
    """A target with one number: `sign` is "≥", "≤", ">", "<", printed in signs or words, or "" for a number to meet."""

    sign: str
    amount: Decimal
    unit: str


def target_changes(old: Disclosure, new: Disclosure) -> tuple[TargetChange, ...]:
    """Every target of both sides, met by project and names; reworded names are met by their likeness.

    They come in the order of `new`, then the dropped ones. Comparing the other way round gives the same pairs, with
    added and dropped, raised and lowered changed places.
    """
    befores, afters = list(old.indicators), list(new.indicators)
    projects = _met_projects(befores, afters)
    pairs = _met_targets(befores, afters, projects)
    came_from = {after: before for before, after in pairs.items()}
    changes = [_change(befores[came_from[at]] if at in came_from else None, target) for at, target in enumerate(afters)]
    changes += [_change(target, None) for at, target in enumerate(befores) if at not in pairs]
    return tuple(changes)


def _met_projects(befores: Sequence[Indicator], afters: Sequence[Indicator]) -> dict[str, str]:
    """Projects of the old document by their names in the new one, both without years."""
    olds = {without_years(target.project): None for target in befores}
    news = {without_years(target.project): None for target in afters}
    met = {name: name for name in olds if name in news}
    gone, come = [name for name in olds if name not in met], [name for name in news if name not in met]
    pairs = most_alike(gone, come, (*olds, *news), _PROJECTS_ALIKE, _LEAD)
    return met | {gone[before]: come[after] for before, after in pairs}


def _met_targets(befores: Sequence[Indicator], afters: Sequence[Indicator], projects: dict[str, str]) -> dict[int, int]:
    """Positions of targets that are one: by all their names, by the last one, by likeness within a project."""
    pairs: dict[int, int] = {}
    olds = [_key(target, projects.get(without_years(target.project))) for target in befores]
    news = [_key(target, without_years(target.project)) for target in afters]
    for with_target, names in ((True, slice(0, 4)), (False, slice(0, 4)), (False, slice(0, 4, 3))):
        waiting: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        taken = set(pairs.values())
        for at, (key, target) in enumerate(zip(news, afters, strict=True)):
            if at not in taken and key[3]:
                waiting[(*key[names], _plain(target.target) if with_target else "")].append(at)
        for at, (key, target) in enumerate(zip(olds, befores, strict=True)):
            found = waiting.get((*key[names], _plain(target.target) if with_target else ""))
            if at not in pairs and found:
                pairs[at] = found.pop(0)
    for project in dict.fromkeys(key[0] for key in olds):
        taken = set(pairs.values())
        gone = [at for at, key in enumerate(olds) if key[0] == project and at not in pairs]
        come = [at for at, key in enumerate(news) if key[0] == project and at not in taken]
        names_of = [olds[at][3] for at in gone], [news[at][3] for at in come]
        for before, after in most_alike(*names_of, (*names_of[0], *names_of[1]), _NAMES_ALIKE, _LEAD):
            pairs[gone[before]] = come[after]
    return pairs


def _key(target: Indicator, project: str | None) -> Key:
    # A project without a counterpart keeps a name that no other document has.
    name = f"\n{target.project}" if project is None else project
    return name, same_print(target.level1), same_print(target.level2), without_years(target.level3)


def _change(old: Indicator | None, new: Indicator | None) -> TargetChange:
    known = new or old
    assert known is not None
    return TargetChange(
        project=known.project,
        names=(known.level1, known.level2, known.level3),
        kind=ADDED if old is None else DROPPED if new is None else _kind(old, new),
        old=old,
        new=new,
    )


def _kind(old: Indicator, new: Indicator) -> str:
    before, after = _plain(old.target), _plain(new.target)
    if before == after:
        return KEPT
    is_cost = any(_COST.search(level) for level in (old.level1, old.level2, new.level1, new.level2))
    first, second = _bound(before), _bound(after)
    if first is None or second is None:
        return CHANGED
    if first.unit != second.unit:
        # The unit may stand in the indicator's name: "满意度（%）" and "≥90" ask what "≥90%" does.
        is_same = "" in (first.unit, second.unit) and (first.sign, first.amount) == (second.sign, second.amount)
        return KEPT if is_same else CHANGED
    sense = _sense(first, is_cost)
    if first.amount == second.amount or sense != _sense(second, is_cost):
        # "80%" and "80.0%" ask the same.
        return KEPT if first == second else CHANGED
    return RAISED if (second.amount > first.amount) == (sense > 0) else LOWERED


def _sense(bound: _Bound, is_cost: bool) -> int:
    """1 where a greater number asks more, -1 where it asks less.

    A number without "at least" or "at most" is one to be reached; of a cost it is one to be kept to.
    """
    if bound.sign in ("≥", ">"):
        return 1
    return -1 if bound.sign or is_cost else 1


def _bound(target: str) -> _Bound | None:
    """The one number of a target with its sign and unit; None for words, dates and targets of several numbers."""
    numbers = _NUMBER.findall(target)
    if len(numbers) != 1 or _DATE.search(_NUMBER.sub("#", target)):
        return None
    rest = target
    sign = ""
    for mark, pattern in (("≥", _AT_LEAST), ("≤", _AT_MOST), (">", _ABOVE), ("<", _BELOW), ("", _EXACTLY)):
        if pattern.search(rest):
            sign, rest = mark, pattern.sub("", rest)
            break
    unit = _NUMBER.sub("", rest)
    amount = Decimal(numbers[0])
    if unit in _IN_YUAN:
        return _Bound(sign, amount * _IN_YUAN[unit], "元")
    return _Bound(sign, amount, unit)


def _plain(target: str) -> str:
    """A target in one width of letters and signs, without spaces and thousands separators."""
    folded = unicodedata.normalize("NFKC", _SPACE.sub("", target)).replace("≧", "≥").replace("≦", "≤")
    return _THOUSANDS.sub("", folded).replace("⩾", "≥").replace("⩽", "≤").rstrip("。;,")
