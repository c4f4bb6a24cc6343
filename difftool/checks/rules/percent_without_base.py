"""增长 100% from nothing, 完成年初预算的 100% of a budget of 0: percentages that do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.changes_told import ToldChange
from difftool.checks.quoting import quoted
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.rules.percent_of_budget import budget_of
from difftool.checks.sentences import amounts_in
from difftool.model.comparison import WORDING
from difftool.model.disclosure import Passage
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_RATE = lazy_pattern(r"完成(?P<of>年初预算|全年预算|调整预算|预算)?(?:数|安排)?(?:的|率)?(?:为|约)?\d+(?:\.\d+)?%")
_WORKS_SHARE = lazy_pattern(r"(工程|货物|服务)采购授予中小企业合同金额占\1支出金额的(?P<percent>\d+(?:\.\d+)?)%")
_SHOWN = 8


class PercentWithoutBase(Rule):
    code = "percent-without-base"
    family = "sentence against itself"
    title = "No percentage of nothing"
    title_zh = "零基数百分比"
    why = "A change or a share of 0 has no percentage: the division is not defined."
    why_zh = "以 0 为基数的增减和占比没有百分比：0 不能作除数。"
    needs = "sentences with percentages"
    tolerance = "none"
    grade = WORDING
    message_zh = "基数为 0，百分比无意义，共 {count} 处：{words}"
    message_en = "the base is 0, so no percentage exists, {count} in all: {words}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        found: list[tuple[str, Place]] = []
        for sentence in case.sentences:
            for told in case.changes_in(sentence):
                if told.percent is not None:
                    judged += 1
                    if from_nothing(told):
                        found.append((told.words, sentence.place(told.start)))
        for passage in case.passages:
            for words, place in rates_of_nothing(passage):
                judged += 1
                if words:
                    found.append((words, place))
        if not found:
            return Examination((), judged)
        words = quoted(words for words, _ in found[:_SHOWN])
        finding = Finding(
            "", found[0][0], tuple(place for _, place in found), {"count": str(len(found)), "words": words}
        )
        return Examination((finding,), judged)


def from_nothing(told: ToldChange) -> bool:
    """Whether the amount before the change was 0, as far as the sentence itself says."""
    if told.printed_base is not None:
        return told.printed_base.value == 0
    if told.subject is not None:
        return told.base == 0
    rise_of_all = told.rise and told.percent == 100 and told.change.value > 0
    return rise_of_all and any(amount.value == told.change.value for amount in told.around)


def rates_of_nothing(passage: Passage) -> Iterator[tuple[str, Place]]:
    """Each rate of completion with its words where the budget that it names is 0, else with none."""
    text = passage.text
    amounts = list(amounts_in(text))
    for match in _RATE.finditer(text):
        budget = budget_of(text, [amount for amount in amounts if amount.end <= match.start()], match["of"] or "")
        if budget is not None:
            yield (match.group() if budget.value == 0 else ""), passage.place_at(match.start())
    for match in _WORKS_SHARE.finditer(text):
        spent = re.search(rf"采购{match[1]}支出(\d[\d,.]*)(?:万元|元)", text)
        nothing = spent is not None and Decimal(spent[1].replace(",", "")) == 0 and Decimal(match["percent"]) > 0
        yield (match.group() if nothing else ""), passage.place_at(match.start())
