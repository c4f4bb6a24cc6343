"""Sentences that say money changed its line, and sentences of the same words that do not."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from difftool.prose import read_prose
from tests.prose.bodies import (
    FISH,
    OTHER,
    RETIRED,
    UNDER_FISH,
    UNDER_OTHER,
    form_facts,
    moves_told,
    read,
    text_document,
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 株洲 2024, under the receiver.
        (
            UNDER_OTHER + "主要原因是：因财政要求从年初渔业发展项中调整了部分支出归为其他农业农村支出项。",
            (FISH, OTHER, None),
        ),
        (UNDER_FISH + "主要原因是部分经费调至其他农业农村支出科目列支。", (FISH, OTHER, None)),
        (
            UNDER_OTHER + "主要原因是将原在渔业发展科目列支的20.00万元经费改在本科目核算。",
            (FISH, OTHER, Decimal(200_000)),
        ),
        (UNDER_OTHER + "主要原因是财政部门年中将渔业发展（项）指标收回后重新下达至本科目。", (FISH, OTHER, None)),
        ("从“渔业发展”科目向“事业单位离退休”科目调剂资金12.5万元。", (FISH, RETIRED, Decimal(125_000))),
        (
            UNDER_OTHER + "主要原因是将上年“渔业发展”“事业单位离退休”两个科目合并至本科目反映。",
            (FISH + RETIRED, OTHER, None),
        ),
        ("渔业发展（项）12.5万元变更功能科目为事业单位离退休（项）。", (FISH, RETIRED, Decimal(125_000))),
        ("因机构改革，2130148渔业发展12.3万元改由2080502事业单位离退休列支。", (FISH, RETIRED, Decimal(123_000))),
        (
            "按决算编报口径，将2130148渔业发展中的部分指标（5.55万元）划入2080502事业单位离退休。",
            (FISH, RETIRED, Decimal(55_500)),
        ),
    ],
)
def test_stated(sentence, expected):
    assert moves_told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年已将渔业发展（项）的12.5万元调整至事业单位离退休（项）。",
        "拟于2025年将渔业发展（项）的12.5万元调整至事业单位离退休（项）。",
        "申请将渔业发展（项）的12.5万元调整至事业单位离退休（项），未获批准。",
        "财政未同意将渔业发展（项）经费转入事业单位离退休（项）。",
        "将办公费5万元调整为差旅费。",
        "农林水支出（类）农业农村（款）渔业发展（项）：反映除事业单位离退休以外用于渔业发展的支出。",
        # 上海 2026: 缴纳 holds a verb of moving by its characters only.
        "“住房保障支出”科目205万元，主要用于缴纳在职人员住房公积金等支出。",
        "科目调整。",
    ],
)
def test_no_move(sentence):
    assert moves_told(sentence) == []


def test_between_the_columns_of_one_line():
    move = read(text_document("渔业发展（项）由项目支出调整为基本支出3.00万元。")).stated_moves[0]
    assert (move.givers, move.receivers) == (FISH, FISH)
    assert (move.giver_measure, move.receiver_measure, move.amount) == ("project", "basic", Decimal(30_000))


def test_shares_of_the_columns_are_no_move_between_them():
    """国家信访局 2024: "按经济分类划分为基本支出11073.11万元，占比75.99%"."""
    assert moves_told("渔业发展（项）70.00万元，按经济分类划分为基本支出50.00万元，占比71.43%。") == []


def with_other_lines():
    """The forms with economic lines and units besides."""
    others = {
        "econ:30201": "办公费",
        "econ:30211": "差旅费",
        "econ:310": "资本性支出",
        "econ:503": "机关资本性支出",
        "unit:青禾市渔业服务中心本级": "青禾市渔业服务中心本级",
        "unit:青禾市渔政支队": "青禾市渔政支队",
    }
    return (*form_facts(), *(replace(form_facts()[0], item=item, name=name) for item, name in others.items()))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("办公费3.20万元调整至差旅费列支。", [(("econ:30201",), ("econ:30211",), Decimal(32_000))]),
        ("部分经费由“办公费”改列“差旅费”，功能科目不变。", [(("econ:30201",), ("econ:30211",), None)]),
        (
            "将青禾市渔业服务中心本级的值守经费12.5万元划转至青禾市渔政支队。",
            [(("unit:青禾市渔业服务中心本级",), ("unit:青禾市渔政支队",), Decimal(125_000))],
        ),
        ("办公费未调整至差旅费。", []),
        # 西安 2026 gives the reason in words of the other classification: its own amount was told as moved, and lost.
        ("机关资本性支出（503）9.50万元，较上年减少1.10万元，原因是从严控制资产购置，压减资本性支出预算。", []),
        ("包括办公费、印刷费、差旅费，按规定列入差旅费。", []),
        ("青禾市渔业服务中心本级参照青禾市渔政支队的标准调整预算。", []),
    ],
)
def test_between_economic_lines_and_between_units_both_must_be_named(sentence, expected):
    reading = read_prose(text_document(sentence), year=2024, stage="final", form_facts=with_other_lines())
    assert [(move.givers, move.receivers, move.amount) for move in reading.stated_moves] == expected
