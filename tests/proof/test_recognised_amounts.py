"""Recognised amounts: sums decide between readings, and what nothing bears out is told; no recognition is needed here."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from difftool.codes import functional_name
from difftool.model.document import Document, Line, Page, Paragraph, Reading, Source
from difftool.model.fact import Fact
from difftool.model.place import PagePlace
from difftool.proof.readings import mark_recognised
from difftool.proof.recognised_amounts import unproved
from difftool.proof.settled_readings import settle_readings
from difftool.proof.verification import prove

LINES = {
    "total": "580.13",
    "func:201": "476.41",
    "func:20104": "476.41",
    "func:2010450": "476.41",
    "func:208": "103.72",
    "func:20805": "103.72",
    "func:2080505": "103.72",
}


def place(row: int) -> PagePlace:
    return PagePlace(1, (300.0, 100.0 + 20 * row, 360.0, 120.0 + 20 * row))


def fact(item: str, raw: str, row: int, statement: str = "general_public") -> Fact:
    amount = Decimal(raw.replace(",", "")) * 10000
    step = Decimal(10000).scaleb(-len(raw.partition(".")[2]))
    name = functional_name(item.rpartition(":")[2]) or "合计"
    return Fact(statement, item, name, "total", 2024, "approved", amount, step, raw, place(row), (), True)


def facts_with(**misread: str) -> list[Fact]:
    read = {**LINES, **{item.replace("_", ":"): raw for item, raw in misread.items()}}
    return [fact(item, raw, row) for row, (item, raw) in enumerate(read.items())]


def document(facts: list[Fact], others: dict[str, tuple[str, ...]] | None = None, sureness: float = 0.99) -> Document:
    readings = tuple(Reading(each.raw, each.where, sureness, (others or {}).get(each.item, ())) for each in facts)
    page = Page(1, (Paragraph((Line("一般公共预算支出表", place(0)),)),), 595, 842, recognised=True)
    return Document(Source("a.pdf", "0", "pdf", 1), (page,), (), readings)


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


def test_facts_are_marked_by_their_pages():
    here, there = fact("total", "1.00", 1), replace(fact("total", "1.00", 1), where=PagePlace(2, (0, 0, 1, 1)))
    marked = mark_recognised(document([here]), [replace(here, recognised=False), replace(there, recognised=False)])
    assert [each.recognised for each in marked] == [True, False]
