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
        ((2024, "budget", ""), (2024, "final", "乙县财政局"), "budget-final"),
    ],
)
def test_basis_both_ways_round(disclosure, old, new, basis):
    first, second = (disclosure([], year=y, stage=s, entity=e) for y, s, e in (old, new))
    assert basis_of(first, second) == basis_of(second, first) == basis
