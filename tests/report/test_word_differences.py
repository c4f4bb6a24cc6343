from hypothesis import given
from hypothesis import strategies as st

from difftool.report.view import Piece
from difftool.report.word_differences import word_differences

texts = st.text(alphabet="负责档案征集1234.,万元。", max_size=30)


def shown(old: str, new: str) -> str:
    marks = {"old": "[-{}-]", "new": "{{+{}+}}", "both": "{}"}
    return "".join(marks[piece.side].format(piece.text) for piece in word_differences(old, new))


def test_words_taken_out_and_put_in_are_told_apart() -> None:
    assert shown("核定编制39名。", "核定编制38名。") == "核定编制[-39-]{+38+}名。"
    assert shown("负责档案征集。", "负责档案征集、保管。") == "负责档案征集{+、保管+}。"


def test_a_number_is_never_cut_apart() -> None:
    assert shown("今年支出1,234.50万元", "今年支出1,239.50万元") == "今年支出[-1,234.50-]{+1,239.50+}万元"


def test_a_single_letter_between_two_differences_is_no_common_word() -> None:
    assert (
        shown("由市政府和县委办理其他事项", "由省政府与市委办理其他事项")
        == "由[-市-]{+省+}政府[-和县-]{+与市+}委办理其他事项"
    )
    assert shown("一致办理事项甲的乙，下同", "一致办理事项丙的丁，下同") == "一致办理事项[-甲的乙-]{+丙的丁+}，下同"


def test_sentences_with_little_in_common_are_read_one_after_the_other() -> None:
    assert shown("负责征集全县各类档案。", "按照规定开放。") == "[-负责征集全县各类档案。-]{+按照规定开放。+}"


@given(texts, texts)
def test_the_pieces_of_each_side_make_its_sentence(old: str, new: str) -> None:
    pieces = word_differences(old, new)
    assert "".join(piece.text for piece in pieces if piece.side != "new") == old
    assert "".join(piece.text for piece in pieces if piece.side != "old") == new


@given(texts)
def test_a_sentence_has_no_difference_from_itself(text: str) -> None:
    assert word_differences(text, text) == ((Piece("both", text),) if text else ())
