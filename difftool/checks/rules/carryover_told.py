"""结余结转 in a performance report of a body whose forms carry nothing over."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.figures import say, say_fact
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.sentences import AMOUNT, amount_of
from difftool.model.comparison import CONTRADICTION
from difftool.model.disclosure import FINAL
from difftool.pattern import lazy_pattern

_LEFT = lazy_pattern(rf"(?:结余结转|结转结余|年末结转和结余|结转下年)(?:资金)?(?:为)?{AMOUNT}")


class CarryoverTold(Rule):
    code = "carryover-told"
    family = "form against sentence"
    title = "Money left over in the text is left over in the forms"
    title_zh = "结转结余：文字与表格"
    why = "What a project has left at the end of the year stands under 年末结转和结余 of the final account."
    why_zh = "项目年末剩余的资金列在决算的年末结转和结余中。"
    needs = "a final account with a sentence on money left over, and its summary form"
    tolerance = "half a printed step of each side"
    grade = CONTRADICTION
    message_zh = "文字称结转结余 {found}，收支总表无年末结转和结余（支出合计等于支出总计 {expected}）"
    message_en = "the text tells of {found} left over, yet the summary carries nothing over: all of {expected} is spent"

    def examine(self, case: Case) -> Examination:
        if case.disclosure.stage != FINAL:
            return Examination()
        summary = {f.item: f for f in case.own_year if f.statement == "summary" and f.measure == "total"}
        whole, spent = summary.get("use:total"), summary.get("use:year_total")
        carried = any(f.amount for item, f in summary.items() if item.startswith(("use:carryover", "use:surplus")))
        judged = 0
        findings = []
        for passage in case.passages:
            for match in _LEFT.finditer(passage.text):
                value, step = amount_of(match[1], match[2])
                if whole is None or spent is None:
                    return Examination((), 0, "收支总表的支出合计与总计", "a summary with its totals")
                judged += 1
                if value and not carried and whole.amount == spent.amount:
                    places = (passage.place_at(match.start()), spent.where, whole.where)
                    findings.append(Finding(say_fact(whole), say(value, step), places))
        return Examination(tuple(findings), judged)
