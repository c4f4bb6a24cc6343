"""Sums that fail are led back to the figures that break them, and told by the rules of sums."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from difftool.checks.causes import causes_of
from difftool.model.fact import Fact
from difftool.proof.identities import identities
from tests.proof.books import books


@settings(deadline=None)
@given(books)
def test_nothing_breaks_in_a_book_that_adds_up(facts: list[Fact]) -> None:
    assert causes_of(identities(facts)) == []


@settings(deadline=None)
@given(books, st.data())
def test_one_changed_figure_is_noticed_and_named(facts: list[Fact], data: st.DataObject) -> None:
    victim = data.draw(st.sampled_from([fact for fact in facts if fact.statement in ("expenditure", "general_public")]))
    change = Decimal(data.draw(st.integers(10, 5000))) * 100
    wrong = replace(victim, amount=victim.amount + change)
    causes = causes_of(identities([wrong if fact is victim else fact for fact in facts]))
    assert [(cause.culprit.key, cause.right) for cause in causes] == [(victim.key, victim.amount)]


@settings(deadline=None)
@given(books, st.data())
def test_a_misprint_is_one_cause_however_many_sums_it_breaks(facts: list[Fact], data: st.DataObject) -> None:
    victim = data.draw(st.sampled_from([fact for fact in facts if fact.item == "total"]))
    wrong = replace(victim, amount=victim.amount + 1_000_000)
    told = identities([wrong if fact is victim else fact for fact in facts])
    assert sum(not identity.holds for identity in told) > 1
    assert len(causes_of(told)) == 1


def test_a_line_of_both_sides_is_the_sum_of_its_funds_where_the_others_are(make, fails) -> None:
    """In 财政拨款收支总表 one 类 of 24.99 beside its only fund of 22.99 went untold, since no form had to add up so."""
    codes = ("func:201", "func:208", "func:210", "func:221")
    whole = make.column("appropriation", dict.fromkeys(codes, "22.99"))
    fund = [make.fact("appropriation", item, "22.99", "general_public") for item in codes]
    assert fails(make.disclosure([*whole, *fund]), "column-sum") == []
    misprint = make.fact("appropriation", "func:221", "24.99")
    (told,) = fails(make.disclosure([*whole[:3], misprint, *fund]), "column-sum")
    assert (told.found, told.expected) == ("24.99万元", "22.99万元")
    other = [make.fact("appropriation", item, "20.00", "general_public") for item in codes]
    assert fails(make.disclosure([*whole, *other]), "column-sum") == []


def test_a_years_income_of_one_source_is_that_source(make, fails) -> None:
    lines = {"source:general_public": "717.74", "source:institutional": "0", "source:year_total": "717.94"}
    assert len(fails(make.disclosure(make.column("summary", lines)), "code-tree")) == 1
    for beside in ({"source:fiscal": "717.94"}, {"line:往来款": "0.20"}):
        told = make.disclosure(make.column("summary", lines | beside))
        assert fails(told, "code-tree") == []


def test_a_form_of_which_most_sums_break_is_not_judged(make, fails) -> None:
    """Columns that mean something else than was read break every line; a misprint breaks a few."""
    measures = ("basic", "project", "total")
    facts = [
        make.fact("expenditure", f"func:{code}", "10.00", measure) for code in range(201, 221) for measure in measures
    ]
    assert fails(make.disclosure(facts), "column-sum") == []
    assert len(fails(make.disclosure(facts[:3]), "column-sum")) == 1
