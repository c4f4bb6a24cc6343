from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.compare.sentences import Sentence, differ_in_amounts_only, likeness, sentences_of, tells_amounts
from difftool.model.disclosure import Passage
from difftool.model.place import LinePlace

HERE = LinePlace(1)


def sentence(text: str) -> Sentence:
    return Sentence(text, HERE)


def split(text: str) -> list[str]:
    return [one.text for one in sentences_of(Passage(text, ((0, HERE),)))]


@pytest.mark.parametrize(
    "first, second",
    [
        ("（三）负责档案征集。", "四、负责档案征集；"),
        ("3.负责档案征集", "１２、负责档案征集。"),
        ("一是负责档案征集。", "①负责档案征集。"),
        ("支出1,895.20万元（不含结转）。", "支出1895.20万元(不含结转)。"),
        ("收入580万元，其中：", "收入580万元。"),
    ],
)
def test_numbering_and_type_are_no_difference(first: str, second: str) -> None:
    assert sentence(first).key == sentence(second).key


@pytest.mark.parametrize(
    "first, second",
    [
        ("编制339名", "编制338名"),
        ("支出18.95万元", "支出1895万元"),
        ("2024年", "2025年"),
        ("1.5倍", "5倍"),
        ("十二届", "十三届"),
    ],
)
def test_a_number_always_counts(first: str, second: str) -> None:
    assert sentence(first).key != sentence(second).key


def test_a_list_is_told_apart_and_brackets_and_quotes_are_kept_whole() -> None:
    assert split("1.负责征集；2.负责保管（含胶片；磁带）。“不忘初心。”继续开放") == [
        "负责征集；",
        "负责保管（含胶片；磁带）。",
        "“不忘初心。”",
        "继续开放",
    ]


def test_a_sentence_stands_on_the_line_where_its_words_begin() -> None:
    broken = Passage("负责征集。负责保管。", ((0, LinePlace(7)), (5, LinePlace(8))))
    assert [one.where for one in sentences_of(broken)] == [LinePlace(7), LinePlace(8)]


@given(st.text(alphabet="负责档案12.万元，。；（）一、", max_size=40))
def test_splitting_loses_nothing_but_ordinals(text: str) -> None:
    pieces = split(text) if text else []
    rest = text
    for piece in pieces:
        before, found, rest = rest.partition(piece)
        assert found == piece
        assert set(before) <= set("12.（）一、。；")


@pytest.mark.parametrize(
    "old, new, only_amounts",
    [
        ("2023年支出580万元，增长5.1%。", "2024年支出490.5万元，增长6%。", True),
        ("编制339名，支出580万元。", "编制338名，支出580万元。", False),
        ("支出增加5万元。", "支出减少5万元。", False),
        ("完成3年规划。", "完成5年规划。", False),
        ("财预〔2017〕19号", "财预〔2018〕13号", False),
    ],
)
def test_only_amounts_percentages_and_years_are_told_elsewhere(old: str, new: str, only_amounts: bool) -> None:
    assert differ_in_amounts_only(sentence(old), sentence(new)) is only_amounts


def test_what_tells_amounts() -> None:
    assert tells_amounts("支出580.13万元") and tells_amounts("占35%") and tells_amounts("共3元")
    assert not tells_amounts("编制339名") and not tells_amounts("万元以上的设备")


@given(st.text(alphabet="负责档案征集12", min_size=1), st.text(alphabet="负责档案征集12", min_size=1))
def test_likeness_is_the_same_both_ways_and_whole_for_oneself(first: str, second: str) -> None:
    one, other = sentence(first), sentence(second)
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1
