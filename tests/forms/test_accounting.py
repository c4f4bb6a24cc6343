"""Every number of a form is accounted for, and what is not is told."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from difftool.forms import beside_forms
from difftool.model.disclosure import Accounting
from difftool.model.document import Document, Line, Page, Paragraph, Source
from difftool.model.fact import Fact
from difftool.model.place import LinePlace, PagePlace, Place, TablePlace
from tests.forms.documents import forms_of

HEAD = "2026年部门预算\n一般公共预算支出表\n单位：万元\n\n"
counts = st.integers(0, 50)


def test_numbers_are_facts_percentages_quantities_or_in_words():
    reading = forms_of(
        HEAD + "科目编码\t科目名称\t2025年预算数\t2026年预算数\t增减%\t备注\n"
        "205\t教育支出\t3.00\t5.00\t66.67\t含上年结转1,200.00元\n"
    )
    assert reading.accounting == Accounting(facts=2, percentages=1, in_text=1)
    assert reading.accounting.share == 1
    assert not reading.problems


def test_an_amount_on_a_line_without_a_name_is_unread_and_told():
    reading = forms_of(HEAD + "科目编码\t科目名称\t合计\n205\t教育支出\t5.00\n\t说不清的行\t1.2.3\n")
    assert (reading.accounting.facts, reading.accounting.unread) == (1, 1)
    assert [problem.code for problem in reading.problems] == ["unread-amounts"]
    assert str(reading.accounting.share) == "0.5000"


@given(counts, counts, counts, counts)
def test_shares_lie_between_nothing_and_all_and_sums_of_accountings_keep_their_numbers(facts, text, unread, other):
    one, two = Accounting(facts=facts, in_text=text, unread=unread), Accounting(percentages=other)
    assert (one + two).numbers == facts + text + unread + other
    assert 0 <= one.share <= 1
    assert (one.share == 1) == (unread == 0)


def test_rows_of_amounts_that_stand_in_no_grid_are_told():
    def line(text: str, top: float) -> Paragraph:
        return Paragraph((Line(text, PagePlace(3, (50, top, 500, top + 10)), 10),))

    rows = (line("教育支出\t5.00\t4.00", 100), line("卫生健康支出\t7.00\t7.00", 120), line("注：另有3.00万元。", 140))
    document = Document(Source("made.pdf", "", "pdf", 3), (Page(3, rows, 595, 842),))
    counted, problems = beside_forms(document, ())
    assert (counted.unread, counted.in_text) == (4, 1)
    assert [(problem.code, problem.where) for problem in problems] == [("amounts-outside-forms", rows[0].place)]


def test_one_row_of_amounts_on_a_page_is_told_but_no_single_amount():
    """The last row of a form may stand alone on a page, below no caption; a page number may look like an amount."""

    def problems_of(text: str) -> list[str]:
        page = Page(3, (Paragraph((Line(text, PagePlace(3, (50, 100, 500, 110)), 10),)),), 595, 842)
        return [problem.code for problem in beside_forms(Document(Source("made.pdf", "", "pdf", 3), (page,)), ())[1]]

    assert problems_of("2210201\t住房公积金\t31.42\t31.42") == ["amounts-outside-forms"]
    assert problems_of("附件\t31.42") == []


def test_numbers_of_sentences_are_facts_differences_shares_or_told_as_untold():
    place = PagePlace(3, (50, 100, 500, 110))
    text = "教育支出5.00万元，比上年增加1.50万元，增长42.86 %，占8.20%，另有9.99万元，见2.10条。"
    document = Document(Source("made.pdf", "", "pdf", 3), (Page(3, (Paragraph((Line(text, place, 10),)),), 595, 842),))
    fact = Fact("narrative", "func:205", "教育支出", "total", 2026, "approved", Decimal(1), Decimal(1), "5.00", place)
    counted, problems = beside_forms(document, [fact], [(place, "1.50")], [(place, "9.99")])
    assert counted == Accounting(facts=1, differences=1, percentages=1, unread=1, in_text=1)
    assert [(problem.code, problem.where) for problem in problems] == [("untold-amounts", place)]


@pytest.mark.parametrize(
    "place_of",
    [lambda number: LinePlace(number), lambda number: TablePlace(0, number, 1)],
    ids=["text", "Word or web page"],
)
def test_without_pages_what_stands_near_facts_is_told_as_untold(place_of: Callable[[int], Place]):
    """A final account as text or in Word: an amount of no line was dropped in silence, as nothing had pages there."""
    source = Source("made.txt", "", "text", 1)
    fact = Fact(
        "narrative", "func:205", "教育支出", "total", 2026, "executed", Decimal(1), Decimal(1), "5.00", place_of(40)
    )
    untold = [(place_of(30), "9.99"), (place_of(90), "8.88")]
    _, problems = beside_forms(Document(source, ()), [fact], (), untold)
    assert [(problem.code, problem.where, problem.detail("count")) for problem in problems] == [
        ("untold-amounts", place_of(30), "1")
    ]


def test_quantities_with_separators_are_quantities():
    """西安: the list of purchases prints 3,146 boxes beside 890,360.00."""
    reading = forms_of(
        HEAD + "科目编码\t科目名称\t数量\t预算金额\n205\t教育支出\t3,146\t890,360.00\n206\t科学技术支出\t1,600\t5.00\n"
    )
    assert reading.accounting == Accounting(facts=2, quantities=2)
