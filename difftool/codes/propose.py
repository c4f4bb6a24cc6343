"""Rows for the crosswalk that documents suggest, for a person to accept: codes and names that the data do not have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from difftool.codes import TODAY, functional, functional_name
from difftool.codes.changes import CodeChange
from difftool.codes.names import stem
from difftool.model.disclosure import Disclosure
from difftool.model.fact import NARRATIVE

NEW = "new"


def propose_changes(disclosures: Iterable[Disclosure]) -> tuple[CodeChange, ...]:
    """What the forms of documents print of functional codes that the classification does not know, by code.

    A known code under another name is proposed as "renamed" and an unknown code with the name of one known line of
    its level as "renumbered", both from the first year in which a document prints it; an unknown code with an unknown
    name is "new". `source` says in how many documents it is printed and that nobody has confirmed it.
    """
    printed: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for disclosure in disclosures:
        for fact in disclosure.facts:
            scheme, _, code = fact.item.partition(":")
            whole = scheme == "func" and code.isdigit() and len(code) in (3, 5, 7) and fact.name
            if whole and fact.statement != NARRATIVE and not knows(code, fact.name):
                printed[code, fact.name].append((disclosure.year, disclosure.source.sha256))
    changes = []
    for (code, name), where in sorted(printed.items()):
        year = min(year for year, _ in where)
        source = f"printed in {len({digest for _, digest in where})} document(s), not confirmed"
        changes.append(proposal(code, name, year, source))
    return tuple(changes)


def knows(code: str, name: str) -> bool:
    """Whether the classification of any year has this name for this code."""
    return any(stem(line.name) == stem(name) for line in functional().by_code.get(code, ()))


def proposal(code: str, name: str, year: int, source: str) -> CodeChange:
    old_name = functional_name(code, year - 1)
    if old_name is not None:
        return CodeChange(year, code, old_name, code, name, "renamed", source)
    others = [other for other in functional().find(name, TODAY) if len(other) == len(code)]
    if len(others) == 1:
        return CodeChange(year, others[0], functional_name(others[0]) or name, code, name, "renumbered", source)
    return CodeChange(year, "", "", code, name, NEW, source)
