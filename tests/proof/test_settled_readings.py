"""Where two looks at a recognised number differ, sums decide between them; no recognition is needed here."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from difftool.proof.recognised_amounts import unproved
from difftool.proof.settled_readings import settle_readings
from difftool.proof.verification import prove
from tests.proof.recognition import LINES, document, facts_with, place


@pytest.mark.parametrize(
    ("item", "misread"),
    [
        ("func_208", "108.72"),  # 8 for 3
        ("func_208", "703.72"),  # 7 for 1
        ("func_201", "478.41"),  # 8 for 6
        ("total", "580.73"),
    ],
)
def test_sums_decide_between_digits_that_look_alike(item, misread):
    facts = facts_with(**{item: misread})
    settled, problems = settle_readings(document(facts, sureness=0.8), facts)
    assert {each.item: each.raw for each in settled} == LINES
    assert [problem.code for problem in problems] == ["settled-reading"]
    assert misread in problems[0].message
    assert {each.amount for each in settled} == {each.amount for each in facts_with()}


def test_sums_find_a_lost_point_and_another_look():
    facts = facts_with(func_208="10372.00".replace(".00", ""))
    assert {each.item: each.raw for each in settle_readings(document(facts, sureness=0.8), facts)[0]} == LINES
    facts = facts_with(func_208="53.72")
    settled, _ = settle_readings(document(facts, {"func:208": ("103.72",)}), facts)
    assert {each.item: each.raw for each in settled} == LINES


def test_a_point_that_both_looks_lost_is_found_for_other_amounts_of_the_form_have_one():
    facts = facts_with(func_208="10372")
    assert {each.item: each.raw for each in settle_readings(document(facts), facts)[0]} == LINES


def test_what_no_reading_explains_stays_as_read_and_is_told():
    facts = facts_with(func_208="222.22")
    read = document(facts, sureness=0.8)
    settled, _ = settle_readings(read, facts)
    assert [each.raw for each in settled] == [each.raw for each in facts]
    proved, _ = prove(settled, ())
    problems = [problem for problem in unproved(read, proved, ()) if problem.code == "unproved-amount"]
    assert place(4) in [problem.where for problem in problems]


def test_print_that_was_not_recognised_is_never_changed():
    facts = [replace(each, recognised=False) for each in facts_with(func_208="108.72")]
    assert settle_readings(document(facts, sureness=0.8), facts) == (tuple(facts), ())


def test_what_two_looks_saw_surely_is_the_print_of_the_body_right_or_wrong():
    facts = facts_with(func_208="108.72")
    assert settle_readings(document(facts), facts) == (tuple(facts), ())
