"""A reading proves itself by its sums, and a table whose sums fail is told."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from difftool.model.disclosure import Table
from difftool.model.fact import Fact
from difftool.model.place import LinePlace
from difftool.proof.verification import prove

TABLES = (Table("expenditure", "支出总表", LinePlace(1), 3, False),)


def line(item: str, amount: int, measure: str = "total") -> Fact:
    money = Decimal(amount * 100)
    return Fact("expenditure", item, item, measure, 2024, "approved", money, Decimal(100), str(amount), LinePlace(2))


def form(amounts: list[int]) -> list[Fact]:
    whole = sum(amounts)
    return [
        line("total", whole),
        line("func:201", whole),
        line("func:20104", whole),
        *(line(f"func:20104{n:02}", amount) for n, amount in enumerate(amounts, start=1)),
    ]


amounts = st.lists(st.integers(1, 10**6), min_size=2, max_size=8)


@given(amounts)
def test_sums_that_hold_verify_every_figure_in_them(parts):
    facts, problems = prove(form(parts), TABLES)
    assert all("tree" in fact.verified for fact in facts)
    assert problems == ()


@given(amounts, st.integers(0, 7), st.integers(10, 10**6))
def test_one_wrong_figure_is_told_and_the_others_keep_their_proof(parts, which, slip):
    facts = form(parts)
    index = 3 + which % len(parts)
    facts[index] = replace(facts[index], amount=facts[index].amount + slip * 100)
    proved, problems = prove(facts, TABLES)
    assert [problem.code for problem in problems] == ["sums-fail"]
    assert "支出总表" in problems[0].message
    assert proved[index].verified == ()
    assert "tree" in proved[0].verified


def test_sentences_are_proved_by_no_form():
    told = replace(line("func:201", 5), statement="narrative")
    proved, problems = prove([told], ())
    assert proved == (told,)
    assert problems == ()


@given(amounts, st.integers(10, 10**6))
def test_a_sum_that_fails_alike_in_two_forms_was_printed_so(parts, slip):
    facts = form(parts)
    facts[2] = replace(facts[2], amount=facts[2].amount + slip * 100)
    twice = [*facts, *(replace(fact, statement="general_public") for fact in facts)]
    _, problems = prove(twice, TABLES)
    assert {problem.code for problem in problems} == {"printed-sums-fail"}
    _, problems = prove(facts, TABLES, [replace(fact, statement="narrative") for fact in facts])
    assert {problem.code for problem in problems} == {"printed-sums-fail"}


def test_a_form_of_which_nothing_adds_up_and_nothing_fails_is_told():
    _, problems = prove([line("func:201", 5), line("func:208", 7)], TABLES)
    assert [(problem.code, problem.message) for problem in problems] == [
        ("no-sums", "支出总表: no sum bears out its 2 amounts")
    ]


def test_each_table_of_a_statement_is_told_by_itself():
    """西安 prints 一般公共预算支出 by function and by economic line: two tables of one statement, one of them wrong."""
    tables = (
        Table("general_public", "按功能科目分", LinePlace(1), 3, False),
        Table("general_public", "按经济科目分", LinePlace(10), 3, False),
        Table("general_public", "按单位分", LinePlace(20), 1, False),
    )

    def at(number: int, item: str, amount: int, measure: str = "total") -> Fact:
        return replace(line(item, amount, measure), statement="general_public", where=LinePlace(number))

    first = [at(2, "total", 9), at(3, "func:201", 9)]
    lines = (at(11, "total", 90), at(12, "econ:301", 5), at(13, "econ:302", 3))
    second = [replace(each, phase="executed") for each in lines]
    third = [at(21, "unit:甲局", 9, "project")]
    facts, problems = prove([*first, *second, *third], tables)
    assert [(problem.code, problem.where) for problem in problems] == [
        ("sums-fail", LinePlace(10)),
        ("no-sums", LinePlace(20)),
    ]
    assert "按经济科目分" in problems[0].message
    assert [bool(fact.verified) for fact in facts] == [True, True, False, False, False, False]


def test_a_department_stands_before_its_units():
    """杭州: the first unit is the department with the sum of those below it."""
    lines = {"total": 100, "unit:甲局": 100, "unit:甲局（本级）": 60, "unit:乙中心": 40}
    facts, problems = prove([replace(line(item, amount), statement="income") for item, amount in lines.items()], ())
    assert all(fact.verified == ("tree",) for fact in facts)
    assert problems == ()
