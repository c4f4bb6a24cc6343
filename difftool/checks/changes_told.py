"""Changes as sentences tell them: an amount, by how much it rose or fell, and the percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from difftool.checks.sentences import Amount, Sentence, amount_of, amounts_in, step_of
from difftool.model.disclosure import Passage
from difftool.model.money import NUMBER, UNITS
from difftool.pattern import lazy_pattern
from difftool.prose.directions import FALLING, RISING

UP = rf"{RISING}|提升|增幅|增"
DOWN = rf"{FALLING}|减幅|降幅|缩减|减|降"
# "增加19.64万元，增长0.88%"; "减少14.2万元（44.38%）"; "增加151.25万元，增幅为19.20%".
_CHANGE = lazy_pattern(
    rf"(?P<word>{UP}|{DOWN})(?:了|额|数)?(?:约|为|约为|金额)?[:：]?(?P<amount>{NUMBER})(?P<unit>{UNITS})"
    rf"(?:[，,、；;（(]*(?:同比|比上年|环比|相比)?(?P<word2>(?:{UP}|{DOWN})?)"
    r"(?:率|幅度|幅|比例|变动率|变化率|占比)?(?:约|为|是|达|达到|约为)?[:：]?(?P<percent>-?\d+(?:\.\d+)?)%[)）]?)?"
)
_AGAINST_BUDGET = lazy_pattern(r"年初|预算数?(?:相比|比|增|减)|调整")
_AGAINST_YEAR = lazy_pattern(r"上年|去年|上一年|同比|[较比与同]\d{4}")
_SET_AGAINST = lazy_pattern(r"(?:比|较|与|同)[^，。；,;\d]{0,6}(?:\d{4}年)?[^，。；,;\d]{0,16}$")
_LAST_YEAR = lazy_pattern(r"(?:上年|去年)[^，。；,;\d]{0,8}$")
_REMARK = 16
# 广西, 湖北: "与2023年度决算数2083万元相比，增加308万元".
_COMPARED = lazy_pattern(r"(?:相比较?|比较|对比)[，,]?[^，。；,;\d]{0,14}")
_YEAR = lazy_pattern(r"(20\d\d)年")
_REASON = lazy_pattern(r"原因|由于|因为|主要是|其中")
_GOES_ON = lazy_pattern(r"^(?:[，,]|与|较|比|同比|相比)")


class ToldChange(Struct, frozen=True):
    """A change in a sentence, `rise` or fall.

    `subject` is the amount that changed, None where the words leave it open; `printed_base` is the amount that it
    changed from, where the sentence prints that; `around` are the amounts of the passage that could be either.
    `against` is "year", "budget" or "" as the words between say.
    """

    sentence: Sentence
    subject: Amount | None
    printed_base: Amount | None
    around: tuple[Amount, ...]
    rise: bool
    word: str
    change: Amount
    percent: Decimal | None
    percent_step: Decimal
    percent_word: str
    against: str
    start: int
    end: int

    @property
    def signed(self) -> Decimal:
        return self.change.value if self.rise else -self.change.value

    @property
    def base(self) -> Decimal | None:
        """The amount that it rose or fell from."""
        return None if self.subject is None else self.subject.value - self.signed

    @property
    def words(self) -> str:
        """The change as printed."""
        return self.sentence.text[self.start : self.end]


def changes_in(sentence: Sentence) -> Iterator[ToldChange]:
    """The changes of a sentence in order."""
    matches = list(_CHANGE.finditer(sentence.text))
    if not matches:
        return
    around = tuple(plain_amounts(sentence.passage))
    here = plain_amounts_of(sentence.text)
    for match in matches:
        before = [amount for amount in here if amount.end <= match.start()]
        base = before.pop() if before and is_base(sentence.text, before[-1], match.start()) else None
        subject = before[-1] if before else subject_before(sentence)
        if _REASON.search(sentence.text[before[-1].end if before else 0 : match.start()]):
            subject = None  # a change told as the reason of another
        words = sentence.text[before[-1].end if before else 0 : match.start()]
        value, quantum = amount_of(match["amount"], match["unit"])
        percent = match["percent"]
        yield ToldChange(
            sentence=sentence,
            subject=subject,
            printed_base=base,
            around=around,
            rise=re.fullmatch(UP, match["word"]) is not None,
            word=match["word"],
            change=Amount(value, quantum, match["amount"] + match["unit"], match.start("amount"), match.end("unit")),
            percent=None if percent is None else Decimal(percent),
            percent_step=step_of(percent) if percent else Decimal(1),
            percent_word=match["word2"] or "",
            against=against(words),
            start=match.start(),
            end=match.end(),
        )


def is_base(text: str, amount: Amount, change: int) -> bool:
    """Whether an amount is what the change is set against: "比2025年年初预算数9819.98万元减少193.20万元"."""
    before, after = text[: amount.start], text[amount.end : change]
    if _SET_AGAINST.search(before) and (len(after) <= 2 or _COMPARED.fullmatch(after)):
        return True
    if is_of_an_earlier_year(before) and len(after) <= _REMARK:
        return True
    # "比上年预算（注：上年3,468.18万元，…）减少": a remark with last year's amount.
    return _LAST_YEAR.search(before) is not None and len(after) <= _REMARK


def is_of_an_earlier_year(before: str) -> bool:
    """Whether an amount is told of a year before that of the amount it stands behind.

    山西: "2024年度预算收支总额690万元，2023年度预算收支总额665万元，比上年增加25万元".
    """
    earlier, _, clause = before.rpartition("，")
    years = [int(year) for year in _YEAR.findall(earlier)]
    own = _YEAR.findall(clause)
    return bool(years) and len(own) == 1 and int(own[0]) < years[-1] and any(plain_amounts_of(earlier))


def plain_amounts_of(text: str) -> list[Amount]:
    """The amounts that are no changes themselves."""
    spans = [match.span("amount") for match in _CHANGE.finditer(text)]
    return [a for a in amounts_in(text) if not any(start <= a.start < end for start, end in spans)]


def plain_amounts(passage: Passage) -> list[Amount]:
    return plain_amounts_of(passage.text)


def subject_before(sentence: Sentence) -> Amount | None:
    """The amount of the sentence before, where it tells one only and this sentence goes on from it.

    Final accounts tell one amount twice: "收入总计519.63万元，支出总计519.63万元。与上年相比，减少6.73万元".
    """
    if not _GOES_ON.match(sentence.text):
        return None
    text = sentence.passage.text[: sentence.start]
    last = re.split(r"[。；;]", text.rstrip("。；;"))[-1]
    amounts = plain_amounts_of(last)
    return amounts[-1] if len({amount.value for amount in amounts}) == 1 else None


def against(words: str) -> str:
    if _AGAINST_YEAR.search(words):
        return "year"
    return "budget" if _AGAINST_BUDGET.search(words) else ""
