from __future__ import annotations

from decimal import Decimal

import pytest

from difftool.compare import compare_disclosures, compare_with_itself
from difftool.compare.changes import percent_of
from difftool.model.disclosure import Reason, Table
from difftool.model.place import LinePlace


def line(amount, item="func:2010450", statement="general_public", measure="total"):
    return statement, item, measure, amount


@pytest.mark.parametrize(
    ("delta", "old", "percent"),
    [("-1225400", "4764100", "-25.72"), ("1", "200", "0.50"), ("1", "20000", "0.01"), ("5", "-10", "50.00")],
)
def test_percent_is_of_the_size_of_the_old_amount(delta, old, percent):
    assert percent_of(Decimal(delta), Decimal(old)) == Decimal(percent)


def test_percent_of_half_a_step_is_rounded_away_from_zero():
    assert [percent_of(Decimal(sign), Decimal(20_000)) for sign in (1, -1)] == [Decimal("0.01"), Decimal("-0.01")]


@pytest.mark.parametrize("old", [None, Decimal(0)])
def test_nothing_has_no_percentage(old):
    assert percent_of(Decimal(5), old) is None


def test_a_blank_is_no_zero(disclosure, changes_by_key):
    old = disclosure([line("100"), line("0", "func:2010401"), line("0", "func:2010402")], year=2023)
    new = disclosure([line("0"), line("0", "func:2010401"), line("300", "func:2010499")])
    found = changes_by_key(compare_disclosures(old, new))
    assert {(key[1], change.kind, str(change.delta)) for key, change in found.items()} == {
        ("func:2010450", "changed", "-100"),
        ("func:2010402", "removed", "0"),
        ("func:2010499", "added", "300"),
    }


@pytest.mark.parametrize(
    ("yuan", "changed"), [("9389149.99", False), ("9389150", False), ("9389050", False), ("9389150.01", True)]
)
def test_yuan_and_ten_thousand_yuan_agree_within_half_the_coarser_step(disclosure, yuan, changed):
    old = disclosure([line("9389100")], quantum="100")
    new = disclosure([line(yuan)], stage="final", quantum="0.01")
    assert bool(compare_disclosures(old, new).changes) is changed


def test_a_dropped_zero_is_no_coarser_print(disclosure, fact):
    """Sentences print 5.00 as "5": beside 4.73 it is exact, so 5.00 → 4.70 is a change."""
    rough = fact(("narrative", "func:2010401", "total", "50000"), 1, 2023, "approved", "10000")
    fine = fact(("narrative", "func:2010402", "total", "47300"), 2, 2023, "approved", "100")
    old = disclosure([], year=2023, other=[rough, fine])
    new = disclosure([line("47000", "func:2010401", "narrative"), line("47300", "func:2010402", "narrative")])
    assert [change.item for change in compare_disclosures(old, new).changes] == ["func:2010401"]


def test_a_renamed_code_is_one_change_however_many_columns_have_it(disclosure):
    old = disclosure(
        [
            (*line("500", "func:20805"), "行政事业单位离退休"),
            (*line("500", "func:20805", measure="basic"), "行政事业单位离退休"),
            (*line("7", "func:20899"), "其他社会保障 和就业支出"),
        ],
        year=2018,
    )
    new = disclosure(
        [
            (*line("500", "func:20805"), "行政事业单位养老支出"),
            (*line("500", "func:20805", measure="basic"), "行政事业单位养老支出"),
            (*line("7", "func:20899"), "其他社会保障和就业支出"),
        ],
        year=2019,
    )
    changes = compare_disclosures(old, new).changes
    assert [(c.item, c.measure, c.kind, c.delta) for c in changes] == [("func:20805", "total", "renamed", 0)]


def test_a_renamed_line_with_another_amount_is_one_change(disclosure):
    old = disclosure([(*line("500", "func:215"), "资源勘探信息等支出")], year=2019)
    new = disclosure([(*line("600", "func:215"), "资源勘探工业信息等支出")], year=2020)
    [change] = compare_disclosures(old, new).changes
    assert (change.kind, change.delta, change.name) == ("renamed", 100, "资源勘探工业信息等支出")


def test_a_column_that_only_one_stage_prints_did_not_go_away(disclosure):
    old = disclosure([line("5"), line("5", "project:年鉴", "project_performance"), line("5", "use:basic", "summary")])
    new = disclosure([line("5"), line("5", "func:201", "summary"), line("3", measure="carryover_out")], stage="final")
    assert compare_disclosures(old, new).changes == ()


def test_a_form_printed_empty_lost_its_lines(disclosure):
    old = disclosure([line("500", "func:2120803", "government_fund")], year=2023)
    empty = Table("government_fund", "政府性基金预算支出表", LinePlace(9), 0, True)
    new = disclosure([line("1")], tables=[empty])
    assert [(c.statement, c.kind) for c in compare_disclosures(old, new).changes] == [("government_fund", "removed")]


def test_reasons_are_the_new_documents_and_of_the_same_line(disclosure):
    def reason(item, text, against=""):
        return Reason(item, text, LinePlace(5), against=against)

    old = disclosure([line("500")], reasons=[reason("func:2010450", "旧文件的原因")])
    new = disclosure(
        [line("400")],
        stage="final",
        reasons=[
            reason("func:2010450", "人员减少", "approved"),
            reason("func:2010450", "与上年相比", "prior_year"),
            reason("func:2010499", "别的科目"),
        ],
    )
    [change] = compare_disclosures(old, new).changes
    assert [found.text for found in change.reasons] == ["人员减少"]


def test_different_bodies_and_years_compare_without_complaint(disclosure):
    old = disclosure([line("500")], year=2023, entity="临江县档案馆")
    new = disclosure([line("400")], year=2024, stage="final", entity="安平市气象局")
    comparison = compare_disclosures(old, new)
    assert comparison.basis == "other"
    assert comparison.moves == ()
    assert [change.delta for change in comparison.changes] == [-100]


def test_a_final_account_alone_is_its_budget_against_its_outturn(disclosure, fact):
    final = disclosure(
        [line("3538700", statement="narrative"), line("567800", "func:2010499", "narrative")],
        stage="final",
        other=[
            fact(("narrative", "func:2010450", "total", "4764100"), 1, 2024, "approved"),
            fact(("narrative", "func:2010499", "total", "0"), 2, 2024, "approved"),
        ],
    )
    comparison = compare_with_itself(final)
    assert comparison.basis == "budget-final"
    assert (comparison.old.stage, comparison.new.stage) == ("budget", "final")
    assert [(c.item, str(c.delta), c.percent) for c in comparison.changes] == [
        ("func:2010450", "-1225400", Decimal("-25.72")),
        ("func:2010499", "567800", None),
    ]


def test_the_row_of_a_renamed_body_goes_on(disclosure):
    def rows(name):
        return [
            line("900", f"unit:{name}", "three_public"),
            line("870000", "func:2130301"),
            line("90000", "func:2130302"),
        ]

    old = disclosure(rows("临江县水务局"), year=2023, entity="临江县水务局")
    new = disclosure(rows("临江县水利局"), entity="临江县水利局")
    [change] = compare_disclosures(old, new).changes
    assert (change.kind, change.delta, change.item) == ("renamed", 0, "unit:临江县水利局")
