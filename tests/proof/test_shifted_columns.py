"""Columns that only alignment tells: a whole column under a wrong heading is put right by what other forms print."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from difftool.model.fact import Fact
from difftool.model.place import LinePlace
from difftool.proof.shifted_columns import settle_shifted_columns

SUMMARY = LinePlace(1)
FORM = LinePlace(2)
FUNDS = ("general_public", "government_fund", "state_capital")


def fact(statement: str, item: str, measure: str, cents: int) -> Fact:
    amount = Decimal(cents * 100)
    where = FORM if statement == "income" else SUMMARY
    return Fact(statement, item, item, measure, 2026, "approved", amount, Decimal(100), str(cents), where)


def disclosure(fund: str, amounts: list[int], *, other: int = 0) -> list[Fact]:
    """A summary that prints one fund and other income, and an income form with that fund's column."""
    whole = sum(amounts)
    facts = [fact("summary", f"source:{fund}", "total", whole), fact("summary", "source:total", "total", whole + other)]
    if other:
        facts.append(fact("summary", "source:other", "total", other))
    lines = [("total", whole), *((f"func:20{number}", amount) for number, amount in enumerate(amounts, start=1))]
    for item, amount in lines:
        facts += [fact("income", item, "total", amount), fact("income", item, fund, amount)]
    return facts


amounts = st.lists(st.integers(1, 10**9), min_size=1, max_size=6)


@given(amounts, st.permutations(FUNDS), st.integers(1, 10**9))
def test_a_column_under_the_heading_beside_it_is_put_right_and_told(lines, funds, other):
    right, wrong, _ = funds
    meant = disclosure(right, lines, other=other if other != sum(lines) else other + 1)
    read = [replace(each, measure=wrong) if each.measure == right else each for each in meant]
    settled, problems = settle_shifted_columns(read, frozenset({FORM}))
    assert list(settled) == meant
    assert [problem.code for problem in problems] == ["settled-column"]
    # Where lines rule the columns, what the body printed stays as it is.
    assert settle_shifted_columns(read, frozenset()) == (tuple(read), ())


@given(amounts, st.sampled_from(FUNDS))
def test_a_column_that_a_form_prints_as_a_source_stays(lines, fund):
    facts = disclosure(fund, lines)
    assert settle_shifted_columns(facts, frozenset({FORM})) == (tuple(facts), ())


def test_a_column_that_could_be_one_of_two_sources_stays():
    facts = [*disclosure("general_public", [7]), fact("summary", "source:other", "total", 7)]
    read = [replace(each, measure="state_capital") if each.measure == "general_public" else each for each in facts]
    assert settle_shifted_columns(read, frozenset({FORM})) == (tuple(read), ())


def test_a_whole_that_other_forms_print_in_parts_stays():
    """A final account's 收入决算表 has one column for 财政拨款收入, its summary a line for each fund."""
    facts = disclosure("general_public", [7])
    read = [replace(each, measure="fiscal") if each.measure == "general_public" else each for each in facts]
    assert settle_shifted_columns(read, frozenset({FORM})) == (tuple(read), ())
