"""Rows of units: a department beside its own level, projects below their units, units of several years."""

from tests.forms.documents import amounts, forms_of


def test_a_department_and_its_own_level_of_one_name_are_two_units():
    # 西安 and 杭州: 116 西安市财政局 is the sum of the department, 116001 西安市财政局 its own level.
    reading = forms_of(
        "2026年部门预算\n部门收入总表\n单位：万元\n\n单位编码\t单位名称\t合计\t一般公共预算\n"
        "\t合计\t30.00\t30.00\n116\t甲县财政局\t30.00\t30.00\n116001\t甲县财政局\t20.00\t20.00\n"
        "116002\t甲县国库中心\t10.00\t10.00\n"
    )
    found = amounts(reading, "income")
    assert found["unit:甲县财政局", "total", 2026, "approved"] == "300000"
    assert found["unit:甲县财政局（本级）", "total", 2026, "approved"] == "200000"
    assert found["unit:甲县国库中心", "total", 2026, "approved"] == "100000"
    assert len(found) == 8


def test_projects_listed_below_units_stand_under_them():
    # 广州's 部门预算项目支出表: units and their projects in one column, with one project name under each.
    reading = forms_of(
        "2026年部门预算\n部门收入总表\n单位名称：甲县气象局\n单位：万元\n\n单位名称\t合计\n合计\t30.00\n"
        "甲县气象局\t20.00\n甲县气象台\t10.00\n\n"
        "部门预算项目支出预算表\n单位名称：甲县气象局\n单位：万元\n\n支出项目类别（资金使用单位）\t总计\t一般公共预算\n"
        "合计\t12.00\t12.00\n甲县气象局（本级）\t7.00\t7.00\n机构运行辅助经费\t7.00\t7.00\n甲县气象台\t5.00\t5.00\n"
        "机构运行辅助经费\t4.00\t4.00\n工资福利支出\t1.00\t1.00\n"
    )
    found = {key[0]: value for key, value in amounts(reading, "other").items() if key[1] == "total"}
    assert found == {
        "total": "120000",
        "unit:甲县气象局（本级）": "70000",
        "unit:甲县气象局（本级）/project:机构运行辅助经费": "70000",
        "unit:甲县气象台": "50000",
        "unit:甲县气象台/project:机构运行辅助经费": "40000",
        "unit:甲县气象台/econ:301": "10000",
    }


def test_projects_beside_the_units_that_run_them_stand_under_them():
    # 杭州's 项目支出预算表: one project for each of several units, which a column of their own names.
    text = (
        "2026年部门预算\n部门项目支出预算表\n单位名称：甲县司法局\n单位：万元\n\n单位名称\t项目名称\t总计\t一般公共预算\n"
        "\t合计\t12.00\t12.00\n甲县司法局\t日常保障运行\t7.00\t7.00\n{}\t日常保障运行\t5.00\t5.00\n"
    )
    found = amounts(forms_of(text.format("甲县监狱")), "other")
    assert {key[0]: value for key, value in found.items() if key[1] == "total"} == {
        "total": "120000",
        "unit:甲县司法局/project:日常保障运行": "70000",
        "unit:甲县监狱/project:日常保障运行": "50000",
    }
    alone = amounts(forms_of(text.format("甲县司法局").replace("5.00\t5.00", "7.00\t7.00")), "other")
    assert {key[0] for key in alone} == {"total", "project:日常保障运行"}


def test_projects_below_a_department_and_its_own_level():
    # 西安's 专项业务经费支出表 begins with the department; its own level bears the same name, with fewer projects.
    reading = forms_of(
        "2026年部门预算\n部门收入总表\n单位名称：甲县统计局\n单位：万元\n\n单位名称\t合计\n合计\t30.00\n"
        "甲县统计局\t20.00\n甲县调查中心\t10.00\n\n"
        "部门专项业务经费支出表\n单位名称：甲县统计局\n单位：万元\n\n单位（项目）名称\t项目金额\n"
        "合计\t12.00\n甲县统计局\t12.00\n甲县统计局\t7.00\n委托咨询业务\t7.00\n甲县调查中心\t5.00\n委托咨询业务\t5.00\n"
    )
    found = {key[0]: value for key, value in amounts(reading, "other").items() if key[1] == "total"}
    assert found == {
        "total": "120000",
        "unit:甲县统计局": "120000",
        "unit:甲县统计局（本级）": "70000",
        "unit:甲县统计局（本级）/project:委托咨询业务": "70000",
        "unit:甲县调查中心": "50000",
        "unit:甲县调查中心/project:委托咨询业务": "50000",
    }


MAIN_PROJECTS = (
    "2026年部门预算\n部门收入总表\n单位名称：甲县卫生局\n单位：万元\n\n单位名称\t合计\n合计\t30.00\n"
    "甲县卫生局\t15.00\n甲县医院\t10.00\n甲县血站\t5.00\n\n"
    "第三部分 部门预算情况说明\n\n2026年，本部门重点项目绩效目标情况如下：\n\n项目\t预算数（单位：万元）\t绩效目标\n"
)


def test_projects_below_the_bare_name_of_their_unit_stand_under_it():
    # 广州's list of main projects: the row of a unit has no amount, and 综合业务费 is one of each unit's projects.
    reading = forms_of(
        MAIN_PROJECTS + "甲县卫生局\t\t\n综合业务费\t646.54\t提升水平\n甲县医院\t\t\n综合业务费\t622\t保障运行\n"
    )
    found = {key[0]: value for key, value in amounts(reading, "other").items()}
    assert found == {"unit:甲县卫生局/project:综合业务费": "6465400", "unit:甲县医院/project:综合业务费": "6220000"}


def test_a_list_of_projects_without_units_has_projects_of_the_body():
    # 广州: 项目 beside 绩效目标 names projects, no budget lines.
    assert {key[0] for key in amounts(forms_of(MAIN_PROJECTS + "综合业务费\t646.54\t提升水平\n"), "other")} == {
        "project:综合业务费"
    }


def test_a_unit_marked_as_of_a_second_level_is_the_unit_of_the_other_forms():
    # 广州: "越秀分局（二级部门）" with its sum; a unit that no form names must not fall to the unit above it.
    rows = "甲县卫生局\t7\t\n综合业务费\t7\t提升水平\n{}\t9\t\n综合业务费\t9\t保障运行\n甲县血站\t3\t\n用血\t3\t保障\n"
    known = {key[0] for key in amounts(forms_of(MAIN_PROJECTS + rows.format("甲县医院（二级部门）")), "other")}
    assert {"unit:甲县医院（二级部门）", "unit:甲县医院（二级部门）/project:综合业务费"} < known
    strange = {key[0] for key in amounts(forms_of(MAIN_PROJECTS + rows.format("甲县疗养院")), "other")}
    assert strange == {
        "unit:甲县卫生局", "unit:甲县卫生局/project:综合业务费", "project:甲县疗养院", "project:综合业务费",
        "unit:甲县血站", "unit:甲县血站/project:用血",
    }  # fmt: skip
