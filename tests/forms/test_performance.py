"""Performance forms: lists and sheets, pages without a header, levels of indicators."""

from __future__ import annotations

from difftool.forms.form import FormReading
from tests.forms.performance_sheets import SHEET, amounts, read, ruled, typed


def test_a_sheet_gives_its_funds_to_its_project_and_targets_are_no_amounts():
    reading = read("project_performance", ruled(*SHEET))
    assert amounts(reading) == [
        ("project:苗圃改造", "total", "310000"),
        ("project:苗圃改造", "fiscal", "0"),
        ("project:苗圃改造", "other", "310000"),
    ]
    assert [(i.project, i.level1, i.level2, i.level3, i.target) for i in reading.indicators] == [
        ("苗圃改造", "成本指标", "经济成本", "项目总成本", "≤31万元"),
        ("苗圃改造", "产出指标", "数量指标", "苗圃数量", "≥2个"),
    ]


def test_the_next_sheet_of_a_form_ends_the_indicators_of_the_one_before():
    """Six sheets under one title (烟台 2026): labels and funds of the second once became indicators of the first."""
    second = [row.replace("苗圃改造", "防火宣传").replace("31.00", "4.50") for row in SHEET]
    reading = read("project_performance", ruled(*SHEET), ruled(*second, page=2))
    assert [i.project for i in reading.indicators] == ["苗圃改造"] * 2 + ["防火宣传"] * 2
    assert ("project:防火宣传", "total", "45000") in amounts(reading)


def test_a_sheet_says_its_own_unit():
    """西安 2026: sheets in 万元 in a document whose other forms are in 元."""
    assert ("project:苗圃改造", "total", "310000") in amounts(read("project_performance", ruled(*SHEET), unit="元"))


def test_the_budget_year_is_the_total_where_the_whole_term_is_printed_beside_it():
    """西安's 专项资金总体绩效目标表: 实施期资金总额 and 年度资金总额 in one row."""
    grid = ruled(
        "项目名称 | > | 苗圃改造 | > | >",
        "资金金额（万元） | 实施期资金总额： | 90 | 年度资金总额： | 30",
        "^ | 其中：财政拨款 | 90 | 其中：财政拨款 | 30",
    )
    assert amounts(read("project_performance", grid)) == [
        ("project:苗圃改造", "term.total", "900000"),
        ("project:苗圃改造", "total", "300000"),
        ("project:苗圃改造", "term.fiscal", "900000"),
        ("project:苗圃改造", "fiscal", "300000"),
    ]


LIST = (
    "项目名称 | 项目总额 | 其中： | > | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标/n性质 | 指标值 | 度量单位",
    "^ | ^ | 财政资金 | 其他资金 | ^ | ^ | ^ | ^ | ^ | ^ | ^",
)


def test_a_list_goes_on_over_a_page_that_prints_no_header_and_no_name():
    first = ruled(
        *LIST,
        "11000022T000000430001-防火/n宣传 | 9.700000 | 9.700000 | | 印发手册 | 产出指标 | 数量指标 | 手册 | ≥ | 100 | 册",
    )
    second = ruled(" | | | | | 效益指标 | 社会效益指标 | 知晓率 | ≥ | 90 | %", page=2)
    reading = read("project_performance", first, second)
    assert amounts(reading) == [("project:防火宣传", "total", "97000"), ("project:防火宣传", "fiscal", "97000")]
    assert [(i.project, i.level1, i.target) for i in reading.indicators] == [
        ("防火宣传", "产出指标", "≥100册"),
        ("防火宣传", "效益指标", "≥90%"),
    ]


def test_one_project_of_several_units_stands_under_the_unit_beside_it():
    """杭州's and 湖州's 项目支出绩效表: the unit in a column of its own, or over all the rows of its projects."""
    head = "单位名称 | 项目名称 | 金额 | 绩效目标"
    rows = (
        "甲县司法局 | 日常保障运行 | 7.00 | 保障运转",
        "甲县监狱 | 日常保障运行 | 5.00 | 保障监管",
        "{} | 狱政设施建设 | 4.00 | 维修设施",
    )
    each, over, blank = (
        amounts(read("project_performance", ruled(head, *(row.format(unit) for row in rows))))
        for unit in ("甲县监狱", "^", "")
    )
    assert each == over == blank
    assert each == [
        ("unit:甲县司法局/project:日常保障运行", "total", "70000"),
        ("unit:甲县监狱/project:日常保障运行", "total", "50000"),
        ("unit:甲县监狱/project:狱政设施建设", "total", "40000"),
    ]
    alone = amounts(read("project_performance", ruled(head, rows[0], rows[2].format("甲县监狱"))))
    assert [item for item, _, _ in alone] == ["project:日常保障运行", "project:狱政设施建设"]


def test_units_projects_and_the_total_of_one_list_are_told_apart():
    grid = typed(
        "单位编码|单位（项目）名称|资金总额|绩效目标|绩效指标|||",
        "||||一级指标|二级指标|三级指标|指标值",
        "合计||340.42",
        "430001|云州市苗圃|340.42||||",
        "430001|防火宣传|79.73|印发手册|产出指标|数量指标|手册|100册",
    )
    assert amounts(read("project_performance", grid)) == [
        ("total", "total", "3404200"),
        ("unit:云州市苗圃", "total", "3404200"),
        ("project:防火宣传", "total", "797300"),
    ]


def test_the_whole_body_by_fund_and_use():
    grid = ruled(
        "部门名称 | > | 云州市林业局 | > | > | > | > | >",
        "总体资金情况（万元） | > | 预算支出总额 | 财政拨款 | > | > | 其他资金 | >",
        "^ | > | ^ | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出",
        "^ | > | 1,100.50 | 1,000.50 | 600.50 | 400 | 100 | 100",
        "整体绩效目标 | 活动 | > | 绩效指标 | > | 指标性质 | 指标值 | 度量单位",
        "^ | 护林 | > | 产出指标数量指标巡山次数 | > | ≥ | 9 | 次",
    )
    reading = read("overall_performance", grid)
    assert [(measure, amount) for _, measure, amount in amounts(reading)] == [
        ("total", "11005000"),
        ("fiscal", "10005000"),
        ("basic", "6005000"),
        ("project", "4000000"),
        ("other", "1000000"),
        ("other.basic", "1000000"),
    ]
    assert {item for item, _, _ in amounts(reading)} == {"unit:云州市林业局"}
    (indicator,) = reading.indicators
    assert (indicator.level1, indicator.level2, indicator.level3, indicator.target) == (
        "产出指标",
        "数量指标",
        "巡山次数",
        "≥9次",
    )


def said(reading: FormReading) -> list[tuple[str, str, str, str]]:
    return [(one.level1, one.level2, one.level3, one.target) for one in reading.indicators]


def test_a_heading_of_the_province_s_own_among_many_does_not_hide_the_list():
    """四川 ends its list of targets with 指标方向性; others have a column that no other province prints."""
    reading = read(
        "project_performance",
        ruled(
            "单位名称 | 项目名称 | 预算金额（万元） | 年度目标 | 一级指标 | 二级指标 | 三级指标 | 绩效指标性质 | 绩效指标值 | 绩效度量单位 | 权重 | 指标方向性 | 归口科室",
            "云州市林业局 | 苗圃改造 | 31.00 | 改造苗圃20亩 | 产出指标 | 数量指标 | 改造面积 | ≥ | 20 | 亩 | 50 | 正向指标 | 甲科",
            "^ | ^ | ^ | ^ | 效益指标 | 社会效益指标 | 用苗便利 | 定性 | 良 | | 30 | | 甲科",
        ),
    )
    assert amounts(reading) == [("project:苗圃改造", "total", "310000")]
    assert said(reading) == [
        ("产出指标", "数量指标", "改造面积", "≥20亩"),
        ("效益指标", "社会效益指标", "用苗便利", "良"),
    ]


def test_levels_that_stand_each_in_a_row_of_their_own():
    """云南 steps down from the project over the levels to the indicator, a row for each."""
    reading = read(
        "project_performance",
        ruled(
            "单位名称、项目名称 | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 指标属性 | 指标内容",
            "云州市林业局 | | | | | | | | |",
            "苗圃改造 | 改造苗圃20亩 | | | | | | | |",
            " | | 产出指标 | | | | | | |",
            " | | | 数量指标 | | | | | |",
            " | | | | 改造面积 | >= | 20 | 亩 | 定量指标 | 反映面积",
            " | | 满意度指标 | | | | | | |",
            " | | | 服务对象满意度指标 | | | | | |",
            " | | | | 群众满意度 | >= | 95 | % | 定性指标 | 反映满意",
        ),
    )
    assert said(reading) == [
        ("产出指标", "数量指标", "改造面积", ">=20亩"),
        ("满意度指标", "服务对象满意度指标", "群众满意度", ">=95%"),
    ]
    assert {one.project for one in reading.indicators} == {"苗圃改造"}
    assert not reading.facts


def test_indicators_of_several_levels_side_by_side_in_one_row():
    """河南 sets 三级指标 and 指标值 under each first level, behind the money of the project."""
    reading = read(
        "project_performance",
        ruled(
            "单位编码（项目编码） | 项目单位（项目名称） | 项目金额（万元） | > | > | 产出指标 | > | 满意度指标 | >",
            "^ | ^ | 资金总额 | 政府预算资金 | 单位资金 | 三级指标 | 指标值 | 三级指标 | 指标值",
            "116 | 云州市林业局 | 31.00 | 30.00 | 1.00 | | | | ",
            "410100 | 苗圃改造 | 31.00 | 30.00 | 1.00 | 改造面积 | ≥20亩 | 满意度 | ≥95%",
        ),
    )
    assert amounts(reading) == [
        ("unit:云州市林业局", "total", "310000"),
        ("unit:云州市林业局", "fiscal", "300000"),
        ("unit:云州市林业局", "unit_funds", "10000"),
        ("project:苗圃改造", "total", "310000"),
        ("project:苗圃改造", "fiscal", "300000"),
        ("project:苗圃改造", "unit_funds", "10000"),
    ]
    assert said(reading) == [("产出指标", "", "改造面积", "≥20亩"), ("满意度指标", "", "满意度", "≥95%")]
