"""增加 D 万元，增长 P%: the percentage recomputed from the amounts of the sentence."""

from __future__ import annotations

from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.changes_told import ToldChange
from difftool.checks.figures import fits, percent, percent_range
from difftool.checks.percentages import Miss, told_misses
from difftool.checks.rule import Examination, Rule
from difftool.checks.sentences import Amount
from difftool.model.comparison import CONTRADICTION


class PercentOfChange(Rule):
    code = "percent-of-change"
    family = "sentence against itself"
    title = "The percentage of a change follows from its amounts"
    title_zh = "增减百分比"
    why = "Growth is the change divided by the amount before it; both stand in the same sentence."
    why_zh = "增减百分比等于增减额除以变动之前的数；两者都在同一句中。"
    needs = "a sentence with an amount, its change and a percentage"
    tolerance = "what rounding of the printed amounts and of the percentage can make"
    grade = CONTRADICTION
    message_zh = "{words}：按文中金额应为 {expected}，印为 {found}{hint}"
    message_en = "{words}: the amounts give {expected}, {found} is printed{hint}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        misses: list[Miss] = []
        for sentence in case.sentences:
            for told in case.changes_in(sentence):
                if told.percent is None or told.change.value == 0:
                    continue
                if told.printed_base is not None:
                    judged += 1
                    if told.printed_base.value > 0 and not on_base(told, told.printed_base, case.text_step):
                        misses.append(miss_from_base(told, told.printed_base))
                    continue
                if told.subject is None:
                    continue  # the words leave open which amount changed: "收支总额比上年增加…"
                judged += 1
                amounts = (told.subject, *told.around)
                if told.base == 0 or any(explains(told, amount, case.text_step) for amount in amounts):
                    continue
                misses.append(miss_of(told, told.subject))
        return Examination(told_misses(misses), judged)


def base_of(told: ToldChange, amount: Amount) -> Decimal:
    return amount.value - told.signed


def explains(told: ToldChange, amount: Amount, usual: Decimal) -> bool:
    """Whether the percentage is that of the change on what this amount was before, or on this amount as the base.

    `usual` is the printed step of the text: a figure with fewer decimals has lost zeros.
    """
    assert told.percent is not None
    change_step, amount_step = min(told.change.quantum, usual), min(amount.quantum, usual)
    for base, base_step in ((base_of(told, amount), change_step + amount_step), (amount.value, amount_step)):
        itself = told.subject is not None and base == told.subject.value
        if base <= 0 or itself:
            continue
        bounds = percent_range(told.change.value, change_step, base, base_step)
        if fits(abs(told.percent), told.percent_step, bounds):
            return True
    return False


def on_base(told: ToldChange, base: Amount, usual: Decimal) -> bool:
    assert told.percent is not None
    steps = (min(told.change.quantum, usual), min(base.quantum, usual))
    bounds = percent_range(told.change.value, steps[0], base.value, steps[1])
    return fits(abs(told.percent), told.percent_step, bounds)


def miss_from_base(told: ToldChange, base: Amount) -> Miss:
    assert told.percent is not None
    right = percent(told.change.value, base.value, told.percent_step)
    words = f"{base.raw}，{told.words}"
    return Miss(right, abs(told.percent), told.percent_step, words, told.sentence.place(told.start))


def miss_of(told: ToldChange, amount: Amount) -> Miss:
    assert told.percent is not None
    right = abs(percent(told.change.value, base_of(told, amount), told.percent_step))
    on_itself = amount.value > 0 and percent(told.change.value, amount.value, told.percent_step) == told.percent
    return Miss(
        right=right,
        printed=abs(told.percent),
        step=told.percent_step,
        words=f"{amount.raw}，{told.words}",
        where=told.sentence.place(told.start),
        hint="（误以变动后的金额为基数）" if on_itself else "",
        hint_en=" (divided by the amount after the change)" if on_itself else "",
    )
