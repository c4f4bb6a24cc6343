"""Totals by side, fund and kind; the words before them tell whether they are totals at all."""

import pytest

from tests.prose.bodies import told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2024年度收、支总计50.00万元", {("source:total", "total"), ("use:total", "total")}),
        ("2024年收支总预算50.00万元", {("source:total", "total"), ("use:total", "total")}),
        ("2024年度财政拨款收、支总计50.00万元", {("source:total", "fiscal"), ("use:total", "fiscal")}),
        ("本年收入合计50.00万元", {("source:year_total", "total")}),
        ("2024年本单位收入预算50.00万元", {("source:total", "total")}),
        ("相应安排支出预算50.00万元", {("use:total", "total")}),
        ("一般公共预算拨款收入50.00万元", {("source:general_public", "total")}),
        ("政府性基金预算拨款收入0万元", {("source:government_fund", "total")}),
        ("财政专户管理资金收入0万元", {("source:special_account", "total")}),
        ("2024年一般公共预算拨款支出50.00万元", {("use:year_total", "general_public")}),
        ("政府性基金支出预算支出0万元", {("use:year_total", "government_fund")}),
        ("一般公共预算财政拨款基本支出50.00万元", {("use:basic", "general_public")}),
        ("财政拨款基本支出50.00万元", {("use:basic", "fiscal")}),
        ("项目支出50.00万元", {("use:project", "total")}),
        ("上年结转结余0万元", {("source:carryover_in", "total")}),
        ("年终结转结余0万元", {("use:carryover_out", "total")}),
        ("人员经费50.00万元", {("total", "personnel")}),
        ("公用经费50.00万元", {("total", "public")}),
        # 深圳: a part of the staff, beside 对个人和家庭的补助支出 of those retired
        ("在职人员经费50.00万元", {("line:在职人员经费", "total")}),
        ("国有资本经营收益财政拨款50.00万元", {("source:state_capital", "total")}),
        ("其他资金收入预算50.00万元", {("source:other", "total")}),
        ("本年其他资金收入50.00万元", {("line:本年其他资金收入", "total")}),
        ("2024年收支预算50.00万元", {("source:total", "total"), ("use:total", "total")}),
    ],
)
def test_totals(sentence, expected):
    found = told(f"{sentence}。", stage="budget")
    assert {(item, measure) for item, measure, *_ in found} == expected


def test_the_appropriation_of_a_final_account_stays_with_its_source():
    found = told("2024年度财政拨款支出年初预算数为60.00万元，支出决算数为50.00万元，完成年初预算的83.33%。")
    assert found == [
        ("source:fiscal", "total", 2024, "approved", "60.00"),
        ("source:fiscal", "total", 2024, "executed", "50.00"),
    ]


def test_parts_of_income_and_expenditure():
    found = told(
        "收入合计50.00万元，其中：财政拨款收入50.00万元，占100%；事业收入0万元，占0%；其他收入0万元，占0%。",
        "支出合计50.00万元，其中：基本支出40.00万元，占80%；项目支出10.00万元，占20%；上缴上级支出0万元，占0%。",
    )
    assert [item for item, *_ in found] == [
        "source:year_total",
        "source:fiscal",
        "source:institutional",
        "source:other",
        "use:year_total",
        "use:basic",
        "use:project",
        "use:superior",
    ]


def test_an_outturn_goes_on_with_the_line_before_it():
    found = told("1.渔业发展（项）。", "年初预算为5.00万元，支出决算为4.00万元。")
    assert [item for item, *_ in found] == ["func:2130148", "func:2130148"]


def test_what_was_added_to_a_total_is_not_the_total():
    """江苏 2017: "主要原因是政策性增资，增加基本支出844.15万元"."""
    found = told("收入预算总计50.00万元，主要原因是政策性增资，增加基本支出8.00万元。", stage="budget")
    assert [raw for *_, raw in found] == ["50.00"]


def test_money_under_performance_targets_is_no_total_of_its_fund():
    found = told("项目均实行绩效目标管理，涉及一般公共预算当年拨款15.00万元。", stage="budget")
    assert [item for item, *_ in found] == ["line:项目绩效目标涉及一般公共预算当年拨款"]


def test_what_a_fund_allots_in_the_year_is_expenditure_unless_it_is_called_income():
    """杭州 2026: 一般公共预算收入91,495.48, 一般公共预算当年拨款91,842.80 with 上年结转结余347.32."""
    found = told(
        "收入包括：一般公共预算当年拨款收入80.00万元、政府性基金当年拨款收入9.00万元。",
        "2024年一般公共预算当年拨款83.00万元，比上年执行数增加1.00万元，增长1.2%。",
        "2024年政府性基金预算当年拨款9.00万元，与上年持平。",
        stage="budget",
    )
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("source:general_public", "total", "80.00"),
        ("source:government_fund", "total", "9.00"),
        ("use:year_total", "general_public", "83.00"),
        ("use:year_total", "government_fund", "9.00"),
    ]


def test_parts_of_a_fund_s_expenditure_are_parts_of_that_fund():
    """重庆 2026: "一般公共预算财政拨款支出…其中：基本支出…", while other funds pay for basic expenditure too."""
    found = told(
        "支出总计90.00万元，其中：基本支出70.00万元。一般公共预算拨款支出80.00万元，比上年增加1.00万元。其中：基本支出60.00万元。",
        "财政拨款安排支出85.00万元，其中：项目支出5.00万元。",
        stage="budget",
    )
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("use:total", "total", "90.00"),
        ("use:basic", "total", "70.00"),
        ("use:year_total", "general_public", "80.00"),
        ("use:basic", "general_public", "60.00"),
        ("use:fiscal", "total", "85.00"),
        ("use:project", "fiscal", "5.00"),
    ]


def test_what_was_carried_over_of_a_fund_is_not_the_fund():
    """苏州 2026: "上年结转结余的一般公共预算收入0万元" below "本年一般公共预算收入"."""
    found = told("上年结转结余的一般公共预算收入1.00万元；上年结转结余的单位资金2.00万元。", stage="budget")
    assert [(item, raw) for item, _, _, _, raw in found] == [
        ("source:carryover_in.general_public", "1.00"),
        ("source:carryover_in.unit_funds", "2.00"),
    ]


def test_expenditure_behind_income_is_not_told_of_the_income():
    found = told("财政拨款收入90.00万元；支出80.00万元。", stage="budget")
    assert [raw for *_, raw in found] == ["90.00"]


def test_a_bracket_that_tells_what_an_amount_holds_names_no_line():
    """安徽: 收入总计 and 支出总计 in one sentence, each with a bracket behind its amount."""
    found = told(
        "2024年度收入总计50.00万元（含使用非财政拨款结余和年初结转和结余）、支出总计50.00万元（含结余分配和年末结转和结余）。"
        "2024年度财政拨款收入总计40.00万元（含年初财政拨款结转和结余），支出总计40.00万元（含年末财政拨款结转和结余）。"
    )
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("source:total", "total", "50.00"),
        ("use:total", "total", "50.00"),
        ("source:fiscal", "total", "40.00"),
        ("use:total", "fiscal", "40.00"),
    ]


@pytest.mark.parametrize(
    ("words", "measure"), [("收入总计和支出总计均为", "total"), ("财政拨款收入总计和支出总计均为", "fiscal")]
)
def test_both_totals_told_at_once(words, measure):
    """陕西."""
    assert {(item, of) for item, of, *_ in told(f"2024年度{words}50.00万元，与上年相比各增加5.00万元。")} == {
        ("source:total", measure),
        ("use:total", measure),
    }


def test_the_year_s_own_expenditure_is_not_all_expenditure():
    """广西 tells the year's own total inside the sentence of the total."""
    found = told("2024年度总支出50.00万元，其中本年支出合计45.00万元。")
    assert [(item, raw) for item, *_, raw in found] == [("use:total", "50.00"), ("use:year_total", "45.00")]


def test_projects_of_one_class_are_not_all_projects():
    """云南."""
    found = told("本年项目支出50.00万元，其中：基本建设类项目支出0.00万元。")
    assert [(item, raw) for item, *_, raw in found] == [("use:project", "50.00"), ("line:基本建设类项目支出", "0.00")]


def test_a_surplus_that_is_used_is_no_saving():
    """内蒙古 numbers the parts of the total, each with nothing but its amount."""
    assert [(item, raw) for item, *_, raw in told("2.使用非财政拨款结余3.00万元。")] == [
        ("source:surplus_used", "3.00")
    ]


def test_the_year_s_expenditure_behind_the_income_of_a_fund_is_of_that_fund():
    """河北 tells income and expenditure of each fund in one sentence."""
    found = told(
        "财政拨款本年收入50.00万元，比上年增加5.00万元；本年支出48.00万元，比上年增加4.00万元。其中："
        "1.一般公共预算财政拨款本年收入49.00万元，比上年增加5.00万元；本年支出47.00万元。本年支出60.00万元。"
    )
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("source:fiscal", "total", "50.00"),
        ("use:year_total", "fiscal", "48.00"),
        ("source:general_public", "total", "49.00"),
        ("use:year_total", "general_public", "47.00"),
        ("use:year_total", "total", "60.00"),
    ]


def test_all_income_and_expenditure_as_budgeted():
    """内蒙古 tells both in one sentence, with nothing but 收入 and 支出 for their names."""
    assert told("2024年度收入年初预算为9.00万元，全年预算为8.00万元；支出年初预算为7.00万元，全年预算为6.00万元。") == [
        ("source:total", "total", 2024, "approved", "9.00"),
        ("source:total", "total", 2024, "adjusted", "8.00"),
        ("use:total", "total", 2024, "approved", "7.00"),
        ("use:total", "total", 2024, "adjusted", "6.00"),
    ]


def test_a_shortfall_made_good_is_no_difference():
    """Accounts until 2018: 用事业基金弥补收支差额 is what 使用非财政拨款结余 is today."""
    found = told("附属单位上缴收入0.00万元，用事业基金弥补收支差额3.00万元。")
    assert [(item, raw) for item, *_, raw in found] == [("source:affiliated", "0.00"), ("source:surplus_used", "3.00")]
