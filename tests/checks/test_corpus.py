"""The project's own documents: contradictions made on purpose, and clean books with one figure changed."""

from __future__ import annotations

import csv
import json
import random
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from difftool.checks import check_disclosure
from difftool.checks.causes import causes_of
from difftool.model.comparison import FAIL
from difftool.model.fact import Fact
from difftool.model.place import LinePlace
from difftool.pipeline import extract
from difftool.proof.identities import identities

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
MADE = json.loads((CORPUS / "yunxiu-2024-contradictions.json").read_text(encoding="utf-8"))["contradictions"]
CLEAN = sorted(path for path in CORPUS.glob("*.facts.csv") if "contradictions" not in path.name)
# As many small changes as a typing slip makes: one digit, a swapped pair, a lost zero.
SLIPS = (9, 10, 27, 90, 100, 450, 1000, 9000)
TRIALS = 18  # in each form of each book
FORMS = (
    "summary",
    "income",
    "expenditure",
    "appropriation",
    "general_public",
    "general_public_basic",
    "three_public",
    "government_fund",
)


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


# What two publications that the project sets anew do contradict: 长沙 names former bodies and splits its whole; 株洲 has a
# 三公 budget that its form has adjusted, percentages of nothing, and each amount rounded on its own.
TRUE_OF = {
    "changsha-2023-budget": {"unit-names", "overall-rows", "meetings-told"},
    "zhuzhou-2024-budget": {"rounding"},
    "zhuzhou-2024-final": {"rounding", "three-public-told", "percent-without-base", "move-unexplained"},
}
DOCUMENTS = sorted(
    path
    for path in CORPUS.iterdir()
    if path.suffix in (".pdf", ".txt", ".html", ".docx", ".xlsx") and "contradictions" not in path.name
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_clean_document_has_no_finding(path: Path) -> None:
    told = [check for check in check_disclosure(extract(path)) if check.status == FAIL]
    assert [check.message for check in told if check.rule not in TRUE_OF.get(path.stem, ())] == []


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name)
def test_a_clean_book_adds_up(path: Path) -> None:
    assert causes_of(identities(facts_of(path))) == []


def test_one_changed_figure_is_noticed_and_mostly_named() -> None:
    """In every form of every clean book, of figures that an identity covers; a slip that rounding could make is none."""
    chance = random.Random(2024)
    tried: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for path in CLEAN:
        facts = [fact for fact in facts_of(path) if fact.statement != "narrative"]
        covering: dict[int, list[Decimal]] = defaultdict(list)
        for identity in identities(facts):
            for fact in identity.facts:
                covering[id(fact)].append(identity.tolerance + abs(identity.gap))
        covered: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            if id(fact) in covering:
                covered[fact.statement].append(fact)
        for statement, candidates in covered.items():
            for victim in chance.sample(candidates, min(TRIALS, len(candidates))):
                change = victim.quantum * chance.choice(SLIPS)
                if change <= min(covering[id(victim)]):
                    continue
                wrong = replace(victim, amount=victim.amount + change)
                causes = causes_of(identities([wrong if fact is victim else fact for fact in facts]))
                tried[statement] += 1
                noticed[statement] += bool(causes)
                named[statement] += any(cause.culprit is wrong for cause in causes)
    assert tried.total() >= 1000
    assert min(tried[form] for form in FORMS) >= 20, tried
    assert noticed.total() >= tried.total() * 0.99, (noticed, tried)
    assert named.total() >= noticed.total() * 0.9, (named, noticed)
