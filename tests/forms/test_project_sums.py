"""Lists of projects with sums above their parts."""

import pytest

from tests.forms.documents import forms_of


def items_of(*rows: str) -> list[str]:
    lines = "\n".join(f"\t{row}" for row in rows)
    form = f"部门专项业务经费支出表\n单位：元\n\n单位编码\t单位（项目）名称\t项目金额\n{lines}\n"
    return [fact.item for fact in forms_of(f"2026年部门预算\n{form}").facts]


def test_a_project_with_the_name_of_the_sum_above_it_stands_under_it():
    """西安: sums of sums, and projects that bear the name of one."""
    assert items_of(
        "专用项目\t900.00", "专用项目\t500.00", "渔港维护\t300.00", "渔船检验\t200.00", "支援\t400.00", "支援\t150.00", "支援项目\t250.00"
    ) == [
        "project:专用项目",
        "project:专用项目/line:专用项目",
        "project:渔港维护",
        "project:渔船检验",
        "project:支援",
        "project:支援/line:支援",
        "project:支援项目",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ("安保经费\t500.00", "安保经费\t200.00", "印刷费\t150.00"),  # no sum: two units' 安保经费
        ("安保经费\t500.00", "印刷费\t500.00", "安保经费\t200.00"),  # behind what makes up the sum
        ("安保经费\t500.00", "安保经费\t500.00"),  # two of one amount are one
    ],
)
def test_other_projects_of_one_name_keep_it(rows):
    assert not any("/line:" in item for item in items_of(*rows))
