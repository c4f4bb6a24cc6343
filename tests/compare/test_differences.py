"""deepdiff is used only in the way that is exact; each trap that was found in it has its case here."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.compare.differences import differing_keys

amounts = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15)
keys = st.tuples(st.text(max_size=3), st.text(max_size=3), st.sampled_from(["total", "root['a']", 'q"[0]', "合计"]))
mappings = st.dictionaries(keys, amounts, max_size=12)


def plain(old: dict[object, Decimal], new: dict[object, Decimal]) -> set[object]:
    return {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}


@given(mappings, mappings)
@settings(deadline=None)  # the first comparison imports deepdiff
def test_agrees_with_a_plain_comparison(old, new):
    assert differing_keys(old, new) == plain(old, new)


@given(mappings)
@settings(deadline=None)  # the first comparison imports deepdiff
def test_a_mapping_does_not_differ_from_itself(same):
    assert differing_keys(same, dict(same)) == set()


def test_mappings_that_share_few_keys_are_told_key_by_key():
    old = {("form", f"old {n}"): Decimal(n) for n in range(20)} | {("form", "both"): Decimal(1)}
    new = {("form", f"new {n}"): Decimal(n) for n in range(20)} | {("form", "both"): Decimal(2)}
    assert len(differing_keys(old, new)) == 41


def test_one_side_empty_is_told_key_by_key():
    lines = {("a", "b"): Decimal(1), ("a", "c"): Decimal(2)}
    assert differing_keys({}, lines) == differing_keys(lines, {}) == set(lines)


def test_tuple_keys_come_back_whole_even_with_quotes_and_brackets():
    key = ("general_public", "line:\"项目\"['一']", "total")
    assert differing_keys({key: Decimal(1)}, {key: Decimal(2)}) == {key}


@pytest.mark.parametrize(
    ("old", "new", "differ"),
    [
        ("1.00", "1.0", False),
        ("1.00", "1", False),
        ("1.005", "1.00", True),
        ("1.00", "1.01", True),
        ("12345678901234567890.01", "12345678901234567890.02", True),
        ("0", "-0", False),
        ("1E+2", "100", False),
    ],
)
def test_decimals_are_compared_exactly(old, new, differ):
    assert bool(differing_keys({"k": Decimal(old)}, {"k": Decimal(new)})) is differ


def test_a_printed_zero_is_not_a_missing_amount():
    assert differing_keys({"k": Decimal(0)}, {}) == {"k"}


def test_one_removed_and_one_added_among_many_are_not_paired_with_each_other():
    old = {("row", n): Decimal(n) for n in range(100)}
    new = {key: amount + (key[1] in (3, 30, 60, 90)) for key, amount in old.items() if key[1] != 50}
    new["row", 100] = Decimal(50)
    assert differing_keys(old, new) == {("row", n) for n in (3, 30, 60, 90, 50, 100)}


def test_results_are_complete_for_ten_thousand_lines():
    old = {("row", n): Decimal(n) for n in range(10_000)}
    new = {("row", n): Decimal(n + (n % 7 == 0)) for n in range(1, 10_001)}
    assert differing_keys(old, new) == plain(old, new)


def test_heavy_extras_are_hidden_from_deepdiff_only_while_it_is_imported():
    program = (
        "import sys, types\n"
        "sys.modules['polars'] = loaded = types.ModuleType('polars')\n"
        "from difftool.compare.differences import differing_keys\n"
        "assert 'deepdiff' not in sys.modules\n"
        "from decimal import Decimal\n"
        "assert differing_keys({1: Decimal(1)}, {1: Decimal(2)}) == {1}\n"
        "assert 'pandas' not in sys.modules and 'numpy' not in sys.modules and 'pydantic' not in sys.modules\n"
        "assert sys.modules['polars'] is loaded\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
