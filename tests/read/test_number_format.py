"""Numbers as number formats print them."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.read.number_format import BUILT_IN, print_number

ACCOUNTING = BUILT_IN[43]


@pytest.mark.parametrize(
    ("stored", "code", "printed"),
    [
        ("717.9400000000001", "0.00", "717.94"),
        ("717.9400000000001", "General", "717.94"),
        ("10282568.17", "General", "10282568.17"),
        ("1.005", "0.00", "1.01"),
        ("50.4", "0.00", "50.40"),
        ("50.4", "0.0#", "50.4"),
        ("10282568.17", "#,##0.00", "10,282,568.17"),
        ("-1234.5", "#,##0.00", "-1,234.50"),
        ("-1234.5", "#,##0.00_);(#,##0.00)", "(1,234.50)"),
        ("-1234.5", "#,##0.00;[Red]-#,##0.00", "-1,234.50"),
        ("-0.001", "0.00", "0.00"),
        ("5.684341886080802E-14", "General", "0"),
        ("0", ACCOUNTING, "-"),
        ("1234.5", ACCOUNTING, "1,234.50"),
        ("0", "#,##0.00;-#,##0.00;", ""),
        ("0", "#", ""),
        ("0", '#,##0.00;-#,##0.00;"—"', "—"),
        ("123456", "0!.0,", "12.3"),
        ("123456789", "#,##0.00,,", "123.46"),
        ("123456", "#,##0,", "123"),
        ("0.0252", "0.00%", "2.52%"),
        ("12.5", '0.00"万元"', "12.50万元"),
        ("12.5", '"¥"#,##0.00', "¥12.50"),
        ("12.5", "[$￥-804]#,##0.00", "￥12.50"),
        ("15", '[>=10]"多";0.0', "多"),
        ("5", "[>=10]0.00;0.0", "5.0"),
        ("2010450", "0", "2010450"),
        ("5", "00", "05"),
        ("45292", 'yyyy"年"m"月"d"日"', "2024年1月1日"),
        ("45292", "yyyymmdd", "20240101"),
        ("1234.5", "0.00E+00", "1234.5"),
        ("0.5", "# ?/?", "0.5"),
        ("12", "@", "12"),
        ("12", "[DBNum2]General", "12"),
    ],
)
def test_a_number_is_printed_by_its_format(stored, code, printed):
    assert print_number(stored, code) == printed


@given(st.integers(-(10**13), 10**13), st.integers(0, 4))
def test_the_binary_fraction_never_shows(cents, decimals):
    """Whatever a program stored for an amount in cents, the print is the rounded decimal."""
    amount = Decimal(cents).scaleb(-2)
    printed = print_number(repr(float(amount)), "0." + "0" * decimals if decimals else "0")
    assert Decimal(printed) == amount.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


@given(st.integers(-(10**13), 10**13))
def test_grouping_changes_commas_alone(cents):
    stored = repr(cents / 100)
    assert print_number(stored, "#,##0.00").replace(",", "") == print_number(stored, "0.00")


@given(st.text(alphabet='0#?.,%;-()[]"\\_*@ymdEG年万', max_size=20), st.integers(-(10**9), 10**9))
def test_no_format_is_too_strange(code, number):
    assert isinstance(print_number(str(number), code), str)


@pytest.mark.parametrize("stored", ["", "x", "NaN", "Infinity", "1e999", "1e400000"])
def test_what_is_no_number_is_told(stored):
    with pytest.raises(ValueError):
        print_number(stored, "0.00")
