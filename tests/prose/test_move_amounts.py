"""How much moved, and whose the amounts of a sentence about a move are."""

from decimal import Decimal

from tests.prose.bodies import FISH, OTHER, RETIRED, moves_told, read, text_document


def test_an_amount_on_its_way_is_no_amount_of_the_line_that_it_left():
    reading = read(text_document("年中将渔业发展（项）12.50万元指标收回，重新下达至其他农业农村支出（项）。"))
    assert [move.amount for move in reading.stated_moves] == [Decimal(125_000)]
    assert reading.facts == ()


def test_each_receiver_of_a_sentence_has_its_own_amount():
    text = "将渔业发展（项）5.00万元调整至其他农业农村支出（项），3.20万元调整至事业单位离退休（项）。"
    assert moves_told(text) == [(FISH, OTHER, Decimal(50_000)), (FISH, RETIRED, Decimal(32_000))]
