"""Two documents of one body: this year's figures of last year against last year's own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from difftool.checks import check_between
from difftool.model.comparison import FAIL, NOT_APPLICABLE, PASS, Move, Part


def failed(old, new, rule: str, moves=()):
    return [check for check in check_between(old, new, moves) if check.rule == rule and check.status == FAIL]


def test_a_column_of_last_year(make) -> None:
    old = make.disclosure(
        make.column("three_public", {"public:total": "19.00", "public:reception": "5.00"}, year=2023), year=2023
    )
    printed = make.column("three_public", {"public:total": "19.00", "public:reception": "4.00"}, year=2023)
    new = make.disclosure([*printed, make.fact("three_public", "public:total", "18.00")])
    checks = failed(old, new, "prior-figures")
    assert [(check.expected, check.found, check.side) for check in checks] == [("5.00万元", "4.00万元", "both")]


def test_an_opening_budget_in_the_final_account(make) -> None:
    old = make.disclosure([make.fact("general_public", "func:2010450", "476.41")])
    right = make.fact("narrative", "func:2010450", "476.41")
    wrong = make.fact("narrative", "func:2010450", "467.41")
    assert failed(old, make.disclosure([right], stage="final"), "prior-figures") == []
    assert len(failed(old, make.disclosure([wrong], stage="final"), "prior-figures")) == 1


def told(make, words: str, item: str, amount: str):
    disclosure = make.disclosure(text=[words])
    fact = replace(make.fact("narrative", item, amount), where=disclosure.passages[0].where)
    return replace(disclosure, facts=(fact,))


def test_the_base_of_a_change_is_last_year_s_amount(make) -> None:
    """江苏省人民检察院 2018: travel "与上年预算数相等" at 100, where the 2017 budget has 110."""
    old = make.disclosure([make.fact("three_public", "public:abroad", "110.00", year=2023)], year=2023)
    same = told(make, "因公出国（境）费预算支出100.00万元，与上年预算数相等。", "public:abroad", "100.00")
    assert [check.expected for check in failed(old, same, "prior-base")] == ["110.00万元"]
    less = told(make, "因公出国（境）费预算支出100.00万元，比上年预算减少10.00万元。", "public:abroad", "100.00")
    assert [check.status for check in check_between(old, less) if check.rule == "prior-base"] == [PASS]


@pytest.mark.parametrize(("confidence", "fails"), [("0.85", []), ("0.3", ["150.00万元"])], ids=["claimed", "plausible"])
def test_an_amount_of_last_year_counted_anew_after_a_move_is_right(make, confidence: str, fails: list[str]) -> None:
    """江苏省人民检察院 2018: other 项 went into one, whose change is told against 150 and the 1,879 that came to it."""
    old = make.disclosure([make.fact("general_public", "func:2040405", "150.00", year=2023)], year=2023)
    new = told(make, "公诉支出1,895.00万元，比上年预算减少134.00万元。", "func:2040405", "1895.00")
    move = Move(
        "general_public",
        "total",
        (Part("func:2040404", Decimal(18_790_000)),),
        (Part("func:2040405", Decimal(18_790_000)),),
        Decimal(18_790_000),
        "exact",
        Decimal(confidence),
    )
    assert [check.expected for check in failed(old, new, "prior-base")] == ["150.00万元"]
    assert [
        check.expected for check in failed(old, new, "prior-base", [move, replace(move, statement="expenditure")])
    ] == fails


def test_documents_that_do_not_follow_each_other_say_nothing(make) -> None:
    old = make.disclosure([make.fact("three_public", "public:abroad", "110.00", year=2021)], year=2021)
    new = told(make, "因公出国（境）费预算支出100.00万元，与上年预算数相等。", "public:abroad", "100.00")
    assert {check.status for check in check_between(old, new)} == {NOT_APPLICABLE}
