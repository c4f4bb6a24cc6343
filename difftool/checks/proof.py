"""How far a reading proves itself: which sums bear out each fact, and which tables have sums that fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from difftool.checks.identities import Identity, identities
from difftool.model.disclosure import Table
from difftool.model.fact import Fact
from difftool.model.problem import Problem

SHOWN = 3  # failing sums told in one problem


def prove(facts: Sequence[Fact], tables: Iterable[Table]) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts with the kinds of sums that hold them, and a problem for each statement whose sums do not all hold.

    A sum that fails may be a misprint of the body itself as well as a misreading: the checks tell which figure the
    others bear out.
    """
    sums = identities(facts)
    borne_out: dict[tuple[str, str, str, int, str], set[str]] = defaultdict(set)
    failing: dict[str, list[Identity]] = defaultdict(list)
    for identity in sums:
        if identity.holds:
            for fact in identity.facts:
                borne_out[fact.key].add(identity.kind)
        else:
            failing[identity.whole.statement].append(identity)
    titles = {table.statement: table.title for table in reversed(tuple(tables))}
    proved = tuple(
        replace(fact, verified=tuple(sorted(borne_out[fact.key]))) if fact.key in borne_out else fact for fact in facts
    )
    return proved, tuple(
        Problem("sums-fail", told(titles.get(statement, statement), broken), broken[0].whole.where)
        for statement, broken in failing.items()
    )


def told(title: str, broken: list[Identity]) -> str:
    """The failing sums of a table in one line: "支出总表: 2 sums fail: 合计 12.00 is 1.00 万元 over its parts"."""
    shown = []
    for identity in broken[:SHOWN]:
        whole = identity.whole
        way = "over" if identity.gap > 0 else "under"
        shown.append(f"{whole.name or whole.item} {whole.raw} is {abs(identity.gap):,} yuan {way} its parts")
    more = " …" if len(broken) > SHOWN else ""
    return f"{title}: {len(broken)} {'sum fails' if len(broken) == 1 else 'sums fail'}: {'; '.join(shown)}{more}"
