"""What the amounts under headings measure: funds, parts, years, changes, economic lines across."""

from tests.forms.documents import amounts, forms_of


def test_a_heading_over_all_amounts_is_the_form_s_own_and_no_measure():
    reading = forms_of(
        "2026年部门预算\n一般公共预算基本支出表\n单位：万元\n\n科目编码\t科目名称\t2026年一般公共预算基本支出\t\t\n"
        "\t\t合计\t人员经费\t公用经费\n301\t工资福利支出\t9.00\t9.00\t\n302\t商品和服务支出\t1.00\t\t1.00\n"
    )
    assert amounts(reading, "general_public_basic") == {
        ("econ:301", "total", 2026, "approved"): "90000",
        ("econ:301", "personnel", 2026, "approved"): "90000",
        ("econ:302", "total", 2026, "approved"): "10000",
        ("econ:302", "public", 2026, "approved"): "10000",
    }


def test_funds_and_their_parts_are_measures_of_the_income_form():
    reading = forms_of(
        "2026年部门预算\n收入总体情况表\n单位名称：甲市统计局\t单位：万元\n\n"
        "单位名称\t合计\t财政专户拨款收入\t\t上年结转\t\n\t\t教育收费\t其他专户收入拨款\t小计\t一般公共预算\n"
        "合计\t9.00\t1.00\t2.00\t6.00\t6.00\n甲市统计局\t9.00\t1.00\t2.00\t6.00\t6.00\n"
    )
    measures = {measure for item, measure, *_ in amounts(reading, "income") if item == "total"}
    assert measures == {
        "total",
        "special_account.education",
        "special_account.other",
        "carryover_in",
        "carryover_in.general_public",
    }
    assert ("unit:甲市统计局", "total", 2026, "approved") in amounts(reading, "income")


def test_last_year_and_differences_beside_this_year():
    reading = forms_of(
        "2024年部门预算\n一般公共预算支出表\n单位：万元\n\n"
        "功能分类科目\t\t2023年执行数\t2024年预算数\t\t2024年预算数比2023年执行数\t\n"
        "科目编码\t科目名称\t\t小计\t基本支出\t增减额\t增减%\n201\t一般公共服务支出\t3.00\t4.00\t4.00\t1.00\t33.33\n"
    )
    assert amounts(reading, "general_public") == {
        ("func:201", "total", 2023, "executed"): "30000",
        ("func:201", "total", 2024, "approved"): "40000",
        ("func:201", "basic", 2024, "approved"): "40000",
        ("func:201", "change", 2024, "approved"): "10000",
    }
    assert reading.problems == ()


def test_economic_lines_across_functional_lines_are_both_classifications_together():
    # 湖南 and 四川 print the economic lines as headings: their sums are none of the form's own total.
    reading = forms_of(
        "2024年部门预算\n一般公共预算支出预算表\n单位：万元\n\n科目编码\t科目名称\t总计\t工资福利支出\t\t商品和服务支出\t其他支出\n"
        "\t\t\t小计\t基本工资\t\t\n\t合计\t9.00\t5.00\t3.00\t3.00\t1.00\n2010301\t行政运行\t9.00\t5.00\t3.00\t3.00\t1.00\n"
    )
    assert amounts(reading, "general_public") == {
        ("total", "total", 2024, "approved"): "90000",
        ("econ:301", "total", 2024, "approved"): "50000",
        ("econ:30101", "total", 2024, "approved"): "30000",
        ("econ:302", "total", 2024, "approved"): "30000",
        ("econ:399", "total", 2024, "approved"): "10000",
        ("func:2010301", "total", 2024, "approved"): "90000",
        ("func:2010301/econ:301", "total", 2024, "approved"): "50000",
        ("func:2010301/econ:30101", "total", 2024, "approved"): "30000",
        ("func:2010301/econ:302", "total", 2024, "approved"): "30000",
        ("func:2010301/econ:399", "total", 2024, "approved"): "10000",
    }


def test_an_economic_line_across_is_one_where_nothing_is_printed_below_the_others():
    """新疆's 项目支出情况表: beside 项目支出合计 the one economic line spent on was taken for the total."""
    reading = forms_of(
        "2024年部门预算\n一般公共预算项目支出情况表\n单位：万元\n\n"
        "科目编码\t科目名称\t项目支出合计\t工资福利支出\t商品和服务支出\t资本性支出\n"
        "\t合计\t9.00\t\t9.00\t\n2010302\t一般行政管理事务\t9.00\t\t9.00\t\n"
    )
    assert amounts(reading, "other") == {
        ("total", "project", 2024, "approved"): "90000",
        ("econ:302", "total", 2024, "approved"): "90000",
        ("func:2010302", "project", 2024, "approved"): "90000",
        ("func:2010302/econ:302", "total", 2024, "approved"): "90000",
    }


def test_the_government_s_economic_lines_across_keep_their_own_codes():
    reading = forms_of(
        "2024年部门预算\n支出预算分类汇总表（按政府预算经济分类）\n单位：万元\n\n"
        "科目编码\t科目名称\t总计\t机关工资福利支出\t对个人和家庭的补助\n201\t一般公共服务支出\t9.00\t5.00\t4.00\n"
    )
    assert [item for item, *_ in amounts(reading, "expenditure")] == [
        "func:201",
        "func:201/econ:501",
        "func:201/econ:509",
    ]


def test_parts_under_two_funds_are_named_by_both_headings():
    reading = forms_of(
        "2024年部门预算\n部门支出预算表\n单位：元\n\n科目编码\t科目名称\t合计\t财政拨款\t\t单位资金\t\n"
        "\t\t\t基本支出\t项目支出\t基本支出\t项目支出\n201\t一般公共服务支出\t10.00\t6.00\t2.00\t1.00\t1.00\n"
    )
    assert [measure for _, measure, *_ in amounts(reading, "expenditure")] == [
        "total",
        "fiscal.basic",
        "fiscal.project",
        "unit_funds.basic",
        "unit_funds.project",
    ]


def test_the_department_s_economic_lines_across_take_no_code_of_the_government():
    # 社会保障缴费 is 50102 there only; the sum over 30108 and 30109 has no code of its own.
    reading = forms_of(
        "2024年部门预算\n一般公共预算基本支出表--人员经费(工资福利支出)(按部门预算经济分类)\n单位：万元\n\n"
        "科目编码\t科目名称\t总计\t社会保障缴费\t机关事业单位基本养老保险缴费\t职业年金缴费\n2010301\t行政运行\t9.00\t9.00\t6.00\t3.00\n"
    )
    assert [(item, measure) for item, measure, *_ in amounts(reading, "general_public_basic")] == [
        ("func:2010301", "total"),
        ("func:2010301", "line:社会保障缴费"),
        ("func:2010301/econ:30108", "total"),
        ("func:2010301/econ:30109", "total"),
    ]


def test_economic_lines_across_measure_the_part_that_stands_over_them():
    """江西 and 河南 split 基本支出 and 项目支出 by economic lines across: a part of a line is no part of its total."""
    reading = forms_of(
        "2026年部门预算\n部门支出总表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t\t\t项目支出\t\t\n"
        "\t\t\t小计\t工资福利支出\t商品和服务支出\t小计\t商品和服务支出\t资本性支出\n"
        "2012601\t行政运行\t9.00\t6.00\t4.00\t2.00\t3.00\t1.00\t2.00\n"
    )
    assert amounts(reading, "expenditure") == {
        ("func:2012601", "total", 2026, "approved"): "90000",
        ("func:2012601", "basic", 2026, "approved"): "60000",
        ("func:2012601/econ:301", "basic", 2026, "approved"): "40000",
        ("func:2012601/econ:302", "basic", 2026, "approved"): "20000",
        ("func:2012601", "project", 2026, "approved"): "30000",
        ("func:2012601/econ:302", "project", 2026, "approved"): "10000",
        ("func:2012601/econ:310", "project", 2026, "approved"): "20000",
    }
    assert not [problem for problem in reading.problems if problem.code == "columns-alike"]
