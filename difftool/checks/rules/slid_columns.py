"""Amounts of the performance forms under the heading of another column."""

from __future__ import annotations

import re

from difftool.checks.case import Case
from difftool.checks.names import column_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM

_SLID = re.compile(r"(?P<row>.+): (?P<raw>-?[\d,.]+) stands under (?P<under>\w+), but is the (?P<meant>\w+) total")


class SlidColumns(Rule):
    code = "slid-columns"
    family = "columns"
    title = "Amounts stand under the heading of their column"
    title_zh = "绩效表错栏"
    why = "An amount that every other form prints as 基本支出 does not become 项目支出 in the performance form."
    needs = "a performance form with 基本支出 and 项目支出"
    tolerance = "none"
    grade = FORM
    message_zh = "绩效表“{row}”的 {found} 列在“{under}”栏下，各表均为“{expected}”"
    message_en = "“{row}” prints {found} under {under}, the other forms print it as {expected}"

    def examine(self, case: Case) -> Examination:
        findings = []
        for problem in case.disclosure.problems:
            match = _SLID.match(problem.message) if problem.code == "slid-column" else None
            if match is not None and problem.where is not None:
                names = {"row": match["row"], "under": column_name(match["under"])}
                english = {"under": match["under"], "expected": match["meant"]}
                meant = column_name(match["meant"])
                findings.append(Finding(meant, match["raw"], (problem.where,), names, english))
        performance = [table for table in case.disclosure.tables if "performance" in table.statement]
        return Examination(tuple(findings), len(performance))
