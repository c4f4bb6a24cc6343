"""One spelling for what looks the same; what differs on paper stays different."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.read.normalise import normalise


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("１２３４．５６", "1234．56"),
        ("ＰＰＰ项目", "PPP项目"),
        ("⺠政", "民政"),  # a radical that NFKC leaves
        ("⽀出", "支出"),  # a radical that NFKC knows
        ("\uf9ba", "了"),  # a compatibility ideograph
        ("（一），。", "（一），。"),
        ("\u00ad5.20", "-5.20"),
        ("预\u200b算", "预算"),
    ],
)
def test_spelling(printed, text):
    assert normalise(printed) == text


@given(st.text())
def test_spelling_twice_is_spelling_once(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_plain_ideographs_stay(text):
    assert normalise(text) == text


@given(st.characters(min_codepoint=0x2F00, max_codepoint=0x2FD5))
def test_the_table_of_radicals_agrees_with_unicode_where_unicode_decomposes_them(radical):
    assert normalise(radical) == unicodedata.normalize("NFKC", radical)
