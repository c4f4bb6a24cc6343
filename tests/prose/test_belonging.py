"""Amounts that are of the line in hand, or of something else that bears the name of a line."""

from tests.prose.bodies import lines_told, told


def test_several_expenses_together_are_none_of_them():
    """西安 2019: "“三公”经费及会议费、培训费预算支出共263.72万元"."""
    assert lines_told("“三公”经费及会议费、培训费预算支出共20.00万元。", stage="budget") == []


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


def test_economic_lines_of_the_same_name_are_not_told():
    found = lines_told(
        "（一）人员经费30.00万元，其中：基本工资20.00万元、住房公积金10.00万元。",
        "（二）公用经费9.00万元，其中：办公费8.00万元、培训费1.00万元。",
    )
    assert found == []


def test_the_running_costs_stay_what_they_are_before_the_list_of_what_they_buy():
    """广东: 机关运行经费 is no economic line, though economic lines follow."""
    found = told(
        "本部门机关运行经费安排50.00万元，其中：办公费9.00万元，印刷费2.00万元，会议费1.00万元等。", stage="budget"
    )
    assert [(item, raw) for item, *_, raw in found if item.startswith("public:")] == [
        ("public:agency_operation", "50.00")
    ]


def test_parts_of_a_line_are_its_columns():
    found = told("住房公积金（项）12.00万元，其中：基本支出11.00万元，项目支出1.00万元。", stage="budget")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("func:2210201", "total", "12.00"),
        ("func:2210201", "basic", "11.00"),
        ("func:2210201", "project", "1.00"),
    ]


def test_what_a_line_without_its_level_is_used_for_are_its_columns():
    """上海 2026: personnel of the line was told as that of the whole body."""
    line = "2.“农林水支出”科目83万元，主要用于{}人员经费18万元、公用经费58万元、项目支出7万元{}。"
    parts = [("total", "83"), ("personnel", "18"), ("public", "58"), ("project", "7")]
    expected = [("func:213", measure, raw) for measure, raw in parts]
    for twice in ("", "主要用于"):
        found = told(line.format(twice, ""), stage="budget")
        assert [(item, measure, raw) for item, measure, _, _, raw in found] == expected
    behind = told(line.format("", "；基本支出76万元"), stage="budget")
    assert behind[-1][:2] == ("use:basic", "total")
    carried = told(line.format("", "，年末结转和结余1万元"), stage="budget")
    assert [item for item, *_ in carried] == [item for item, *_ in expected] + ["use:carryover_out"]


def test_the_carry_over_of_a_line_is_not_that_of_the_body():
    found = told("住房公积金（项）：年初预算11.00万元，年初结转和结余1.00万元，支出决算为12.00万元。")
    assert [(item, phase, raw) for item, _, _, phase, raw in found] == [
        ("func:2210201", "approved", "11.00"),
        ("func:2210201", "executed", "12.00"),
    ]


def test_parts_of_a_line_behind_a_semicolon_are_its_own():
    """内蒙古: "行政运行（2130201）支出…，较上年增加…；其中人员经费…"."""
    found = told("渔业发展（2130148）支出9.00万元，较上年增加1.00万元；其中人员经费8.00万元，公用经费1.00万元。")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("func:2130148", "total", "9.00"),
        ("func:2130148", "personnel", "8.00"),
        ("func:2130148", "public", "1.00"),
    ]


def test_what_last_years_money_pays_of_the_three_public_expenses_is_not_their_sum():
    """广西 2023: the sum is told first, then what the year's money pays of it and what is paid from carry-over."""
    found = lines_told(
        "“三公”经费预算50000元，其中，当年预算资金安排的“三公”经费30000元，上年结转资金安排的“三公”经费20000元。",
        stage="budget",
    )
    assert [amount for item, _, _, amount in found if item == "public:total"] == ["50000"]


def test_the_years_money_alone_is_the_whole():
    found = lines_told("2024年当年财政拨款资金安排的“三公”经费预算50000元。", stage="budget")
    assert [(item, amount) for item, _, _, amount in found] == [("public:total", "50000")]
