"""Amounts in sentences: the unit and the digits of the tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from difftool.model.fact import Fact
from difftool.model.money import read_money
from difftool.model.place import LinePlace
from difftool.report.amounts import AmountStyle
from difftool.report.language import speaking

CHINESE = AmountStyle(6)
ENGLISH = AmountStyle(6, Decimal(1))
SPACE = "\N{NO-BREAK SPACE}"


def printed(raw: str) -> Fact:
    money = read_money(raw, "万元")
    assert money is not None
    return Fact(
        "summary", "use:total", "支出总计", "total", 2024, "own", money.amount, money.quantum, raw, LinePlace(1)
    )


@pytest.mark.parametrize("raw", ["9,999.99", "21,955.35", "123,456,789"])
def test_an_amount_in_a_sentence_reads_as_the_tables_print_it(raw: str) -> None:
    fact = printed(raw)
    assert CHINESE.size(fact.amount, fact.quantum) == f"{CHINESE.amount(fact.amount, fact.quantum)}{SPACE}万元"
    assert CHINESE.size(-fact.amount, fact.quantum) == f"{raw}{SPACE}万元"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("476.41", "353.87", "476.41 → 353.87 万元"),
        ("7,968.14", "10,883.36", "7,968.14 → 10,883.36 万元"),
        ("0", "21,955.35", "0 → 21,955.35 万元"),
        ("-3.50", "7.20", "−3.50 → 7.20 万元"),
        (None, "7.20", "未列 → 7.20 万元"),
        ("12,000.5", None, "12,000.5 万元 → 未列"),
    ],
    ids=["small", "large", "from nothing", "below zero", "new line", "line gone"],
)
def test_two_amounts_side_by_side_share_a_unit(old: str | None, new: str | None, told: str) -> None:
    way = CHINESE.way(old and printed(old), new and printed(new))
    assert way.replace(SPACE, " ") == told


def test_english_sentences_stay_in_yuan() -> None:
    with speaking("en"):
        assert ENGLISH.size(Decimal(219_553_500), Decimal(100)).replace(SPACE, " ") == "219,553,500 yuan"
