"""Completion "≤100%": a target with the sign turned round."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_MORE_IS_BETTER = lazy_pattern(r"及时|完成率|合格率|满意度|达标率|覆盖率|准确率|到位率|验收")
_BOUND = lazy_pattern(r"(?:≤|<=|小于等于|不超过|不高于)\s*(?:100|9\d)\s*(?:%|$)")
_SHOWN = 4


class IndicatorSign(Rule):
    code = "indicator-sign"
    family = "performance targets"
    title = "A target bounds on the right side"
    title_zh = "指标方向"
    why = "Of completion, timeliness and satisfaction more is better: their target is a least, not a most."
    why_zh = "完成率、及时率、满意度越高越好：目标是不低于，不是不超过。"
    needs = "performance targets"
    tolerance = "none"
    grade = FORM
    message_zh = "{count} 个越高越好的指标设为上限：{found}"
    message_en = "{count} targets where more is better are set as upper bounds: {found}"

    def examine(self, case: Case) -> Examination:
        turned: list[tuple[str, Place]] = []
        indicators = case.disclosure.indicators
        for indicator in indicators:
            name = indicator.level3 or indicator.level2
            if _MORE_IS_BETTER.search(name) and _BOUND.search(indicator.target):
                turned.append((f"{name} {indicator.target}", indicator.where))
        if not turned:
            return Examination((), len(indicators))
        words = "；".join(words for words, _ in turned[:_SHOWN])
        places = tuple(dict.fromkeys(place for _, place in turned))
        return Examination((Finding("≥", words, places, {"count": str(len(turned))}),), len(indicators))
