"""Fund, phase and year of the parts of a whole."""

from tests.prose.bodies import lines_told, told


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


def test_parts_are_of_the_phase_and_year_of_their_whole():
    """鄂尔多斯: a final account tells last year's outturn and next year's budget of the 三公 expenses, each with parts."""
    assert lines_told(
        "2024年度“三公”经费预算总计6.00万元，其中：因公出国（境）经费0万元，公务接待2.00万元（含国内接待2.00万元）。",
        "2023年度“三公”经费合计支出5.00万元，其中：公务接待1.50万元。",
    ) == [
        ("public:total", 2024, "approved", "6.00"),
        ("public:abroad", 2024, "approved", "0"),
        ("public:reception", 2024, "approved", "2.00"),
        ("public:total", 2023, "executed", "5.00"),
        ("public:reception", 2023, "executed", "1.50"),
    ]


def test_parts_of_a_whole_told_with_budget_and_outturn_are_outturns():
    assert lines_told(
        "“三公”经费支出2.10万元，年初预算为2.90万元，差值为0.80万元。其中：公务接待费支出2.10万元，年初预算为2万元。"
    ) == [
        ("public:total", 2024, "executed", "2.10"),
        ("public:total", 2024, "approved", "2.90"),
        ("public:reception", 2024, "executed", "2.10"),
        ("public:reception", 2024, "approved", "2"),
    ]


def test_another_fund_behind_a_comma_is_told_of_itself():
    """西安 2021: the government fund's 0 was told of 一般公共预算, or of 财政拨款 as a whole."""
    found = told(
        "2024年本部门财政拨款支出50.00万元，其中一般公共预算拨款支出50.00万元、政府性基金拨款支出0万元。",
        stage="budget",
    )
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("use:fiscal", "total", "50.00"),
        ("use:year_total", "general_public", "50.00"),
        ("use:year_total", "government_fund", "0"),
    ]


def test_a_fund_named_as_a_part_of_expenditure_is_what_was_spent_of_it():
    """西安 2026 writes "预算支出…，其中：一般公共预算拨款…" as it writes of income."""
    found = told(
        "本部门当年预算收入50.00万元，其中：一般公共预算拨款50.00万元，较上年增加1.00万元。",
        "本部门当年预算支出50.00万元，其中：一般公共预算拨款45.00万元、政府性基金拨款5.00万元，较上年增加1.00万元。",
        stage="budget",
    )
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("source:total", "total", "50.00"),
        ("source:general_public", "total", "50.00"),
        ("use:total", "total", "50.00"),
        ("use:year_total", "general_public", "45.00"),
        ("use:year_total", "government_fund", "5.00"),
    ]


def test_a_share_of_a_fund_s_expenditure_is_of_that_fund():
    """广西: 基本支出 of the general budget stands in a paragraph of its own."""
    found = told("1.基本支出预算8.00万元，占一般公共预算支出的96.74%，同比减少1.00万元。", stage="budget")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [("use:basic", "general_public", "8.00")]
    found = told("1.基本支出预算8.00万元，占支出总预算的90.74%。", stage="budget")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [("use:basic", "total", "8.00")]


def test_income_and_carry_over_told_as_parts_of_one_fund_are_that_funds():
    """昆明 2026: a body with other income tells this year's part of its appropriation, and what was carried over."""
    found = told(
        "2026年单位财政拨款收入12.00元，其中:本年收入10.00元，上年结转收入2.00元。",
        "2026年收入预算15.00元，其中：财政拨款收入12.00元，上年结转3.00元。",
        stage="budget",
        year=2026,
    )
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("source:fiscal", "total", "12.00"),
        ("source:year_total", "fiscal", "10.00"),
        ("source:carryover_in.fiscal", "total", "2.00"),
        ("source:total", "total", "15.00"),
        ("source:fiscal", "total", "12.00"),
        ("source:carryover_in", "total", "3.00"),
    ]


def test_a_sum_that_holds_the_carry_over_is_the_total():
    """江苏's 收入预算合计 is this year's income and what was carried over."""
    found = told("2024年收入预算合计12.00万元，包括本年收入10.00万元，上年结转结余2.00万元。", stage="budget")
    assert [(item, raw) for item, _, _, _, raw in found] == [
        ("source:total", "12.00"),
        ("source:year_total", "10.00"),
        ("source:carryover_in", "2.00"),
    ]


def test_items_below_the_expenditure_of_a_fund_tell_its_parts():
    """湖南 tells a fund's expenditure, then 基本支出 and 项目支出 of it in items; the body has other money too."""
    found = told(
        "2024年本单位一般公共预算拨款支出9.00万元，其中：农林水支出9.00万元。具体安排情况如下：",
        "（一）基本支出：2024年本单位基本支出预算数8.00万元，主要用于人员。",
        "（二）项目支出：2024年本单位项目支出预算1.00万元，主要用于鱼苗。",
        "五、支出情况",
        "（一）基本支出12.00万元。",
        "（一）政府性基金预算支出3.00万元，其中：",
        "1.项目支出3.00万元。",
        "（二）项目支出4.00万元。",
        "（三）一般公共预算支出9.00万元，政府性基金预算支出3.00万元，其中：",
        "1.基本支出11.00万元。",
        stage="budget",
    )
    assert [(measure, raw) for item, measure, _, _, raw in found if item in ("use:basic", "use:project")] == [
        ("general_public", "8.00"),
        ("general_public", "1.00"),
        ("total", "12.00"),
        ("government_fund", "3.00"),
        ("total", "4.00"),
        ("total", "11.00"),
    ]


def test_the_expenditure_of_the_appropriation_told_beside_its_income_is_its_use():
    found = told("本年财政拨款收入9.00万元，财政拨款支出8.00万元。")
    assert [(item, raw) for item, _, _, _, raw in found] == [("source:fiscal", "9.00"), ("use:fiscal", "8.00")]
