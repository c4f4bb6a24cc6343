"""Amounts of the performance forms under the heading of another column."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.names import column_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM
from difftool.pattern import lazy_pattern

_SLID = lazy_pattern(r"(?P<row>.+): (?P<raw>-?[\d,.]+) stands under (?P<under>\w+), but is the (?P<meant>\w+) total")
_ROWS = lazy_pattern(r"(?P<rows>\d+) rows of indicators stand (?P<columns>\d+) columns? (?P<way>left|right)")


class SlidColumns(Rule):
    code = "slid-columns"
    family = "columns"
    title = "Amounts stand under the heading of their column"
    title_zh = "绩效表错栏"
    why = "An amount that every other form prints as 基本支出 does not become 项目支出 in the performance form."
    needs = "a performance form with 基本支出 and 项目支出"
    tolerance = "none"
    grade = FORM
    message_zh = "绩效表错栏：{found}"
    message_en = "the performance form has slid columns: {found}"

    def examine(self, case: Case) -> Examination:
        findings = []
        for problem in case.disclosure.problems:
            match = _SLID.match(problem.message) if problem.code == "slid-column" else None
            if match is not None and problem.where is not None:
                names = {"row": match["row"], "under": column_name(match["under"])}
                meant = column_name(match["meant"])
                told = "“{row}”的 {raw} 列在“{under}”栏下，各表均为“{meant}”".format(
                    **names, raw=match["raw"], meant=meant
                )
                told_en = "“{row}” prints {raw} under {under}, the other forms print it as {meant}"
                findings.append(
                    Finding(meant, told, (problem.where,), {}, {"found": told_en.format(**match.groupdict())})
                )
        for problem in case.disclosure.problems:
            match = _ROWS.match(problem.message) if problem.code == "slid-indicators" else None
            if match is not None and problem.where is not None:
                way = "左" if match["way"] == "left" else "右"
                told = f"{match['rows']} 行指标比表头偏{way} {match['columns']} 栏"
                findings.append(Finding("", told, (problem.where,), {}, {"found": problem.message}))
            if problem.code == "weights-in-remarks" and problem.where is not None:
                english = {"found": "the weights stand under 备注, for there is no column of weights"}
                findings.append(Finding("", "分值列在“备注”栏，表中没有分值栏", (problem.where,), {}, english))
        performance = [table for table in case.disclosure.tables if "performance" in table.statement]
        return Examination(tuple(findings), len(performance))
