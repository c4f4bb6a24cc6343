"""Scenarios in many wordings: every stated move found with its amount, and nothing claimed that no sentence tells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from difftool.compare import compare_disclosures, compare_with_itself
from difftool.model.comparison import Move
from difftool.pipeline import extract
from tests.compare.moves.scenarios import Expected, Scenario, scenarios
from tests.compare.moves.wordings import WORDINGS

SEEDS = (0,)


def claims(scenario: Scenario, folder) -> list[Expected]:
    """What is claimed of a scenario, in the form of what is expected."""
    new_path = folder / "new.txt"
    new_path.write_text(scenario.new, encoding="utf-8")
    new = extract(new_path)
    if not scenario.old:
        return [told(move) for move in compare_with_itself(new).moves if move.confidence >= Decimal("0.5")]
    old_path = folder / "old.txt"
    old_path.write_text(scenario.old, encoding="utf-8")
    moves = compare_disclosures(extract(old_path), new).moves
    return [told(move) for move in moves if move.confidence >= Decimal("0.5")]


def told(move: Move) -> Expected:
    receiving = next((part.measure for part in move.receivers if part.measure), None)
    measure = f"{move.measure}>{receiving}" if receiving else move.measure
    ends = (frozenset(part.item.removeprefix("func:") for part in side) for side in (move.givers, move.receivers))
    return (*ends, measure, move.amount)


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: f"{wording.place or 'general'} {wording.text}")
def test_the_moves_of_every_wording_and_no_others(wording, tmp_path):
    for scenario in scenarios(wording, SEEDS):
        assert claims(scenario, tmp_path) == list(scenario.moves), scenario.sentence
