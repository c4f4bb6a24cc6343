"""A form that comes twice for one body is told; one that goes on, that is another's or that repeats itself is not."""

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
