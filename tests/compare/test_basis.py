from __future__ import annotations

import pytest

from difftool.compare.basis import basis_of


@pytest.mark.parametrize(
    ("old", "new", "basis"),
    [
        ((2024, "budget", "甲县财政局"), (2024, "final", "甲县财政局"), "budget-final"),
        ((2023, "budget", "甲县财政局"), (2024, "budget", "甲县 财政局"), "year-on-year"),
        ((2023, "final", "甲县财政局"), (2024, "final", "甲县财政局本级"), "year-on-year"),
        ((2024, "budget", "甲县财政局"), (2024, "budget", "甲县财政局"), "revision"),
        ((2023, "budget", "甲县财政局"), (2024, "final", "甲县财政局"), "other"),
        ((2022, "budget", "甲县财政局"), (2024, "budget", "甲县财政局"), "other"),
        ((2024, "budget", "甲县财政局"), (2024, "final", "乙县财政局"), "other"),
    ],
)
def test_basis_both_ways_round(disclosure, old, new, basis):
    first, second = (disclosure([], year=y, stage=s, entity=e) for y, s, e in (old, new))
    assert basis_of(first, second) == basis_of(second, first) == basis


def lines(**amounts):
    return [("general_public", f"func:{code[1:]}", "total", amount) for code, amount in amounts.items()]


@pytest.mark.parametrize("name", ["", "临江县档案局"])
def test_a_body_renamed_or_not_named_is_known_by_its_money(disclosure, name):
    old = disclosure(lines(_2012602="900000", _2012650="500000", _2080505="90000"), year=2023)
    same = disclosure(lines(_2012602="700000", _2012650="520000", _2080505="95000"), entity=name)
    other = disclosure(lines(_2013602="700000", _2013650="520000", _2080505="95000"), entity=name)
    assert basis_of(old, same) == basis_of(same, old) == "year-on-year"
    assert basis_of(old, other) == basis_of(other, old) == "other"


def test_bodies_of_two_places_stay_two_whatever_their_money_is(disclosure):
    old = disclosure(lines(_2012602="900000"), year=2023)
    assert basis_of(old, disclosure(lines(_2012602="900000"), entity="江口县档案馆")) == "other"
