"""Moves that sentences state: amounts from the words, else from the figures; contradicted ones are no claims."""

from __future__ import annotations

from decimal import Decimal

import pytest

from difftool.compare import compare_disclosures
from difftool.model.disclosure import StatedMove
from difftool.model.place import LinePlace

RUNNING, OTHER, POLICY, PLANNING = "func:2010450", "func:2010499", "func:2010406", "func:2010404"


def said(givers, receivers, amount=None, line=900, quote="调整至", **measures):
    return StatedMove(
        tuple(givers), tuple(receivers), None if amount is None else Decimal(amount), quote, LinePlace(line), **measures
    )


@pytest.fixture
def claimed(disclosure):
    """The claimed moves between two years, in short: givers, receivers, amount."""

    def find(old, new, *sentences, old_sentences=(), swap=False, **options):
        def rows(amounts):
            return [("general_public", item, "total", amount) for item, amount in amounts.items()]

        before = disclosure(rows(old), year=2023, stated=old_sentences)
        after = disclosure(rows(new), **{"year": 2024, "stated": sentences, **options})
        moves = compare_disclosures(*((after, before) if swap else (before, after))).moves
        return [
            ({p.item: str(p.amount) for p in m.givers}, {p.item: str(p.amount) for p in m.receivers}, m.side)
            for m in moves
            if m.confidence >= Decimal("0.5") and m.evidence == "stated"
        ]

    return find


def test_a_stated_amount_is_taken_as_it_stands(claimed):
    """株洲 2024: 事业运行 fell by 122.54, of which finance moved 56.78 to 其他发展与改革事务支出."""
    found = claimed({RUNNING: "4764100"}, {RUNNING: "3538700", OTHER: "567800"}, said([RUNNING], [OTHER], "567800"))
    assert found == [({RUNNING: "567800"}, {OTHER: "567800"}, "new")]


@pytest.mark.parametrize(
    ("new", "amount"),
    [({RUNNING: "700000", OTHER: "100000"}, "100000"), ({RUNNING: "950000", OTHER: "400000"}, "50000")],
)
def test_without_an_amount_the_smaller_of_fall_and_rise_moved(claimed, new, amount):
    found = claimed({RUNNING: "1000000"}, new, said([RUNNING], [OTHER]))
    assert found == [({RUNNING: amount}, {OTHER: amount}, "new")]


def test_one_move_said_three_times_is_told_once_with_its_amount(claimed):
    found = claimed(
        {RUNNING: "1000000"},
        {RUNNING: "700000", OTHER: "250000"},
        said([RUNNING], [OTHER], line=5),
        said([RUNNING], [OTHER], "210000", line=9),
        said([RUNNING], [OTHER], "210000", line=40),
    )
    assert found == [({RUNNING: "210000"}, {OTHER: "210000"}, "new")]


def test_a_split_without_amounts_is_the_change_of_each_receiver(claimed):
    found = claimed(
        {RUNNING: "1000000", POLICY: "5000"},
        {RUNNING: "768700", POLICY: "51600", PLANNING: "32900"},
        said([RUNNING], [POLICY, PLANNING]),
    )
    assert found == [({RUNNING: "79500"}, {POLICY: "46600", PLANNING: "32900"}, "new")]


def test_a_split_told_link_by_link_is_one_move(claimed):
    found = claimed(
        {RUNNING: "1000000"},
        {RUNNING: "768700", POLICY: "46600", PLANNING: "32900"},
        said([RUNNING], [POLICY], "46600", line=7),
        said([RUNNING], [PLANNING], "32900", line=8),
    )
    assert found == [({RUNNING: "79500"}, {PLANNING: "32900", POLICY: "46600"}, "new")]


def test_the_whole_amount_of_a_merger_leaves_the_rest_as_growth_and_cut(claimed):
    found = claimed(
        {RUNNING: "1223000", POLICY: "88700", OTHER: "1534700"},
        {POLICY: "63500", OTHER: "2785700"},
        said([RUNNING, POLICY], [OTHER], "1244300"),
    )
    assert found == [({POLICY: "21300", RUNNING: "1223000"}, {OTHER: "1244300"}, "new")]


def test_a_receiver_that_was_also_cut_is_still_told(claimed):
    found = claimed(
        {RUNNING: "900000", OTHER: "400000"}, {RUNNING: "500000", OTHER: "390000"}, said([RUNNING], [OTHER], "40000")
    )
    assert found == [({RUNNING: "40000"}, {OTHER: "40000"}, "new")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({RUNNING: "900000", OTHER: "400000"}, {RUNNING: "950000", OTHER: "390000"}),
        ({RUNNING: "900000", OTHER: "400000"}, {RUNNING: "900000", OTHER: "400000"}),
        ({RUNNING: "30000"}, {RUNNING: "10000", OTHER: "50000"}),
        ({RUNNING: "900000"}, {RUNNING: "500000", OTHER: "30000"}),
    ],
    ids=["both went the other way", "nothing changed", "the giver never had it", "the receiver does not have it"],
)
def test_what_the_figures_contradict_is_no_claim(claimed, old, new):
    assert claimed(old, new, said([RUNNING], [OTHER], "40000")) == []


def test_the_older_documents_sentence_is_about_another_year(claimed):
    old, new = {RUNNING: "900000"}, {RUNNING: "500000", OTHER: "40000"}
    assert claimed(old, new, old_sentences=[said([RUNNING], [OTHER], "40000")]) == []


def test_the_later_documents_sentence_counts_whichever_comes_first(claimed):
    old, new = {RUNNING: "900000"}, {RUNNING: "500000", OTHER: "40000"}
    found = claimed(old, new, said([RUNNING], [OTHER], "40000"), swap=True)
    assert found == [({OTHER: "40000"}, {RUNNING: "40000"}, "old")]


def test_a_revision_takes_a_move_back_that_only_the_first_version_told(disclosure):
    rows = {RUNNING: "500000", OTHER: "40000"}, {RUNNING: "540000"}
    first, second = ([("general_public", i, "total", a) for i, a in amounts.items()] for amounts in rows)
    told = disclosure(first, stated=[said([RUNNING], [OTHER], "40000")])
    [move] = compare_disclosures(told, disclosure(second)).moves
    assert ([p.item for p in move.givers], [p.item for p in move.receivers], move.side) == ([OTHER], [RUNNING], "old")


def test_money_of_one_line_between_its_columns(disclosure):
    def rows(basic, project):
        return [
            ("general_public", RUNNING, m, a) for m, a in (("total", "4000000"), ("basic", basic), ("project", project))
        ]

    sentence = said([RUNNING], [RUNNING], giver_measure="basic", receiver_measure="project")
    new = disclosure(rows("3474300", "245800"), stated=[sentence])
    [move] = compare_disclosures(disclosure(rows("3499100", "221000"), year=2023), new).moves
    assert (move.measure, move.receivers[0].measure, move.amount, move.evidence) == (
        "basic",
        "project",
        24800,
        "stated",
    )
    [back] = compare_disclosures(new, disclosure(rows("3499100", "221000"), year=2023)).moves
    assert (back.measure, back.receivers[0].measure, back.amount) == ("project", "basic", 24800)


def test_a_line_outside_the_general_public_budget_is_told_under_all_expenditure(disclosure):
    old = [
        ("general_public", OTHER, "total", "100"),
        ("expenditure", OTHER, "total", "100"),
        ("expenditure", RUNNING, "total", "90000"),
    ]
    new = [
        ("general_public", OTHER, "total", "100"),
        ("expenditure", OTHER, "total", "100"),
        ("expenditure", POLICY, "total", "90000"),
    ]
    [move] = compare_disclosures(disclosure(old, year=2023), disclosure(new, stated=[said([RUNNING], [POLICY])])).moves
    assert (move.statement, move.amount) == ("expenditure", 90000)


def test_a_sentence_of_several_givers_and_receivers_is_one_move(claimed):
    found = claimed(
        {RUNNING: "100000", POLICY: "60000"},
        {OTHER: "90000", PLANNING: "70000"},
        said([RUNNING, POLICY], [OTHER, PLANNING]),
    )
    assert found == [({POLICY: "60000", RUNNING: "100000"}, {PLANNING: "70000", OTHER: "90000"}, "new")]


def test_a_contradicted_sentence_does_not_spoil_one_that_shares_its_giver(claimed):
    """A sentence of an earlier year may name the same line."""
    found = claimed(
        {RUNNING: "1000000", PLANNING: "80000"},
        {RUNNING: "900000", PLANNING: "30000", OTHER: "40000"},
        said([RUNNING], [OTHER], "40000", line=3),
        said([RUNNING], [PLANNING], "60000", line=9),
    )
    assert found == [({RUNNING: "40000"}, {OTHER: "40000"}, "new")]


def test_a_rounded_amount_means_the_figure_that_the_lines_show(claimed):
    """Forms in yuan, sentences in 万元: "3.06万元" of a line that has 30,560."""
    found = claimed({RUNNING: "202787"}, {RUNNING: "125847", OTHER: "30560"}, said([RUNNING], [OTHER], "30600"))
    assert found == [({RUNNING: "30560"}, {OTHER: "30560"}, "new")]


def test_an_amount_of_one_end_is_not_taken_for_the_whole(claimed):
    found = claimed(
        {RUNNING: "2869000", POLICY: "3252120", PLANNING: "247409"},
        {POLICY: "3275740", PLANNING: "3122839"},
        said([RUNNING], [POLICY, PLANNING], "23600"),
    )
    assert found == [({RUNNING: "2869000"}, {PLANNING: "2845380", POLICY: "23620"}, "new")]
