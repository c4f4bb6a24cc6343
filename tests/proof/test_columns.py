"""Along each line of a form of income, every sum that its head prints proves its amounts, and a wrong digit breaks one."""

from __future__ import annotations

import pytest

from difftool.proof.identities import identities
from difftool.proof.identity import COLUMNS

ROW = {
    "total": "100.00",
    "income": "90.00",
    "general_public": "60.00",
    "other": "30.00",
    "carryover_in": "10.00",
    "carryover_in.general_public": "7.00",
    "carryover_in.unit_funds": "3.00",
}


def sums(make, row):
    """The sums along one line of an income form, by the column of the whole."""
    facts = [make.fact("income", "total", amount, measure) for measure, amount in row.items()]
    return {told.whole.measure: told.holds for told in identities(facts) if told.kind == COLUMNS}


def test_the_year_and_the_carry_over_have_sums_of_their_own(make) -> None:
    assert sums(make, ROW) == {"total": True, "income": True, "carryover_in": True}


@pytest.mark.parametrize(
    ("measure", "broken"), [("income", "income"), ("carryover_in.unit_funds", "carryover_in"), ("total", "total")]
)
def test_a_wrong_digit_breaks_the_sum_that_it_stands_in(make, measure, broken) -> None:
    told = sums(make, ROW | {measure: "91.00"})
    assert [whole for whole, holds in told.items() if not holds] == [broken]


def test_a_form_without_these_columns_has_one_sum(make) -> None:
    assert sums(make, {"total": "90.00", "general_public": "60.00", "other": "30.00"}) == {"total": True}
