"""The classifications as data: a tree without holes, one name a code and year, names that lead back to their code."""

from __future__ import annotations

import pytest

from difftool.codes import economic, economic_by_name, functional, functional_by_name, functional_name
from difftool.codes.classification import Classification, Line

YEARS = range(2017, 2027)
SCHEMES = {
    "functional": functional,
    "department": lambda: economic("department"),
    "government": lambda: economic("government"),
}
every_scheme = pytest.mark.parametrize("scheme", SCHEMES)


def lines_of(scheme: str) -> tuple[Line, ...]:
    return SCHEMES[scheme]().lines


def in_force(classification: Classification, code: str, year: int) -> bool:
    return any(line.in_force(year) for line in classification.by_code.get(code, ()))


@every_scheme
def test_codes_have_the_digits_of_their_scheme(scheme: str) -> None:
    first, depths = {"functional": ("2", (3, 5, 7)), "department": ("3", (3, 5)), "government": ("5", (3, 5))}[scheme]
    assert not [line for line in lines_of(scheme) if not line.code.isdigit()]
    assert not [line for line in lines_of(scheme) if line.code[0] != first or len(line.code) not in depths]


@every_scheme
@pytest.mark.parametrize("year", YEARS)
def test_every_code_in_force_stands_under_one_in_force(scheme: str, year: int) -> None:
    known = SCHEMES[scheme]()
    living = [line.code for line in known.lines if line.in_force(year) and len(line.code) > 3]
    assert [code for code in living if not in_force(known, code[:-2], year)] == []


@every_scheme
def test_no_code_has_two_names_in_one_year(scheme: str) -> None:
    for year in YEARS:
        codes = [line.code for line in lines_of(scheme) if line.in_force(year)]
        assert len(codes) == len(set(codes))


@every_scheme
def test_years_run_forward_and_are_years(scheme: str) -> None:
    for line in lines_of(scheme):
        first, last = line.first_year or 2007, line.last_year or 2026
        assert 2007 <= first <= last <= 2026, line


@every_scheme
def test_names_are_whole(scheme: str) -> None:
    """Harvested names ended where the print broke the line: 科技条件专 for 科技条件专项."""
    for line in lines_of(scheme):
        assert line.name == line.name.strip()
        assert not line.name.endswith(("专", "和", "的", "、")), line
        assert line.name.count("（") == line.name.count("）"), line


@pytest.mark.parametrize("year", YEARS)
def test_a_functional_name_leads_back_to_its_code_under_its_parent(year: int) -> None:
    lost = [
        line
        for line in functional().lines
        if len(line.code) > 3
        and line.in_force(year)
        and functional_by_name(line.name, year=year, parent=line.code[:-2]) != line.code
    ]
    assert lost == []


@pytest.mark.parametrize("scheme", ["department", "government"])
def test_an_economic_name_leads_back_to_its_code_under_its_parent(scheme: str) -> None:
    lines = [line for line in lines_of(scheme) if len(line.code) == 5 and line.in_force(2024)]
    assert [line for line in lines if economic_by_name(line.name, parent=line.code[:3]) != line.code] == []


def test_the_name_is_the_one_of_the_year() -> None:
    assert functional_name("20805", 2019) == "行政事业单位离退休"
    assert functional_name("20805", 2020) == "行政事业单位养老支出"
    assert functional_name("210", 2018) == "医疗卫生与计划生育支出"
    assert functional_name("210") == "卫生健康支出"


def test_a_name_out_of_its_years_is_the_nearest_in_time() -> None:
    """Bodies go on printing an old code for years: better its name than none."""
    assert functional_name("2089901", 2023) == "其他社会保障和就业支出"
    assert functional_name("9999999", 2023) is None
