"""Sentences that say money changed its line, and sentences of the same words that do not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from difftool.prose import read_prose
from tests.prose.bodies import form_facts, read, text_document

FISH = ("func:2130148",)
OTHER = ("func:2130199",)
RETIRED = ("func:2080502",)
UNDER_OTHER = "2.农林水支出（类）农业农村（款）其他农业农村支出（项）。年初预算为0万元，支出决算为20.00万元，"
UNDER_FISH = "1.农林水支出（类）农业农村（款）渔业发展（项）。年初预算为90.00万元，支出决算为70.00万元，"


def moves(*lines: str):
    return [(move.givers, move.receivers, move.amount) for move in read(text_document(*lines)).stated_moves]


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
        ("渔业发展（项）12.5万元变更功能科目为事业单位离退休（项）。", (FISH, RETIRED, Decimal(125_000))),
        ("因机构改革，2130148渔业发展12.3万元改由2080502事业单位离退休列支。", (FISH, RETIRED, Decimal(123_000))),
        ("事业单位离退休（项）增加主要是渔业发展（项）的5万元转入。", (FISH, RETIRED, Decimal(50_000))),
        # 西安 2022: where it stood is told, and that it stands here now.
        (
            UNDER_OTHER + "主要原因是该经费以前年度列在渔业发展（2130148），今年使用此功能科目申请预算。",
            (FISH, OTHER, None),
        ),
        (
            "按决算编报口径，将2130148渔业发展中的部分指标（5.55万元）划入2080502事业单位离退休。",
            (FISH, RETIRED, Decimal(55_500)),
        ),
    ],
)
def test_stated(sentence, expected):
    assert moves(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年已将渔业发展（项）的12.5万元调整至事业单位离退休（项）。",
        # 西安 2022: what the line in hand held until last year is no line that it came from.
        UNDER_OTHER + "主要原因是上年加入渔业发展支出预算，本年单列。",
        "拟于2025年将渔业发展（项）的12.5万元调整至事业单位离退休（项）。",
        "申请将渔业发展（项）的12.5万元调整至事业单位离退休（项），未获批准。",
        "财政未同意将渔业发展（项）经费转入事业单位离退休（项）。",
        "将办公费5万元调整为差旅费。",
        "工资标准调整，事业单位离退休（项）支出增加，渔业发展（项）支出减少。",
        "农林水支出（类）农业农村（款）渔业发展（项）：反映除事业单位离退休以外用于渔业发展的支出。",
        # 上海 2026: 缴纳 holds a verb of moving by its characters only.
        "“住房保障支出”科目205万元，主要用于缴纳在职人员住房公积金等支出。",
        "科目调整。",
        UNDER_FISH + "主要原因是年中将机动经费统筹用于其他农业农村支出。",
    ],
)
def test_no_move(sentence):
    assert moves(sentence) == []


def test_between_the_columns_of_one_line():
    move = read(text_document("渔业发展（项）由项目支出调整为基本支出3.00万元。")).stated_moves[0]
    assert (move.givers, move.receivers) == (FISH, FISH)
    assert (move.giver_measure, move.receiver_measure, move.amount) == ("project", "basic", Decimal(30_000))


def test_the_quote_leads_back_to_the_sentence():
    reading = read(
        text_document("一、说明。", UNDER_OTHER + "主要原因是从渔业发展项中调整了部分支出归为其他农业农村支出项。")
    )
    move = reading.stated_moves[0]
    assert move.where.as_dict() == {"line": 2}
    assert move.quote.endswith("归为其他农业农村支出项")
    assert move.item == "func:2130199"


def with_other_lines():
    """The forms with economic lines and units besides."""
    others = {
        "econ:30201": "办公费",
        "econ:30211": "差旅费",
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
        ("包括办公费、印刷费、差旅费，按规定列入差旅费。", []),
        ("青禾市渔业服务中心本级参照青禾市渔政支队的标准调整预算。", []),
    ],
)
def test_between_economic_lines_and_between_units_both_must_be_named(sentence, expected):
    reading = read_prose(
        text_document(sentence), entity="青禾市渔业服务中心", year=2024, stage="final", form_facts=with_other_lines()
    )
    assert [(move.givers, move.receivers, move.amount) for move in reading.stated_moves] == expected


def test_an_amount_on_its_way_is_no_amount_of_the_line_that_it_left():
    reading = read(text_document("年中将渔业发展（项）12.50万元指标收回，重新下达至其他农业农村支出（项）。"))
    assert [move.amount for move in reading.stated_moves] == [Decimal(125_000)]
    assert reading.facts == ()


def test_each_receiver_of_a_sentence_has_its_own_amount():
    text = "将渔业发展（项）5.00万元调整至其他农业农村支出（项），3.20万元调整至事业单位离退休（项）。"
    assert moves(text) == [(FISH, OTHER, Decimal(50_000)), (FISH, RETIRED, Decimal(32_000))]


def test_shares_of_the_columns_are_no_move_between_them():
    """国家信访局 2024: "按经济分类划分为基本支出11073.11万元，占比75.99%"."""
    assert moves("渔业发展（项）70.00万元，按经济分类划分为基本支出50.00万元，占比71.43%。") == []
