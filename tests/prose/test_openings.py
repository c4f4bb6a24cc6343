"""The line and the column that a passage opens with."""

from tests.prose.bodies import lines_told

PATH = "农林水支出（类）农业农村（款）渔业发展（项）"


def test_the_line_of_a_label_is_told_below_it():
    assert lines_told(f"3、{PATH}。", "主要用于鱼苗。年初预算为0万元，支出决算为7.2万元。") == [
        ("func:2130148", 2024, "approved", "0"),
        ("func:2130148", 2024, "executed", "7.2"),
    ]
