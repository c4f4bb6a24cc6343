"""The set phrases of the provinces: each sentence is told in the words of one of them, about an invented body."""

import pytest

from tests.prose.bodies import lines_told, told

PATH = "农林水支出（类）农业农村（款）渔业发展（项）"
FISHERY = "func:2130148"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 北京: the budget is told as what the outturn is measured against.
        (
            "1.“农林水支出”（类）2024年度决算12.30万元，比2024年年初预算10.00万元增加2.30万元，增长23%。",
            [("func:213", 2024, "executed", "12.30"), ("func:213", 2024, "approved", "10.00")],
        ),
        (
            "2024年度“三公”经费财政拨款决算数8.40万元，比2024年度“三公”经费财政拨款年初预算9.10万元减少0.70万元。",
            [("public:total", 2024, "executed", "8.40"), ("public:total", 2024, "approved", "9.10")],
        ),
        (
            "1.因公出国（境）费用。2024年度决算数0.00万元，比2024年度年初预算0.00万元减少（增加）0.00万元。",
            [("public:abroad", 2024, "executed", "0.00"), ("public:abroad", 2024, "approved", "0.00")],
        ),
        (
            f"{PATH}支出决算数为9.00万元，比上年决算数8.00万元增加1.00万元，增长12.5%。",
            [(FISHERY, 2024, "executed", "9.00"), (FISHERY, 2023, "executed", "8.00")],
        ),
        # 江苏: the difference itself stands behind "小于上年预算数".
        ("培训费预算支出7.00万元，本年数小于上年预算数2.20万元。", [("public:training", 2024, "approved", "7.00")]),
        # 新疆: 预决算差异率.
        (
            "公务接待费全年预算数1.00万元，决算数0.70万元，预决算差异率-30%，主要原因是压减接待。",
            [("public:reception", 2024, "adjusted", "1.00"), ("public:reception", 2024, "executed", "0.70")],
        ),
        # 天津: a 类 as a 科目.
        (
            "“农林水支出”科目，年初预算10.00万元，决算12.30万元，完成年初预算的123%。",
            [("func:213", 2024, "approved", "10.00"), ("func:213", 2024, "executed", "12.30")],
        ),
        # 四川: no budget is told, only its share.
        (f"1.{PATH}：支出决算为9.00万元，完成预算100%。", [(FISHERY, 2024, "executed", "9.00")]),
        (f"{PATH}。年初未安排预算，支出决算为5.00万元。", [(FISHERY, 2024, "executed", "5.00")]),
        (f"{PATH}。无年初预算，支出决算5.00万元，主要用于鱼苗。", [(FISHERY, 2024, "executed", "5.00")]),
        (
            f"{PATH}年度预算10.00万元，实际完成9.00万元，执行率90%。",
            [(FISHERY, 2024, "approved", "10.00"), (FISHERY, 2024, "executed", "9.00")],
        ),
        (
            f"{PATH}上年预算数9.10万元，今年预算数8.20万元，比上年减少0.90万元。",
            [(FISHERY, 2023, "approved", "9.10"), (FISHERY, 2024, "approved", "8.20")],
        ),
        (
            "农林水支出（213类）农业农村（21301款）渔业发展（2130148项）：年初预算10.00万元，支出决算9.00万元。",
            [(FISHERY, 2024, "approved", "10.00"), (FISHERY, 2024, "executed", "9.00")],
        ),
        # 云南: the path with dashes, in 元.
        ("农林水支出-农业农村-渔业发展8,200.50元，主要用于鱼苗。", [(FISHERY, 2024, "executed", "8,200.50")]),
        ("农林水支出——农业农村——渔业发展8.20万元。", [(FISHERY, 2024, "executed", "8.20")]),
        ("农林水支出/农业农村/渔业发展8.20万元。", [(FISHERY, 2024, "executed", "8.20")]),
        ("“三公”经费支出决算为0，完成预算的0%。", [("public:total", 2024, "executed", "0")]),
        ("涉及采购项目8个，采购预算总额22.50万元。", [("public:procurement", 2024, "approved", "22.50")]),
    ],
)
def test_what_a_sentence_tells(sentence, expected):
    assert lines_told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "该项目批复的年初预算数为18.00万元，其中当年财政拨款15.00万元，上年结转3.00万元。",
        "项目全年预算数为18.00万元，其中当年财政拨款15.00万元、上年结转资金3.00万元。项目实际支出17.00万元。",
        "2024年委托业务费财政拨款预算为9.00万元，比上年减少1.00万元。",
        "全面实施绩效目标管理，涉及预算项目3个，预算资金60.00万元，其中财政拨款60.00万元。",
    ],
)
def test_money_of_a_project_is_not_that_of_the_body(sentence):
    assert [item for item, *_ in told(sentence) if not item.startswith("line:")] == []


def test_what_projects_in_a_list_carried_over():
    found = told("（五）项目支出60.00万元，具体包括：", "1.鱼苗40.00万元，上年结转2.00万元，用于补苗。", stage="budget")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("use:project", "total", "60.00"),
        ("project:鱼苗", "total", "40.00"),
        ("project:鱼苗", "carryover_in", "2.00"),
    ]


def test_income_and_expenditure_side_by_side():
    found = told("2024年单位财务总收入90.00万元，支出总预算90.00万元。", stage="budget")
    assert [(item, raw) for item, _, _, _, raw in found] == [("source:total", "90.00"), ("use:total", "90.00")]


def test_a_fund_of_nothing_needs_no_unit():
    found = told("政府性基金拨款支出预算为0；国有资本经营预算拨款支出预算为0。", stage="budget")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("use:year_total", "government_fund", "0"),
        ("use:year_total", "state_capital", "0"),
    ]


def test_an_adjusted_figure_is_no_outturn():
    """新疆: "预算数…，调整数…，决算数…"."""
    assert [phase for _, _, phase, _ in lines_told(f"{PATH}预算数8.00万元，调整数9.00万元，决算数9.00万元。")] == [
        "approved",
        "adjusted",
        "executed",
    ]


def test_the_shortest_names_of_totals():
    found = told("2024年度，本单位收入为90.00万元。", "一般公共预算财政拨款支出总计80.00万元。")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("source:total", "total", "90.00"),
        ("use:year_total", "general_public", "80.00"),
    ]


def test_money_for_purchases_by_fund_is_not_the_fund():
    assert told("按政府采购资金类型划分，一般公共预算拨款1.70万元，上年结转结余资金安排0万元。", stage="budget") == []
