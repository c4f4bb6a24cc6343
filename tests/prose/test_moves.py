"""A stated move leads back to its sentence and to the line that the sentence is printed under."""

from tests.prose.bodies import UNDER_OTHER, read, text_document


def test_the_quote_leads_back_to_the_sentence():
    reading = read(
        text_document("一、说明。", UNDER_OTHER + "主要原因是从渔业发展项中调整了部分支出归为其他农业农村支出项。")
    )
    move = reading.stated_moves[0]
    assert move.where.as_dict() == {"line": 2}
    assert move.quote.endswith("归为其他农业农村支出项")
    assert move.item == "func:2130199"
