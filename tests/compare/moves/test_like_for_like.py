from __future__ import annotations

from decimal import Decimal

from difftool.compare import compare_disclosures
from difftool.model.disclosure import StatedMove
from difftool.model.place import LinePlace


def test_a_move_is_undone_on_its_lines_their_parents_and_in_the_forms_that_repeat_it(disclosure, changes_by_key):
    """株洲 2024: of 122.54 万元 less for 事业运行, 56.78 moved within the 款 and 65.76 was saved."""

    def rows(running, other, section):
        for statement in ("general_public", "expenditure", "narrative"):
            yield statement, "func:2010450", "total", running
            yield statement, "func:2010499", "total", other
        for column in ("total", "project"):
            yield "general_public", "func:2010499", column, other
        yield "general_public", "func:20104", "total", section
        yield "general_public", "func:201", "total", section
        yield "general_public", "total", "total", section

    stated = StatedMove(("func:2010450",), ("func:2010499",), Decimal(567800), "财政要求调整", LinePlace(9))
    old = disclosure([*rows("4764100", "0", "4764100")])
    new = disclosure([*rows("3538700", "567800", "4106500")], stage="final", stated=[stated])
    found = changes_by_key(compare_disclosures(old, new))
    assert {key: str(change.like_for_like) for key, change in found.items()} == {
        **{(form, "func:2010450", "total"): "-657600" for form in ("general_public", "expenditure", "narrative")},
        **{(form, "func:2010499", "total"): "0" for form in ("general_public", "expenditure", "narrative")},
        ("general_public", "func:2010499", "project"): "0",
        ("general_public", "func:20104", "total"): "-657600",
        ("general_public", "func:201", "total"): "-657600",
        ("general_public", "total", "total"): "-657600",
    }


def test_a_move_between_sections_is_undone_in_each(disclosure, changes_by_key):
    def rows(first, second):
        return [
            ("general_public", "func:20104", "total", first),
            ("general_public", "func:2010402", "total", first),
            ("general_public", "func:20132", "total", second),
            ("general_public", "func:2013202", "total", second),
        ]

    old, new = disclosure(rows("908800", "5000"), year=2023), disclosure(rows("872600", "41200"))
    found = changes_by_key(compare_disclosures(old, new))
    assert {change.like_for_like for change in found.values()} == {0}
    assert {change.delta for change in found.values()} == {-36200, 36200}


def test_what_is_only_plausible_is_not_undone(disclosure):
    def rows(first, second):
        return [("general_public", "func:2010402", "total", first), ("general_public", "func:2010404", "total", second)]

    comparison = compare_disclosures(disclosure(rows("908800", "5000"), year=2023), disclosure(rows("872600", "38700")))
    assert [move.evidence for move in comparison.moves] == ["inferred"]
    assert all(change.like_for_like == change.delta for change in comparison.changes)


def test_a_move_of_other_funds_is_not_undone_in_the_general_public_budget(disclosure, changes_by_key):
    def rows(public, first, second):
        return [
            ("general_public", "func:2010402", "total", public),
            ("expenditure", "func:2010402", "total", first),
            ("expenditure", "func:2010404", "total", second),
        ]

    stated = StatedMove(("func:2010402",), ("func:2010404",), Decimal(36200), "调整至", LinePlace(9))
    old = disclosure(rows("100000", "1008800", "5000"), year=2023)
    new = disclosure(rows("99000", "971600", "41200"), stated=[stated])
    comparison = compare_disclosures(old, new)
    assert [move.statement for move in comparison.moves] == ["expenditure"]
    found = changes_by_key(comparison)
    assert {(key[0], key[1]): str(change.like_for_like) for key, change in found.items()} == {
        ("general_public", "func:2010402"): "-1000",
        ("expenditure", "func:2010402"): "-1000",
        ("expenditure", "func:2010404"): "0",
    }
