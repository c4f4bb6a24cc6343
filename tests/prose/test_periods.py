"""The phase and the year that an amount is told of."""

import pytest

from difftool.prose.periods import phase_said
from tests.prose.bodies import lines_told, read, text_document, told

PATH = "农林水支出（类）农业农村（款）渔业发展（项）"


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


@pytest.mark.parametrize(
    "earlier",
    [
        "，上年支出合计10.00万元，增加2.30万元",
        "，与2023年度10.00万元相比，支出合计增加2.30万元",
        "，比2023年度支出合计10.00万元增加2.30万元",
        "，较2023年的10.00万元增加2.30万元",
    ],
)
def test_the_whole_of_the_year_before_is_told_of_that_year(earlier):
    """湖北 and others: the amount of the year before stands in a clause of its own or before the change."""
    assert told(f"2024年度支出合计12.30万元{earlier}。") == [
        ("use:year_total", "total", 2024, "executed", "12.30"),
        ("use:year_total", "total", 2023, "executed", "10.00"),
    ]


def test_what_was_left_of_last_year_is_money_of_this_year():
    *_, left = told("2024年度收入总计12.30万元，其中：上年结转和结余2.30万元。")
    assert left == ("source:carryover_in", "total", 2024, "executed", "2.30")


@pytest.mark.parametrize("compared", ["较年初预算减少28%", "比2024年预算减少2%，", "与上年决算持平，", "低于预算，"])
def test_what_a_whole_is_compared_with_is_not_the_phase_of_its_parts(compared):
    assert phase_said(f"{compared}其中：公务用车购置费") is None


def test_the_part_behind_a_comparison_without_a_stop_is_told():
    """四川: "…较年初预算减少28%其中：…"."""
    found = lines_told("公务用车购置及运行费决算支出7.00万元，较年初预算减少28%其中：公务用车购置费3.00万元。")
    assert found == [
        ("public:vehicle", 2024, "executed", "7.00"),
        ("public:vehicle_purchase", 2024, "executed", "3.00"),
    ]


def test_经比较_opens_no_yardstick():
    """重庆: "经比较2024年度镇本级“三公”经费…"."""
    assert lines_told("经比较2024年度镇本级“三公”经费41.00万元，较上年减少19.00万元。") == [
        ("public:total", 2024, "executed", "41.00")
    ]


def test_what_was_spent_last_year_is_of_last_year():
    """宁夏: "比上年累计支出…减少"."""
    assert lines_told("“三公”经费支出431.00万元，比上年累计支出433.00万元减少2.00万元。") == [
        ("public:total", 2024, "executed", "431.00"),
        ("public:total", 2023, "executed", "433.00"),
    ]


def test_last_year_s_amount_right_before_the_change_is_of_last_year():
    assert lines_told("公务接待费全年支出2.00万元，比上年2.50万元减少0.50万元。") == [
        ("public:reception", 2024, "executed", "2.00"),
        ("public:reception", 2023, "executed", "2.50"),
    ]
    assert lines_told("公务接待费全年支出2.00万元，比上年2.50万元，减少0.50万元。") == [
        ("public:reception", 2024, "executed", "2.00")
    ]


def test_年初_right_behind_a_year_is_a_word_of_form():
    line = "农林水支出（类）农业农村（款）渔业发展（项）2024年初预算100.00万元，决算支出98.50万元。"
    assert lines_told(line) == [
        ("func:2130148", 2024, "approved", "100.00"),
        ("func:2130148", 2024, "executed", "98.50"),
    ]


def test_a_comparison_ends_with_its_outcome():
    """云南 forgets the stop: "与上年持平公务接待费预算数为…"."""
    found = lines_told(
        "因公出国（境）费预算数为0万元，与上年持平公务接待费预算数为3.10万元，决算支出数为2.40万元，较2023年决算数2.00万元"
        "增加0.40万元，增长20%公务用车购置及运行维护费预算数为5.00万元。"
    )
    assert found == [
        ("public:abroad", 2024, "approved", "0"),
        ("public:reception", 2024, "approved", "3.10"),
        ("public:reception", 2024, "executed", "2.40"),
        ("public:reception", 2023, "executed", "2.00"),
        ("public:vehicle", 2024, "approved", "5.00"),
    ]


@pytest.mark.parametrize(
    ("printed", "last_year"),
    [
        ("较2023年度决算数20.00万元，增长25%", []),  # 广西: 增加 is forgotten, 100.00 is 25% more than 80.00
        ("较2023年度决算数25.00万元，下降20%", []),
        ("较2023年度决算数80.00万元，增长25%", ["80.00"]),
        ("较2023年度决算数30.00万元，增长25%", ["30.00"]),  # fits neither way: as printed
    ],
)
def test_a_change_whose_word_is_forgotten_is_none_of_last_year_s_amounts(printed, last_year):
    found = lines_told(f"机关运行经费支出100.00万元，{printed}。")
    assert [raw for _, year, _, raw in found if year == 2023] == last_year


def test_shares_stand_between_a_line_and_its_budget():
    line = (
        "渔业发展（项）支出1.00万元，占83.68%，年初预算0.90万元；培训费决算3.00万元，完成预算的60%，预算数为5.00万元。"
    )
    assert lines_told(line) == [
        ("func:2130148", 2024, "executed", "1.00"),
        ("func:2130148", 2024, "approved", "0.90"),
        ("public:training", 2024, "executed", "3.00"),
        ("public:training", 2024, "approved", "5.00"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("由上年的5.00万元减少到4.00万元", [(2023, "5.00"), (2024, "4.00")]),
        ("由2023年5.00万元增加至6.00万元", [(2023, "5.00"), (2024, "6.00")]),
        ("较上年增至6.00万元", [(2024, "6.00")]),
        ("4.00万元，较上年（5.00万元）减少1.00万元", [(2024, "4.00"), (2023, "5.00")]),
        ("4.00万元，比上年预算（注：上年5.00万元，公开时删除）减少1.00万元", [(2024, "4.00"), (2023, "5.00")]),
        ("4.00万元，小于上年预算数1.00万元", [(2024, "4.00")]),
        ("4.00万元，比上年增加（减少）0万元", [(2024, "4.00")]),
    ],
)
def test_what_an_amount_was_before_is_told_of_its_own_year(sentence, expected):
    found = lines_told(f"公务接待费{sentence}。", stage="budget")
    assert [(year, raw) for _, year, _, raw in found] == expected


def test_a_yardstick_of_no_line_in_hand_is_told_as_such():
    reading = read(text_document("基建预算6.00万元，比2023年市级财政安排基建预算5.00万元。"), "budget")
    assert sorted(raw for _, raw in reading.untold) == ["5.00", "6.00"]
