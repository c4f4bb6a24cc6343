"""Recognised amounts that nothing bears out are told; no recognition is needed here."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from difftool.model.document import Document
from difftool.proof.recognised_amounts import unproved
from difftool.proof.verification import prove
from tests.proof.recognition import document, fact, facts_with, place


def test_an_amount_that_no_sum_bears_out_needs_two_sure_looks_that_agree():
    lone = [fact("public:reception", "12.50", 9, "three_public")]

    def flagged(read: Document) -> list[str]:
        return [problem.code for problem in unproved(read, lone, ()) if problem.code == "unproved-amount"]

    assert flagged(document(lone)) == []
    assert flagged(document(lone, sureness=0.8)) == ["unproved-amount"]
    assert flagged(document(lone, {"public:reception": ("12.60",)})) == ["unproved-amount"]
    assert flagged(replace(document(lone), readings=())) == ["unproved-amount"]


def test_one_line_under_two_names_is_flagged_for_a_digit_of_a_code_was_misread():
    facts = facts_with()
    twice = [
        replace(fact("func:2080502", raw, row), name=name)
        for row, raw, name in ((20, "15.00", "行政单位离退休"), (21, "10.00", "事业单位离退休"))
    ]
    problems = unproved(document([*facts, *twice]), [*prove(facts, ())[0], *twice], ())
    assert [problem.where for problem in problems if problem.code == "unproved-amount"] == [place(20), place(21)]


def test_a_speck_read_as_a_whole_number_is_flagged_though_its_step_is_coarse():
    read = [("total", "60.00", 20), ("basic", "1", 21), ("project", "60.00", 22)]
    row = [replace(fact("func:2070102", raw, at, "expenditure"), measure=measure) for measure, raw, at in read]
    problems = unproved(document(row), prove(row, ())[0], ())
    assert place(21) in {problem.where for problem in problems if problem.code == "unproved-amount"}


@pytest.mark.parametrize(("verified", "flagged"), [(("columns",), True), (("columns", "tree"), False)])
def test_a_sum_along_the_row_does_not_bear_out_pale_print_for_a_seal_hides_digits_of_the_whole_row(verified, flagged):
    own = replace(fact("func:208", "181.05", 20), verified=verified)
    problems = unproved(document([own], sureness=0.0), [own], ())
    assert ("unproved-amount" in [problem.code for problem in problems]) == flagged


def test_sentences_are_borne_out_by_forms():
    facts = facts_with()
    said = [fact("func:201", raw, 30, "narrative") for raw in ("476.41", "477.41")]
    problems = unproved(document(facts), [*prove(facts, ())[0], *said], ())
    assert ["477.41" in problem.message for problem in problems if problem.code == "unproved-amount"] == [True]
