"""The weights of a project's indicators add up to 100, or to 90 where 10 are kept for the rate of spending."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from itertools import groupby

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM

_WHOLE = (Decimal(100), Decimal(90))
# Fewer rows than this are a cut-off part of a form, not a project's indicators.
_FEWEST = 3


class IndicatorWeight(Rule):
    code = "indicator-weight"
    family = "performance targets"
    title = "The weights of a project's indicators add up"
    title_zh = "指标分值合计"
    why = (
        "项目支出绩效评价管理办法 (财预〔2020〕10号): indicators weigh 100 in all, 10 of them for the rate of spending."
    )
    needs = "a performance form with a weight for every indicator"
    tolerance = "none"
    grade = FORM
    message_zh = "“{project}”各指标分值合计 {found}，应为 {expected}"
    message_en = "the weights of “{project}” add up to {found}, not to {expected}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        # Units of one body have projects of one name, each with indicators of its own: 西安's 办公区能源消耗.
        for project, run in groupby(case.disclosure.indicators, key=lambda indicator: indicator.project):
            rows = [(indicator, number(indicator.weight)) for indicator in run]
            weights = [weight for _, weight in rows if weight is not None]
            if len(weights) < len(rows) or len(rows) < _FEWEST:
                continue
            judged += 1
            total = sum(weights, start=Decimal(0))
            if total not in _WHOLE:
                places = tuple(dict.fromkeys(indicator.where for indicator, _ in rows))
                findings.append(Finding("100", str(total), places, {"project": project}))
        return Examination(tuple(findings), judged)


def number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().removesuffix("分").removesuffix("%"))
    except InvalidOperation:
        return None
