"""Lines named by their code, whole or level by level, and what a printed code does to the name beside it."""

import pytest

from tests.prose.bodies import lines_told, told


@pytest.mark.parametrize(
    ("named", "item"),
    [
        ("渔业发展（2130148）", "func:2130148"),
        ("2130148-渔业发展", "func:2130148"),
        ("农林水支出（213）农业农村（01）渔业发展（48）", "func:2130148"),
    ],
)
def test_a_name_with_its_code(named, item):
    assert lines_told(f"1.{named}年初预算为5.00万元。") == [(item, 2024, "approved", "5.00")]


@pytest.mark.parametrize(
    "path",
    [
        "一般公共服务支出（201类）人大事务（01款）行政运行（01项）",
        "201（类）01（款）01（项）行政运行",
        "2010101项行政运行",
    ],
)
def test_a_code_printed_level_by_level_tells_lines_of_one_name_apart(path):
    found = told(f"{path}2024年度预算数为50.00万元。", stage="budget")
    assert [(item, raw) for item, _, _, _, raw in found][-1] == ("func:2010101", "50.00")


def test_a_printed_code_keeps_its_official_name():
    """西安 2026: 其他普惠金融发展支出（2130899）, where the forms know only the 款 whose name ends alike."""
    assert lines_told("1.其他农业农村支出（2130199）0.00万元；2.其他渔业支出（2019999）0.00万元。", stage="budget")[
        0
    ] == ("func:2130199", 2024, "approved", "0.00")


def test_lines_of_the_economic_classification_are_lines_too():
    assert [item for item, *_ in told("（1）工资福利支出（301）20.00万元，较上年减少3.00万元。", stage="budget")] == [
        "econ:301"
    ]
