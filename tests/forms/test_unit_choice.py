"""A form that prints no unit takes the one in which its amounts are those of the other forms."""

import pytest

from tests.forms.documents import amounts, forms_of

FIRST = (
    "2026年部门预算\n部门支出总表\n单位：万元\n\n科目编码\t科目名称\t合计\n205\t教育支出\t5.25\n"
    "208\t社会保障和就业支出\t7.50\n210\t卫生健康支出\t1.25\n\n注：本表反映部门支出。\n"
)


def second(rows: str) -> str:
    return f"一般公共预算支出表\n\n科目编码\t科目名称\t合计\n{rows}"


def test_a_form_in_yuan_that_prints_no_unit_is_read_in_yuan():
    reading = forms_of(
        FIRST + second("205\t教育支出\t52,500.00\n208\t社会保障和就业支出\t75,000.00\n210\t卫生健康支出\t12,500.00\n")
    )
    assert amounts(reading, "general_public")["func:205", "total", 2026, "approved"] == "52500"
    assert [problem.code for problem in reading.problems] == ["unit-settled"]


def test_a_form_whose_amounts_are_others_keeps_the_usual_unit():
    reading = forms_of(FIRST + second("205\t教育支出\t3.00\n208\t社会保障和就业支出\t4.00\n210\t卫生健康支出\t0.50\n"))
    assert amounts(reading, "general_public")["func:205", "total", 2026, "approved"] == "30000"
    assert not reading.problems


@pytest.mark.parametrize(
    ("unit", "amount"),
    [
        ("单位：百元", "550"),
        ("金额单位：千", "5500"),
        ("单位：万", "55000"),
        ("单位：萬圆", "55000"),
        ("单位：百万", "5500000"),
        ("人民币：元", "5.5"),
    ],
)
def test_units_that_few_print_or_cut_short_are_understood(unit, amount):
    reading = forms_of(FIRST + second("205\t教育支出\t5.50\n").replace("\n\n", f"\n{unit}\n\n"))
    assert amounts(reading, "general_public")["func:205", "total", 2026, "approved"] == amount
    assert not reading.problems


@pytest.mark.parametrize("unit", ["10万元", "美元", "角"])
def test_a_unit_that_is_none_known_is_told(unit):
    reading = forms_of(FIRST + second("205\t教育支出\t5.50\n").replace("\n\n", f"\n金额单位：{unit}\n\n"))
    (problem,) = reading.problems
    assert (problem.code, unit in problem.message) == ("unit-not-understood", True)


@pytest.mark.parametrize("body", ["甲县公安局", "广元市审计局", "千山区民政局", ""])
def test_a_body_after_the_same_word_is_no_unit(body):
    reading = forms_of(FIRST + second("205\t教育支出\t5.50\n").replace("\n\n", f"\n单位：{body}\n\n"))
    assert not reading.problems


def test_a_column_in_a_unit_of_its_own_is_read_in_it():
    # The last year's column was pasted in from a form in 元, and its heading says so.
    form = (
        "2026年部门预算\n部门支出总表\n单位：万元\n\n科目编码\t科目名称\t2025年预算数（元）\t2026年预算数（万元）\n"
        "205\t教育支出\t52,500.00\t5.50\n"
    )
    found = amounts(forms_of(form), "expenditure")
    assert found["func:205", "total", 2025, "approved"] == "52500"
    assert found["func:205", "total", 2026, "approved"] == "55000"
    public = (
        "2026年部门预算\n一般公共预算“三公”经费支出表\n单位：万元\n\n项目\t2025年预算数（元）\t2026年预算数\n"
        "合计\t52,500.00\t5.50\n公务接待费\t52,500.00\t5.50\n"
    )
    found = amounts(forms_of(public), "three_public")
    assert found["public:reception", "total", 2025, "approved"] == "52500"
    assert found["public:reception", "total", 2026, "approved"] == "55000"
