"""What stands twice for one body or name is told; what goes on, is of others or repeats itself is not."""

import pytest

from tests.forms.documents import forms_of

FORM = (
    "支出决算表\n部门：{body}\n单位：元\n\n科目编码\t科目名称\t本年支出合计\t基本支出\n"
    "208\t社会保障和就业支出\t{0}\t{0}\n213\t农林水支出\t{1}\t{1}\n221\t住房保障支出\t0\t0\n\n"
)
BETWEEN = "（二）某县林业局本级\n财政拨款收入支出决算总表\n单位：元\n\n收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n一、财政拨款\t1\t一、农林水支出\t1\n\n"


@pytest.mark.parametrize(
    ("body", "amounts", "told"),
    [
        ("某县林业局", ("3.00", "4.00"), ["repeated-form"]),
        ("某县林业局", ("5.00", "6.00"), []),  # the same figures: an annex repeats the form
        ("某县林业局", ("5.00", "7.00"), []),  # a slip of print
        ("某县森林公安局", ("3.00", "4.00"), []),
    ],
)
def test_a_form_printed_twice_for_one_body_is_told(body, amounts, told):
    # 随州: the forms of a department, then those of its own level, under one name.
    reading = forms_of(
        "2019年度部门决算\n"
        + FORM.format("5.00", "6.00", body="某县林业局")
        + BETWEEN
        + FORM.format(*amounts, body=body)
    )
    assert [problem.code for problem in reading.problems] == told
    assert len([fact for fact in reading.facts if fact.statement == "expenditure"]) == 12


LIST = "2024年部门预算\n项目支出预算情况表\n单位：万元\n\n项目名称\t合计\t一般公共预算\n合计\t9.00\t9.00\n"


def test_lines_of_one_name_with_other_amounts_are_told():
    """烟台 lists the projects of all units, and names no unit."""
    reading = forms_of(f"{LIST}安保经费\t3.00\t3.00\n安保经费\t4.00\t4.00\n印刷费\t2.00\t2.00\n")
    problem = next(problem for problem in reading.problems if problem.code == "lines-alike")
    assert problem.message == (
        "项目支出预算情况表: lines of one name have different amounts, under 1 names (安保经费): see which is which"
    )


def test_lines_of_one_code_with_other_amounts_are_told():
    """西安 prints each code of the department once for each code of the government; 北京 the codes of each unit."""
    reading = forms_of(
        "2024年部门预算\n一般公共预算基本支出表\n单位：元\n\n部门经济科目编码\t部门经济科目名称\t政府经济科目编码\t政府经济科目名称\t合计\n"
        "\t合计\t\t\t9.00\n301\t工资福利支出\t\t\t9.00\n30101\t基本工资\t50101\t工资奖金津补贴\t4.00\n30101\t基本工资\t50501\t工资福利支出\t5.00\n"
    )
    problem = next(problem for problem in reading.problems if problem.code == "lines-alike")
    assert "under 1 names (基本工资)" in problem.message


@pytest.mark.parametrize(
    "rows", ["安保经费\t4.50\t4.50\n印刷费\t4.50\t4.50\n", "安保经费\t4.50\t4.50\n安保经费\t4.50\t4.50\n"]
)
def test_lines_of_one_amount_or_of_other_names_are_not(rows):
    assert not [problem for problem in forms_of(f"{LIST}{rows}").problems if problem.code == "lines-alike"]
