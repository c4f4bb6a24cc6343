"""A line's name is what is printed behind the marks that tell its place."""

import pytest

from difftool.forms.labels import name_of


@pytest.mark.parametrize(
    "printed", ["一、教育支出", "（1）教育支出", "Ⅱ、教育支出", "——教育支出", "-　教育支出", "其中：教育支出"]
)
def test_ordinals_and_dashes_before_a_name_are_no_part_of_it(printed):
    assert name_of(printed) == "教育支出"


@pytest.mark.parametrize("printed", ["—", "-12.50", "2024—2025年教育支出"])
def test_a_dash_that_leads_no_name_stays(printed):
    assert name_of(printed) == printed
