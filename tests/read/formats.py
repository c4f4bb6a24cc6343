"""What every format must do, with the project's own documents: the same facts as the figures say, and as elsewhere."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

from difftool.model.disclosure import Disclosure
from difftool.pipeline import compare_extracted, extract

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
REAL = ROOT.parent / "shared" / "real"
KEY = ("statement", "item", "measure", "year", "phase", "amount", "quantum", "raw")
OTHERS = (".txt", ".pdf")  # formats whose reading is tested by itself

Row = tuple[str, ...]

extracted = cache(extract)


def documents(suffix: str) -> list[Path]:
    return sorted(CORPUS.glob(f"*-*{suffix}"))


def printed(document: Path) -> set[Row]:
    """The form facts that the maker of the document says it prints."""
    with document.with_suffix(".facts.csv").open(encoding="utf-8", newline="") as file:
        return {tuple(row[name] for name in KEY) for row in csv.DictReader(file) if row["statement"] != "narrative"}


def facts(disclosure: Disclosure) -> Counter[Row]:
    return Counter(tuple(str(getattr(fact, name)) for name in KEY) for fact in disclosure.facts)


def form_facts(disclosure: Disclosure) -> set[Row]:
    return {row for row in facts(disclosure) if row[0] != "narrative"}


def assert_same_as_elsewhere(document: Path) -> None:
    """Every fact, reason and table is the one that the same document says as text or PDF, as often."""
    other = next((path for suffix in OTHERS if (path := document.with_suffix(suffix)).exists()), None)
    here = extracted(document)
    assert printed(document) <= form_facts(here)
    if other is None:
        return
    there = extracted(other)
    assert facts(here) == facts(there)
    assert [(table.statement, table.title, table.empty) for table in here.tables] == [
        (table.statement, table.title, table.empty) for table in there.tables
    ]
    assert [(reason.item, reason.text) for reason in here.reasons] == [
        (reason.item, reason.text) for reason in there.reasons
    ]
    assert (here.entity, here.year, here.stage, here.unit) == (there.entity, there.year, there.stage, there.unit)


def assert_no_differences(first: Disclosure, second: Disclosure) -> None:
    comparison = compare_extracted(first, second)
    assert not [change for change in comparison.changes if change.delta]
    assert not comparison.moves
