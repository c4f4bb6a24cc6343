"""Sums in forms outside the standard, and of the sides of the summary: told only where they hold."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from difftool.model.fact import Fact
from difftool.model.place import LinePlace
from difftool.proof.verification import prove

cents = st.integers(100, 10**8)
names = st.lists(st.sampled_from("甲乙丙丁戊己"), min_size=2, max_size=6, unique=True)


def listed(rows: dict[str, tuple[int, int]]) -> list[Fact]:
    """A form of one row for each line: its total, 一般公共预算 and 单位资金."""
    return [
        Fact(
            "other",
            item,
            item,
            measure,
            2026,
            "approved",
            Decimal(amount * 100),
            Decimal(100),
            str(amount),
            LinePlace(line),
        )
        for line, (item, (public, own)) in enumerate(rows.items(), start=1)
        for measure, amount in (("total", public + own), ("general_public", public), ("unit_funds", own))
    ]


@given(names, st.data())
def test_a_list_of_projects_bears_out_its_total_and_its_funds(units, data):
    rows = {f"unit:{unit}/project:运行": (data.draw(cents), data.draw(cents)) for unit in units}
    facts = listed({"total": (sum(row[0] for row in rows.values()), sum(row[1] for row in rows.values()))} | rows)
    proved, problems = prove(facts, ())
    assert problems == ()
    assert all(fact.verified == ("columns", "tree") for fact in proved)


@given(names, st.data(), st.integers(10**3, 10**6))
def test_a_list_that_does_not_add_up_is_only_left_without_proof(units, data, slip):
    """What the rows of such a form are parts of, nothing says: 苏州 lists purchases under kinds and units."""
    rows = {f"project:{unit}": (data.draw(cents), 0) for unit in units}
    facts = listed({"total": (sum(row[0] for row in rows.values()) + slip, 0)} | rows)
    proved, problems = prove([fact for fact in facts if fact.measure == "total"], ())
    assert problems == ()
    assert not any(fact.verified for fact in proved)


@given(st.lists(cents, min_size=3, max_size=3), cents, cents, st.sampled_from(["fiscal", "funds", ""]))
def test_the_year_total_is_the_sum_of_its_lines_with_the_funds_of_one_or_without(funds, other, carried, left_out):
    named = dict(zip(("general_public", "government_fund", "state_capital"), funds, strict=True))
    lines = {} if left_out == "fiscal" else {"fiscal": sum(funds)}
    lines |= {} if left_out == "funds" else named
    lines |= {"other": other, "year_total": sum(funds) + other, "carryover_in": carried}
    lines["total"] = lines["year_total"] + carried
    facts = [replace(listed({f"source:{item}": (amount, 0)})[0], statement="summary") for item, amount in lines.items()]
    proved, problems = prove(facts, ())
    assert problems == ()
    assert {fact.item for fact in proved if "tree" in fact.verified} >= {"source:year_total", "source:total"}


def test_kinds_of_expenditure_and_functional_lines_are_two_sums_of_one_total(make):
    lines = {"func:201": "6.00", "func:208": "4.00", "use:basic": "7.00", "use:project": "3.00"}
    lines |= {"use:year_total": "10.00", "use:carryover_out": "1.00", "use:total": "11.00"}
    facts, _ = prove(make.column("summary", lines), ())
    assert {fact.item for fact in facts if "tree" in fact.verified} >= {"func:201", "func:208", "use:year_total"}


def test_columns_of_an_appropriation_form_are_borne_out_along_each_line(make):
    facts = make.column("appropriation", {"func:201": "6.00", "use:total": "6.00"})
    facts += make.column("appropriation", {"func:201": "5.00", "use:total": "5.00"}, "general_public")
    facts += make.column("appropriation", {"func:201": "1.00", "use:total": "1.00"}, "government_fund")
    proved, _ = prove(facts, ())
    assert all("columns" in fact.verified for fact in proved)
