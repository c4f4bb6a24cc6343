from __future__ import annotations

import pytest

from difftool.compare.pairs import pair_disclosures, pair_with_itself
from difftool.model.disclosure import Table
from difftool.model.place import LinePlace


def told(pairs):
    return [
        (
            p.item,
            p.old and (p.old.year, p.old.phase, str(p.old.amount)),
            p.new and (p.new.year, str(p.new.amount)),
            p.role,
        )
        for p in pairs
    ]


def test_budgets_of_two_years_meet_by_their_own_year(disclosure):
    old = disclosure([("general_public", "func:2010450", "total", "100")], year=2023)
    new = disclosure([("general_public", "func:2010450", "total", "200")], year=2024)
    assert told(pair_disclosures(old, new)) == [("func:2010450", (2023, "approved", "100"), (2024, "200"), "own")]


def test_a_budget_meets_the_outturn_of_its_year(disclosure):
    old = disclosure([("general_public", "func:2010450", "total", "100")])
    new = disclosure([("general_public", "func:2010450", "total", "200")], stage="final")
    assert told(pair_disclosures(old, new)) == [("func:2010450", (2024, "approved", "100"), (2024, "200"), "own")]


def test_the_column_of_the_year_before_meets_its_like(disclosure, fact):
    row = ("expenditure", "func:2010450", "total", "1")
    old = disclosure([row], year=2023, other=[fact(("expenditure", "func:2010450", "total", "8"), 1, 2022, "executed")])
    new = disclosure([row], year=2024, other=[fact(("expenditure", "func:2010450", "total", "9"), 1, 2023, "executed")])
    assert told(pair_disclosures(old, new))[1] == ("func:2010450", (2022, "executed", "8"), (2023, "9"), "-1 executed")


def test_a_target_form_in_a_final_account_is_about_its_budget(disclosure, fact):
    old = disclosure([("project_performance", "project:档案数字化", "total", "5")])
    new = disclosure(
        [],
        stage="final",
        other=[fact(("project_performance", "project:档案数字化", "total", "7"), 1, 2024, "approved")],
    )
    assert told(pair_disclosures(old, new)) == [("project:档案数字化", (2024, "approved", "5"), (2024, "7"), "own")]


def test_an_amount_printed_twice_is_one_and_a_rounded_mention_is_the_same(disclosure, fact):
    old = disclosure([("narrative", "func:201", "total", "938900")] * 2)
    rounded = fact(("narrative", "func:201", "total", "940000"), 7, 2024, "executed", "10000")
    new = disclosure([("narrative", "func:201", "total", "938900")], stage="final", other=[rounded])
    assert len(pair_disclosures(old, new)) == 1


def test_different_amounts_under_one_key_are_all_kept_and_equal_ones_meet_first(disclosure):
    old = disclosure([("narrative", "func:201", "total", amount) for amount in ("300", "500")], year=2023)
    new = disclosure([("narrative", "func:201", "total", amount) for amount in ("500", "400", "700")])
    pairs = pair_disclosures(old, new)
    assert [(p.old and str(p.old.amount), p.new and str(p.new.amount), p.occurrence) for p in pairs] == [
        ("500", "500", ""),
        ("300", "400", "2"),
        (None, "700", "3"),
    ]


def test_forms_of_a_bound_in_unit_are_told_apart_by_the_unit(disclosure):
    def both(year, own, unit):
        rows = [("expenditure", "total", "total", own), ("expenditure", "total", "total", unit)]
        forms = [
            Table("expenditure", "支出总表", LinePlace(1), 1, False, "临江县档案馆"),
            Table("expenditure", "支出总表", LinePlace(2), 1, False, "临江县方志办"),
        ]
        return disclosure(rows, year=year, tables=forms)

    pairs = pair_disclosures(both(2023, "900", "100"), both(2024, "800", "800"))
    assert [(p.occurrence, str(p.old.amount), str(p.new.amount)) for p in pairs] == [
        ("", "900", "800"),
        ("临江县方志办", "100", "800"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2023年档案数字化加工", "2024年档案数字化加工"),
        ("档案馆（新馆）运行维护费", "档案馆(新馆)运行维护经费"),
        ("县志（第二轮）编纂出版经费", "县志（第二轮）编纂出版及发行经费"),
    ],
)
def test_a_project_that_goes_on_under_another_name_is_one_line(disclosure, before, after):
    def projects(name, amount):
        others = [("project_performance", f"project:{n}", "total", "4400") for n in ("消防改造", "年鉴", "库房租赁")]
        return [("project_performance", f"project:{name}", "total", amount), *others]

    pairs = pair_disclosures(disclosure(projects(before, "8100"), year=2023), disclosure(projects(after, "9900")))
    assert len(pairs) == 4
    assert all(pair.old and pair.new for pair in pairs)


def test_neighbours_among_projects_are_not_taken_for_each_other(disclosure):
    names = ["市档案馆宣传经费", "市档案馆会务经费", "市档案馆安保经费", "市档案馆信息经费"]
    old = [("project_performance", f"project:{name}", "total", "100") for name in (*names, "市档案馆保洁经费")]
    new = [("project_performance", f"project:{name}", "total", "200") for name in (*names, "市档案馆工会经费")]
    alone = [p for p in pair_disclosures(disclosure(old, year=2023), disclosure(new)) if not (p.old and p.new)]
    assert {p.item for p in alone} == {"project:市档案馆保洁经费", "project:市档案馆工会经费"}


@pytest.mark.parametrize(
    ("before", "after"), [("打印设备（20万以下）", "打印设备（20万以上）"), ("改造一期", "改造二期")]
)
def test_names_that_differ_by_one_word_are_neighbours(disclosure, before, after):
    old = disclosure([("project_performance", f"project:{before}", "total", "100")], year=2023)
    new = disclosure([("project_performance", f"project:{after}", "total", "200")])
    assert len(pair_disclosures(old, new)) == 2


def test_a_final_account_meets_the_budget_figures_it_states(disclosure, fact):
    final = disclosure(
        [
            ("narrative", "func:2010450", "total", "3538700"),
            ("narrative", "use:year_total", "total", "99"),
            ("three_public", "public:reception", "total", "10"),
            ("three_public", "public:abroad", "total", "30"),
            ("general_public", "func:2010450", "total", "3538700"),
        ],
        stage="final",
        other=[
            fact(("narrative", "func:2010450", "total", "4764100"), 1, 2024, "approved"),
            fact(("narrative", "func:2010450", "total", "4000000"), 1, 2024, "adjusted"),
            fact(("three_public", "public:reception", "total", "20"), 2, 2024, "adjusted"),
            fact(("three_public", "public:vehicle", "total", "40"), 2, 2024, "adjusted"),
        ],
    )
    assert {
        (p.statement, p.item, p.old and str(p.old.amount), p.new and str(p.new.amount)) for p in pair_with_itself(final)
    } == {
        ("narrative", "func:2010450", "4764100", "3538700"),
        ("three_public", "public:reception", "20", "10"),
        ("three_public", "public:vehicle", "40", None),
        ("three_public", "public:abroad", None, "30"),
    }
