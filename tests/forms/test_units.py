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
