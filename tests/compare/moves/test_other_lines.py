"""Moves between economic lines, and between a body and its units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from difftool.compare import compare_disclosures
from difftool.model.disclosure import StatedMove
from difftool.model.place import LinePlace

OFFICE, TRAVEL, MEETINGS = "econ:30201", "econ:30211", "econ:30215"
BODY, HARBOUR, PATROL = "unit:临江县档案馆本级", "unit:临江县港口站", "unit:临江县渔政队"


@pytest.fixture
def claimed(disclosure):
    """The claimed moves between the lines of one form in two years, with the changes."""

    def find(statement, old, new, *sentences, extra=()):
        def rows(amounts):
            return [*((statement, item, "total", amount) for item, amount in amounts.items()), *extra]

        before, after = disclosure(rows(old), year=2023), disclosure(rows(new), stated=sentences)
        comparison = compare_disclosures(before, after)
        moves = [
            ({p.item: str(p.amount) for p in m.givers}, {p.item: str(p.amount) for p in m.receivers}, m.evidence)
            for m in comparison.moves
            if m.confidence >= Decimal("0.5")
        ]
        return moves, {change.item: str(change.like_for_like) for change in comparison.changes}

    return find


def test_a_stated_move_between_economic_lines(claimed):
    said = StatedMove((OFFICE,), (TRAVEL,), Decimal(32000), "办公费3.20万元调整至差旅费", LinePlace(9))
    old, new = {OFFICE: "100000", TRAVEL: "50000"}, {OFFICE: "61000", TRAVEL: "85000"}
    moves, rest = claimed("general_public_basic", old, new, said)
    assert moves == [({OFFICE: "32000"}, {TRAVEL: "32000"}, "stated")]
    assert rest == {OFFICE: "-7000", TRAVEL: "3000"}


def test_an_economic_line_that_went_into_a_new_one_by_an_uneven_amount(claimed):
    old, new = {OFFICE: "512300", TRAVEL: "7234500"}, {TRAVEL: "7234500", MEETINGS: "512300"}
    moves, rest = claimed("general_public_basic", old, new)
    assert moves == [({OFFICE: "512300"}, {MEETINGS: "512300"}, "exact")]
    assert rest == {OFFICE: "0", MEETINGS: "0"}


def test_economic_lines_of_which_both_were_and_are_there_are_left_to_chance(claimed):
    old, new = {OFFICE: "512300", TRAVEL: "50000"}, {OFFICE: "500000", TRAVEL: "62300"}
    assert claimed("general_public_basic", old, new)[0] == []


@pytest.mark.parametrize("form", ["expenditure", "income"])
def test_money_that_a_body_handed_to_a_unit_of_its_own(claimed, form):
    old, new = {BODY: "8000000", PATROL: "2000000"}, {BODY: "6765700", PATROL: "3234300"}
    moves, rest = claimed(form, old, new)
    assert moves == [({BODY: "1234300"}, {PATROL: "1234300"}, "exact")]
    assert rest == {BODY: "0", PATROL: "0"}


def test_a_unit_that_went_into_two_others(claimed):
    old = {BODY: "8000000", PATROL: "2123400", "unit:临江县渔港": "500"}
    new = {BODY: "8000000", HARBOUR: "1623100", "unit:临江县海事所": "500300", "unit:临江县渔港": "500"}
    moves, _ = claimed("expenditure", old, new)
    assert moves == [({PATROL: "2123400"}, {HARBOUR: "1623100", "unit:临江县海事所": "500300"}, "exact")]


def test_a_stated_move_between_units_beside_lines(claimed):
    said = StatedMove((BODY,), (PATROL,), Decimal(50000), "调整至渔政队", LinePlace(9))
    lines = [("general_public", "func:2010402", "total", "9000000")]
    old, new = {BODY: "8000000", PATROL: "2000000"}, {BODY: "7940000", PATROL: "2080000"}
    moves, rest = claimed("expenditure", old, new, said, extra=lines)
    assert moves == [({BODY: "50000"}, {PATROL: "50000"}, "stated")]
    assert rest == {BODY: "-10000", PATROL: "30000"}


def test_round_amounts_of_units_are_no_move(claimed):
    old, new = {BODY: "8000000", PATROL: "2000000"}, {BODY: "7500000", PATROL: "2500000"}
    assert claimed("expenditure", old, new)[0] == []
