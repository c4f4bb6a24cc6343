"""Reviews of performance: funds by phase, and parts of the phase that they add up to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from difftool.forms.form import FormReading
from tests.forms.documents import amounts as amounts_of
from tests.forms.documents import forms_of
from tests.forms.performance_sheets import read, typed


def review(fund: str) -> FormReading:
    grid = typed(
        "年度预算申请（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
        "|年度资金总额|580.13|610.39|519.63|10|85.13%|8.5",
        "|按收入性质分：|||按支出性质分：",
        f"|其中：一般公共预算：{fund}|||其中：基本支出：355.85",
        "||||项目支出：163.78",
    )
    return read("performance_review", grid, stage="final")


@pytest.mark.parametrize(("fund", "phase"), [("519.63", "executed"), ("610.39", "adjusted"), ("580.13", "approved")])
def test_the_parts_of_a_review_are_of_the_phase_that_they_add_up_to(fund: str, phase: str):
    reading = review(fund)
    facts = {(f.measure, f.phase): f.amount for f in reading.facts}
    assert facts["general_public", phase] == Decimal(fund) * 10000
    assert facts["basic", "executed"] == 3558500
    assert facts["project", "executed"] == 1637800
    assert reading.problems == ()


def test_parts_that_add_up_to_no_total_are_told_as_a_problem():
    assert [problem.code for problem in review("500.00").problems] == ["phase-not-sure"]


def test_a_review_of_one_project_prints_its_funds_by_phase():
    # Ministries publish them with their final accounts; marks beside the amounts are no money.
    reading = forms_of(
        "2024年度部门决算\n支出决算表\n单位：万元\n\n科目编码\t科目名称\t本年支出合计\n201\t一般公共服务支出\t9.00\n\n"
        "档案修复项目绩效自评表\n（2024年度）\n\n项目名称\t档案修复\t\t\t\t\t\n"
        "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
        "\t年度资金总额\t5.00\t4.00\t3.00\t10\t75.00%\t7.5\n\t其中：财政拨款\t5.00\t4.00\t3.00\t—\t\t—\n"
    )
    assert amounts_of(reading, "other") == {
        ("project:档案修复", measure, 2024, phase): amount
        for measure in ("total", "fiscal")
        for phase, amount in (("approved", "50000"), ("adjusted", "40000"), ("executed", "30000"))
    }


def test_marks_are_no_amounts():
    reading = forms_of(
        "2024年度部门决算\n综合评价得分情况表\n\n一级指标\t分值\t得分\n决策\t20\t17.90\n合计\t100\t85.19\n"
    )
    assert reading.facts == ()
    assert reading.problems == ()
