"""A reading proves itself by its sums, and a table whose sums fail is told."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from difftool.checks.proof import prove
from difftool.model.disclosure import Table
from difftool.model.fact import Fact
from difftool.model.place import LinePlace

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
