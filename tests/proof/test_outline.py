"""Lines in the order of print: forms that list the lines of several units under the same codes."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from difftool.model.disclosure import Table
from difftool.model.fact import Fact
from difftool.model.place import LinePlace
from difftool.proof.code_trees import totals_short_of_lines
from difftool.proof.identities import identities
from difftool.proof.identity import COLUMNS, TREE
from difftool.proof.ledger import Ledger
from difftool.proof.outline import outline
from difftool.proof.verification import prove

TABLES = (Table("general_public", "一般公共预算支出表", LinePlace(1), 3, False),)
CODES = ("2010301", "2010302", "2050803", "2080505", "2210201")


def row(line: int, item: str, basic: int, project: int) -> list[Fact]:
    return [
        Fact(
            "general_public",
            item,
            item,
            measure,
            2026,
            "approved",
            Decimal(cents * 100),
            Decimal(100),
            str(cents),
            LinePlace(line),
        )
        for measure, cents in (("total", basic + project), ("basic", basic), ("project", project))
    ]


def listed(blocks: list[dict[str, tuple[int, int]]]) -> list[Fact]:
    """A form that lists the lines of one unit below those of another, without the units' names, and then the total."""
    lines = [(f"func:{code}", *money) for block in blocks for code, money in block.items()]
    lines.append(("total", sum(line[1] for line in lines), sum(line[2] for line in lines)))
    return [fact for number, line in enumerate(lines, start=2) for fact in row(number, *line)]


money = st.tuples(st.integers(1000, 10**7), st.integers(1000, 10**7))
units = st.lists(st.dictionaries(st.sampled_from(CODES), money, min_size=2), min_size=2, max_size=6)


@given(units)
def test_lines_of_units_without_names_are_borne_out(blocks):
    facts, problems = prove(listed(blocks), TABLES)
    assert problems == ()
    assert all({"columns"} <= set(fact.verified) for fact in facts)
    assert all("tree" in fact.verified for fact in facts)


@given(units, st.data())
def test_a_line_left_out_is_told_where_lines_repeat(blocks, data):
    facts = listed([{"2010301": (5, 7)}, {"2010301": (6, 7)}, *blocks])
    lost = data.draw(st.sampled_from([fact for fact in facts[6:] if fact.item != "total"])).where
    _, problems = prove([fact for fact in facts if fact.where != lost], TABLES)
    assert [problem.code for problem in problems] == ["sums-fail"]
    assert problems[0].where == TABLES[0].where


@given(units)
def test_a_column_of_one_row_is_not_summed_with_another_rows(blocks):
    facts = listed(blocks)
    told = identities(facts)
    sums = [identity for identity in told if identity.kind == COLUMNS]
    assert all(identity.exact for identity in told)
    assert all(len({fact.where for fact in identity.facts}) == 1 for identity in sums)
    wholes = {(fact.key, fact.amount) for fact in facts if fact.measure == "total"}
    assert {(identity.whole.key, identity.whole.amount) for identity in sums} == wholes


def test_two_classifications_of_one_sum_are_two_lists():
    """西安 prints the year's spending by function and, under the same title, by economic line, each twice below."""
    amounts = (("total", 10), ("func:201", 10), ("func:20103", 10), ("econ:301", 7), ("econ:30101", 4))
    amounts = (*amounts, ("econ:30101", 3), ("econ:302", 3))
    facts = [row(number, item, cents, 0)[0] for number, (item, cents) in enumerate(amounts)]
    found = {(whole.item, tuple(part.item for part in parts)) for whole, parts in outline(facts)}
    assert found == {
        ("total", ("func:201",)),
        ("total", ("econ:301", "econ:302")),
        ("func:201", ("func:20103",)),
        ("econ:301", ("econ:30101", "econ:30101")),
    }
    assert totals_short_of_lines(Ledger(facts)) == []
    assert sum(identity.kind == TREE for identity in identities(facts)) == len(found)


def test_the_same_code_under_two_lines_is_part_of_the_nearest():
    """烟台 prints 301 with its lines for administrative bodies and again for public institutions."""
    amounts = (("total", 10), ("econ:301", 6), ("econ:30101", 6), ("econ:301", 4), ("econ:30101", 4))
    facts = [row(number, item, cents, 0)[0] for number, (item, cents) in enumerate(amounts)]
    assert [(whole.raw, [part.raw for part in parts]) for whole, parts in outline(facts)] == [
        ("6", ["6"]),
        ("4", ["4"]),
        ("10", ["6", "4"]),
    ]
