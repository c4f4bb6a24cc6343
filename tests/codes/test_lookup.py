"""Lookup by name: what print does to a name makes no difference, and a name of many lines is told as such."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.codes import (
    economic_by_name,
    economic_name,
    functional,
    functional_by_name,
    functional_candidates,
    is_economic,
    is_functional,
    top_category,
)

LINES = [line for line in functional().lines if line.in_force(2024)]


def broken(name: str, at: int) -> str:
    at %= len(name) + 1
    return f"{name[:at]}\n {name[at:]}"


@settings(deadline=None)
@given(st.sampled_from(LINES), st.integers(0, 30), st.booleans())
def test_breaks_and_brackets_do_not_hide_a_name(line, at, narrow) -> None:
    printed = broken(line.name, at)
    if narrow:
        printed = printed.replace("（", "(").replace("）", ")")
    assert line.code in functional_candidates(printed, 2024)


@settings(deadline=None)
@given(st.sampled_from([line for line in LINES if len(line.code) == 3]), st.sampled_from("一二三四五六七八九十"))
def test_a_category_is_known_with_and_without_ordinal_and_ending(line, ordinal) -> None:
    assert top_category(f"{ordinal}、{line.name}") == line.code
    if line.code != "229":
        assert top_category(line.name.removesuffix("支出")) == line.code


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("七、文化体育与传媒支出", "207"),
        ("七、文化旅游体育与传媒支出", "207"),
        ("九、医疗卫生与计划生育支出", "210"),
        ("（十）卫生健康支出", "210"),
        ("十五、资源勘探电力信息等支出", "215"),
        ("资源勘探信息等支出", "215"),
        ("十九、国土海洋气象等支出", "220"),
        ("二十四、灾害防治及应急管理支出", "224"),
        ("抗疫特别国债安排的支出", "234"),
        ("二十五、债务付息支出", "232"),
        ("二十六、债务发行费用支出", "233"),
        ("社会保险基金支出", "209"),
        ("国有资本经营预算支出", "223"),
        ("预备费", "227"),
        ("十三、农林水事务", "213"),
        ("二十三、其他支出", "229"),
        ("其他", None),
        ("本年支出合计", None),
    ],
)
def test_categories_as_summary_forms_print_them(printed: str, code: str | None) -> None:
    assert top_category(printed) == code


def test_a_name_of_many_lines_needs_its_parent() -> None:
    assert functional_by_name("事业运行") is None
    assert functional_by_name("事业运行", parent="20104") == "2010450"
    assert len(functional_candidates("行政运行")) > 40


def test_a_name_of_two_levels_is_the_nearer_one() -> None:
    """A form without codes prints 其他卫生健康支出 twice, as 款 and as 项."""
    assert functional_by_name("其他卫生健康支出", year=2022, parent="210") == "21099"
    assert functional_by_name("其他卫生健康支出", year=2022, parent="21099") == "2109999"
    assert functional_by_name("其他卫生健康支出", year=2020, parent="21099") == "2109901"


def test_a_level_mark_is_no_part_of_a_name() -> None:
    assert functional_by_name("发展与改革事务（款）") == "20104"


def test_economic_names_of_both_schemes() -> None:
    assert economic_by_name("办公费") == "30201"
    assert economic_by_name("办公经费", scheme="government") == "50201"
    assert economic_by_name("对个人和家庭补助") == "303"
    assert economic_by_name("其他支出") == "399"
    assert economic_by_name("其他支出", parent="399") == "39999"
    assert economic_by_name("会议费", parent="502") == "50202"
    assert economic_name("30311", 2017) == "住房公积金"


def test_known_codes() -> None:
    assert is_functional("2010450") and is_economic("30201") and is_economic("50201")
    assert not is_functional("2010451") and not is_economic("2010450") and not is_functional("")
