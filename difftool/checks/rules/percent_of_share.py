"""…B 万元，占 P%: the share recomputed from the amounts around it."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from difftool.checks.case import Case
from difftool.checks.changes_told import plain_amounts_of
from difftool.checks.figures import fits, percent, percent_range
from difftool.checks.percentages import Miss, told_misses
from difftool.checks.rule import Examination, Rule
from difftool.checks.sentences import Amount, amounts_in, step_of
from difftool.model.comparison import CONTRADICTION
from difftool.pattern import lazy_pattern

_SHARE = lazy_pattern(
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
    why_zh = "占比等于部分除以前文所说的总数。"
    needs = "a sentence with an amount and its share"
    tolerance = "what rounding of the printed amounts and of the percentage can make"
    grade = CONTRADICTION
    message_zh = "{words}：按文中金额应为 {expected}，印为 {found}{hint}"
    message_en = "{words}: the amounts give {expected}, {found} is printed{hint}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        misses: list[Miss] = []
        history: list[list[Amount]] = []
        for passage in case.passages:
            here = list(amounts_in(passage.text))
            before = [amount for amounts in reversed(history) for amount in amounts]
            every = shares_in(passage.text)
            shares = [share for share in every if not names_unprinted_whole(share, here)]
            judged += len(shares)
            for share in shares:
                wholes = [whole for whole in (*here, *before, *sum_of(every)) if whole.value >= share.part.value]
                if any(share.is_of(whole) for whole in wholes):
                    continue
                whole = whole_of_others(share, every, here) or nearest_whole(share, wholes)
                if whole is not None:
                    right = percent(share.part.value, whole.value, share.step)
                    place = passage.place_at(share.start)
                    misses.append(Miss(right, share.printed, share.step, f"{share.part.raw}{share.words}", place))
            history = [*history, here][-_BACK:]
        return Examination(told_misses(misses), judged)


class Share(Struct, frozen=True):
    """A part with its printed share; `of` is what the text calls the whole."""

    part: Amount
    printed: Decimal
    step: Decimal
    of: str
    words: str
    start: int

    def is_of(self, whole: Amount) -> bool:
        """Whether the printed share can be that of the part in this whole."""
        if whole.value <= 0:
            return False
        bounds = percent_range(self.part.value, self.part.quantum, whole.value, whole.quantum)
        return fits(self.printed, self.step, bounds)

    def distance(self, whole: Amount) -> Decimal:
        return abs(self.part.value / whole.value * 100 - self.printed)


def shares_in(text: str) -> list[Share]:
    """The shares of a text, each right behind the amount whose share it is."""
    found = []
    amounts = plain_amounts_of(text)
    for match in _SHARE.finditer(text):
        before = [amount for amount in amounts if amount.end <= match.start()]
        if before and match.start() - before[-1].end <= 2 and before[-1].value > 0:
            number = match["percent"]
            share = Share(before[-1], Decimal(number), step_of(number), match["of"], match.group(), match.start())
            found.append(share)
    return found


def names_unprinted_whole(share: Share, here: list[Amount]) -> bool:
    """Whether the whole has a name and no amount before the part could be it: "占工程支出金额的"."""
    could_be = [whole for whole in here if whole.start < share.part.start and whole.value >= share.part.value]
    return bool(share.of) and not could_be


def sum_of(shares: list[Share]) -> list[Amount]:
    """The whole that a passage splits into shares without printing it: "因公出国…占“三公”经费的19.1%；…"."""
    if len(shares) < 2:
        return []
    total = sum((share.part.value for share in shares), start=Decimal(0))
    return [Amount(total, max(share.part.quantum for share in shares) * len(shares), "", 0, 0)]


def whole_of_others(share: Share, shares: list[Share], here: list[Amount]) -> Amount | None:
    """The whole that another share of the passage is of, where it is larger than the part."""
    others = [other for other in shares if other is not share]
    larger = (whole for whole in here if whole.value > share.part.value)
    return next((whole for whole in larger if any(other.is_of(whole) for other in others)), None)


def nearest_whole(share: Share, wholes: list[Amount]) -> Amount | None:
    """The whole that comes nearest to the printed share; None where none comes near: the whole is not printed."""
    others = [whole for whole in wholes if whole is not share.part and whole.value > 0]
    near = min(others, key=share.distance, default=None)
    if near is None or share.distance(near) > max(share.printed / 10, Decimal(1)):
        return None
    return near
