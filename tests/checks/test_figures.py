"""How amounts are said in messages."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from difftool.checks.figures import say_alike
from difftool.checks.names import column_name, column_name_en

STEPS = st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(10), Decimal(100), Decimal(10_000)])
amounts = STEPS.flatmap(lambda step: st.integers(-(10**9), 10**9).map(lambda n: (step * n, step)))


def test_yuan_beside_ten_thousands_is_said_in_ten_thousands() -> None:
    """Forms in 元 under sentences in 万元: 13.87 万元 against 110,176.44 元."""
    told = say_alike((Decimal(138_700), Decimal(100)), (Decimal("110176.44"), Decimal("0.01")))
    assert told == ["13.87万元", "11.017644万元"]


def test_amounts_printed_alike_are_said_as_printed() -> None:
    assert say_alike((Decimal("110176.40"), Decimal("0.01")), (Decimal(5), Decimal(1))) == ["110,176.40元", "5元"]


@given(st.lists(amounts, min_size=1, max_size=4))
def test_amounts_of_one_sentence_have_one_unit_and_lose_no_digit(printed: list[tuple[Decimal, Decimal]]) -> None:
    told = say_alike(*printed)
    units = {each.lstrip("-0123456789,.") for each in told}
    assert units in ({"元"}, {"万元"})
    times = 10_000 if units == {"万元"} else 1
    for (amount, _), each in zip(printed, told, strict=True):
        assert Decimal(each.rstrip("万元").replace(",", "")) * times == amount


def test_columns_are_told_in_words_and_never_by_their_ids() -> None:
    assert column_name("special_account") == "财政专户"
    assert column_name("carryover_in.general_public") == "上年结转·一般公共预算"
    assert column_name("project.特定目标类") == "项目支出·特定目标类"
    assert column_name_en("government_fund") == "government fund"
