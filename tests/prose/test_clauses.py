"""Where sentences and clauses end, and what words stand around an amount."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.prose.amounts import amounts_in
from difftool.prose.clauses import AmountInText, clause_end, clause_outside_brackets, ends_sentence, sentence_end

TEXTS = st.text("支出预算（）()，,。；;：:、9", max_size=30)


@given(TEXTS)
def test_the_end_of_a_text_is_a_clause_within_a_sentence(text):
    sentence, clause = sentence_end(text), clause_end(text)
    assert text.endswith(sentence) and sentence.endswith(clause)
    assert not ends_sentence(sentence)


@given(TEXTS, TEXTS)
def test_marks_in_brackets_part_no_clauses(before, text):
    bare = re.sub("[（()）]", "", text)
    assert clause_outside_brackets(bare) == clause_end(bare)
    assert clause_outside_brackets(f"{before}，会议费（{bare}）") == f"会议费（{bare}）"


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("其中：会议费（含住宿，交通）", "会议费（含住宿，交通）"),
        ("会议费5万元，培训费", "培训费"),
        ("（含住宿，交通", "交通"),
    ],
)
def test_a_clause_holds_what_its_brackets_hold(text, clause):
    assert clause_outside_brackets(text) == clause


def test_the_words_around_an_amount_are_those_of_its_text():
    text = "收入总计9万元。支出总计8万元，其中：基本支出7万元。"
    _, spent, basic = amounts_in(text)
    one = AmountInText(basic, text[spent.end : basic.start], text)
    assert (one.lead, one.sentence, one.rest) == ("，其中：基本支出", "支出总计8万元，其中：基本支出", "。")
    assert text[one.offset :].startswith(one.lead)
