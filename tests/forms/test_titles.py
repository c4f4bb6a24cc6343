"""Titles of every province name the same few statements."""

import pytest

from difftool.forms.titles import statement_of


@pytest.mark.parametrize(
    ("title", "statement"),
    [
        ("2023年部门收支总体情况表", "summary"),
        ("2026年预算单位财务收支预算总表", "summary"),
        ("收入支出决算总表", "summary"),
        ("收入决算表", "income"),
        ("2021年部综合预算收入总表", "income"),
        ("本年支出总体情况表", "expenditure"),
        ("支出决算表", "expenditure"),
        ("财政拨款收入支出决算总表", "appropriation"),
        ("2026年部门综合预算财政拨款收支总表", "appropriation"),
        ("一般公共预算财政拨款支出决算表", "general_public"),
        ("5．2026年预算单位一般公共预算支出功能分类预算表", "general_public"),
        ("一般公共预算支出表（按经济分类）", "general_public"),
        ("般公共预算支出表", "general_public"),
        ("一般公共预算财政拨款基本支出决算明细表", "general_public_basic"),
        ("公开表6一般公共预算基本支出情况表", "general_public_basic"),
        ("财政拨款“三公”经费支出决算表", "three_public"),
        ("2025年单位“三公”经费和机关运行经费预算表", "three_public"),
        ("政府性基金预算财政拨款收入支出决算表", "government_fund"),
        ("国有资本经营预算支出表", "state_capital"),
        ("2023年项目支出绩效目标表", "project_performance"),
        ("政策和项目预算绩效目标表", "project_performance"),
        ("2023年部门整体支出绩效目标表", "overall_performance"),
        ("2024 年度部门（单位）整体支出绩效评价基础数据表", "performance_data"),
        ("2024 年度部门（单位）整体支出绩效自评表", "performance_review"),
        ("一般公共预算机关运行经费支出预算表", "other"),
        ("政府采购支出预算表", "other"),
        ("财政拨款支出表（功能科目）", "other"),
        ("项目收入支出决算表", "other"),
        ("部门预算基本支出预算表", "other"),
        ("公共财政预算支出表", "general_public"),
        ("公共预算财政拨款基本支出决算表", "general_public_basic"),
        ("一般公共预算基本支出表--人员经费(工资福利支出)(按政府预算经济分类)", "general_public_basic"),
        ("机构运行信息表", "three_public"),
        ("部门预算政府基金预算财政拨款支出表", "government_fund"),
        ("国有资本预算支出表", "state_capital"),
        ("项目支出绩效目标申报表", "project_performance"),
        ("部门整体支出绩效目标申报表", "overall_performance"),
        ("财政专户管理资金预算支出表", "other"),
        ("纳入预算管理的行政事业性收费预算支出表", "other"),
        ("部门收支总表 单位：万元", "summary"),
    ],
)
def test_titles_seen_in_disclosures(title, statement):
    assert statement_of(title) == statement


@pytest.mark.parametrize(
    "text",
    [
        "表1",
        "公开03表",
        "第二部分 2023年部门预算表",
        "某省某厅2018年度部门预算表",
        "某省某厅2018年度部门预算公开报表",
        "注：本表反映部门本年度各项支出情况。",
        "金额单位：万元",
        "一般公共预算支出",
        "本部门没有政府性基金预算支出，本表为空表",
    ],
)
def test_headings_notes_and_numbers_are_no_titles(text):
    assert statement_of(text) is None
