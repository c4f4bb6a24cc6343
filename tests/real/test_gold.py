"""Facts of real disclosures against figures checked by hand; skipped where the folder of real documents is absent."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.read.formats import extracted

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD = sorted((SHARED / "gold").glob("*.meta.json"))
STANDARD_ITEM = re.compile(r"(?:total|func:\d+|econ:\d+|func:\d+/econ:\d+|(?:source|use|public):\w+)")

pytestmark = pytest.mark.skipif(not GOLD, reason="no folder of real documents beside the project")


def document(name: str) -> Path:
    return next(path for path in (SHARED / "seeds" / f"{name}.txt", SHARED / "real" / f"{name}.pdf") if path.exists())


def gold_facts(name: str) -> set[tuple[str, str, str, int, str, Decimal]]:
    with (SHARED / "gold" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as handle:
        return {
            (
                row["statement"],
                row["item"],
                row["measure"],
                int(row["year"]),
                row["phase"],
                Decimal(row["amount"].replace(",", "")),
            )
            for row in csv.DictReader(handle)
            if STANDARD_ITEM.fullmatch(row["item"])
        }


@pytest.mark.parametrize("name", [path.name.removesuffix(".meta.json") for path in GOLD] or [""])
def test_forms_are_read_as_checked_by_hand(name):
    found = {(*fact.key, fact.amount) for fact in extracted(document(name)).facts}
    gold = {fact for fact in gold_facts(name) if fact[0] != "narrative"}
    missed = gold - found
    assert not missed
