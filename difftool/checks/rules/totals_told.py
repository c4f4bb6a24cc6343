"""Totals, basic and project expenditure in sentences and performance annexes against the forms."""

from __future__ import annotations

import re

from difftool.checks.against_forms import Against, compare
from difftool.checks.case import Case
from difftool.checks.quantities import ANNEXES, quantity_of
from difftool.checks.rule import Examination, Rule
from difftool.model.comparison import CONTRADICTION
from difftool.model.fact import NARRATIVE, Fact
from difftool.pattern import lazy_pattern

APPROPRIATED = "appropriated"

_OTHER_MONEY = lazy_pattern(r"其他|单位资金|转移支付|专户|事业|经营|附属|上级|上缴|基金|结转|结余|增加|减少")

_ONE_LINE = lazy_pattern(r"科目|[（(][类款项][）)]|该项目|项目批复")


class TotalsTold(Rule):
    code = "totals-told"
    family = "form against sentence"
    title = "Totals are the same in the text, the annexes and the forms"
    title_zh = "总计：文字、绩效附表与各表"
    why = "The text and the self-evaluation are about the budget of the forms: its total, basic and project part."
    why_zh = "文字和自评说的就是各表的预算：总额、基本支出和项目支出。"
    needs = "sentences or performance annexes with totals, and forms of the same year and phase"
    tolerance = "half a printed step of each side"
    grade = CONTRADICTION
    message_zh = "{source}称“{line}”{phase}为 {found}，{form}{of}为 {expected}{hint}"
    message_en = "the {source} gives {line} ({phase_en}) {found}, the {form}{of} gives {expected}{hint}"

    def examine(self, case: Case) -> Examination:
        pairs = []
        for fact in case.disclosure.facts:
            quantity = APPROPRIATED if is_appropriation(fact) else quantity_of(fact)
            told = fact.statement == NARRATIVE or fact.statement in ANNEXES
            own = fact.year == case.disclosure.year and not of_other_money(fact, case)
            if told and quantity is not None and own and fact.amount:
                forms = (
                    appropriated(case) if quantity == APPROPRIATED else case.quantities.get((quantity, fact.phase), ())
                )
                printed = [f for f in forms if f.amount and f.phase == fact.phase]
                pairs.append(Against(fact, printed, case.usual_step(fact), quantity))
        return compare(pairs, case.causes, "总计的表格数", "forms with totals")


def is_appropriation(fact: Fact) -> bool:
    """Whether a sentence tells the whole of 财政拨款收支总表: "2026年财政拨款收支总预算9万元"."""
    return fact.statement == NARRATIVE and fact.measure == "fiscal" and fact.item in ("source:total", "use:total")


def appropriated(case: Case) -> list[Fact]:
    """The totals of 财政拨款收支总表: 湖州 2026 prints 38191.21 there, and 64618.75 in the text and 收支总表."""
    rows = [f"{side}:{total}" for side in ("source", "use") for total in ("total", "year_total")]
    return [
        fact
        for fact in case.own_year
        if fact.statement == "appropriation" and fact.item in rows and fact.measure == "total"
    ]


def of_other_money(fact: Fact, case: Case) -> bool:
    """Whether the clause before a figure limits it to a part of the money: "其他资金收入预算总计15万元"."""
    sentence = case.sentence_at(fact.where, fact.raw) if fact.statement == NARRATIVE else None
    if sentence is None:
        return False
    before = sentence.text.partition(fact.raw.strip())[0]
    clause = re.split(r"[，。；：:,;]", before)[-1]
    return _OTHER_MONEY.search(clause) is not None or _ONE_LINE.search(before) is not None
