"""预算执行情况优 of a project that spent six tenths of its budget."""

from __future__ import annotations

from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.figures import percent, say_fact
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.fact import EXECUTED
from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern

_PRAISED = lazy_pattern(r"(?:预算|资金)执行(?:情况|率|进度)?(?:为|较)?(?:[“\"])?(?:优|良好)")
_FULL = Decimal(80)


class ExecutionPraised(Rule):
    code = "execution-praised"
    family = "performance targets"
    title = "Spending called good is near its budget"
    title_zh = "预算执行评价"
    why = "项目支出绩效评价管理办法 (财预〔2020〕10号) measures execution by the share of the budget that was spent."
    why_zh = "项目支出绩效评价管理办法（财预〔2020〕10号）以支出占预算的比例衡量执行。"
    needs = "a sentence that praises execution, with an amount that the performance data set against its budget"
    tolerance = "four fifths of the budget and more"
    grade = WORDING
    message_zh = "文字称“{words}”，该项目预算 {expected}、支出 {found}，执行率 {rate}%"
    message_en = "the text says “{words}” of a project that spent {found} of {expected}, {rate}%"

    def examine(self, case: Case) -> Examination:
        rows = [f for f in case.own_year if f.statement in ("performance_data", "performance_review")]
        spent = [f for f in rows if f.phase == EXECUTED and kind_of(f.item) == "project" and f.amount]
        judged = 0
        findings = []
        for sentence in case.sentences:
            match = _PRAISED.search(sentence.passage.text) if sentence.amounts else None
            if match is None or match.start() < sentence.start:
                continue
            for fact in spent:
                budget = [f for f in rows if f.item == fact.item and f.phase != EXECUTED and f.amount]
                if not budget or all(amount.value != fact.amount for amount in sentence.amounts):
                    continue
                judged += 1
                rate = percent(fact.amount, budget[0].amount, Decimal("0.01"))
                if rate < _FULL:
                    places = (sentence.passage.place_at(match.start()), fact.where, budget[0].where)
                    words = {"words": match.group(), "rate": str(rate)}
                    findings.append(Finding(say_fact(budget[0]), say_fact(fact), places, words))
        return Examination(tuple(findings), judged)
