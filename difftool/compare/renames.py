"""Projects, units and other named lines that go on under another name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from difftool.compare.mentions import LineKey, Mentions, item_key
from difftool.compare.names import most_alike, one_word_other, without_years
from difftool.model.item import NAMED, kind_of, name_in

# Measured on project lists of consecutive years: real renames keep most of the words, and neighbours ("…一期",
# "…二期") lie within a tenth of each other. An equal amount is worth a third of the words.
_LEAST_ALIKE = 0.7
_LEAST_ALIKE_AT_ONE_AMOUNT = 0.45
_LEAD = 0.1


def renamed_items(
    old: Mapping[LineKey, Mentions], new: Mapping[LineKey, Mentions], bodies: tuple[str, str]
) -> dict[str, str]:
    """Old item → new item for named lines that only one side has and that are one line by name and amount.

    `bodies` are the names of the one body in both documents: its own row goes on whatever it is called. Otherwise
    conservative: a name must be the clear nearest both ways, else the line counts as removed and another as added.
    """
    old_items, new_items = _named_items(old), _named_items(new)
    found: dict[str, str] = {}
    for kind in NAMED:
        gone = sorted(item for item in old_items.keys() - new_items.keys() if kind_of(item) == kind)
        come = sorted(item for item in new_items.keys() - old_items.keys() if kind_of(item) == kind)
        known = [_name(item) for item in old_items.keys() | new_items.keys() if kind_of(item) == kind]

        def take(matches: Iterable[tuple[str, str]], gone: list[str] = gone, come: list[str] = come) -> None:
            for before, after in matches:
                found[before] = after
                gone.remove(before)
                come.remove(after)

        own = (item_key(f"unit:{bodies[0]}"), item_key(f"unit:{bodies[1]}"))
        take([own] if own[0] in gone and own[1] in come else [])
        take(_same_but_years(gone, come))
        nearest = _nearest(gone, come, known, _LEAST_ALIKE)
        take((before, after) for before, after in nearest if not one_word_other(_name(before), _name(after)))
        nearest = _nearest(gone, come, known, _LEAST_ALIKE_AT_ONE_AMOUNT)
        take((before, after) for before, after in nearest if old_items[before] & new_items[after])
    return found


def _named_items(mentions: Mapping[LineKey, Mentions]) -> dict[str, set[Decimal]]:
    """Each named item with the amounts other than 0 that it has anywhere."""
    items: defaultdict[str, set[Decimal]] = defaultdict(set)
    for (_, item, _, _), by_unit in mentions.items():
        if kind_of(item) in NAMED:
            items[item].update(fact.amount for facts in by_unit.values() for fact in facts if fact.amount)
    return items


def _same_but_years(gone: Iterable[str], come: Iterable[str]) -> list[tuple[str, str]]:
    befores, afters = _by_skeleton(gone), _by_skeleton(come)
    return [
        (items[0], afters[skeleton][0])
        for skeleton, items in befores.items()
        if len(items) == 1 and len(afters.get(skeleton, ())) == 1
    ]


def _by_skeleton(items: Iterable[str]) -> dict[str, list[str]]:
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for item in items:
        grouped[without_years(_name(item))].append(item)
    return grouped


def _nearest(gone: Sequence[str], come: Sequence[str], known: Iterable[str], least: float) -> list[tuple[str, str]]:
    olds = [without_years(_name(item)) for item in gone]
    news = [without_years(_name(item)) for item in come]
    skeletons = [without_years(name) for name in known]
    return [(gone[before], come[after]) for before, after in most_alike(olds, news, skeletons, least, _LEAD)]


def _name(item: str) -> str:
    return name_in(item)
