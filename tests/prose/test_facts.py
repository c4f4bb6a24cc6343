"""What sentences tell of budget lines: names to codes, phases, years, and what is no amount of the line."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.prose.bodies import lines_told, read, text_document, told

PATH = "农林水支出（类）农业农村（款）渔业发展（项）"
CENTS = st.integers(0, 99_999_999).map(lambda cents: f"{cents / 100:.2f}")


@settings(deadline=None)
@given(CENTS, CENTS)
def test_budget_and_outturn_are_told_exactly(budgeted, spent):
    facts = read(text_document(f"1、{PATH}。年初预算为{budgeted}万元，支出决算为{spent}万元。")).facts
    assert [(fact.phase, fact.amount, fact.quantum) for fact in facts] == [
        ("approved", Decimal(budgeted) * 10_000, 100),
        ("executed", Decimal(spent) * 10_000, 100),
    ]


@settings(deadline=None)
@given(
    CENTS,
    st.sampled_from(
        ("比上年增加{}万元", "较上年减少{}万元", "与上年相比下降{}万元", "比2023年执行数多{}万元", "其中压减{}万元")
    ),
)
def test_by_how_much_it_changed_is_no_fact(amount, change):
    text = f"1.{PATH}8.00万元，{change.format(amount)}。"
    assert lines_told(text, stage="budget") == [("func:2130148", 2024, "approved", "8.00")]


def test_the_line_of_a_label_is_told_below_it():
    assert lines_told(f"3、{PATH}。", "主要用于鱼苗。年初预算为0万元，支出决算为7.2万元。") == [
        ("func:2130148", 2024, "approved", "0"),
        ("func:2130148", 2024, "executed", "7.2"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("年初预算数10万元，调整预算数12万元，决算数11万元", ["approved", "adjusted", "executed"]),
        ("年初预算10万元，全年预算12万元，支出决算11万元，完成全年预算的91.67%", ["approved", "adjusted", "executed"]),
        ("支出决算为95万元，完成年初预算100万元的95%", ["executed", "approved"]),
        ("支出决算为95万元，完成全年预算100万元的95%", ["executed", "adjusted"]),
        ("预算安排95万元", ["approved"]),
        ("年末决算95万元", ["executed"]),
    ],
)
def test_phases(sentence, expected):
    assert [phase for _, _, phase, _ in lines_told(f"1.住房公积金（项）{sentence}。")] == expected


def test_two_years_in_one_sentence():
    """内蒙古: "2023年当年预算执行数为A，2024年预算安排B"."""
    told = lines_told(
        f"{PATH}2023年当年预算执行数为9.10万元，2024年预算安排8.20万元，比2023年预算执行数减少9.89%。", stage="budget"
    )
    assert told == [
        ("func:2130148", 2023, "executed", "9.10"),
        ("func:2130148", 2024, "approved", "8.20"),
    ]


def test_last_year_named_without_its_number():
    assert lines_told("培训费支出1.00万元，上年为0.90万元。") == [
        ("public:training", 2024, "executed", "1.00"),
        ("public:training", 2023, "executed", "0.90"),
    ]


def test_shares_without_a_unit():
    """株洲 2024: "节能环保支出7.20，占1.39%" in a list of amounts in 万元."""
    told = lines_told("主要用于以下方面：农林水支出41.50万元，占80%；住房保障支出10.20，占20%。")
    assert told == [("func:213", 2024, "executed", "41.50"), ("func:221", 2024, "executed", "10.20")]


def test_amounts_in_yuan_with_separators():
    fact = read(text_document("渔业发展（项）支出决算1,234.5元。")).facts[0]
    assert (fact.amount, fact.quantum, fact.raw) == (Decimal("1234.5"), Decimal("0.1"), "1,234.5")


def test_an_amount_that_moves_on_is_not_the_line_s_own():
    assert lines_told("年中经批准，渔业发展（项）12.5万元变更功能科目为事业单位离退休（项）。") == []


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


def test_several_expenses_together_are_none_of_them():
    """西安 2019: "“三公”经费及会议费、培训费预算支出共263.72万元"."""
    assert lines_told("“三公”经费及会议费、培训费预算支出共20.00万元。", stage="budget") == []


def test_agency_operation_and_procurement():
    told = lines_told(
        "一般公共预算财政拨款运行经费21.00万元，比上年增加1.00万元。",
        "政府采购支出总额100.00万元，其中：政府采购货物支出10.00万元、政府采购服务支出90.00万元。授予中小企业合同金额90.00万元。",
    )
    assert told == [
        ("public:agency_operation", 2024, "executed", "21.00"),
        ("public:procurement", 2024, "executed", "100.00"),
    ]


def test_equipment_over_a_value_is_no_amount():
    assert lines_told("单位价值100万元以上设备0台，会议费预算2万元。", stage="budget") == [
        ("public:meeting", 2024, "approved", "2")
    ]


def test_purchases_of_one_fund_are_not_all_purchases():
    """重庆 2026: "政府采购预算总额…；其中一般公共预算拨款政府采购…"."""
    found = told("政府采购预算总额90.00万元；其中一般公共预算拨款政府采购80.00万元。", stage="budget")
    assert [(item, measure) for item, measure, *_ in found] == [
        ("public:procurement", "total"),
        ("public:procurement", "general_public"),
    ]


def test_projects_that_bear_the_name_of_a_line():
    """深圳 2026: projects are listed below their sum, each with its own amount."""
    found = lines_told(
        "（五）项目支出60.00万元，具体包括：",
        "1.渔业发展40.00万元，主要包括鱼苗。",
        "2.住房公积金20.00万元，主要包括补缴。",
        "五、住房公积金30.00万元。",
        stage="budget",
    )
    assert found == [("func:2210201", 2024, "approved", "30.00")]


def test_an_amount_whose_line_is_unknown_is_a_problem():
    reading = read(text_document("1.星际航行支出（类）火星着陆（款）风暴观测（项）支出决算5.00万元。"))
    assert reading.facts == ()
    assert [(problem.code, "风暴观测（项）" in problem.message) for problem in reading.problems] == [
        ("unknown-line", True)
    ]


def test_economic_lines_of_the_same_name_are_not_told():
    found = lines_told(
        "（一）人员经费30.00万元，其中：基本工资20.00万元、住房公积金10.00万元。",
        "（二）公用经费9.00万元，其中：办公费8.00万元、培训费1.00万元。",
    )
    assert found == []


def test_parts_of_a_line_are_its_columns():
    found = told("住房公积金（项）12.00万元，其中：基本支出11.00万元，项目支出1.00万元。", stage="budget")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("func:2210201", "total", "12.00"),
        ("func:2210201", "basic", "11.00"),
        ("func:2210201", "project", "1.00"),
    ]


def test_the_carry_over_of_a_line_is_not_that_of_the_body():
    found = told("住房公积金（项）：年初预算11.00万元，年初结转和结余1.00万元，支出决算为12.00万元。")
    assert [(item, phase, raw) for item, _, _, phase, raw in found] == [
        ("func:2210201", "approved", "11.00"),
        ("func:2210201", "executed", "12.00"),
    ]


def test_a_year_without_its_word_is_no_name():
    """普陀: "2026预算安排9万元"."""
    found = told(
        "“一般公共服务支出(类）-人大事务（款）-行政运行（项）”2024年度预算50.00万元，2023年当年预算执行数40.00万元，2024预算安排50.00万元。",
        stage="budget",
    )
    assert [(year, phase, raw) for _, _, year, phase, raw in found] == [
        (2024, "approved", "50.00"),
        (2023, "executed", "40.00"),
        (2024, "approved", "50.00"),
    ]


def test_the_running_costs_stay_what_they_are_before_the_list_of_what_they_buy():
    """广东: 机关运行经费 is no economic line, though economic lines follow."""
    found = told(
        "本部门机关运行经费安排50.00万元，其中：办公费9.00万元，印刷费2.00万元，会议费1.00万元等。", stage="budget"
    )
    assert [(item, raw) for item, *_, raw in found if item.startswith("public:")] == [
        ("public:agency_operation", "50.00")
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


def test_a_part_told_behind_a_comparison_with_last_year_is_of_this_year():
    """浙江 tells the change of the whole in percent only, and its parts behind it."""
    found = told(
        "公务用车购置及运行维护费50.00万元，比上年预算数减少2.78%，其中，公务用车购置支出0万元，公务用车运行维护费50.00万元。",
        stage="budget",
    )
    assert [(item, year, raw) for item, _, year, _, raw in found] == [
        ("public:vehicle", 2024, "50.00"),
        ("public:vehicle_purchase", 2024, "0"),
        ("public:vehicle_operation", 2024, "50.00"),
    ]
