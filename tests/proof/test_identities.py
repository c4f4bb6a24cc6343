"""Laws of sums: a book that adds up keeps every identity."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.model.fact import Fact
from difftool.model.place import LinePlace
from difftool.proof.identities import identities
from difftool.proof.identity import FORMS, Identity
from tests.proof.books import books


@settings(deadline=None)
@given(books)
def test_a_book_that_adds_up_keeps_every_identity(facts: list[Fact]) -> None:
    told = identities(facts)
    assert told
    assert all(identity.exact for identity in told)


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=12))
def test_rounding_of_every_term_is_let_pass(yuan: list[int]) -> None:
    """A body that rounds each figure from 元 to 万元 with two decimals prints sums that miss by rounding alone."""

    def printed(amount: int, item: str) -> Fact:
        wan = (Decimal(amount) / 10_000).quantize(Decimal("0.01"))
        step = Decimal(100)
        return Fact("income", item, item, "total", 2024, "approved", wan * 10_000, step, str(wan), LinePlace(1))

    whole = printed(sum(yuan), "total")
    assert Identity("tree", whole, tuple(printed(amount, f"func:{index}") for index, amount in enumerate(yuan))).holds


def test_a_line_printed_with_two_amounts_leaves_its_tree_undecided(make) -> None:
    facts = make.column("income", {"total": "10.00", "func:201": "6.00", "func:208": "3.00"})
    assert [identity.holds for identity in identities(facts)] == [False]
    assert identities([*facts, make.fact("income", "func:208", "4.00")]) == ()


def test_a_total_may_take_in_the_carry_over_or_not(make) -> None:
    """北京's income form ends in the total with carry-overs, most others in that of the year."""
    summary = make.column(
        "summary", {"source:year_total": "90.00", "source:carryover_in": "10.00", "source:total": "100.00"}
    )
    for amount in ("90.00", "100.00"):
        told = identities([*summary, make.fact("income", "total", amount)])
        assert [identity.holds for identity in told if identity.kind == FORMS] == [True]


def test_a_part_named_below_its_column_is_no_column_of_its_own(make) -> None:
    """北京 prints 事业单位经营支出 under "其中", after 项目支出 which holds it."""
    facts = []
    for item, basic, project, operating in (("func:201", "5.00", "7.00", "2.00"), ("func:208", "1.00", "3.00", "3.00")):
        total = str(Decimal(basic) + Decimal(project))
        facts += [
            make.fact("expenditure", item, amount, measure)
            for measure, amount in (("total", total), ("basic", basic), ("project", project), ("operating", operating))
        ]
    assert all(identity.holds for identity in identities(facts))


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), st.sampled_from([0, 5]))
def test_a_printed_difference_is_this_year_less_last_year(prior, change, wrong):
    def fact(measure, year, amount):
        money = Decimal(amount * 100)
        return Fact(
            "three_public", "public:total", "", measure, year, "approved", money, Decimal(100), "", LinePlace(1)
        )

    facts = [fact("total", 2025, prior), fact("total", 2026, prior + change + wrong), fact("change", 2026, change)]
    (identity,) = (each for each in identities(facts) if each.kind == "difference")
    assert identity.holds == (not wrong)


def test_economic_lines_of_a_functional_line_are_a_tree_beside_its_own() -> None:
    rows = [
        ("general_public", "func:201", "total", 100),
        ("general_public", "func:20103", "total", 100),
        ("general_public", "func:201/econ:301", "total", 60),
        ("general_public", "func:201/econ:302", "total", 40),
    ]
    facts = [
        Fact(form, item, item, measure, 2024, "approved", Decimal(cent * 100), Decimal(100), str(cent), LinePlace(line))
        for line, (form, item, measure, cent) in enumerate(rows)
    ]
    assert [identity.holds for identity in identities(facts)] == [True, True]


def test_totals_over_units_in_a_form_of_another_kind(make) -> None:
    """广州: basic expenditure by unit and economic line; two such forms follow each other, each with its total."""
    first = {"total": "8401.67", "unit:甲": "7027.94", "unit:乙": "1373.74", "unit:乙/econ:301": "1155.76"}
    first |= {"unit:乙/econ:302": "217.97"}
    second = {"total": "12.00", "unit:甲": "5.00", "unit:乙": "9.00"}
    found = identities([*make.column("other", first), *make.column("other", second)])
    assert [(identity.whole.item, identity.gap) for identity in found] == [
        ("total", Decimal(-100)),
        ("unit:乙", Decimal(100)),
    ]
