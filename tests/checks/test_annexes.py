"""Performance annexes and reports against the forms, and against themselves."""

from __future__ import annotations

import pytest
from msgspec import structs

from difftool.model.disclosure import Indicator, Reason, StatedMove, Table
from difftool.model.form_problems import SlidColumn, SlidIndicators, WeightsInRemarks
from difftool.model.place import LinePlace, PagePlace, SheetPlace, TablePlace


@pytest.mark.parametrize(("carried", "count"), [("0.00", 1), ("79.27", 0)])
def test_money_left_over_in_the_report_alone(make, fails, carried, count) -> None:
    """株洲 2024: 79.27 of a project is left, while income equals spending in the final account."""
    spent = {"use:year_total": "519.63", "use:carryover_out": carried, "use:total": "519.63"}
    forms = make.column("summary", spent, phase="executed")
    text = ["实际支出128.93万元，结余结转79.27万元。"]
    assert len(fails(make.disclosure(forms, text, stage="final"), "carryover-told")) == count


@pytest.mark.parametrize(
    "place",
    [
        LinePlace,
        lambda row: PagePlace(14, (60.0, 20.0 * row, 120.0, 20.0 * row + 12)),
        lambda row: TablePlace(9, row, 2),
        lambda row: SheetPlace("附件", f"C{row}"),
    ],
    ids=["line", "page", "table", "sheet"],
)
def test_an_annex_that_leaves_blank_what_the_form_prints(make, fails, place) -> None:
    """In workbooks all rows counted as the same one, so that no group had rows below it."""
    before, now = {"year": 2023, "phase": "executed"}, {"phase": "executed"}
    rows = [
        make.fact("performance_data", "project:市级专项资金", "9.8", name="市级专项资金", **before),
        make.fact("performance_data", "project:绿心补偿", "9.8", name="绿心补偿", **before),
        make.fact("performance_data", "project:宣传片", "27.65", name="宣传片", **now),
        make.fact("performance_data", "use:basic", "56.38", "public", name="公用经费", **now),
        make.fact("performance_data", "line:水费、电费", "11.84", name="水费、电费", **before),
        make.fact("general_public_basic", "econ:30205", "0.21", name="水费", **now),
        make.fact("general_public_basic", "econ:30206", "3.90", name="电费", **now),
    ]
    rows = [make.at(fact, place(number)) for number, fact in enumerate(rows, start=1)]
    found = [check.found for check in fails(make.disclosure(rows, stage="final"), "annex-blanks")]
    assert found == ["市级专项资金", "水费、电费"]


@pytest.mark.parametrize(("basic", "count"), [("355.85", 1), ("446.61", 0)])
def test_a_budget_split_by_its_outturn(make, fails, basic, count) -> None:
    wholes = [
        make.fact("performance_review", "total", "610.39", phase="adjusted"),
        make.fact("performance_review", "total", "519.63", phase="executed"),
    ]
    parts = [
        make.fact("performance_review", "total", basic, "basic", phase="executed"),
        make.fact("performance_review", "total", "163.78", "project", phase="executed"),
    ]
    assert len(fails(make.disclosure([*wholes, *parts], stage="final"), "review-split")) == count


@pytest.mark.parametrize(("reason", "count"), [("厉行节约精神", 1), ("部分支出调整至其他科目", 0)])
def test_a_fall_put_down_to_thrift_where_money_was_moved(make, fails, reason, count) -> None:
    move = StatedMove(
        ("func:2010450",), ("func:2010499",), None, "从事业运行项中调整了部分支出", LinePlace(406), "func:2010499"
    )
    disclosure = structs.replace(
        make.disclosure(stage="final"),
        reasons=(Reason("func:2010450", reason, LinePlace(402)),),
        stated_moves=(move,),
    )
    assert len(fails(disclosure, "move-unexplained")) == count


@pytest.mark.parametrize(("word", "count"), [("减少", 1), ("增加", 0)])
def test_the_reason_of_a_rise_needs_no_move(make, fails, word, count) -> None:
    """西安 2022: a line was part of another until last year; that it is new in this year is no saving."""
    reason = "按照相关规定计算"
    disclosure = make.disclosure(text=[f"购房补贴（2210203）78.40万元，较上年{word}78.40万元，原因是{reason}。"])
    move = StatedMove(("func:2210203",), ("func:2210201",), None, "加入购房补贴预算", LinePlace(406), "func:2210201")
    disclosure = structs.replace(
        disclosure,
        reasons=(Reason("func:2210203", reason, disclosure.passages[0].where),),
        stated_moves=(move,),
    )
    assert len(fails(disclosure, "move-unexplained")) == count


@pytest.mark.parametrize(("budget", "count"), [("208.20", 1), ("130.00", 0)])
def test_execution_called_good(make, fails, budget, count) -> None:
    rows = [
        make.fact("performance_data", "project:工作经费", budget, phase="adjusted"),
        make.fact("performance_data", "project:工作经费", "128.93", phase="executed"),
    ]
    text = ["项目支出128.93万元，用于配合单位开展工作，自评得分98.5分，预算执行情况优。"]
    assert len(fails(make.disclosure(rows, text, stage="final"), "execution-praised")) == count


@pytest.mark.parametrize(("title", "count"), [("部门整体支出绩效自评表", 1), ("2024年度项目支出绩效自评表", 0)])
def test_an_evaluation_form_that_is_not_there(make, fails, title, count) -> None:
    table = Table("performance_review", title, LinePlace(1), 5, empty=False)
    text = ["项目实施及绩效情况详见2024年度项目支出绩效自评表。"]
    assert len(fails(make.disclosure(text=text, tables=[table]), "missing-annex")) == count


@pytest.mark.parametrize(
    ("said", "count"),
    [("原审计署烟台基地退休人员经费", 1), ("原审计署烟台基地退休人员补助经费", 0), ("审计业务工作培训经费", 0)],
)
def test_a_project_under_two_names(make, fails, said, count) -> None:
    forms = [make.fact("other", "project:原审计署烟台基地退休人员补助经费", "31.00")]
    text = [f"优化审计业务经费、{said}等项目2026年预算安排。"]
    assert len(fails(make.disclosure(forms, text), "project-names")) == count


def test_a_project_known_by_its_money(make, fails) -> None:
    forms = [make.fact("performance_data", "project:长株潭一体化宣传片制作经费", "27.65")]
    text = ["年中追加项目“长株潭一体化发展第六届市委书记联席会宣传片制作经费”，金额27.65万元。"]
    assert len(fails(make.disclosure(forms, text), "project-names")) == 1


@pytest.mark.parametrize(("target", "count"), [("2次", 1), ("≥2次", 0), ("3次", 0)])
def test_a_target_bounded_here_and_bare_there(make, fails, target, count) -> None:
    rows = [
        Indicator("甲", "产出指标", "数量指标", "政策研究及建议", text, LinePlace(number))
        for number, text in enumerate(("≥2次", target))
    ]
    assert len(fails(make.disclosure(indicators=rows), "indicator-type")) == count


def test_a_cost_target_without_its_unit(make, fails) -> None:
    row = Indicator("甲", "成本指标", "经济成本指标", "预算范围内", "≤200.35万", LinePlace(1))
    assert "200.35万" in fails(make.disclosure(indicators=[row]), "garbled")[0].message


def test_an_amount_under_the_heading_of_another_column(make, fails) -> None:
    slid = SlidColumn.at(LinePlace(398), line="某中心", raw="598.49", under="project", meant="basic")
    disclosure = structs.replace(make.disclosure(), problems=(slid,))
    (check,) = fails(disclosure, "slid-columns")
    assert (check.expected, check.cells) == ("基本支出", (LinePlace(398),))
    assert "598.49 列在“项目支出”栏下" in check.message
    assert "598.49 under project, the other forms print it as basic" in check.message_en


@pytest.mark.parametrize(
    ("problem", "named"),
    [
        (
            SlidIndicators.at(LinePlace(418), rows=9, far="1 column left", columns=1, way_zh="左"),
            "9 行指标比表头偏左 1 栏",
        ),
        (WeightsInRemarks.at(LinePlace(418)), "分值列在“备注”栏"),
    ],
)
def test_what_the_reading_put_right_is_told(make, fails, problem, named) -> None:
    disclosure = structs.replace(make.disclosure(), problems=(problem,))
    assert named in fails(disclosure, "slid-columns")[0].message


@pytest.mark.parametrize(("said", "count"), [("99", 1), ("4.5", 0)])
def test_a_cost_beyond_all_projects(make, fails, said, count) -> None:
    """烟台: 委托业务费 of 99 from an appropriation that has 4.50 for projects and no such line in its basic part."""
    forms = [
        make.fact("general_public_basic", "econ:30201", "20.00", name="办公费"),
        make.fact("general_public", "total", "4.50", "project"),
    ]
    text = [f"2024年本单位委托业务费财政拨款预算为{said}万元，比上年减少12万元。"]
    assert len(fails(make.disclosure(forms, text), "cost-within-projects")) == count


@pytest.mark.parametrize(("base", "count"), [("预算", 1), ("预算执行数", 0)])
def test_income_and_spending_against_two_bases(make, fails, base, count) -> None:
    text = [
        "2025年收入预算371.47万元，其中：财政拨款收入371.47万元，比2024年预算执行数增加24.18万元。",
        f"支出预算371.47万元，其中：财政拨款支出预算371.47万元，比2024年{base}增加24.71万元。",
    ]
    assert len(fails(make.disclosure(text=text), "two-bases")) == count


@pytest.mark.parametrize(("form", "count"), [("1.00", 1), ("2.00", 0)])
def test_meetings_told_beside_training_that_the_basic_form_bears_out(make, fails, form, count) -> None:
    """长沙 2023: 会议费 2, 培训费 1 in the text; 1.00 and 1.00 in the basic form, and no other form of them."""
    facts = [
        make.fact("general_public_basic", "econ:30215", form, name="会议费"),
        make.fact("general_public_basic", "econ:30216", "1.00", name="培训费"),
        make.fact("narrative", "public:meeting", "2", name="会议费"),
        make.fact("narrative", "public:training", "1", name="培训费"),
    ]
    assert len(fails(make.disclosure(facts), "meetings-told")) == count
    own = make.fact("three_public", "public:meeting", "2.00", name="会议费")
    assert fails(make.disclosure([*facts, own]), "meetings-told") == []


CONTENTS = ["目录", "第一部分部门概况", "第二部分部门决算表", "第三部分名词解释"]


@pytest.mark.parametrize(
    ("headed", "named"),
    [
        (["第一部分部门概况", "第二部分部门决算表", "第三部分名词解释"], []),
        (["第一部分部门概况", "第三部分名词解释"], ["第二部分部门决算表"]),
        (["第一部分部门概况", "第二部分部门决算表", "第三部分名词解释", "第四部分附件"], ["第四部分附件"]),
        (["第一部分部门基本概况", "第二部分部门决算表", "第三部分名词解释"], ["部门基本概况"]),
    ],
)
def test_the_parts_of_the_contents(make, fails, headed, named) -> None:
    checks = fails(make.disclosure(text=[*CONTENTS, *headed]), "contents-parts")
    assert [name for check in checks for name in named if name in check.message] == named
    assert bool(checks) == bool(named)
