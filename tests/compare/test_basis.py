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


@pytest.mark.parametrize(("codes", "basis"), [("123", "revision"), ("124", "other")])
def test_a_document_without_a_name_is_known_by_its_lines(disclosure, codes, basis):
    named = disclosure([("general_public", f"func:201{code}", "total", "5") for code in "1235"])
    unnamed = disclosure([("general_public", f"func:201{code}", "total", "5") for code in codes], entity="")
    assert basis_of(named, unnamed) == basis_of(unnamed, named) == basis
