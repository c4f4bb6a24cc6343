"""Which grids make a form, and what its caption says."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from difftool.forms import read_forms
from difftool.forms.captions import find_forms
from difftool.model.document import Cell, Document, Grid, Line, Page, Paragraph, Source
from difftool.model.place import PagePlace
from difftool.read.html import read_html
from difftool.read.text import read_text
from tests.forms.documents import forms_of


def page(number: int, *texts: str, rows: list[list[str]]) -> Page:
    box = PagePlace(number, (0, 0, 1, 1))
    cells = tuple(Cell(text, r, c, box) for r, row in enumerate(rows) for c, text in enumerate(row))
    grid = Grid(len(rows), len(rows[0]), cells, box)
    return Page(number, (*(Paragraph((Line(text, box),)) for text in texts), grid))


def document(*pages: Page) -> Document:
    return Document(Source("made.pdf", "0", "pdf", len(pages)), pages)


HEADER = [["科目编码", "科目名称", "合计"]]


def test_a_form_goes_on_over_pages_with_or_without_its_title_again():
    made = document(
        page(1, "2026年部门预算", "支出总表", "单位：元", rows=[*HEADER, ["201", "一般公共服务支出", "1.00"]]),
        page(2, "- 2 -", rows=[["20104", "发展与改革事务", "1.00"]]),
        page(3, "支出总表", "单位：元", rows=[*HEADER, ["2010450", "事业运行", "1.00"]]),
    )
    _, (form,) = find_forms(made)
    assert [grid.place.page for grid in form.parts] == [1, 2, 3]
    assert form.unit == "元"


def test_a_running_header_over_every_page_ends_no_form():
    running = "甲市档案局2026年度部门预算公开"
    made = document(
        page(1, running, "支出总表", "单位：元", rows=[*HEADER, ["201", "一般公共服务支出", "1.00"]]),
        page(2, running, rows=[["20126", "档案事务", "1.00"]]),
        page(3, running, rows=[["2012604", "档案馆", "1.00"]]),
    )
    _, (form,) = find_forms(made)
    assert len(form.parts) == 3


def test_a_unit_printed_again_over_each_form_is_no_running_line():
    # Where each page holds one form, its unit opens or closes every page as a running header would.
    made = document(
        *(
            page(number, title, "金额单位：元", rows=[*HEADER, ["201", "一般公共服务支出", "1.00"]])
            for number, title in enumerate(("支出总表", "一般公共预算支出表", "政府性基金预算支出表"), start=1)
        )
    )
    _, forms = find_forms(made)
    assert [form.unit for form in forms] == ["元", "元", "元"]


def test_a_cover_says_the_stage_where_no_title_does():
    reading = forms_of(
        "2024年度甲市档案馆部门决算\n\n机构运行信息表\n金额单位：万元\n\n项目\t预算数\t决算数\n“三公”经费支出\t2.00\t1.00\n"
    )
    assert reading.stage == "final"


def test_columns_that_read_alike_are_told_as_a_problem():
    reading = forms_of(
        "2024年部门预算\n支出总表\n单位：万元\n\n科目编码\t科目名称\t合计\t金额\n201\t一般公共服务支出\t2.00\t1.00\n"
    )
    assert [problem.code for problem in reading.problems] == ["columns-alike"]


def test_forms_of_two_entities_stay_apart():
    made = document(
        page(1, "支出总表", "单位名称：甲局", "单位：元", rows=[*HEADER, ["201", "一般公共服务支出", "1.00"]]),
        page(2, "支出总表", "单位名称：乙中心", "单位：元", rows=[*HEADER, ["201", "一般公共服务支出", "2.00"]]),
    )
    _, forms = find_forms(made)
    assert [form.entity for form in forms] == ["甲局", "乙中心"]


def test_a_title_broken_over_two_lines_is_one():
    made = document(
        page(1, "公开11表：一般公共预算机关运行经费", "支出预算表", rows=[*HEADER, ["302", "商品和服务支出", "1.00"]])
    )
    _, (form,) = find_forms(made)
    assert form.statement == "other"


def test_the_head_of_a_final_account():
    reading = forms_of(
        "2024年度\n甲市档案馆部门决算\n\n支出决算表\n金额单位：万元\n\n科目代码\t科目名称\t本年支出合计\n合计\t\t1.00\n"
    )
    assert (reading.entity, reading.year, reading.stage, reading.unit) == ("甲市档案馆", 2024, "final", "万元")


def test_amounts_that_no_rule_explains_are_told_as_a_problem():
    reading = forms_of(
        "2024年部门预算\n收支总表\n单位：万元\n\n收入\t\t支出\t\n项目\t金额\t项目\t金额\n\t7.77\t一、教育支出\t1.00\n"
    )
    (problem,) = reading.problems
    assert problem.code == "unread-amounts"
    assert "7.77" in problem.message


def test_the_lines_of_a_subordinate_unit_stand_under_the_unit():
    form = "支出总表\n单位名称：{unit}\n单位：万元\n\n科目编码\t科目名称\t合计\n合计\t\t{amount}\n201\t一般公共服务支出\t{amount}\n"
    reading = forms_of(
        "2026年部门预算\n"
        + form.format(unit="甲局", amount="3.00")
        + "\n"
        + form.format(unit="甲局档案中心", amount="1.00")
    )
    assert reading.entity == "甲局"
    assert {(fact.item, str(fact.amount)) for fact in reading.facts} == {
        ("total", "30000"),
        ("func:201", "30000"),
        ("unit:甲局档案中心/total", "10000"),
        ("unit:甲局档案中心/func:201", "10000"),
    }


SIDES = [["收入", "", "支出", ""], ["项目", "金额", "项目", "金额"]]


def test_a_label_cut_by_the_page_is_one_line():
    # 江苏 2017: "八、社会保障和就" at the foot of a page, "业支出" at the head of the next.
    made = document(
        page(1, "2017年部门预算", "收支预算总表", "单位：万元", rows=[*SIDES, ["", "", "八、社会保障和就", "9.00"]]),
        page(2, rows=[["", "", "业支出", ""], ["收入合计", "9.00", "支出合计", "9.00"]]),
    )
    items = [fact.item for fact in read_forms(made).facts]
    assert items == ["func:208", "source:total", "use:total"]


def test_body_rows_that_read_like_headings_are_no_header_of_a_later_page():
    made = document(
        page(
            1,
            "2017年部门预算",
            "收支预算总表",
            "单位：万元",
            rows=[*SIDES, ["一、财政拨款", "9.00", "一、教育支出", "9.00"]],
        ),
        page(2, rows=[["上年结转资金", "", "结转下年资金", ""], ["收入合计", "9.00", "支出合计", "9.00"]]),
    )
    items = [fact.item for fact in read_forms(made).facts]
    assert sorted(items) == ["func:205", "source:fiscal", "source:total", "use:total"]


def test_a_body_named_far_right_of_its_label_is_the_body():
    # 江苏人大 2019: "部门：", a gap, the name.
    reading = forms_of(
        "2026年部门预算\n支出预算总表\n部门：    甲省人大常委会办公厅\n单位：万元\n\n合计\t基本支出\n3.00\t3.00\n"
    )
    assert reading.entity == "甲省人大常委会办公厅"


@pytest.mark.parametrize(
    ("title", "heading"), [("支出总表", "预算数（元）"), ("支出总表", "金额(单位：元)"), ("支出总表（元）", "预算数")]
)
def test_a_unit_that_only_the_title_or_a_heading_prints(title: str, heading: str):
    reading = forms_of(f"2024年部门预算\n{title}\n\n科目编码\t科目名称\t{heading}\n201\t一般公共服务支出\t1000.00\n")
    (fact,) = reading.facts
    assert (reading.unit, fact.measure, str(fact.amount)) == ("元", "total", "1000")


def test_a_price_for_each_is_no_unit_of_the_form():
    reading = forms_of(
        "2024年部门预算\n政府采购预算表\n\n采购项目\t单价（元）\t总价\n台式计算机\t5000\t10.00\n\n"
        "支出总表\n单位：万元\n\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t10.00\n"
    )
    assert {str(fact.amount) for fact in reading.facts if fact.raw == "10.00"} == {"100000"}


def test_a_title_that_wraps_in_its_cell_is_one():
    made = document(
        page(1, rows=[["甲县历史档案抢救与修复项\n目绩效目标表", ""], ["项目名称", "档案修复"], ["资金总额", "1.00"]])
    )
    title = made.pages[0].blocks[0]
    assert isinstance(title, Grid)
    wide = replace(title.cells[0], column_span=2)
    whole = replace(title, cells=(wide, *title.cells[2:]))
    _, (form,) = find_forms(Document(made.source, (Page(1, (whole,)),)))
    assert form.title == "甲县历史档案抢救与修复项目绩效目标表"


def test_a_form_number_below_the_title_is_no_title():
    # 河北 prints 预算公开表7 between the title and the unit.
    reading = forms_of(
        "2024年部门预算\n政府性基金预算支出表\n预算公开表7\n单位：万元\n\n科目编码\t科目名称\t合计\n212\t城乡社区支出\t9.00\n"
    )
    assert [table.statement for table in reading.tables] == ["government_fund"]


def test_a_title_without_the_word_table_right_over_a_grid():
    reading = forms_of(
        "2024年部门预算\n部门收支预算总体情况\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"
        "一、财政拨款收入\t8.00\t一、教育支出\t8.00\n"
    )
    assert [table.statement for table in reading.tables] == ["summary"]


def test_a_table_that_no_title_names_is_told_as_a_problem():
    reading = forms_of("2024年部门预算\n本年重点工作如下。\n\n项目名称\t金额\n档案修复\t1.00\n档案保护\t2.00\n")
    assert "form-without-title" in [problem.code for problem in reading.problems]


def test_amounts_of_a_table_without_title_and_without_lines_are_told():
    reading = forms_of("2024年部门预算\n情况如下。\n\n事项\t说明\n甲事项\t7.77\n乙事项\t说明甲\n丙事项\t说明乙\n")
    assert reading.facts == ()
    assert [problem.code for problem in reading.problems] == ["unread-amounts"]


def test_title_body_and_unit_in_a_table_of_their_own_stand_over_the_form():
    # Web pages set 部门 left and 单位 right in a borderless table over the form.
    reading = forms_of(
        "2023年度部门决算\n\n支出决算表\t\t\n部门：某县水务局\t公开03表\t单位：元\n\n"
        "科目名称\t本年支出合计\t基本支出\n合计\t7.00\t3.00\n农林水支出\t7.00\t3.00\n"
    )
    assert [(table.statement, table.title, table.rows) for table in reading.tables] == [
        ("expenditure", "支出决算表", 2)
    ]
    assert {(fact.item, fact.measure, str(fact.amount)) for fact in reading.facts if fact.measure == "basic"} == {
        ("total", "basic", "3"),
        ("func:213", "basic", "3"),
    }


def test_forms_whose_titles_say_neither_budget_nor_outturn_leave_the_stage_to_the_others():
    # 重庆's final account: one form of two is the 机构运行信息表.
    reading = forms_of(
        "2023年度部门决算\n收入支出决算总表\n单位：万元\n\n收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n"
        "一、财政拨款收入\t8.00\t一、教育支出\t8.00\n\n机构运行信息表\n单位：万元\n\n"
        "项目\t预算数\t决算数\n1.因公出国（境）费\t2.00\t1.00\n"
    )
    assert reading.stage == "final"
    assert {fact.phase: str(fact.amount) for fact in reading.facts if fact.item == "public:abroad"} == {
        "adjusted": "20000",
        "executed": "10000",
    }


FORM_WITHOUT_YEAR = "支出决算表\n单位：万元\n\n科目编码\t科目名称\t合计\n213\t农林水支出\t7.00\n"


@pytest.mark.parametrize(
    ("name", "year"), [("附件1：2022年度决算公开表.txt", 2022), ("公开表.txt", 0), ("1002023001.txt", 0)]
)
def test_a_year_that_nothing_prints_is_that_of_the_files_name_and_told(name, year):
    # 公开01表 to 公开09表 in a workbook without a cover.
    reading = read_forms(read_text(Path(name), FORM_WITHOUT_YEAR.encode()))
    assert (reading.year, {fact.year for fact in reading.facts}) == (year, {year})
    assert [problem.code for problem in reading.problems] == ["year-not-printed"]
    assert (str(year) if year else "none") in reading.problems[0].message


def test_of_two_years_named_as_often_the_later_is_that_of_the_document():
    # Forms without a cover: only the 三公 form's columns name years, last year's first.
    reading = forms_of(
        "一般公共预算“三公”经费支出表\n单位：万元\n\n项目\t2022年预算数\t2023年预算数\n公务接待费\t2.00\t1.00\n"
    )
    assert reading.year == 2023
    assert {fact.year: str(fact.amount) for fact in reading.facts} == {2022: "20000", 2023: "10000"}


@pytest.mark.parametrize(
    "caption",
    [
        "支出决算表 公开03表 部门：某县水务局 金额单位：元",
        "支出决算表\n公开03表\n部门：某县水务局金额单位：元",
        "支出决算表\n财决03表\n编制单位：某县水务局\t2023年度\t金额单位：  元",
        "三、《支出决算表》\n部门：某县水务局\n（元）",
        "支出决算表如下：\n部门：某县水务局\n金额：元",
        "支出决算表\n部门：某县水务局\n单位：人民币（元）",
    ],
)
def test_ways_to_set_title_body_and_unit_over_a_form(caption):
    # Of web pages that set a caption in one line, of 财决 forms, of narratives with their forms between the sentences.
    reading = forms_of(f"2023年度部门决算\n{caption}\n\n科目编码\t科目名称\t本年支出合计\n213\t农林水支出\t7.00\n")
    assert [table.statement for table in reading.tables] == ["expenditure"]
    assert {(fact.item, str(fact.amount)) for fact in reading.facts} == {("func:213", "7")}
    assert (reading.entity, reading.unit, reading.problems) == ("某县水务局", "元", ())


def test_the_number_of_a_form_and_its_year_inside_the_ruling_are_no_heading():
    # 财决01表 sets title, number and 2023年度 in the first rows of its own grid, over fifteen columns.
    page = (
        "<h1>2023年度部门决算</h1><table><tr><td colspan=5>支出决算表</td></tr>"
        "<tr><td></td><td></td><td></td><td></td><td>财决03表</td></tr>"
        "<tr><td colspan=2>编制单位：某县水务局</td><td>2023年度</td><td></td><td>金额单位：元</td></tr>"
        "<tr><td>项目</td><td>行次</td><td>年初预算数</td><td>全年预算数</td><td>决算数</td></tr>"
        "<tr><td>农林水支出</td><td>1</td><td>5.00</td><td>6.00</td><td>7.00</td></tr></table>"
    )
    reading = read_forms(read_html(Path("made.html"), page.encode()))
    assert {(fact.item, fact.phase, str(fact.amount)) for fact in reading.facts} == {
        ("func:213", "approved", "5"),
        ("func:213", "adjusted", "6"),
        ("func:213", "executed", "7"),
    }
