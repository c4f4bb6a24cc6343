"""Forms of basic expenditure that name economic lines where other forms name projects."""

from tests.forms.documents import forms_of


def test_economic_lines_of_a_basic_form_may_stand_where_projects_do():
    """深圳 heads the lines of its 基本支出总表 支出项目类别, and prints no codes."""
    rows = "甲市档案馆\t9.00\t9.00\n工资福利支出\t7.00\t7.00\n津贴补贴\t7.00\t7.00\n商品和服务支出\t2.00\t2.00\n办公费\t2.00\t2.00\n"
    head = "部门名称：甲市档案馆\n单位：万元\n\n支出项目类别\t总计\t一般公共预算拨款\n"
    basic = forms_of(f"2026年部门预算\n基本支出总表\n{head}{rows}")
    assert [(fact.item, fact.raw) for fact in basic.facts if fact.measure == "total"] == [
        ("unit:甲市档案馆", "9.00"),
        ("econ:301", "7.00"),
        ("econ:30102", "7.00"),
        ("econ:302", "2.00"),
        ("econ:30201", "2.00"),
    ]
    projects = forms_of(f"2026年部门预算\n项目支出总表\n{head}甲市档案馆\t9.00\t9.00\n办公费\t9.00\t9.00\n")
    assert [fact.item for fact in projects.facts if fact.measure == "total"] == ["unit:甲市档案馆", "project:办公费"]


def test_economic_lines_below_several_units_stay_the_units_own():
    """广州 lists 类 alone, anew for each unit."""
    reading = forms_of(
        "2026年部门预算\n部门预算基本支出表\n部门名称：甲市档案局\n单位：万元\n\n支出项目类别\t总计\n"
        "甲市档案局\t9.00\n工资福利支出\t9.00\n乙市档案馆\t5.00\n工资福利支出\t5.00\n"
        "\n收入总表\n单位：万元\n\n预算单位\t合计\n甲市档案局\t9.00\n乙市档案馆\t5.00\n"
    )
    assert [fact.item for fact in reading.facts if fact.statement == "other"] == [
        "unit:甲市档案局",
        "unit:甲市档案局/econ:301",
        "unit:乙市档案馆",
        "unit:乙市档案馆/econ:301",
    ]
