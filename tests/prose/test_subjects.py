"""The 三公 expenses and their kin, by their names."""

import pytest

from tests.prose.bodies import lines_told, told


def test_expenses_of_the_three_public_kinds():
    told = lines_told(
        "“三公”经费财政拨款支出预算为9.00万元，2024年度支出决算为8.20万元，其中：因公出国（境）费支出决算0万元，占0%；"
        "公务用车购置及运行维护费支出决算为5.00万元，其中公务用车购置支出0万元，公务用车运行支出5.00万元；"
        "公务接待费支出决算为3.20万元，其中：国内公务接待支出3.20万元。"
    )
    assert told == [
        ("public:total", 2024, "approved", "9.00"),
        ("public:total", 2024, "executed", "8.20"),
        ("public:abroad", 2024, "executed", "0"),
        ("public:vehicle", 2024, "executed", "5.00"),
        ("public:vehicle_purchase", 2024, "executed", "0"),
        ("public:vehicle_operation", 2024, "executed", "5.00"),
        ("public:reception", 2024, "executed", "3.20"),
    ]


def test_agency_operation_and_procurement():
    told = lines_told(
        "一般公共预算财政拨款运行经费21.00万元，比上年增加1.00万元。",
        "政府采购支出总额100.00万元，其中：政府采购货物支出10.00万元、政府采购服务支出90.00万元。授予中小企业合同金额90.00万元。",
    )
    assert told == [
        ("public:agency_operation", 2024, "executed", "21.00"),
        ("public:procurement", 2024, "executed", "100.00"),
    ]


def test_purchases_of_one_fund_are_not_all_purchases():
    """重庆 2026: "政府采购预算总额…；其中一般公共预算拨款政府采购…"."""
    found = told("政府采购预算总额90.00万元；其中一般公共预算拨款政府采购80.00万元。", stage="budget")
    assert [(item, measure) for item, measure, *_ in found] == [
        ("public:procurement", "total"),
        ("public:procurement", "general_public"),
    ]


def test_the_cost_of_cars_by_its_short_name():
    found = told(
        "公务用车费：2024年预算50.00万元，其中：公务用车运行费50.00万元，公务用车购置费0万元。", stage="budget"
    )
    assert [(item, raw) for item, *_, raw in found] == [
        ("public:vehicle", "50.00"),
        ("public:vehicle_operation", "50.00"),
        ("public:vehicle_purchase", "0"),
    ]


@pytest.mark.parametrize(
    ("named", "item"),
    [
        ("出国（境）经费", "public:abroad"),
        ("因公临时出国（境）费用", "public:abroad"),
        ("公务车辆运行维护费", "public:vehicle_operation"),
        ("公车运维费", "public:vehicle_operation"),
        ("公务用车购置和运行费", "public:vehicle"),
        ("购置及运行维护费", "public:vehicle"),
    ],
)
def test_names_of_the_three_public_expenses(named, item):
    assert lines_told(f"其中：{named}2.00万元。") == [(item, 2024, "executed", "2.00")]


@pytest.mark.parametrize(
    "sentence",
    [
        "因公出国费、公务接待费、公车购置费，公车运行费（“三公”经费）决算总额27.00万元。",
        "出国（境）经费、车辆购置及运行费、公务接待费（简称“三公”经费）支出合计27.00万元。",
        "全县“三公”经费支出决算汇总数为27.00万元。",
        "财政拨款开支的“三公”经费总支出为27.00万元。",
    ],
)
def test_the_sum_of_the_三公_expenses_by_other_names(sentence):
    """浙江, 广东, 云南 and 重庆: the last of a list of the three is not what the sum is of."""
    assert lines_told(sentence) == [("public:total", 2024, "executed", "27.00")]


def test_counts_of_visits_stand_between_a_name_and_its_amount():
    """宁夏."""
    assert lines_told("2024年公务接待24批次，210人次，支出2.05万元，较上年减少0.03万元。") == [
        ("public:reception", 2024, "executed", "2.05")
    ]


@pytest.mark.parametrize("name", ["公务用车运行维护及购置费", "公务用车购置及运维费", "公务用车购置和运行维护费"])
def test_vehicles_bought_and_run_by_other_names(name):
    assert lines_told(f"{name}支出决算为4.00万元。") == [("public:vehicle", 2024, "executed", "4.00")]
