"""Reasons without a cause, and which way a reason points."""

import pytest

from difftool.prose.directions import FALL, RISE, direction_of
from difftool.prose.set_phrases import is_set_phrase
from tests.prose.bodies import read, text_document


@pytest.mark.parametrize(
    "reason",
    [
        "厉行节约",
        "认真贯彻落实中央八项规定精神，从严控制“三公”经费开支",
        "落实“过紧日子”要求，压减一般性支出",
        "因人员变动导致",
        "项目调整",
        "年中追加预算，相应增加支出",
        "根据工作实际安排",
        "与上年持平，无增减变化",
        "据实列支",
    ],
)
def test_set_phrases(reason):
    assert is_set_phrase(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "退休2人",
        "新增鱼苗放流项目",
        "缴费基数调整",
        "厉行节约，取消两期培训班",
        "本部门无此项支出",
        "部分支出改列其他科目",
        "人员减少",
        "疫情影响出访",
    ],
)
def test_causes(reason):
    assert not is_set_phrase(reason)


def test_a_reason_tells_whether_it_is_a_set_phrase():
    told = read(text_document("培训费5.00万元，比上年减少1.00万元，主要原因是厉行节约。")).reasons
    assert [(reason.text, reason.set_phrase) for reason in told] == [("厉行节约", True)]


@pytest.mark.parametrize(
    ("reason", "direction"),
    [
        ("经费增加", RISE),
        ("厉行节约，压减开支", FALL),
        ("上年增加了一次性项目", ""),
        ("在职人员减少、退休人员增加", ""),
        ("人员变动", ""),
    ],
)
def test_directions(reason, direction):
    assert direction_of(reason) == direction
