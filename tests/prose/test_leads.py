"""The words before an amount: which of them are its own."""

from hypothesis import given
from hypothesis import strategies as st

from difftool.prose.leads import sentence_end, without_aside

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
