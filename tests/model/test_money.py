"""Money as printed becomes exact yuan with its step."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.model.money import YUAN, read_money

units = st.sampled_from(sorted(YUAN))
cents = st.integers(min_value=-(10**14), max_value=10**14)


@given(cents, st.integers(min_value=0, max_value=6), units)
def test_what_is_printed_is_read_back_exactly(digits, decimals, unit):
    printed = Decimal(digits).scaleb(-decimals)
    money = read_money(f"{printed:,.{decimals}f}", unit)
    assert money.amount == printed * YUAN[unit]
    assert money.quantum == YUAN[unit].scaleb(-decimals)


@given(cents, units)
def test_white_space_inside_a_number_changes_nothing(digits, unit):
    text = f"{Decimal(digits).scaleb(-2):,.2f}"
    broken = "\n ".join(text)
    assert read_money(broken, unit).amount == read_money(text, unit).amount


@pytest.mark.parametrize(
    ("printed", "unit", "amount", "quantum"),
    [
        ("938.91", "万元", "9389100", "100"),
        ("13. 35", "万元", "133500", "100"),
        ("1682.7\n6", "万元", "16827600", "100"),
        ("１，２３４．５", "元", "1234.5", "0.1"),
        ("(12.00)", "万元", "-120000", "100"),
        ("△12.00", "万元", "-120000", "100"),
        ("938.91万元", "元", "9389100", "100"),
        ("12元", "万元", "12", "1"),
        ("0", "万元", "0", "10000"),
        ("1 234 567.8", "元", "1234567.8", "0.1"),
        ("-1 2 3 . 4", "元", "-123.4", "0.1"),
        ("125360,898", "元", "125360898", "1"),
        ("82,096,797.42", "元", "82096797.42", "0.01"),
    ],
)
def test_printed_forms_seen_in_disclosures(printed, unit, amount, quantum):
    money = read_money(printed, unit)
    assert (str(money.amount), str(money.quantum)) == (amount, quantum)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "—",
        "/",
        "12.5%",
        "20104-发展",
        "1,23",
        "(12.00",
        "2024年",
        "1.2.3",
        "**",
        "20 000000",
        "12 34",
        "1 234 56.70",
    ],
)
def test_blanks_dashes_and_other_texts_are_no_money(text):
    assert read_money(text, "万元") is None


@given(st.text("0123456789", min_size=1, max_size=60), st.text("0123456789", max_size=60), units)
def test_a_number_of_any_length_is_read_exactly_or_is_no_money(whole, decimals, unit):
    """A damaged file runs cells together: a number of forty digits can be read, but not as an amount."""
    printed = f"{whole}.{decimals}" if decimals else whole
    money = read_money(printed, unit)
    if len(whole) + len(decimals) > 20:
        assert money is None
    else:
        factor = int(YUAN[unit])
        assert int(money.amount.scaleb(len(decimals))) == int(whole + decimals) * factor
