"""The project's own documents: contradictions made on purpose, and clean books with one figure changed."""

from __future__ import annotations

import csv
import json
import random
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from difftool.checks import check_disclosure
from difftool.checks.causes import causes_of
from difftool.checks.identities import identities
from difftool.model.comparison import FAIL
from difftool.model.fact import Fact
from difftool.model.place import LinePlace
from difftool.pipeline import extract

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
MADE = json.loads((CORPUS / "yunxiu-2024-contradictions.json").read_text(encoding="utf-8"))["contradictions"]
CLEAN = sorted(path for path in CORPUS.glob("*.facts.csv") if "contradictions" not in path.name)
# As many small changes as a typing slip makes: one digit, a swapped pair, a lost zero.
SLIPS = (9, 10, 27, 90, 100, 450, 1000, 9000)
TRIALS = 40


def facts_of(path: Path) -> list[Fact]:
    with path.open(encoding="utf-8", newline="") as handle:
        return [
            Fact(
                row["statement"],
                row["item"],
                row["name"],
                row["measure"],
                int(row["year"]),
                row["phase"],
                Decimal(row["amount"]),
                Decimal(row["quantum"]),
                row["raw"],
                LinePlace(line),
            )
            for line, row in enumerate(csv.DictReader(handle))
        ]


@pytest.fixture(scope="module")
def told() -> list[tuple[str, str]]:
    checks = check_disclosure(extract(CORPUS / "yunxiu-2024-contradictions.txt"))
    return [(check.expected, check.found) for check in checks if check.status == FAIL]


@pytest.mark.parametrize("made", MADE, ids=lambda made: made["rule"])
def test_a_contradiction_made_on_purpose_is_named(told: list[tuple[str, str]], made: dict[str, str]) -> None:
    printed = [expected for expected, found in told if found == f"{made['printed']}万元"]
    assert printed
    if made["statement"] != "narrative":
        assert printed == [f"{made['right']}万元"]


def test_a_contradiction_is_told_once(told: list[tuple[str, str]]) -> None:
    assert len(told) == len(MADE)


# 长沙's publication names two former bodies in its forms; one invented rise is put down to savings.
TRUE_OF = {"changsha-2023-budget.txt": {"unit-names"}, "qinglan-2025-budget.txt": {"reason-direction"}}
BUDGETS = sorted(CORPUS.glob("*-budget.txt"))


@pytest.mark.parametrize("path", BUDGETS, ids=lambda path: path.name)
def test_a_clean_budget_has_no_finding(path: Path) -> None:
    told = [check for check in check_disclosure(extract(path)) if check.status == FAIL]
    assert [check.message for check in told if check.rule not in TRUE_OF.get(path.name, ())] == []


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name)
def test_a_clean_book_adds_up(path: Path) -> None:
    assert causes_of(identities(facts_of(path))) == []


def test_one_changed_figure_is_noticed_and_mostly_named() -> None:
    """Of figures that an identity covers; a slip that rounding could make is none."""
    chance = random.Random(2024)
    tried = noticed = named = 0
    for path in CLEAN:
        facts = [fact for fact in facts_of(path) if fact.statement != "narrative"]
        told = identities(facts)
        covering: dict[int, list[Decimal]] = {}
        for identity in told:
            for fact in identity.facts:
                covering.setdefault(id(fact), []).append(identity.tolerance + abs(identity.gap))
        for victim in chance.sample([fact for fact in facts if id(fact) in covering], TRIALS):
            change = victim.quantum * chance.choice(SLIPS)
            if change <= min(covering[id(victim)]):
                continue
            wrong = replace(victim, amount=victim.amount + change)
            causes = causes_of(identities([wrong if fact is victim else fact for fact in facts]))
            tried += 1
            noticed += bool(causes)
            named += any(cause.culprit is wrong for cause in causes)
    assert tried > 500
    assert noticed >= tried * 0.99
    assert named >= noticed * 0.9
