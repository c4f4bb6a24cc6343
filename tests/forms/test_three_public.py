"""The 三公 form, with its expenses across or down, by phase, year, fund or unit."""

from pathlib import Path

import pytest

from difftool.forms import read_forms
from difftool.read.html import read_html
from tests.forms.documents import amounts, forms_of


def test_a_final_account_prints_adjusted_budget_and_execution_side_by_side():
    reading = forms_of(
        "2024年度部门决算\n财政拨款“三公”经费支出决算表\n金额单位：万元\n\n"
        "预算数\t\t\t\t\t\t决算数\t\t\t\t\t\n"
        "合计\t因公出国(境)费\t公务用车购置及运行维护费\t\t\t公务接待费\t合计\t因公出国(境)费\t公务用车购置及运行维护费\t\t\t公务接待费\n"
        "\t\t小计\t公务用车购置费\t公务用车运行维护费\t\t\t\t小计\t公务用车购置费\t公务用车运行维护费\t\n"
        "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\n14.32\t6.90\t6.86\t\t6.86\t0.56\t10.00\t6.00\t3.80\t\t3.80\t0.20\n"
    )
    found = amounts(reading, "three_public")
    assert found["public:total", "total", 2024, "adjusted"] == "143200"
    assert found["public:vehicle", "total", 2024, "executed"] == "38000"
    assert found["public:vehicle_operation", "total", 2024, "adjusted"] == "68600"
    assert len(found) == 10


def test_the_sum_of_expenses_is_named_by_its_own_heading_and_not_by_its_year():
    """烟台 prints 合计 below 2025年预算数 and below 2026年预算数."""
    reading = forms_of(
        "2026年部门预算\n一般公共预算“三公”经费支出情况表\n单位：万元\n\n"
        "2025年预算数\t\t2026年预算数\t\n合计\t公务接待费\t合计\t公务接待费\n27.32\t27.32\t24.62\t24.62\n"
    )
    named = [(fact.item, fact.name, fact.year, fact.raw) for fact in reading.facts if fact.item == "public:total"]
    assert named == [("public:total", "合计", 2025, "27.32"), ("public:total", "合计", 2026, "24.62")]


def test_expenses_down_and_funds_across():
    reading = forms_of(
        "2026年部门预算\n财政拨款安排的行政经费及“三公”经费预算表\n单位：万元\n\n项目\t合计\t一般公共预算\t政府性基金预算\n"
        "行政经费\t9.00\t9.00\t0.00\n“三公”经费\t3.00\t3.00\t0.00\n（二）公务用车购置及运行维护支出\t2.00\t2.00\t0.00\n1.公务用车购置费\t0.00\t0.00\t0.00\n"
    )
    found = amounts(reading, "three_public")
    assert found["public:agency_operation", "general_public", 2026, "approved"] == "90000"
    assert found["public:total", "total", 2026, "approved"] == "30000"
    assert found["public:vehicle", "total", 2026, "approved"] == "20000"
    assert found["public:vehicle_purchase", "government_fund", 2026, "approved"] == "0"


def test_years_down_and_a_row_of_differences():
    reading = forms_of(
        "2026年部门预算\n财政拨款“三公”经费支出表\n单位：万元\n\n预算单位\t年度\t总计\t公务接待费\n"
        "甲市办公厅\t2025年\t33.18\t7.00\n\t2026年\t94.38\t7.00\n\t增减变化金额\t61.20\t0.00\n"
    )
    assert amounts(reading, "three_public") == {
        ("public:total", "total", 2025, "approved"): "331800",
        ("public:reception", "total", 2025, "approved"): "70000",
        ("public:total", "total", 2026, "approved"): "943800",
        ("public:reception", "total", 2026, "approved"): "70000",
        ("public:total", "change", 2026, "approved"): "612000",
        ("public:reception", "change", 2026, "approved"): "0",
    }
    assert reading.problems == ()


def test_meetings_and_training_make_the_leading_total_wider_than_the_three():
    reading = forms_of(
        "2018年度部门预算\n一般公共预算“三公”经费、会议费、培训费支出预算表\n单位：万元\n\n"
        "合计\t“三公”经费\t\t会议费\t培训费\n\t小计\t公务接待费\t\t\n12.00\t5.00\t5.00\t3.00\t4.00\n"
    )
    found = amounts(reading, "three_public")
    assert found["total", "total", 2018, "approved"] == "120000"
    assert found["public:total", "total", 2018, "approved"] == "50000"
    assert found["public:meeting", "total", 2018, "approved"] == "30000"


def test_a_row_of_differences_between_years_is_a_change_and_one_of_percentages_nothing():
    # 深圳: a row for each year, then 增减变化金额.
    reading = forms_of(
        "2026年部门预算\n财政拨款“三公”经费支出表\n单位：万元\n\n预算单位\t年度\t总计\t公务接待费\n"
        "甲县民政局\t2025年\t9.00\t9.00\n\t2026年\t7.00\t7.00\n\t增减变化金额\t-2.00\t-2.00\n\t增减变化幅度\t-22.22\t-22.22\n"
    )
    assert amounts(reading, "three_public") == {
        (item, measure, year, "approved"): amount
        for item in ("public:total", "public:reception")
        for measure, year, amount in (
            ("total", 2025, "90000"),
            ("total", 2026, "70000"),
            ("change", 2026, "-20000"),
        )
    }


def test_years_of_several_units_stay_with_their_units():
    reading = forms_of(
        "2026年部门预算\n财政拨款“三公”经费支出表\n单位：万元\n\n预算单位\t年度\t总计\t公务接待费\n"
        "甲县民政局\t2025年\t9.00\t9.00\n\t2026年\t7.00\t7.00\n甲县救助站\t2025年\t1.00\t1.00\n\t2026年\t2.00\t2.00\n"
    )
    found = amounts(reading, "three_public")
    assert found["unit:甲县民政局", "public:reception", 2026, "approved"] == "70000"
    assert found["unit:甲县救助站", "public:reception", 2025, "approved"] == "10000"
    assert len(found) == 8


def test_two_lists_side_by_side_and_counts_that_are_no_money():
    reading = forms_of(
        "2024年度部门决算\n机构运行信息表\n金额单位：万元\n\n项目\t预算数\t决算数\t项目\t决算数\n"
        "一、“三公”经费支出\t9.00\t8.00\t四、机关运行经费\t99.00\n1．因公出国（境）费\t5.00\t4.00\t（一）车辆数合计（辆）\t3\n"
        "3．公务接待费\t4.00\t4.00\t（一）政府采购支出合计\t12.00\n公务用车保有量（辆）\t—\t3\t1．政府采购货物支出\t11.00\n"
    )
    assert amounts(reading, "three_public") == {
        ("public:total", "total", 2024, "adjusted"): "90000",
        ("public:total", "total", 2024, "executed"): "80000",
        ("public:abroad", "total", 2024, "adjusted"): "50000",
        ("public:abroad", "total", 2024, "executed"): "40000",
        ("public:reception", "total", 2024, "adjusted"): "40000",
        ("public:reception", "total", 2024, "executed"): "40000",
        ("public:agency_operation", "total", 2024, "executed"): "990000",
        ("public:procurement", "total", 2024, "executed"): "120000",
        ("line:政府采购货物", "total", 2024, "executed"): "110000",
    }


def test_parts_of_the_reception_cars_in_use_and_purchases_by_kind():
    """中央 and 省级 final accounts: 机构运行信息表 counts cars, and splits what receptions cost."""
    reading = forms_of(
        "2024年度部门决算\n机构运行信息表\n单位：万元\n\n项目\t行次\t统计数\t项目\t行次\t统计数\n"
        "一、“三公”经费支出\t1\t—\t三、国有资产占用情况\t20\t—\n（一）支出合计\t2\t12.30\t（一）车辆数合计（辆）\t21\t8\n"
        "3．公务接待费\t7\t12.30\t1．副部（省）级及以上领导用车\t22\t5\n（1）国内接待费\t8\t10.30\t2．其他用车\t23\t3\n"
        "其中：外事接待费\t9\t1.00\t（一）政府采购支出合计\t24\t66.00\n（2）国（境）外接待费\t10\t2.00\t1．政府采购货物支出\t25\t16.00\n"
        "二、机关运行经费\t11\t42.60\t（二）政府采购授予中小企业合同金额\t28\t60.00\n"
    )
    assert {item: yuan for (item, _, _, _), yuan in amounts(reading, "three_public").items()} == {
        "public:total": "123000",
        "public:reception": "123000",
        "line:国内接待费": "103000",
        "line:外事接待费": "10000",
        "line:国（境）外接待费": "20000",
        "public:agency_operation": "426000",
        "public:procurement": "660000",
        "line:政府采购货物": "160000",
        "line:授予中小企业合同金额": "600000",
    }
    assert len(reading.facts) == 9


@pytest.mark.parametrize("reach", ['rowspan="2"', ""])
def test_an_amount_that_stands_beside_the_lowest_headings_is_read(reach):
    """上海's districts: the cell of 机关运行经费决算数 ends a row early, and its amount begins beside 预算数, 决算数."""
    kinds = ("合计", "因公出国(境)费", "公务用车购置及运行费", "公务接待费")
    heads = "".join(f'<td colspan="2">{kind}</td>' for kind in kinds)
    page = (
        "<h1>某区某局2017年度部门决算</h1><p>2017年度“三公”经费及机关运行经费支出决算表</p><p>单位：万元</p><table>"
        '<tr><td colspan="8">“三公”经费</td><td rowspan="2">机关运行经费决算数</td></tr>'
        f"<tr>{heads}</tr><tr>{'<td>预算数</td><td>决算数</td>' * 4}<td {reach}>325.88</td></tr>"
        "<tr><td>22.00</td><td>8.77</td><td></td><td></td><td>14.00</td><td>8.47</td><td>8.00</td><td>0.30</td></tr></table>"
    )
    reading = read_forms(read_html(Path("made.html"), page.encode()))
    assert amounts(reading, "three_public") == {
        ("public:total", "total", 2017, "adjusted"): "220000",
        ("public:total", "total", 2017, "executed"): "87700",
        ("public:vehicle", "total", 2017, "adjusted"): "140000",
        ("public:vehicle", "total", 2017, "executed"): "84700",
        ("public:reception", "total", 2017, "adjusted"): "80000",
        ("public:reception", "total", 2017, "executed"): "3000",
        ("public:agency_operation", "total", 2017, "executed"): "3258800",
    }
    assert reading.accounting.unread == 0


def test_a_fund_over_all_amounts_is_what_the_form_is_about():
    """四川 prints 当年财政拨款预算安排 over the six columns: 合计 below it is the total of the form."""
    reading = forms_of(
        "2024年部门预算\n一般公共预算“三公”经费支出预算表\n单位：万元\n\n"
        "单位编码\t单位名称\t当年财政拨款预算安排\t\t\n\t\t合计\t因公出国（境）费用\t公务接待费\n"
        "\t合计\t3.00\t1.00\t2.00\n"
    )
    assert amounts(reading, "three_public") == {
        ("public:total", "total", 2024, "approved"): "30000",
        ("public:abroad", "total", 2024, "approved"): "10000",
        ("public:reception", "total", 2024, "approved"): "20000",
    }


def test_expenses_out_of_another_fund_are_measured_as_its_own():
    """四川 prints a form of 政府性基金 after that of 一般公共预算: its zeros were other totals of the same expenses."""
    rows = "项目\t预算数\n合计\t{0}\n公务接待费\t{0}\n"
    reading = forms_of(
        "2024年部门预算\n一般公共预算“三公”经费支出预算表\n单位：万元\n\n"
        + rows.format("2.00")
        + "\n政府性基金预算“三公”经费支出预算表\n单位：万元\n\n"
        + rows.format("0.00")
    )
    assert amounts(reading, "three_public") == {
        ("public:total", "total", 2024, "approved"): "20000",
        ("public:reception", "total", 2024, "approved"): "20000",
        ("public:total", "government_fund", 2024, "approved"): "0",
        ("public:reception", "government_fund", 2024, "approved"): "0",
    }
