"""Amounts in print: without a unit, in yuan, and numbers that are none."""

from decimal import Decimal

from difftool.prose.amounts import amounts_in
from tests.prose.bodies import lines_told, read, text_document, told


def test_shares_without_a_unit():
    """株洲 2024: "节能环保支出7.20，占1.39%" in a list of amounts in 万元."""
    found = lines_told("主要用于以下方面：农林水支出41.50万元，占80%；住房保障支出10.20，占20%。")
    assert found == [("func:213", 2024, "executed", "41.50"), ("func:221", 2024, "executed", "10.20")]


def test_amounts_in_yuan_with_separators():
    fact = read(text_document("渔业发展（项）支出决算1,234.5元。")).facts[0]
    assert (fact.amount, fact.quantum, fact.raw) == (Decimal("1234.5"), Decimal("0.1"), "1,234.5")


def test_nothing_needs_no_unit():
    """江苏 2017: "公务用车购置为0，与上年持平"; cars are no money."""
    assert lines_told("公务用车购置为0，与上年持平。", stage="budget") == [
        ("public:vehicle_purchase", 2024, "approved", "0")
    ]
    assert lines_told("公务用车购置为0辆，与上年持平。", stage="budget") == []


def test_equipment_over_a_value_is_no_amount():
    assert lines_told("单位价值100万元以上设备0台，会议费预算2万元。", stage="budget") == [
        ("public:meeting", 2024, "approved", "2")
    ]


def test_万_without_元_is_an_amount_where_it_has_decimals():
    """广西 and 湖北 leave 元 out now and then; "服务群众5万人" is none."""
    assert [str(amount.money.amount) for amount in amounts_in("经营收入0.50万，其他收入1000.86万；服务群众5万，")] == [
        "5000",
        "10008600",
    ]


def test_one_unit_behind_several_amounts_is_that_of_each():
    """四川: "收、支总计各是A,B万元"; the comma of 1,234 万元 parts no amounts."""
    found = told("2024年收、支总计各是4125.49,4143.91万元。与2023年相比，收、支总计各减少67.86,70.97万元。")
    assert [(item, raw) for item, *_, raw in found] == [("source:total", "4125.49"), ("use:total", "4143.91")]
    assert [(item, raw) for item, *_, raw in told("2024年收、支总计各是1,234万元。")] == [
        ("source:total", "1,234"),
        ("use:total", "1,234"),
    ]
