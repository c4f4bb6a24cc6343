"""Amounts recognised in pictures of print: sums decide between readings, and what nothing bears out is told."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from difftool.checks.identities import identities
from difftool.checks.identity import COLUMNS
from difftool.checks.recognised_keys import Keys
from difftool.model.disclosure import Table
from difftool.model.document import Document, Reading
from difftool.model.fact import NARRATIVE, Fact
from difftool.model.money import read_money
from difftool.model.place import PagePlace, Place
from difftool.model.problem import Problem
from difftool.model.scan_problems import RecognisedPages, SettledReading, UnprovedAmount, UnprovedKey
from difftool.pattern import lazy_pattern

SURE = 0.9  # both looks at a number must be as sure as this where no sum bears it out
# Forms whose amounts have sums to prove them, and how many of these must be proved for the others to be believed.
SUMMED = ("summary", "income", "expenditure", "appropriation", "general_public", "general_public_basic")
FEWEST_PROVED = 0.5
MOST_TRIED = 200  # readings that are tried at once
MOST_SETTLED = 30  # of one document: of a worse scan the sums prove nothing
# Signs that look alike in print of poor quality.
ALIKE = {"0": "68", "1": "7", "3": "8", "5": "6", "6": "058", "7": "1", "8": "360", "9": "0"}
_DIGIT = lazy_pattern(r"\d")

PageKey = tuple[str, int]
Key = tuple[str, str, str, int, str]
_DOUBTS = {"form": "表", "line": "行", "column": "栏"}


def mark_recognised(document: Document, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, marked where they stand on a page whose text was recognised."""
    pages = recognised_pages(document)
    return tuple(replace(fact, recognised=True) if page_of(fact.where) in pages else fact for fact in facts)


def settle(document: Document, facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
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


def is_sure(fact: Fact, reading: Reading | None) -> bool:
    """Whether two looks at the print agree on the amount, and are both sure."""
    return reading is not None and not reading.others and reading.sureness >= SURE and reading.text == fact.raw


def recognised_pages(document: Document) -> set[PageKey]:
    places = (block.place for page in document.pages if page.recognised for block in page.blocks)
    return {page for place in places if (page := page_of(place)) is not None}


def page_of(place: Place) -> PageKey | None:
    return (place.file, place.page) if isinstance(place, PagePlace) else None


def readings_by_page(document: Document) -> dict[PageKey, list[Reading]]:
    found: dict[PageKey, list[Reading]] = defaultdict(list)
    for reading in document.readings:
        page = page_of(reading.place)
        if page is not None:
            found[page].append(reading)
    return found


def reading_of(fact: Fact, readings: dict[PageKey, list[Reading]]) -> Reading | None:
    """The reading that stands in the cell of a fact, None where there are none or several."""
    page = page_of(fact.where)
    inside = [reading for reading in readings.get(page, ()) if within(reading.place, fact.where)] if page else []
    return inside[0] if len(inside) == 1 else None


def within(place: Place, cell: Place) -> bool:
    if not isinstance(place, PagePlace) or not isinstance(cell, PagePlace):
        return False
    across, down = (place.bbox[0] + place.bbox[2]) / 2, (place.bbox[1] + place.bbox[3]) / 2
    return cell.bbox[0] <= across <= cell.bbox[2] and cell.bbox[1] <= down <= cell.bbox[3]


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


def broken_facts(facts: Sequence[Fact]) -> set[Key]:
    """Keys of facts of which more sums fail than hold."""
    balance: Counter[Key] = Counter()
    for identity in identities(facts):
        for fact in identity.facts:
            balance[fact.key] += 1 if identity.holds else -1
    return {key for key, sums in balance.items() if sums <= 0}
