"""The line and the column that a passage opens with."""

import pytest

from tests.prose.bodies import lines_told, told

PATH = "农林水支出（类）农业农村（款）渔业发展（项）"


def test_the_line_of_a_label_is_told_below_it():
    assert lines_told(f"3、{PATH}。", "主要用于鱼苗。年初预算为0万元，支出决算为7.2万元。") == [
        ("func:2130148", 2024, "approved", "0"),
        ("func:2130148", 2024, "executed", "7.2"),
    ]


@pytest.mark.parametrize(
    ("head", "item"),
    [
        ("1.因公出国（境）支出情况说明。2024年因公出国（境）团组0个，0人次，", "public:abroad"),
        ("2.公务用车购置费用支出情况说明。2024年购置车辆0台，", "public:vehicle_purchase"),
        ("3.公务用车运行维护费用支出情况说明。", "public:vehicle_operation"),
    ],
)
def test_a_heading_that_its_paragraph_goes_on_from_names_the_line(head, item):
    """陕西 sets heading, counts and amounts in one paragraph."""
    assert lines_told(f"{head}预算为5.00万元，支出决算为4.00万元。") == [
        (item, 2024, "approved", "5.00"),
        (item, 2024, "executed", "4.00"),
    ]


def test_a_bare_预算支出_behind_the_line_that_opens_its_paragraph_is_that_line_s():
    """安徽: it was told as all expenditure of the body."""
    assert told("（一）因公出国费用。2024年预算支出为3.00万元，本年度有人员出国。", stage="budget") == [
        ("public:abroad", "total", 2024, "approved", "3.00")
    ]
