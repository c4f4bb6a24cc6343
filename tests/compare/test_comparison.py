"""Laws of every comparison: complete, exact, mirrored, empty for a document with itself, blind to order."""

from __future__ import annotations

import random
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from difftool.compare import compare_disclosures
from tests.compare.applied import apply_changes, moved, new_amounts, old_amounts

items = st.sampled_from(
    ["func:201", "func:20104", "func:2010401", "func:2010450", "func:2010499", "func:2010402", "econ:30101", "total"]
)
lines = st.sampled_from(["func:2010401", "func:2010450", "func:2010499", "func:2010402"])
rows = st.lists(
    st.tuples(
        st.sampled_from(["general_public", "expenditure", "narrative"]),
        items,
        st.sampled_from(["total", "basic", "project"]),
        st.integers(0, 40).map(lambda steps: str(steps * 12_300)),
    ),
    max_size=25,
)
same_or_next_year = st.tuples(st.sampled_from([2023, 2024]), st.just("budget"))


def seen(change):
    """A change without its side: what must come back negated when the sides are swapped."""
    return change.statement, change.item, change.measure, change.role, change.old, change.new, change.delta


def ends(move):
    """Both ends of a move, each line with its column."""
    return [
        frozenset((part.item, part.measure or move.measure, part.amount) for part in parts)
        for parts in (move.givers, move.receivers)
    ]


@given(rows, rows)
@settings(deadline=None)  # the first comparison imports deepdiff
def test_old_amounts_and_changes_give_the_new_amounts(disclosure, old, new):
    comparison = compare_disclosures(disclosure(old, year=2023), disclosure(new, year=2024))
    own = [pair for pair in comparison.pairs if pair.statement != "narrative"]
    changes = [change for change in comparison.changes if change.statement != "narrative"]
    shared = {row[0] for row in old} & {row[0] for row in new}
    own = [pair for pair in own if pair.statement in shared]
    assert apply_changes(old_amounts(own), changes) == new_amounts(own)


uneven = st.integers(10_000, 99_999).map(lambda hundreds: 100 * hundreds + 1_200)


@given(st.dictionaries(lines, st.tuples(uneven, uneven), min_size=1), st.data())
@settings(deadline=None)  # the first comparison imports deepdiff
def test_moves_and_what_is_left_like_for_like_make_the_whole_change(disclosure, book, data):
    """Money goes from the basic to the project expenditure of a line, beside changes of other lines."""

    def columns(of):
        told = {"total": sum, "basic": lambda parts: parts[0], "project": lambda parts: parts[1]}
        return [
            ("general_public", item, measure, str(amount_of(parts)))
            for item, parts in of.items()
            for measure, amount_of in told.items()
        ]

    line = data.draw(st.sampled_from(sorted(book)))
    share = data.draw(st.integers(1, 99)) * book[line][0] // 10_000 * 100
    after = {**data.draw(st.dictionaries(lines, st.tuples(uneven, uneven), max_size=1)), **book}
    after[line] = (book[line][0] - share, book[line][1] + share)
    comparison = compare_disclosures(disclosure(columns(book), year=2023), disclosure(columns(after), year=2024))
    claimed = moved(move for move in comparison.moves if move.confidence >= Decimal("0.5"))
    assert claimed
    for change in comparison.changes:
        key = change.statement, change.item, change.measure
        assert change.delta == change.like_for_like + claimed.get(key, 0)


@given(rows, rows, same_or_next_year, same_or_next_year)
@settings(deadline=None)  # the first comparison imports deepdiff
def test_swapped_sides_mirror(disclosure, old, new, first, second):
    before = disclosure(old, year=first[0], stage=first[1])
    after = disclosure(new, year=second[0], stage=second[1])
    there, back = compare_disclosures(before, after), compare_disclosures(after, before)
    assert {seen(change) for change in there.changes} == {
        seen(replace(change, old=change.new, new=change.old, delta=-change.delta)) for change in back.changes
    }
    assert {(*ends(m), m.amount, m.evidence, m.confidence) for m in there.moves} == {
        (*reversed(ends(m)), m.amount, m.evidence, m.confidence) for m in back.moves
    }


@given(rows)
@settings(deadline=None)  # the first comparison imports deepdiff
def test_a_document_does_not_differ_from_itself(disclosure, same):
    comparison = compare_disclosures(disclosure(same), disclosure(same))
    assert comparison.changes == ()
    assert comparison.moves == ()


@given(rows, rows, st.randoms(use_true_random=False))
@settings(deadline=None)  # the first comparison imports deepdiff
def test_the_order_of_facts_does_not_matter(disclosure, old, new, chance: random.Random):
    before, after = disclosure(old, year=2023), disclosure(new, year=2024)
    comparison = compare_disclosures(before, after)
    shuffled = [replace(side, facts=tuple(chance.sample(side.facts, len(side.facts)))) for side in (before, after)]
    again = compare_disclosures(*shuffled)
    assert again.pairs == comparison.pairs
    assert again.changes == comparison.changes
    assert again.moves == comparison.moves
