"""Laws of comparing names of budget lines."""

from hypothesis import given
from hypothesis import strategies as st

from difftool.prose.names import likeness, plain, same, suffixes

PRINTED = st.text('农林水支出（）() “”"，其中1.', min_size=2, max_size=12)


@given(PRINTED)
def test_a_plain_name_stays_as_it_is(name):
    assert plain(plain(name)) == plain(name)
    assert not set(plain(name)) & set('（）“”" ')


@given(st.text("农林水", min_size=2, max_size=8))
def test_expenditure_at_the_end_makes_no_other_name(name):
    assert same(name, name + "支出") and same(name + "支出", name)
    assert likeness(name, name) == 1 > likeness(name, name + "支出")


@given(PRINTED)
def test_what_can_be_a_name_before_a_mark_ends_at_the_mark(text):
    found = suffixes(text)
    assert all(text.endswith(name) and len(name) > 1 for name in found)
    assert len(set(found)) == len(found)
    assert sorted(found, key=len, reverse=True) == found
