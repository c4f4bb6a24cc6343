"""The weights of a project's indicators add up to 100, or to 90 where 10 are kept for the rate of spending."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal, InvalidOperation
from itertools import groupby

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM
from difftool.model.place import Place

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
    why_zh = "项目支出绩效评价管理办法（财预〔2020〕10号）：指标共 100 分，其中预算执行率 10 分。"
    needs = "a performance form with a weight for every indicator"
    tolerance = "none"
    grade = FORM
    message_zh = "“{project}”各指标分值合计 {found}，应为 {expected}"
    message_en = "the weights of “{project}” add up to {found}, not to {expected}"

    def examine(self, case: Case) -> Examination:
        totals: list[tuple[str, Decimal, tuple[Place, ...]]] = []
        # Units of one body have projects of one name, each with indicators of its own: 西安's 办公区能源消耗.
        for project, run in groupby(case.disclosure.indicators, key=lambda indicator: indicator.project):
            rows = list(run)
            if not project and len({row.level3 for row in rows}) < len(rows):
                continue  # the overall form prints its targets again for the next unit
            weights = [weight for row in rows if (weight := number(row.weight)) is not None]
            if len(weights) == len(rows) >= _FEWEST:
                totals.append(
                    (project, sum(weights, start=Decimal(0)), tuple(dict.fromkeys(row.where for row in rows)))
                )
        usual = Counter(total for _, total, _ in totals if total in _WHOLE)
        expected = str(usual.most_common(1)[0][0] if usual else _WHOLE[0])
        findings = tuple(
            Finding(expected, str(total), places, {"project": project})
            for project, total, places in totals
            if total not in _WHOLE
        )
        return Examination(findings, len(totals))


def number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().removesuffix("分").removesuffix("%"))
    except InvalidOperation:
        return None
