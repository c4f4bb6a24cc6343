"""One target with "≥2次" here and "2次" (定性) there."""

from __future__ import annotations

from collections import defaultdict

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM
from difftool.model.disclosure import Indicator
from difftool.pattern import lazy_pattern

_SIGN = lazy_pattern(r"^(?:≥|≤|>=|<=|＞|＜|>|<|大于|小于|不低于|不少于|不超过|不高于)")
_NUMBER = lazy_pattern(r"\d")
_ALL = lazy_pattern(r"100\s*%$")  # nothing is above 100%: bare or bounded, it is one target
_SHOWN = 4


class IndicatorType(Rule):
    code = "indicator-type"
    family = "performance targets"
    title = "A target in figures says whether it is a least or a most"
    title_zh = "指标值类型"
    why = "The same target bounded in one row and bare (定性) in another cannot be scored in one way."
    why_zh = "同一目标一行写明界限，另一行只作定性描述，无法用同一办法评分。"
    needs = "performance targets of one name in several rows"
    tolerance = "rows with other figures"
    grade = FORM
    message_zh = "{count} 个同名指标一处有界限、一处没有：{found}"
    message_en = "{count} targets are bounded in one row and bare in another: {found}"

    def examine(self, case: Case) -> Examination:
        groups: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
        for indicator in case.disclosure.indicators:
            if _NUMBER.search(indicator.target) and not _ALL.search(indicator.target):
                bare = _SIGN.sub("", indicator.target)
                groups[indicator.level3, bare].append(indicator)
        odd = []
        judged = 0
        for (name, _), rows in groups.items():
            judged += len(rows) > 1
            signed = [row for row in rows if _SIGN.match(row.target)]
            plain = [row for row in rows if not _SIGN.match(row.target)]
            if name and signed and plain and not any(mark in signed[0].target for mark in "＝="):
                odd.append((f"“{name}”{signed[0].target}、{plain[0].target}", (signed[0].where, plain[0].where)))
        if not odd:
            return Examination((), judged)
        words = "；".join(each[0] for each in odd[:_SHOWN])
        places = tuple(dict.fromkeys(place for _, where in odd for place in where))
        return Examination((Finding("", words, places, {"count": str(len(odd))}),), judged)
