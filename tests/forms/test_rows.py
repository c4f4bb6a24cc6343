"""Rows of the body are told from rows that number the columns."""

import pytest

from difftool.forms.rows import numbers_columns
from tests.forms.documents import forms_of


def test_a_row_that_numbers_the_columns_is_no_line():
    # Below headings of which a row was not taken for the header's.
    reading = forms_of(
        "2024年部门预算\n部门项目支出预算表\n单位：元\n\n项目名称\t依据\t资金来源\t\n\t\t总计\t本年拨款\n1\t2\t3\t4\n档案修复\t规划\t100.00\t90.00\n"
    )
    assert {fact.item for fact in reading.facts} == {"project:档案修复"}


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["1", "2", "3"], True),
        (["4", "5", "6", "7"], True),  # of a table that goes on to the right
        (["1", "2"], False),
        (["1", "3", "5"], False),
        (["201", "202", "203"], False),  # codes
        (["合计", "1", "2"], False),
    ],
)
def test_numbers_of_columns_follow_one_another(texts, numbers):
    assert numbers_columns(texts) is numbers
