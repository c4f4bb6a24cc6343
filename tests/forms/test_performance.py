"""Performance forms: lists and sheets, slid columns, pages without a header, the annexes of final accounts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.forms.form import Form, FormReading
from difftool.forms.performance import read_performance
from difftool.model.document import Cell, Grid
from difftool.model.place import LinePlace, PagePlace
from tests.forms.documents import amounts as amounts_of
from tests.forms.documents import forms_of


def ruled(*rows: str, page: int = 1, widths: tuple[int, ...] = ()) -> Grid:
    """A PDF's grid from rows of texts between bars; ">" goes on with the cell to the left, "^" with the one above."""
    texts = [[text.strip() for text in row.split("|")] for row in rows]
    columns = len(texts[0])
    edges = [sum(widths[:at]) for at in range(columns + 1)] if widths else [100 * at for at in range(columns + 1)]
    cells = []
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            if text in (">", "^"):
                continue
            wide = next((n for n in range(1, columns - column) if line[column + n] != ">"), columns - column)
            high = next((n for n in range(1, len(texts) - row) if texts[row + n][column] != "^"), len(texts) - row)
            box = (float(edges[column]), 10.0 * row, float(edges[column + wide]), 10.0 * (row + high))
            cells.append(Cell(text.replace("/n", "\n"), row, column, PagePlace(page, box), high, wide))
    return Grid(len(texts), columns, tuple(cells), PagePlace(page, (0.0, 0.0, 100.0 * columns, 10.0 * len(texts))))


def typed(*rows: str) -> Grid:
    """A grid out of a text file: nothing merged, short rows end early."""
    texts = [row.split("|") for row in rows]
    cells = tuple(
        Cell(text.strip(), row, column, LinePlace(row + 1))
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    )
    return Grid(len(texts), max(len(line) for line in texts), cells, LinePlace(1))


def read(statement: str, *parts: Grid, title: str = "", stage: str = "budget", unit: str = "万元") -> FormReading:
    return read_performance(Form(statement, title, "云州市林业局", unit, 2026, stage, parts))


def amounts(reading: FormReading) -> list[tuple[str, str, str]]:
    return [(fact.item, fact.measure, str(fact.amount)) for fact in reading.facts]


SHEET = (
    "项目名称 | > | > | 苗圃改造 | > | >",
    "主管部门 | > | > | 云州市林业局 | 实施单位 | 云州市苗圃",
    "项目资金/n（万元） | > | > | 年度预算资金总额： | 31.00 | >",
    "^ | ^ | ^ | 其中：财政拨款 | 0.00 | >",
    "^ | ^ | ^ | 其他资金 | 31.00 | >",
    "总体目标 | 改造两处苗圃 | > | > | > | >",
    " | 一级指标 | 二级指标 | 三级指标 | 指标值 | >",
    "绩效指标 | 成本指标 | 经济成本 | 项目总成本 | ≤31万元 | >",
    "绩效指标 | 产出指标 | 数量指标 | 苗圃数量 | ≥2个 | >",
)


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


def test_a_sheet_without_a_name_has_it_in_its_title():
    """泉州 2026 prints the project in the title only, with code and unit before it."""
    title = "301007_云州市苗圃_苗圃改造项目绩效目标表"
    assert amounts(read("project_performance", ruled(*SHEET[2:]), title=title))[0] == (
        "project:苗圃改造",
        "total",
        "310000",
    )


@pytest.mark.parametrize("title", ["2026年部门预算专项业务经费绩效目标表", "政策和项目预算绩效目标表"])
def test_a_form_without_any_name_is_told_as_a_problem(title: str):
    reading = read("project_performance", ruled(*SHEET[2:]), title=title)
    assert reading.facts == ()
    assert {problem.code for problem in reading.problems} == {"amount-without-project"}


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


def test_a_page_ruled_with_fewer_columns_is_read_by_place():
    """西安 2022: the second page has no column for the padding of the first; cells keep their place across."""
    first = ruled(
        "项目名称 | > | > | 防火宣传 | >",
        "指标 | 一级指标 | 二级指标 | 指标内容 | 指标值",
        "指标 | 产出指标 | 数量指标 | 手册 | 100册",
        widths=(50, 50, 100, 200, 100),
    )
    second = ruled("产出指标 | 质量指标 | 错字率 | ≤1%", page=2, widths=(100, 100, 200, 100))
    found = read("project_performance", first, second).indicators
    assert [(i.level1, i.level2, i.level3, i.target) for i in found] == [
        ("产出指标", "数量指标", "手册", "100册"),
        ("产出指标", "质量指标", "错字率", "≤1%"),
    ]


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


SLIDING = (
    "单位名称|资金总额|一般公共预算|整体绩效目标|一级指标|二级指标|三级指标|指标值类型|指标值|计量单位|备注",
    "云州市林业局|598.49|598.49|护林|产出指标|数量指标|巡山|≥|6次|次|4",
)


@given(st.integers(min_value=0, max_value=1))
def test_indicators_that_slid_to_the_left_stand_under_their_own_headings(missing: int):
    """长沙 2023: a lost blank cell moves the rest of a row one column to the left."""
    row = "|" * (6 - missing) + "质量验收|定性|合格|合格|按方案|5"
    found = read("overall_performance", typed(*SLIDING, row)).indicators
    assert (found[1].level1, found[1].level2, found[1].level3, found[1].target) == (
        "产出指标",
        "数量指标",
        "质量验收",
        "合格",
    )


def test_an_upper_level_that_was_not_printed_follows_from_the_lower_one():
    """长沙 2023, last page: 效益指标 is missing above 社会效益指标, and must not go on as 产出指标."""
    found = read("overall_performance", typed(*SLIDING, "|||||社会效益指标|知晓|定性|提高|提高|5")).indicators
    assert (found[1].level1, found[1].level2) == ("效益指标", "社会效益指标")


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


DATA = (
    "财政供养人员情况（人）|编制数||2025年实际在职人数||控制率",
    "|18||16||88.89%",
    "经费控制情况（万元）|2025年决算数||2026年预算数||2026年决算数",
    "三公经费|13. 35||24||13. 92",
    "项目支出：|9. 8||243. 05||163. 78",
    "2、运行维护经费|/||208. 2||128. 93",
    "公用经费|216.71||64.83||56.38",
    "其中：办公经费|18.52||/||/",
)


def test_the_data_of_an_evaluation_by_year_and_phase():
    reading = read("performance_data", typed(*DATA), stage="final")
    found = {(f.item, f.measure, f.year, f.phase): f.raw for f in reading.facts}
    assert len(found) == 12
    assert found["public:total", "total", 2025, "executed"] == "13. 35"
    assert found["public:total", "total", 2026, "adjusted"] == "24"
    assert found["project:运行维护经费", "total", 2026, "executed"] == "128. 93"
    assert found["use:basic", "public", 2026, "adjusted"] == "64.83"
    assert found["line:办公经费", "total", 2025, "executed"] == "18.52"


def review(fund: str) -> FormReading:
    grid = typed(
        "年度预算申请（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "|年度资金总额|580.13|610.39|519.63|10|85.13%|8.5",
        "|按收入性质分：|||按支出性质分：",
        f"|其中：一般公共预算：{fund}|||其中：基本支出：355.85",
        "||||项目支出：163.78",
    )
    return read("performance_review", grid, stage="final")


@pytest.mark.parametrize(("fund", "phase"), [("519.63", "executed"), ("610.39", "adjusted"), ("580.13", "approved")])
def test_the_parts_of_a_review_are_of_the_phase_that_they_add_up_to(fund: str, phase: str):
    reading = review(fund)
    facts = {(f.measure, f.phase): f.amount for f in reading.facts}
    assert facts["general_public", phase] == Decimal(fund) * 10000
    assert facts["basic", "executed"] == 3558500
    assert facts["project", "executed"] == 1637800
    assert reading.problems == ()


def test_parts_that_add_up_to_no_total_are_told_as_a_problem():
    assert [problem.code for problem in review("500.00").problems] == ["phase-not-sure"]


def test_a_review_of_one_project_prints_its_funds_by_phase():
    # Ministries publish them with their final accounts; marks beside the amounts are no money.
    reading = forms_of(
        "2024年度部门决算\n支出决算表\n单位：万元\n\n科目编码\t科目名称\t本年支出合计\n201\t一般公共服务支出\t9.00\n\n"
        "档案修复项目绩效自评表\n（2024年度）\n\n项目名称\t档案修复\t\t\t\t\t\n"
        "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
        "\t年度资金总额\t5.00\t4.00\t3.00\t10\t75.00%\t7.5\n\t其中：财政拨款\t5.00\t4.00\t3.00\t—\t\t—\n"
    )
    assert amounts_of(reading, "other") == {
        ("project:档案修复", measure, 2024, phase): amount
        for measure in ("total", "fiscal")
        for phase, amount in (("approved", "50000"), ("adjusted", "40000"), ("executed", "30000"))
    }


def test_marks_are_no_amounts():
    reading = forms_of(
        "2024年度部门决算\n综合评价得分情况表\n\n一级指标\t分值\t得分\n决策\t20\t17.90\n合计\t100\t85.19\n"
    )
    assert reading.facts == ()
    assert reading.problems == ()


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
