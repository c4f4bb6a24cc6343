"""Lists of lines in sentences and in forms: levels, order, lines left out, projects and their money."""

from __future__ import annotations

import pytest

from difftool.model.place import SheetPlace


@pytest.mark.parametrize(
    ("second", "count"), [("2080505-机关事业单位基本养老保险缴费支出", 0), ("208-社会保障和就业支出", 1)]
)
def test_a_list_announced_by_the_lowest_level(make, fails, second, count) -> None:
    text = [
        "2026年度一般公共预算拨款支出600万元。其中（按项级科目分类统计）：",
        "（一）2040250-事业运行481.91万元。主要用于人员工资。",
        f"（二）{second}341.49万元。主要用于缴费。",
    ]
    assert len(fails(make.disclosure(text=text), "list-level")) == count


def test_lines_in_another_order_in_the_next_form(make, fails) -> None:
    one = make.column("expenditure", {"func:2010406": "5.00", "func:2010450": "7.00"})
    other = make.column("general_public", {"func:2010450": "7.00", "func:2010406": "5.00"})
    assert len(fails(make.disclosure([*one, *other]), "line-order")) == 1
    again = make.column("general_public", {"func:2010406": "5.00", "func:2010450": "7.00"})
    assert fails(make.disclosure([*one, *again]), "line-order") == []


def test_lines_in_another_order_on_the_next_sheet(make, fails) -> None:
    """Rows of workbooks were said to tell no order; row 10 comes after row 9."""
    one = make.column("expenditure", {"func:2010406": "5.00", "func:2010450": "7.00"})
    other = make.column("general_public", {"func:2010450": "7.00", "func:2010406": "5.00"})
    placed = [
        make.at(fact, SheetPlace(sheet, f"C{row}"))
        for sheet, facts in (("表3", one), ("表5", other))
        for row, fact in enumerate(facts, start=9)
    ]
    assert len(fails(make.disclosure(placed), "line-order")) == 1
    assert fails(make.disclosure([*placed[:2], *reversed(placed[:2])]), "line-order") == []


@pytest.mark.parametrize(("listed", "count"), [("", 1), ("；③电影（2070607）338.16万元", 0)])
def test_a_list_of_codes_that_leaves_out_a_line_of_its_column(make, fails, listed, count) -> None:
    amounts = {"func:2013302": "3096.40", "func:2050803": "107.60", "func:2070607": "338.16"}
    forms = make.column("general_public", amounts, "project")
    text = f"（3）项目支出：①一般行政管理事务（2013302）3096.4万元；②培训支出（2050803）107.6万元{listed}。"
    assert len(fails(make.disclosure(forms, [text]), "listed-codes")) == count


@pytest.mark.parametrize(("said", "count"), [("1,175.65", 1), ("1,031.65", 0)])
def test_fiscal_money_of_projects_is_no_money_of_other_sources(make, fails, said, count) -> None:
    forms = [
        *make.column("expenditure", {"total": "1175.65"}, "project"),
        *make.column("general_public", {"total": "1031.65"}, "project"),
    ]
    text = f"本部门共9个项目纳入绩效目标管理，涉及财政性资金合计{said}万元。"
    assert len(fails(make.disclosure(forms, [text]), "project-money")) == count


@pytest.mark.parametrize(("said", "count"), [("128.93", 1), ("163.78", 0)])
def test_so_many_projects_cost_what_each_of_them_costs(make, fails, said, count) -> None:
    """株洲 2024: "涉及项目 3 个，共涉及资金 128.93 万元", where that is the outturn of one of the three."""
    rows = {"use:project": "163.78", "project:甲": "128.93", "project:乙": "27.65", "project:丙": "7.20"}
    forms = make.column("performance_data", rows, phase="executed")
    text = f"组织开展绩效自评，涉及项目3个，共涉及资金{said}万元。"
    assert len(fails(make.disclosure(forms, [text], stage="final"), "project-money")) == count


def test_lines_withheld_as_secret_that_a_form_prints(make, fails) -> None:
    """A police body of 福州 withholds the 项 of 公安, and prints 2040250 事业运行."""
    forms = [
        make.fact("expenditure", "func:204", "4481.91", name="公共安全支出"),
        make.fact("expenditure", "func:20402", "4481.91", name="公安"),
        make.fact("expenditure", "func:2040250", "4481.91", name="事业运行"),
    ]
    text = "由于公共安全（类）公安（款）下的有关项级科目支出，经确认为涉及国家秘密的信息，不予对外公开支出。"
    assert [check.found for check in fails(make.disclosure(forms, [text]), "undisclosed-lines")] == ["2040250 事业运行"]
    assert fails(make.disclosure(forms[:2], [text]), "undisclosed-lines") == []


@pytest.mark.parametrize(("project", "count"), [("0.00", 1), ("81.91", 0)])
def test_a_line_said_to_be_for_projects(make, fails, project, count) -> None:
    text = "（一）204-公共安全支出4481.91万元。主要用于开展各项业务工作而安排的年度项目支出。"
    disclosure = make.disclosure(text=[text])
    basic = "4481.91" if count else "4400.00"
    forms = [
        make.fact("expenditure", "func:204", basic, "basic", name="公共安全支出"),
        make.fact("expenditure", "func:204", project, "project", name="公共安全支出"),
    ]
    told = make.fact("narrative", "func:204", "4481.91", name="公共安全支出")
    there = make.at(told, disclosure.passages[0].where)
    assert len(fails(make.with_facts(disclosure, [*forms, there]), "kind-of-spending")) == count


def test_the_overall_performance_form_without_the_whole(make, fails) -> None:
    rows = {"unit:甲": "598.49", "unit:乙": "340.42"}
    forms = [make.fact("summary", "use:total", "938.91"), *make.column("overall_performance", rows)]
    assert len(fails(make.disclosure(forms), "overall-rows")) == 1
    whole = make.fact("overall_performance", "total", "938.91")
    assert fails(make.disclosure([*forms, whole]), "overall-rows") == []


@pytest.mark.parametrize(("second", "count"), [("2.追加项目", 1), ("2、追加项目", 0)])
def test_items_of_one_list_numbered_in_two_ways(make, fails, second, count) -> None:
    text = ["（二）项目支出绩效情况", "1、工作经费项目", "项目支出128.93万元。", f"{second}，金额27.65万元。"]
    assert len(fails(make.disclosure(text=text), "garbled")) == count
