"""Which amount of one disclosure meets which of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from msgspec.structs import replace

from difftool.compare.basis import same_body
from difftool.compare.mentions import LineKey, Mentions, item_key, mentions_by_key
from difftool.compare.renames import renamed_items
from difftool.compare.roles import OWN, with_roles
from difftool.compare.told_with_budget import told_with_budget
from difftool.model.comparison import Pair
from difftool.model.disclosure import Disclosure
from difftool.model.fact import ADJUSTED, APPROVED, NARRATIVE, STATEMENTS, Fact


def pair_disclosures(old: Disclosure, new: Disclosure) -> tuple[Pair, ...]:
    """Every amount of both, each with its counterpart or alone, the documents' own amounts first.

    Amounts meet by statement, item, measure and role, so that 2023 approved meets 2024 approved and 2024 approved
    meets 2024 executed. Where a document prints several amounts under one key, equal ones meet first, the rest in
    the order of the print.
    """
    befores = mentions_by_key(old, with_roles(old))
    afters = mentions_by_key(new, with_roles(new))
    if same_body(old, new):
        befores = _under_new_names(befores, renamed_items(befores, afters, (old.entity, new.entity)))
    return _paired(befores, afters)


def pair_with_itself(final: Disclosure) -> tuple[Pair, ...]:
    """The budget figures that a final account prints, each with the outturn of the same line.

    年初预算 is the budget figure, 全年预算 only where a line has no other (the budget half of the 三公 form). A
    sentence that tells only one of the two is left out: it is no line that came or went. Of several outturns that
    sentences tell of a line, the one told nearest to its budget meets it. Where both budgets are printed, 全年预算
    stands between them as `adjusted`.
    """
    budget = {fact_key(fact) for fact in final.facts if fact.phase == APPROVED and fact.year == final.year}
    befores = mentions_by_key(
        final,
        (
            (OWN, fact)
            for fact in final.facts
            if fact.year == final.year
            and (fact.phase == APPROVED or (fact.phase == ADJUSTED and fact_key(fact) not in budget))
        ),
    )
    afters = mentions_by_key(final, ((OWN, fact) for fact in told_with_budget(final)))
    adjusted = mentions_by_key(
        final,
        (
            (OWN, fact)
            for fact in final.facts
            if fact.year == final.year and fact.phase == ADJUSTED and fact_key(fact) in budget
        ),
    )
    two_sided = {(key[0], key[2]) for key in befores.keys() & afters.keys() if key[0] != NARRATIVE}

    def belongs(key: LineKey) -> bool:
        return (key in befores and key in afters) or (key[0], key[2]) in two_sided

    pairs = _paired(
        {key: told for key, told in befores.items() if belongs(key)},
        {key: told for key, told in afters.items() if belongs(key)},
    )
    return tuple(_with_adjusted(pair, adjusted) for pair in pairs)


def _with_adjusted(pair: Pair, adjusted: Mapping[LineKey, Mentions]) -> Pair:
    told = adjusted.get((pair.statement, item_key(pair.item), pair.measure, pair.role), {})
    facts = [fact for facts in told.values() for fact in facts]
    return replace(pair, adjusted=facts[0]) if facts and not pair.occurrence else pair


def fact_key(fact: Fact) -> tuple[str, str, str]:
    return fact.statement, item_key(fact.item), fact.measure


def _under_new_names(mentions: Mapping[LineKey, Mentions], renames: Mapping[str, str]) -> dict[LineKey, Mentions]:
    return {
        (statement, renames.get(item, item), measure, role): told
        for (statement, item, measure, role), told in mentions.items()
    }


def _paired(befores: Mapping[LineKey, Mentions], afters: Mapping[LineKey, Mentions]) -> tuple[Pair, ...]:
    pairs: list[Pair] = []
    for key in sorted(befores.keys() | afters.keys(), key=_key_order):
        before, after = _by_same_units(befores.get(key, {}), afters.get(key, {}))
        for unit in sorted(before.keys() | after.keys()):
            told = _aligned(before.get(unit, []), after.get(unit, []))
            for number, (old, new) in enumerate(told, start=1):
                pairs.append(_pair(key, old, new, _occurrence(unit, number)))
    return tuple(pairs)


def _pair(key: LineKey, old: Fact | None, new: Fact | None, occurrence: str) -> Pair:
    statement, item, measure, role = key
    named = new or old
    printed = named.item if named else item
    return Pair(statement, printed, measure, old, new, role=role, occurrence=occurrence)


def _key_order(key: LineKey) -> tuple[bool, int, str, str, str]:
    statement, item, measure, role = key
    rank = STATEMENTS.index(statement) if statement in STATEMENTS else len(STATEMENTS)
    return role != OWN, rank, role, item, measure


def _by_same_units(before: Mentions, after: Mentions) -> tuple[Mentions, Mentions]:
    """Both sides told by unit, or neither: a key with one unit, or one amount for all units, needs none."""
    if max(len(before), len(after)) <= 1 or (_one_amount(before) and _one_amount(after)):
        return _as_one(before), _as_one(after)
    return before, after


def _one_amount(told: Mentions) -> bool:
    return len({fact.amount for facts in told.values() for fact in facts}) <= 1


def _as_one(told: Mentions) -> Mentions:
    facts = [fact for facts in told.values() for fact in facts]
    if len({fact.amount for fact in facts}) == 1:
        facts = facts[:1]
    return {"": facts} if facts else {}


def _aligned(before: list[Fact], after: list[Fact]) -> Iterator[tuple[Fact | None, Fact | None]]:
    """Equal amounts meet first, so that one mention more or fewer does not shift all that follow."""
    left_over = list(after)
    unmet: list[Fact] = []
    for old in before:
        new = next((fact for fact in left_over if fact.amount == old.amount), None)
        if new is None:
            unmet.append(old)
        else:
            left_over.remove(new)
            yield old, new
    yield from zip_longest(unmet, left_over)


def _occurrence(unit: str, number: int) -> str:
    return " ".join([part for part in (unit, str(number) if number > 1 else "") if part])
