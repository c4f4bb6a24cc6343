"""Amounts of 整体支出绩效目标表 that slid between 基本支出 and 项目支出 go back where the other forms print them."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from difftool.forms.slid_columns import settle_columns
from difftool.model.fact import Fact
from difftool.model.place import LinePlace

AMOUNTS = st.integers(1, 10**9).map(Decimal)


def total(statement: str, measure: str, amount: Decimal) -> Fact:
    return Fact(statement, "total", "合计", measure, 2026, "approved", amount, Decimal(100), str(amount), LinePlace(1))


@given(AMOUNTS, AMOUNTS)
def test_an_amount_goes_to_the_part_of_which_it_is_the_total_and_is_told(basic, project):
    forms = [total("expenditure", "basic", basic), total("expenditure", "project", project)]
    printed = {"basic": basic, "project": project}
    for under, meant in (("basic", "project"), ("project", "basic")):
        slid = total("overall_performance", under, printed[meant])
        settled, problems = settle_columns([*forms, slid])
        moved = basic != project
        assert [fact.measure for fact in settled] == ["basic", "project", meant if moved else under]
        assert [problem.code for problem in problems] == ["slid-column"] * moved


@given(AMOUNTS, AMOUNTS)
def test_what_stands_right_or_is_no_total_of_another_form_stays(basic, project):
    forms = [total("expenditure", "basic", basic), total("expenditure", "project", project)]
    right = [total("overall_performance", "basic", basic), total("overall_performance", "project", project)]
    foreign = total("overall_performance", "basic", basic + project)
    other_form = total("three_public", "basic", project)
    facts = (*forms, *right, foreign, other_form)
    assert settle_columns(facts) == (facts, [])
