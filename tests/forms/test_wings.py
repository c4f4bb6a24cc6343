"""A form that is too wide for its page goes on to the right on another, without the columns of codes and names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forms.documents import amounts, forms_of

HEAD = "2023年度部门决算\n一般公共预算财政拨款支出决算明细表\n公开06表\n单位：万元\n\n"
LEFT = ["科目编码\t科目名称\t合计\t基本工资\t津贴补贴", "\t合计\t9.00\t3.00\t1.00",
        "201\t一般公共服务支出\t9.00\t3.00\t1.00", "20126\t档案事务\t9.00\t3.00\t1.00",
        "2012601\t行政运行\t6.00\t3.00\t1.00", "2012604\t档案馆\t3.00\t\t"]  # fmt: skip
RIGHT = ["办公费\t差旅费", "3.00\t2.00", "3.00\t2.00", "3.00\t2.00", "1.00\t1.00", "2.00\t1.00"]
WHOLE = [f"{left}\t{right}" for left, right in zip(LEFT, RIGHT, strict=True)]


def told(*grids: list[str]) -> dict[tuple[str, str, int, str], str]:
    return amounts(forms_of(HEAD + "\n\n".join("\n".join(grid) for grid in grids) + "\n"), "general_public")


def test_amounts_to_the_right_are_of_the_lines_at_the_left():
    assert told(LEFT, RIGHT) == told(WHOLE)


@given(st.integers(4, 5))
def test_pages_to_the_right_come_after_all_others_or_one_by_one(cut):
    """Three rows or more stand on each page; the second page to the right need not repeat its headings."""
    rows = LEFT[1:] + [f"21{code}\t另一行{code}\t1.50\t1.00\t0.50" for code in (0, 3, 5)]
    wing = RIGHT[1:] + ["0.50\t0.50"] * 3
    one, other = [LEFT[0], *rows[:cut]], [LEFT[0], *rows[cut:]]
    right, further = [RIGHT[0], *wing[:cut]], [RIGHT[0], *wing[cut:]]
    down_then_over = told(one, other, right, further)
    assert down_then_over == told(one, right, other, further) == told(one, other, right, further[1:])
    assert len(down_then_over) == len(told([LEFT[0], *rows])) + sum(row.count(".") for row in wing)


@pytest.mark.parametrize(
    "right",
    [
        RIGHT[:-1],  # another number of rows
        ["办公费\t备注", *(f"{row.split()[0]}\t无" for row in RIGHT[1:])],  # words beside the amounts
        RIGHT[1:],  # no heading at all
    ],
)
def test_a_table_that_is_no_page_to_the_right_gets_no_labels(right):
    assert not any(item.startswith("func:2012601/") for item, *_ in set(told(LEFT, right)) - set(told(LEFT)))
