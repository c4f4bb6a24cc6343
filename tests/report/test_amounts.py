"""Amounts in sentences: the unit by size, every digit kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("9,999.99", "9,999.99 万元"),
        ("10,000.00", "1.00 亿元"),
        ("21,955.35", "2.195535 亿元"),
        ("21,955.30", "2.19553 亿元"),
        ("-21,955.35", "2.195535 亿元"),
        ("1,234,567,890", "123,456.789 亿元"),
    ],
)
def test_an_amount_in_a_sentence_takes_its_unit_by_size(raw: str, told: str) -> None:
    fact = printed(raw)
    assert CHINESE.size(fact.amount, fact.quantum).replace(SPACE, " ") == told


@given(st.decimals(min_value=10_000, max_value=10**12, places=2))
def test_no_digit_is_lost_in_hundred_millions(amount: Decimal) -> None:
    number, unit = CHINESE.size(amount * 10_000, Decimal(100)).split(SPACE)
    assert unit == "亿元"
    assert Decimal(number.replace(",", "")) * 10_000 == amount


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("476.41", "353.87", "476.41 → 353.87 万元"),
        ("7,968.14", "10,883.36", "7,968.14 → 10,883.36 万元"),
        ("17,996.68", "21,955.35", "1.799668 → 2.195535 亿元"),
        ("0", "21,955.35", "0.00 → 2.195535 亿元"),
        (None, "7.20", "未列 → 7.20 万元"),
        ("12,000.5", None, "1.20005 亿元 → 未列"),
    ],
    ids=["small", "one large", "both large", "from nothing", "new line", "line gone"],
)
def test_two_amounts_side_by_side_share_a_unit(old: str | None, new: str | None, told: str) -> None:
    way = CHINESE.way(old and printed(old), new and printed(new))
    assert way.replace(SPACE, " ") == told


def test_english_sentences_stay_in_yuan() -> None:
    with speaking("en"):
        assert ENGLISH.size(Decimal(219_553_500), Decimal(100)).replace(SPACE, " ") == "219,553,500 yuan"
