"""Amounts recognised in pictures of print that nothing bears out are told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from difftool.model.disclosure import Table
from difftool.model.document import Document
from difftool.model.fact import NARRATIVE, Fact, Key
from difftool.model.place import Place
from difftool.model.problem import Problem
from difftool.model.scan_problems import RecognisedPages, UnprovedAmount, UnprovedKey
from difftool.proof.identities import identities
from difftool.proof.identity import COLUMNS
from difftool.proof.readings import is_sure, reading_of, readings_by_page, recognised_pages
from difftool.proof.recognised_keys import Keys

# Forms whose amounts have sums to prove them, and how many of these must be proved for the others to be believed.
SUMMED = ("summary", "income", "expenditure", "appropriation", "general_public", "general_public_basic")
FEWEST_PROVED = 0.5
_DOUBTS = {"form": "表", "line": "行", "column": "栏"}


def unproved(document: Document, facts: Sequence[Fact], tables: Iterable[Table]) -> tuple[Problem, ...]:
    """A problem for each recognised amount that no sum bears out and that two looks did not see alike and surely.

    So too where it is not sure which line, column or form an amount is of, for sums do not prove that. Of sentences,
    those whose amount no form prints: both are recognised apart, so that they rarely err alike.
    """
    pages = recognised_pages(document)
    if not pages:
        return ()
    readings = readings_by_page(document)
    keys = Keys(document, tables)
    printed = [fact for fact in facts if fact.statement != NARRATIVE]
    in_forms = {fact.amount for fact in printed}
    broken = broken_facts(facts)
    misread = unproved_statements(printed)
    told = "、".join(f"{file} {page}".strip() for file, page in sorted(pages))
    problems: list[Problem] = [RecognisedPages.at(pages=told)]
    doubtful = doubled(printed)
    for fact in facts:
        if not fact.recognised:
            continue
        if fact.statement == NARRATIVE:
            borne_out, doubt = bool(fact.verified) or fact.amount in in_forms, ""
        else:
            reading = reading_of(fact, readings)
            sure = fact.statement not in misread and is_sure(fact, reading)
            # A seal over a row hides the same digits of equal amounts in it, whose sum along the row then still holds.
            pale = reading is not None and not reading.sureness
            summed = bool(set(fact.verified) - {COLUMNS} if pale else fact.verified)
            borne_out = (summed or sure) and fact.key not in broken and fact.where not in doubtful
            doubt = keys.doubt(fact)
        line = fact.name or fact.item
        if doubt:
            problems.append(UnprovedKey.at(fact.where, line=line, raw=fact.raw, doubt=doubt, doubt_zh=_DOUBTS[doubt]))
        elif not borne_out:
            problems.append(UnprovedAmount.at(fact.where, line=line, raw=fact.raw))
    return tuple(problems)


def doubled(facts: Iterable[Fact]) -> set[Place]:
    """The places of recognised amounts of one line that stand under two names: a digit of a code was misread."""
    names: dict[Key, set[str]] = defaultdict(set)
    recognised = [fact for fact in facts if fact.recognised]
    for fact in recognised:
        names[fact.key].add(fact.name)
    return {fact.where for fact in recognised if len(names[fact.key]) > 1}


def unproved_statements(facts: Iterable[Fact]) -> set[str]:
    """The forms whose sums bear out hardly any of their amounts, though such forms have sums: a head was misread."""
    counted: Counter[str] = Counter()
    proved: Counter[str] = Counter()
    for fact in facts:
        if fact.recognised and fact.amount:
            counted[fact.statement] += 1
            proved[fact.statement] += bool(fact.verified)
    return {statement for statement in SUMMED if proved[statement] < FEWEST_PROVED * counted[statement]}


def broken_facts(facts: Sequence[Fact]) -> set[Key]:
    """Keys of facts of which more sums fail than hold."""
    balance: Counter[Key] = Counter()
    for identity in identities(facts):
        for fact in identity.facts:
            balance[fact.key] += 1 if identity.holds else -1
    return {key for key, sums in balance.items() if sums <= 0}
