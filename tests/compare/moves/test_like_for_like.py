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


def test_in_the_columns_a_move_inside_a_section_leaves_the_section_as_it_is(disclosure, changes_by_key):
    """株洲 2024: 事业运行 lost 207 of 项目支出 and won 84.46 of 基本支出, so the 56.78 that moved were 项目支出."""

    def rows(running, other):
        for item, (basic, project) in {"func:2010450": running, "func:2010499": other}.items():
            for column, amount in (("total", basic + project), ("basic", basic), ("project", project)):
                yield "general_public", item, column, str(amount)
        for column, place in (("basic", 0), ("project", 1)):
            yield "general_public", "func:20104", column, str(running[place] + other[place])

    stated = StatedMove(("func:2010450",), ("func:2010499",), Decimal(567800), "财政要求调整", LinePlace(9))
    old = disclosure([*rows((2694100, 2070000), (0, 0))])
    new = disclosure([*rows((3538700, 0), (0, 567800))], stage="final", stated=[stated])
    found = {key[1:]: str(c.like_for_like) for key, c in changes_by_key(compare_disclosures(old, new)).items()}
    assert found["func:2010450", "project"] == found["func:20104", "project"] == "-1502200"
    assert found["func:2010450", "basic"] == found["func:20104", "basic"] == "844600"
    assert found["func:2010499", "project"] == "0"


def test_above_a_line_whose_column_is_not_known_columns_stay_as_they_are(disclosure, changes_by_key):
    def rows(running, other):
        for item, (basic, project) in {"func:2010450": running, "func:2010499": other}.items():
            for column, amount in (("total", basic + project), ("basic", basic), ("project", project)):
                yield "general_public", item, column, str(amount)
        for column, place in (("basic", 0), ("project", 1)):
            yield "general_public", "func:20104", column, str(running[place] + other[place])

    stated = StatedMove(("func:2010450",), ("func:2010499",), Decimal(50000), "调整", LinePlace(9))
    old = disclosure([*rows((300000, 300000), (0, 0))], year=2023)
    new = disclosure([*rows((240000, 230000), (0, 50000))], stated=[stated])
    found = {key[1:]: str(c.like_for_like) for key, c in changes_by_key(compare_disclosures(old, new)).items()}
    assert found["func:20104", "project"] == "-20000"
    assert found["func:2010499", "project"] == "0"
    assert found["func:2010450", "total"] == "-80000"
