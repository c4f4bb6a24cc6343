"""Rows whose columns are not sure, for want of lines or of blank cells: sums tell in which an amount stood."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from difftool.model.fact import Fact
from difftool.model.form_problems import SettledColumn
from difftool.model.place import Place
from difftool.model.problem import Problem
from difftool.proof.identities import identities

MOST_SETTLED = 30  # of one document: of more the sums prove nothing
MOST_TRIED = 200  # other columns for the amounts of lines that break a sum: of more the columns mean something else


def settle_slid_rows(facts: Sequence[Fact], doubtful: frozenset[Place]) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts with amounts of `doubtful` cells in the column in which the sums hold.

    An amount moves only to a column that its line leaves blank, and only where no other move mends as many sums.
    """
    settled = list(facts)
    problems: list[Problem] = []
    for _ in range(MOST_SETTLED if doubtful else 0):
        found = best_move(settled, doubtful)
        if found is None:
            break
        index, moved = found
        under, line = settled[index].measure, moved.name or moved.item
        problems.append(SettledColumn.at(moved.where, line=line, raw=moved.raw, under=under, meant=moved.measure))
        settled[index] = moved
    return tuple(settled), tuple(problems)


def best_move(facts: Sequence[Fact], doubtful: frozenset[Place]) -> tuple[int, Fact] | None:
    """The move by which most sums come to hold, None where fewer than two do or two moves are as good.

    Both columns must speak for it: the sum that fails holds without the amount, and one holds with it.
    """
    outcomes: list[tuple[int, int, Fact]] = []
    tried = 0
    for statement in dict.fromkeys(fact.statement for fact in facts if fact.where in doubtful):
        own = [(index, fact) for index, fact in enumerate(facts) if fact.statement == statement]
        sums = identities(fact for _, fact in own)
        broken = [identity for identity in sums if not identity.holds]
        lines = {fact.key for identity in broken for fact in identity.facts}
        measures = {(fact.measure, fact.year, fact.phase) for _, fact in own}
        printed = {fact.key for _, fact in own}
        for index, fact in own:
            if fact.where not in doubtful or fact.key not in lines or not fact.amount:
                continue
            for measure, year, phase in sorted(measures - {(fact.measure, fact.year, fact.phase)}):
                moved = replace(fact, measure=measure, year=year, phase=phase)
                if moved.key in printed:
                    continue
                tried += 1
                if tried > MOST_TRIED:
                    return None
                after = identities(moved if at == index else each for at, each in own)
                left = sum(not identity.holds for identity in after)
                gained = (len(after) - left) - (len(sums) - len(broken))
                if left < len(broken) and gained > 1:
                    outcomes.append((left - gained, index, moved))
    outcomes.sort(key=lambda outcome: outcome[0])
    if not outcomes or (len(outcomes) > 1 and outcomes[0][0] == outcomes[1][0]):
        return None
    return outcomes[0][1:]
