"""Which line gave and which received, where the sentence says one of the two only by how it is built."""

from decimal import Decimal

import pytest

from tests.prose.bodies import FISH, OTHER, RETIRED, UNDER_FISH, UNDER_OTHER, moves_told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("事业单位离退休（项）增加主要是渔业发展（项）的5万元转入。", (FISH, RETIRED, Decimal(50_000))),
        # 西安 2022: where it stood is told, and that it stands here now.
        (
            UNDER_OTHER + "主要原因是该经费以前年度列在渔业发展（2130148），今年使用此功能科目申请预算。",
            (FISH, OTHER, None),
        ),
    ],
)
def test_the_other_side_is_what_the_sentence_is_about(sentence, expected):
    assert moves_told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        # 西安 2022: what the line in hand held until last year is no line that it came from.
        UNDER_OTHER + "主要原因是上年加入渔业发展支出预算，本年单列。",
        "工资标准调整，事业单位离退休（项）支出增加，渔业发展（项）支出减少。",
        UNDER_FISH + "主要原因是年中将机动经费统筹用于其他农业农村支出。",
    ],
)
def test_one_side_alone_is_no_move(sentence):
    assert moves_told(sentence) == []
