"""Laws of every comparison: complete, exact, mirrored, empty for a document with itself, blind to order."""

from __future__ import annotations

import random
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from difftool.compare import compare_disclosures
from difftool.compare.apply import apply_changes, moved, new_amounts, old_amounts

items = st.sampled_from(
    ["func:201", "func:20104", "func:2010401", "func:2010450", "func:2010499", "func:2010402", "econ:30101", "total"]
)
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


@given(rows, rows)
@settings(deadline=None)  # the first comparison imports deepdiff
def test_moves_and_what_is_left_like_for_like_make_the_whole_change(disclosure, old, new):
    comparison = compare_disclosures(disclosure(old, year=2023), disclosure(new, year=2024))
    claimed = moved(move for move in comparison.moves if move.confidence >= Decimal("0.5"))
    for change in comparison.changes:
        key = change.statement, change.item, change.measure
        if key in claimed and not change.occurrence:
            assert change.delta == change.like_for_like + claimed[key]


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
