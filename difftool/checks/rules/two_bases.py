"""Income set against last year's outturn, spending against last year's budget."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.disclosure import BUDGET
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_SET_AGAINST = lazy_pattern(
    r"(收入预算|支出预算|收入总计|支出总计)\d[\d,.]*(?:亿元|万元|元)[^。]{0,60}?[比较](?:\d{4}年|上年)(?:年初)?(预算执行数|执行数|预算)"
    r"数?(?:增加|减少|增长|下降|持平)"
)
_KINDS = {"预算执行数": "预算执行数", "执行数": "预算执行数", "预算": "预算"}


class TwoBases(Rule):
    code = "two-bases"
    family = "sentence against itself"
    title = "Income and spending are set against the same figures of last year"
    title_zh = "上年比较基数"
    why = "A rise over last year's outturn and a rise over last year's budget cannot be set side by side."
    why_zh = "比上年决算的增长与比上年预算的增长不能放在一起比较。"
    needs = "the totals of income and of spending, each compared with last year"
    tolerance = "none"
    grade = WORDING
    message_zh = "{expected}与上年{one}相比，{found}与上年{other}相比：基数不同"
    message_en = "{expected} is compared with last year's {one}, {found} with its {other}"

    def examine(self, case: Case) -> Examination:
        if case.disclosure.stage != BUDGET:
            return Examination()
        told: dict[str, tuple[str, Place]] = {}
        for passage in case.passages:
            for match in _SET_AGAINST.finditer(passage.text):
                told.setdefault(match[1], (_KINDS[match[2]], passage.place_at(match.start())))
        pairs = list(told.items())
        if len(pairs) < 2:
            return Examination((), len(pairs))
        (what, (kind, place)), *rest = pairs
        other = next((each for each in rest if each[1][0] != kind), None)
        if other is None:
            return Examination((), len(pairs))
        details = {"one": kind, "other": other[1][0]}
        return Examination((Finding(what, other[0], (place, other[1][1]), details),), len(pairs))
