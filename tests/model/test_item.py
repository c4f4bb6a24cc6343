"""Items: what kind of line they are, and what stands above it."""

import pytest

from difftool.model.item import is_category, kind_of, line_above, name_in, split_last, stands_within


@pytest.mark.parametrize(
    ("item", "kind", "name", "within"),
    [
        ("func:2010450", "func", "2010450", False),
        ("source:carryover_in.fiscal", "source", "carryover_in.fiscal", False),
        ("unit:甲/econ:301", "unit", "甲/econ:301", True),
        ("line:a:b", "line", "a:b", False),
        ("total", "total", "", False),
        ("", "", "", False),
    ],
)
def test_a_kind_and_a_name(item, kind, name, within):
    assert (kind_of(item), name_in(item), stands_within(item)) == (kind, name, within)


def test_a_line_within_another_is_split_from_it():
    assert split_last("unit:甲/func:201/econ:301") == ("unit:甲/func:201", "econ:301")
    assert split_last("total") == ("", "total")


def test_categories_have_three_digits():
    assert [item for item in ("func:201", "func:20104", "econ:301", "total") if is_category(item)] == ["func:201"]


def test_levels_of_codes() -> None:
    assert line_above("func:2010450") == "func:20104"
    assert line_above("func:201") == "total"
    assert line_above("econ:30101") == "econ:301"
    assert line_above("func:2010450/econ:30101") == "func:2010450/econ:301"
    assert line_above("func:2010450/econ:301") == "func:2010450"
    assert line_above("unit:青岚市数据中心") is None
