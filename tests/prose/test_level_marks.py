"""Lines named by 类, 款 and 项 in brackets, and what may join the names of a path."""

import pytest

from tests.prose.bodies import lines_told, told


@pytest.mark.parametrize(
    ("named", "item"),
    [
        ("农林水支出（类）农业农村（款）渔业发展（项）", "func:2130148"),
        ("农林水（类）农业农村（款）渔业发展（项）", "func:2130148"),
        ("“农林水支出”（类）“农业农村”（款）“渔业发展”（项）", "func:2130148"),
        ("渔业发展（项）", "func:2130148"),
    ],
)
def test_a_name_with_its_level(named, item):
    assert lines_told(f"1.{named}年初预算为5.00万元。") == [(item, 2024, "approved", "5.00")]


@pytest.mark.parametrize(
    "path",
    [
        "“一般公共服务支出(类）-人大事务（款）-行政运行（项）”",
        "一般公共服务支出（类）——人大事务（款）——行政运行（项）",
        "一般公共服务支出（类）/人大事务（款）/行政运行（项）",
        "一般公共服务支出（类）、人大事务（款）、行政运行（项）",
        "一般公共服务支出（类）中的人大事务（款）中的行政运行（项）",
        "一般公共服务支出（类）下人大事务（款）下行政运行（项）",
        "一般公共服务支出【类】人大事务【款】行政运行【项】",
        "一般公共服务支出类人大事务款行政运行项",
    ],
)
def test_what_joins_the_names_of_a_path_does_not_change_its_line(path):
    """行政运行 stands under several 款 of one document; 普陀 joins marked names with dashes."""
    found = told(f"{path}2024年度预算数为50.00万元。", stage="budget")
    assert [(item, raw) for item, _, _, _, raw in found][-1] == ("func:2010101", "50.00")


def test_a_level_may_be_called_a_heading():
    assert lines_told("渔业发展（项级科目）支出决算2.00万元。") == [("func:2130148", 2024, "executed", "2.00")]
