"""The words before an amount: which of them are its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.prose.leads import sentence_end, without_aside
from tests.prose.bodies import read, text_document, told

WORDS = st.text("支出收入总计，。；（）", max_size=20)


@given(WORDS)
def test_words_keep_their_places_without_an_aside(lead):
    kept = without_aside(lead)
    assert len(kept) == len(lead)
    assert lead.endswith(kept.lstrip("，"))


def test_what_the_amount_before_holds_is_no_word_of_the_next():
    """安徽: "收入总计9万元（含年初结转和结余）、支出总计9万元"."""
    assert without_aside("（含年初结转和结余）、支出总计").lstrip("，") == "、支出总计"
    assert without_aside("（项）支出") == "（项）支出"


@given(WORDS, WORDS)
def test_only_the_sentence_in_hand_is_the_amount_s_own(before, lead):
    own = sentence_end(f"{before}。{lead}")
    assert own == sentence_end(lead)
    assert not set(own) & set("。；")


def test_one_amount_of_each_line_of_a_list():
    found = told("上级补助收入、事业收入、附属单位上缴收入均为0.00万元；其他收入2.00万元。会议费和培训费均为0万元。")
    assert sorted((item, raw) for item, *_, raw in found) == [
        ("public:meeting", "0"),
        ("public:training", "0"),
        ("source:affiliated", "0.00"),
        ("source:institutional", "0.00"),
        ("source:other", "2.00"),
        ("source:superior", "0.00"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("会议费、培训费分别为5.00万元、6.00万元，2023年", {"public:meeting": "5.00", "public:training": "6.00"}),
        ("基本支出和项目支出分别为5.00万元和6.00万元", {"use:basic": "5.00", "use:project": "6.00"}),
        ("公务用车购置及运行费、公务接待费分别为5、6万元", {"public:vehicle": "5", "public:reception": "6"}),
        ("一般公共预算和政府性基金支出分别为5万元、6万元", {}),  # of which side the first is, it does not say
        ("会议费、培训费分别为5.00万元", {}),  # an amount too few
        ("渔业费、牧业费分别为5.00万元、6.00万元", {}),  # lines that are not known
    ],
)
def test_lines_of_a_list_have_their_amounts_in_turn(sentence, expected):
    assert {item: raw for item, *_, raw in told(f"2024年{sentence}。")} == expected


def test_amounts_of_a_list_that_are_not_surely_of_a_line_are_told():
    reading = read(text_document("培训费1万元。", "一般公共预算和政府性基金支出分别为5万元、6万元。"))
    assert [raw for _, raw in reading.untold] == ["5", "6"]
