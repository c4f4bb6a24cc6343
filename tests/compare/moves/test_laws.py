"""Laws of moves, whatever the figures are and whatever sentences say."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.compare import compare_disclosures
from difftool.model.comparison import Part
from difftool.model.disclosure import StatedMove
from difftool.model.place import LinePlace
from tests.compare.applied import moved

CODES = ["2010402", "2010404", "2010450", "2010499", "2013202", "2080505"]
items = st.sampled_from([f"func:{code}" for code in CODES])
amounts = st.integers(0, 99_999).map(lambda hundreds: 100 * hundreds)
books = st.dictionaries(items, amounts, max_size=6)
two_lines = st.permutations([f"func:{code}" for code in CODES]).map(lambda several: several[:2])
sentences = st.lists(
    st.builds(
        StatedMove,
        st.lists(items, max_size=2, unique=True).map(tuple),
        st.lists(items, max_size=2, unique=True).map(tuple),
        st.none() | amounts.map(Decimal),
        st.sampled_from(["调整至", "改列", "并入"]),
        st.integers(1, 9).map(LinePlace),
    ),
    max_size=5,
)


@st.composite
def two_years(draw):
    """The lines of two years between which money moved, and what the later one says: the truth of some moves, or not.

    Without moves made here hardly any two changes would fit, and laws of moves would hold because there are none.
    """
    old, told = draw(books), draw(sentences)
    new = dict(old)
    for giver, receiver in draw(st.lists(two_lines, min_size=1, max_size=2)):
        amount = draw(st.integers(0, new.get(giver, 0) // 100)) * 100
        if not amount:
            continue
        new[giver] -= amount
        new[receiver] = new.get(receiver, 0) + amount
        said = draw(st.sampled_from([Decimal(amount), None, "nothing"]))
        if said != "nothing":
            told = [*told, StatedMove((giver,), (receiver,), said, "调整至", LinePlace(1))]
    return old, new | draw(st.dictionaries(items, amounts, max_size=2)), told


def with_parents(lines):
    """The rows of a form: every line with its 款 and 类, as forms print them."""
    totals: dict[str, int] = {}
    for item, amount in lines.items():
        for length in (3, 5, 7):
            key = f"func:{item[5:][:length]}"
            totals[key] = totals.get(key, 0) + amount
    return [("general_public", item, "total", str(amount)) for item, amount in totals.items()]


@given(two_years(), st.sampled_from([(2023, 2024), (2024, 2024)]))
@settings(max_examples=200, deadline=None)
def test_moves_balance_and_explain_no_more_than_there_is(disclosure, case, years):
    old, new, told = case
    before, after = (
        disclosure(with_parents(old), year=years[0]),
        disclosure(with_parents(new), year=years[1], stated=told),
    )
    comparison = compare_disclosures(before, after)
    for move in comparison.moves:
        assert move.amount > 0
        assert sum(part.amount for part in move.givers) == sum(part.amount for part in move.receivers) == move.amount
        assert 0 <= move.confidence <= 1
        assert all(part.amount > 0 for part in (*move.givers, *move.receivers))
        if move.confidence >= Decimal("0.5"):
            assert all(part.amount <= old.get(part.item, 0) for part in move.givers)
            assert all(part.amount <= new.get(part.item, 0) for part in move.receivers)
        if move.evidence == "inferred":
            assert move.confidence < Decimal("0.5")


@given(two_years())
@settings(max_examples=200, deadline=None)
def test_old_plus_moves_plus_like_for_like_is_new_on_every_level(disclosure, case):
    old, new, told = case
    before, after = disclosure(with_parents(old), year=2023), disclosure(with_parents(new), year=2024, stated=told)
    comparison = compare_disclosures(before, after)
    brought = moved(move for move in comparison.moves if move.confidence >= Decimal("0.5"))
    for change in comparison.changes:
        below = sum(amount for (_, item, _), amount in brought.items() if item.startswith(change.item))
        was, is_now = (fact.amount if fact else 0 for fact in (change.old, change.new))
        assert was + below + change.like_for_like == is_now


@given(two_years())
@settings(max_examples=200, deadline=None)
def test_the_later_document_first_gives_the_same_moves_turned_round(disclosure, case):
    old, new, told = case
    before, after = disclosure(with_parents(old), year=2023), disclosure(with_parents(new), year=2024, stated=told)
    there, back = compare_disclosures(before, after), compare_disclosures(after, before)
    assert [(m.givers, m.receivers, m.amount, m.evidence, m.confidence, m.quote) for m in there.moves] == [
        (m.receivers, m.givers, m.amount, m.evidence, m.confidence, m.quote) for m in back.moves
    ]
    assert [(c.item, c.delta, c.like_for_like) for c in there.changes] == [
        (c.item, -c.delta, -c.like_for_like) for c in back.changes
    ]


@given(books, two_lines, st.data())
@settings(deadline=None)
def test_a_move_that_a_sentence_states_and_the_figures_show_is_claimed(disclosure, lines, ends, data):
    giver, receiver = ends
    before = {**lines, giver: lines.get(giver, 0) + 100, receiver: lines.get(receiver, 0) + 100}
    amount = data.draw(st.integers(1, before[giver] // 100)) * 100
    after = {**before, giver: before[giver] - amount, receiver: before[receiver] + amount}
    told = [StatedMove((giver,), (receiver,), Decimal(amount), "调整至", LinePlace(1))]
    old, new = disclosure(with_parents(before), year=2023), disclosure(with_parents(after), year=2024, stated=told)
    (move,) = [move for move in compare_disclosures(old, new).moves if move.confidence >= Decimal("0.5")]
    assert (move.givers, move.receivers) == ((Part(giver, Decimal(amount)),), (Part(receiver, Decimal(amount)),))
    assert move.evidence == "stated"


@given(books, sentences)
@settings(deadline=None)
def test_a_document_compared_with_itself_has_no_moves(disclosure, lines, told):
    same = disclosure(with_parents(lines), stated=told)
    assert compare_disclosures(same, same).moves == ()
