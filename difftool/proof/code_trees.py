"""Trees of lines: each code is the sum of those below it, the total of the top ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from difftool.model.fact import Column, Fact
from difftool.model.item import kind_of, line_above, split_last
from difftool.proof.identity import TREE, Identity
from difftool.proof.ledger import CODED, Ledger
from difftool.proof.outline import outline


def code_trees(ledger: Ledger) -> list[Identity]:
    """Each code is the sum of the printed codes right below it; the grand total is the sum of the top codes."""
    found = []
    for column, lines in ledger.columns().items():
        if column[0] not in CODED or column in ledger.doubtful:
            continue
        found += units(lines)
        below: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for item, fact in lines.items():
            above = line_above(item)
            while above is not None and above != "total" and above not in lines:
                above = line_above(above)
            if above is not None:
                # Functional and economic lines under one line are two trees of the same money.
                tail = item if above == "total" else split_last(item)[1]
                below[above, kind_of(tail)].append(fact)
        trees = [Identity(TREE, lines[above], tuple(parts)) for (above, _), parts in below.items() if above in lines]
        if column in ledger.repeated and not all(tree.holds for tree in trees):
            trees = as_listed(ledger, column) or trees
        found += trees
    return found


def as_listed(ledger: Ledger, column: Column) -> list[Identity]:
    """The trees of one column by the order of print, where all hold: two units may print one line with one amount."""
    facts = ledger.printed_in({column})[column]
    trees = [Identity(TREE, whole, parts) for whole, parts in outline(facts)]
    return trees if all(tree.holds for tree in trees) else []


def listed_trees(ledger: Ledger) -> list[Identity]:
    """Trees by the order of print where lines are printed several times under one code, where they hold.

    What a line is part of, only its place among the others says, which units without names leave open.
    """
    return [identity for identity in listed(ledger) if identity.holds]


def totals_short_of_lines(ledger: Ledger) -> list[Identity]:
    """Totals that the lines listed under them do not make up, in forms that print a line several times.

    北京 leaves lines out of the published form, and their money in its total; a row that was not read does the same.
    """
    return [identity for identity in listed(ledger) if identity.whole.item == "total" and not identity.holds]


def listed(ledger: Ledger) -> Iterator[Identity]:
    for (statement, *_), facts in ledger.printed_in(ledger.doubtful).items():
        if statement in CODED:
            yield from (Identity(TREE, whole, parts) for whole, parts in outline(facts))


def units(lines: dict[str, Fact]) -> list[Identity]:
    """The grand total as the sum of its units, where it is: units may stand under other units, which nothing says.

    西安 and 杭州 print the department with the sum of its units as the first of them.
    """
    total = lines.get("total")
    parts = tuple(fact for fact in lines.values() if fact.is_unit)
    if total is None or not parts:
        return []
    ways = ([Identity(TREE, total, parts)], [Identity(TREE, total, parts[:1]), Identity(TREE, parts[0], parts[1:])])
    return next((way for way in ways if way[-1].parts and all(identity.holds for identity in way)), [])
