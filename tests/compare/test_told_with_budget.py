"""Of several outturns told of a line, the one told beside its budget is compared with it."""

from decimal import Decimal

from msgspec.structs import replace

from difftool.compare import compare_with_itself
from difftool.compare.contradicted import is_contradicted
from difftool.model.disclosure import Passage, Reason
from difftool.model.place import LinePlace

ITEM = "source:fiscal"


def final_of(disclosure, fact, *rows):
    """A final account whose facts (phase, amount, line) stand each in a passage of its line."""
    facts = [fact(("narrative", ITEM, "total", amount), line, 2024, phase) for phase, amount, line in rows]
    passages = tuple(Passage("甲" * 20, ((0, LinePlace(line)),)) for line in range(10))
    return replace(disclosure([], stage="final", other=facts), passages=passages)


def test_the_outturn_nearest_to_the_budget_meets_it(disclosure, fact):
    """国家信访局 2024 tells a total of the appropriation, one of all money and one of a project."""
    rows = [("executed", "900", 1), ("approved", "500", 5), ("executed", "400", 5), ("executed", "70", 9)]
    comparison = compare_with_itself(final_of(disclosure, fact, *rows))
    assert [(str(c.old.amount), str(c.new.amount)) for c in comparison.changes] == [("500", "400")]


def test_the_adjusted_budget_stands_between(disclosure, fact):
    rows = [("approved", "500", 5), ("adjusted", "450", 5), ("executed", "400", 5)]
    (change,) = compare_with_itself(final_of(disclosure, fact, *rows)).changes
    assert [str(f.amount) for f in (change.old, change.adjusted, change.new)] == ["500", "450", "400"]


def test_the_adjusted_budget_alone_is_the_budget(disclosure, fact):
    (change,) = compare_with_itself(final_of(disclosure, fact, ("adjusted", "450", 5), ("executed", "400", 5))).changes
    assert (str(change.old.amount), change.adjusted) == ("450", None)


def test_a_reason_that_points_the_other_way_is_noticed(disclosure, fact):
    final = final_of(disclosure, fact, ("approved", "500", 5), ("executed", "400", 5))
    reasons = tuple(
        Reason(ITEM, text, LinePlace(5), against=against)
        for text, against in (("经费增加", "approved"), ("经费减少", "approved"), ("经费增加", ""))
    )
    (change,) = compare_with_itself(replace(final, reasons=reasons)).changes
    assert [is_contradicted(reason, change) for reason in change.reasons] == [True, False, False]
    gave = replace(change, like_for_like=Decimal(20))  # less what it gave to another line, it grew
    assert not any(is_contradicted(reason, gave) for reason in change.reasons)
