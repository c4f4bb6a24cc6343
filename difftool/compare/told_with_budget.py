"""Which outturns of a final account its sentences set beside a budget."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from difftool.compare.mentions import item_key
from difftool.model.disclosure import Disclosure
from difftool.model.fact import EXECUTED, NARRATIVE, Fact
from difftool.model.place import Place


def told_with_budget(final: Disclosure) -> Iterator[Fact]:
    """The outturns of the year: all of the forms, and of the sentences those told nearest to a budget of their line.

    国家信访局 2024 tells its expenditure four times: all of it, of the appropriation, by line and of one project. Only
    the sentence that tells the budget too says which of the amounts is meant.
    """
    passages = {place: number for number, passage in enumerate(final.passages) for _, place in passage.lines}
    budgets: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    outturns: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in final.facts:
        if fact.year != final.year:
            continue
        if fact.statement != NARRATIVE:
            if fact.phase == EXECUTED:
                yield fact
        elif fact.phase == EXECUTED:
            outturns[item_key(fact.item), fact.measure].append(fact)
        else:
            budgets[item_key(fact.item), fact.measure].append(number_of(fact.where, passages))
    for key, told in outturns.items():
        for number in budgets[key]:
            distance = {fact: abs(number_of(fact.where, passages) - number) for fact in told}
            yield from (fact for fact in told if distance[fact] == min(distance.values()))


def number_of(place: Place, passages: dict[Place, int]) -> int:
    return passages.get(place, 0)
