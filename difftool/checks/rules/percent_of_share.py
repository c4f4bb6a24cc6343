"""…B 万元，占 P%: the share recomputed from the amounts around it."""

from __future__ import annotations

import re
from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.changes_told import plain_amounts_of
from difftool.checks.figures import fits, percent, percent_range
from difftool.checks.percentages import Miss, told_misses
from difftool.checks.rule import Examination, Rule
from difftool.checks.sentences import Amount, amounts_in, step_of
from difftool.model.comparison import CONTRADICTION

_SHARE = re.compile(
    r"[，,（(、]?占(?P<of>[^，。；,;（()\d%]{0,24}?)(?:的)?(?:比重|比例|比)?(?:约|为|约为)?[:：]?(?P<percent>\d+(?:\.\d+)?)%"
)
# How many passages back a list of shares may have its total: the longest list seen is that of all 类.
_BACK = 30


class PercentOfShare(Rule):
    code = "percent-of-share"
    family = "sentence against itself"
    title = "A share follows from the part and the whole"
    title_zh = "占比"
    why = "A share is the part divided by the whole that the text names before it."
    needs = "a sentence with an amount and its share"
    tolerance = "what rounding of the printed amounts and of the percentage can make"
    grade = CONTRADICTION
    message_zh = "“{words}”：按文中金额应为 {expected}，印为 {found}{hint}"
    message_en = "“{words}”: the amounts give {expected}, {found} is printed{hint}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        misses: list[Miss] = []
        history: list[Amount] = []
        sizes: list[int] = []
        for passage in case.passages:
            here = list(amounts_in(passage.text))
            for match in _SHARE.finditer(passage.text):
                before = [a for a in plain_amounts_of(passage.text) if a.end <= match.start()]
                if not before or match.start() - before[-1].end > 2 or before[-1].value <= 0:
                    continue
                part, printed, step = before[-1], Decimal(match["percent"]), step_of(match["percent"])
                wholes = [amount for amount in [*here, *reversed(history)] if amount.value >= part.value]
                if match["of"] and not any(amount.start < part.start for amount in here if amount in wholes):
                    # "占工程支出金额的": a whole that the text may not print.
                    continue
                judged += 1
                sums = [whole] if (whole := sum_of_parts(passage.text)) is not None else []
                if not any(fits(printed, step, share(part, whole)) for whole in (*wholes, *sums)):
                    whole = likely_whole(part, printed, wholes)
                    if whole is not None:
                        right = percent(part.value, whole.value, step)
                        words = f"{part.raw}{match.group()}"
                        place = passage.place_at(match.start())
                        misses.append(Miss(right, printed, step, words, place))
            history += here
            sizes.append(len(here))
            if len(sizes) > _BACK:
                del history[: sizes.pop(0)]
        return Examination(told_misses(misses), judged)


def parts_of(text: str) -> list[Amount]:
    """The amounts that a passage gives with their shares."""
    ends = {match.start() for match in _SHARE.finditer(text)}
    return [amount for amount in amounts_in(text) if any(0 <= end - amount.end <= 2 for end in ends)]


def sum_of_parts(text: str) -> Amount | None:
    """The whole that a passage splits into shares without printing it: "其中因公出国…占“三公”经费的19.1%；…"."""
    parts = parts_of(text)
    if len(parts) < 2:
        return None
    total = sum((part.value for part in parts), start=Decimal(0))
    return Amount(total, max(part.quantum for part in parts) * len(parts), "", 0, 0)


def share(part: Amount, whole: Amount) -> tuple[Decimal, Decimal]:
    return percent_range(part.value, part.quantum, whole.value, whole.quantum)


def likely_whole(part: Amount, printed: Decimal, wholes: list[Amount]) -> Amount | None:
    """The whole that comes nearest to the printed share; None where none comes near: the whole is not printed."""
    others = [whole for whole in wholes if whole is not part and whole.value > 0]
    near = min(others, key=lambda whole: abs(part.value / whole.value * 100 - printed), default=None)
    if near is None or abs(part.value / near.value * 100 - printed) > max(printed / 10, Decimal(1)):
        return None
    return near
