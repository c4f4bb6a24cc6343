"""Amounts of the performance forms under the heading of another column."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.names import column_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM
from difftool.model.form_problems import SlidColumn, SlidIndicators, WeightsInRemarks


class SlidColumns(Rule):
    code = "slid-columns"
    family = "columns"
    title = "Amounts stand under the heading of their column"
    title_zh = "绩效表错栏"
    why = "An amount that every other form prints as 基本支出 does not become 项目支出 in the performance form."
    why_zh = "其他各表都印为基本支出的数，到绩效表中不会变成项目支出。"
    needs = "a performance form with 基本支出 and 项目支出"
    tolerance = "none"
    grade = FORM
    message_zh = "绩效表错栏：{found}"
    message_en = "the performance form has slid columns: {found}"

    def examine(self, case: Case) -> Examination:
        findings = []
        for problem in case.disclosure.problems:
            if problem.where is None:
                continue
            if isinstance(problem, SlidColumn):
                row, raw, under, meant = map(problem.detail, ("line", "raw", "under", "meant"))
                name = column_name(meant)
                told = f"“{row}”的 {raw} 列在“{column_name(under)}”栏下，各表均为“{name}”"
                english = f"“{row}” prints {raw} under {under}, the other forms print it as {meant}"
                findings.append(Finding(name, told, (problem.where,), {}, {"found": english}))
            elif isinstance(problem, SlidIndicators):
                rows, way, columns = map(problem.detail, ("rows", "way_zh", "columns"))
                told = f"{rows} 行指标比表头偏{way} {columns} 栏"
                findings.append(Finding("", told, (problem.where,), {}, {"found": problem.message}))
            elif isinstance(problem, WeightsInRemarks):
                english = "the weights stand under 备注, for there is no column of weights"
                findings.append(
                    Finding("", "分值列在“备注”栏，表中没有分值栏", (problem.where,), {}, {"found": english})
                )
        performance = [table for table in case.disclosure.tables if "performance" in table.statement]
        return Examination(tuple(findings), len(performance))
