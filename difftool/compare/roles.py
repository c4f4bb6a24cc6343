"""What an amount is to its document, so that amounts of different years and phases can meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from difftool.model.disclosure import Disclosure
from difftool.model.fact import PHASES, Fact

OWN = "own"


def with_roles(disclosure: Disclosure) -> Iterator[tuple[str, Fact]]:
    """Each fact but printed differences with its role: `OWN` for the document's year and phase, else "-1 executed" …

    A form that prints no amount of the document's own phase (a target form bound into a final account) is about the
    furthest phase that it prints, and that counts as its own.
    """
    own_phases = _own_phases(disclosure)
    for fact in disclosure.facts:
        if fact.is_change:
            continue
        offset = fact.year - disclosure.year
        if offset == 0 and fact.phase == own_phases.get(fact.statement):
            yield OWN, fact
        else:
            yield f"{offset:+d} {fact.phase}", fact


def own_facts(disclosure: Disclosure) -> Iterable[Fact]:
    """The amounts that the document itself decides or accounts for."""
    return (fact for role, fact in with_roles(disclosure) if role == OWN)


def _own_phases(disclosure: Disclosure) -> dict[str, str]:
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for fact in disclosure.facts:
        if fact.year == disclosure.year:
            printed[fact.statement].add(fact.phase)
    return {
        statement: disclosure.phase if disclosure.phase in phases else max(phases, key=PHASES.index)
        for statement, phases in printed.items()
    }
