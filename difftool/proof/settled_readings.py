"""Amounts recognised in pictures of print: where two looks at a number differ, the sums decide between them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from difftool.model.document import Document, Reading
from difftool.model.fact import Fact, Key
from difftool.model.money import read_money
from difftool.model.problem import Problem
from difftool.model.scan_problems import SettledReading
from difftool.pattern import lazy_pattern
from difftool.proof.identities import identities
from difftool.proof.readings import PageKey, is_sure, reading_of, readings_by_page

MOST_TRIED = 200  # readings that are tried at once
MOST_SETTLED = 30  # of one document: of a worse scan the sums prove nothing
# Signs that look alike in print of poor quality.
ALIKE = {"0": "68", "1": "7", "3": "8", "5": "6", "6": "058", "7": "1", "8": "360", "9": "0"}
_DIGIT = lazy_pattern(r"\d")


def settle_readings(document: Document, facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts of forms with other readings where only these make the sums hold: 8 for 3, 1 for 7, a lost point.

    Only what two looks did not see alike and surely is read anew, for a sum that fails may be the body's own misprint.
    Each is told, in a problem.
    """
    readings = readings_by_page(document)
    settled = list(facts)
    problems: list[Problem] = []
    for _ in range(MOST_SETTLED):
        found = best_reading(settled, readings)
        if found is None:
            break
        index, read = found
        told = {"line": read.name or read.item, "recognised": settled[index].raw, "taken": read.raw}
        problems.append(SettledReading.at(read.where, **told))
        settled[index] = read
    return tuple(settled), tuple(problems)


def best_reading(facts: Sequence[Fact], readings: dict[PageKey, list[Reading]]) -> tuple[int, Fact] | None:
    """Of all readings by which a failing sum would hold, the one that leaves the fewest failing; None where two do."""
    needed: dict[Key, set[Decimal]] = defaultdict(set)
    before = 0
    for identity in identities(facts):
        if not identity.holds:
            before += 1
            needed[identity.whole.key].add(identity.whole.amount - identity.gap)
            for part in identity.parts:
                needed[part.key].add(part.amount + identity.gap)
    outcomes: list[tuple[int, int, Fact]] = []
    usual = usual_decimals(facts)
    for index, fact in enumerate(facts):
        if not fact.recognised or fact.key not in needed or len(outcomes) > MOST_TRIED:
            continue
        reading = reading_of(fact, readings)
        if is_sure(fact, reading) and decimals_of(fact) == usual[fact.statement]:
            continue
        for raw in dict.fromkeys(others(fact, reading)):
            read = as_read(fact, raw)
            if read is not None and read.amount in needed[fact.key]:
                changed = [read if at == index else each for at, each in enumerate(facts)]
                outcomes.append((sum(not identity.holds for identity in identities(changed)), index, read))
    outcomes.sort(key=lambda outcome: outcome[0])
    if not outcomes or outcomes[0][0] >= before or (len(outcomes) > 1 and outcomes[0][0] == outcomes[1][0]):
        return None
    return outcomes[0][1:]


def usual_decimals(facts: Iterable[Fact]) -> dict[str, int]:
    """How many decimals most of the amounts of each form have: one that has fewer may have lost its point."""
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    for fact in facts:
        counted[fact.statement][decimals_of(fact)] += 1
    return {statement: counts.most_common(1)[0][0] for statement, counts in counted.items()}


def decimals_of(fact: Fact) -> int:
    return len(fact.raw.partition(".")[2])


def others(fact: Fact, reading: Reading | None) -> Iterator[str]:
    """What else the print may say, the likeliest first: the other look, a lost point, signs that look alike."""
    if reading is not None:
        yield from reading.others
    digits = re.sub(r"\D", "", fact.raw)
    if "." not in fact.raw and len(digits) > 2:
        yield f"{'-' if fact.raw.startswith('-') else ''}{digits[:-2]}.{digits[-2:]}"
    if not fact.raw.startswith("-"):
        yield f"-{fact.raw}"
    for match in _DIGIT.finditer(fact.raw):
        for like in ALIKE.get(match.group(), ""):
            yield f"{fact.raw[: match.start()]}{like}{fact.raw[match.end() :]}"


def as_read(fact: Fact, raw: str) -> Fact | None:
    """The fact with another print in the same unit, None where it is no amount."""
    unit = "万元" if fact.quantum.scaleb(decimals_of(fact)) == 10000 else "元"
    money = read_money(raw, unit)
    return None if money is None else replace(fact, raw=raw, amount=money.amount, quantum=money.quantum)
