"""How often garbage is collected."""

import gc

import pytest

from difftool.garbage import COLLECT_EVERY, collecting_rarely


def test_collections_are_rare_within_the_block_and_as_before_behind_it():
    before = gc.get_threshold()
    with collecting_rarely():
        assert gc.get_threshold()[0] == COLLECT_EVERY
    assert gc.get_threshold() == before


def test_an_error_within_the_block_leaves_things_as_they_were():
    before = gc.get_threshold()
    with pytest.raises(KeyError), collecting_rarely():
        raise KeyError
    assert gc.get_threshold() == before
