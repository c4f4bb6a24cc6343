"""Laws of the sentences of real disclosures; skipped where the folder of real documents is absent."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

import difftool
from tests.read.formats import extracted

SHARED = Path(__file__).resolve().parents[3] / "shared"
DOCUMENTS = sorted((SHARED / "real").glob("*.pdf")) + sorted((SHARED / "real").glob("*.html"))

pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="no folder of real documents beside the project")


@pytest.mark.parametrize("path", DOCUMENTS[::8] or [Path()], ids=lambda path: path.stem)
def test_every_amount_and_reason_of_a_sentence_leads_back_to_its_line(path):
    """An amount begins on the line that its place names, a reason too."""
    disclosure = extracted(path)
    lines = {}
    for passage in disclosure.passages:
        ends = [start for start, _ in passage.lines[1:]] + [len(passage.text)]
        for (start, place), end in zip(passage.lines, ends, strict=True):
            lines.setdefault(place, []).append((passage.text, start, end))

    def stands_at(words, place):
        return any(start <= text.find(words, start) < end for text, start, end in lines.get(place, ()))

    narrative = [fact for fact in disclosure.facts if fact.statement == "narrative"]
    assert [fact for fact in narrative if not stands_at(fact.raw, fact.where)] == []
    assert [reason for reason in disclosure.reasons if not stands_at(reason.text[:4], reason.where)] == []


def test_a_final_account_against_its_own_budget_is_as_checked_by_hand():
    """株洲 2024, row for row: budget, outturn, difference and the one reason that explains it."""
    comparison = difftool.compare(SHARED / "seeds" / "zhuzhou-2024-final.txt")
    pairs = {pair.item: pair for pair in comparison.pairs if (pair.statement, pair.measure) == ("narrative", "total")}
    changes = {change.item: change for change in comparison.changes if change.statement == "narrative"}
    with (SHARED / "gold" / "zhuzhou-2024-final.selfcompare.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert set(pairs) == {row["item"] for row in rows}
    for row in rows:
        old, new, change = pairs[row["item"]].old, pairs[row["item"]].new, changes.get(row["item"])
        assert (old.amount, new.amount) == (Decimal(row["approved"]), Decimal(row["executed"])), row
        assert (change.delta if change else 0) == Decimal(row["delta"]), row
        told = [reason.text for reason in change.reasons] if change else []
        assert told == ([row["reason"]] if row["reason"] else []), row
