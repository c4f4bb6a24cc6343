"""The crosswalk between years: each row agrees with the classification on both its sides."""

from __future__ import annotations

import pytest

from difftool.codes import crosswalk, economic, functional
from difftool.codes.changes import CodeChange
from difftool.codes.classification import Line

ALL = crosswalk(2000, 2100)


def names(code: str, year: int) -> set[str]:
    lines: list[Line] = (functional() if code.startswith("2") else economic("department")).by_code.get(code, [])
    return {line.name for line in lines if line.in_force(year)}


@pytest.mark.parametrize("change", ALL, ids=lambda change: f"{change.year}-{change.old_code}-{change.new_code}")
def test_both_names_were_in_force(change: CodeChange) -> None:
    assert change.old_name in names(change.old_code, change.year - 1)
    if change.kind == "abolished":
        assert (change.new_code, change.new_name) == ("", "")
        assert not names(change.old_code, change.year)
    else:
        assert change.new_name in names(change.new_code, change.year)


def test_kinds_are_what_they_say() -> None:
    for change in ALL:
        if change.kind == "renamed":
            assert change.old_code == change.new_code and change.old_name != change.new_name
        elif change.kind == "renumbered":
            assert change.old_code != change.new_code
        givers = {other.old_code for other in ALL if (other.year, other.new_code) == (change.year, change.new_code)}
        if change.kind == "merged":
            assert len(givers) > 1 or names(change.new_code, change.year - 1), change
        takers = {other.new_code for other in ALL if (other.year, other.old_code) == (change.year, change.old_code)}
        if change.kind == "split":
            assert len(takers) > 1, change


def test_no_row_stands_twice() -> None:
    assert len({(change.year, change.old_code, change.new_code) for change in ALL}) == len(ALL)


def test_pension_line_was_renamed_in_2020() -> None:
    renamed = [change for change in crosswalk(2019, 2020) if change.old_code == "20805"]
    assert [(change.old_name, change.new_name) for change in renamed] == [
        ("行政事业单位离退休", "行政事业单位养老支出")
    ]


def test_only_changes_between_the_years() -> None:
    assert {change.year for change in crosswalk(2018, 2020)} == {2019, 2020}
    assert crosswalk(2020, 2020) == () == crosswalk(2021, 2019)
