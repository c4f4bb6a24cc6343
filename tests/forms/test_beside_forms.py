"""Every number of a page that stands in no form is accounted for, and what is not is told."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from difftool.forms import beside_forms
from difftool.model.disclosure import Accounting
from difftool.model.document import Document, Line, Page, Paragraph, Source
from difftool.model.fact import Fact
from difftool.model.place import LinePlace, PagePlace, Place, TablePlace


def test_rows_of_amounts_that_stand_in_no_grid_are_told():
    def line(text: str, top: float) -> Paragraph:
        return Paragraph((Line(text, PagePlace(3, (50, top, 500, top + 10)), 10),))

    rows = (line("教育支出\t5.00\t4.00", 100), line("卫生健康支出\t7.00\t7.00", 120), line("注：另有3.00万元。", 140))
    document = Document(Source("made.pdf", "", "pdf", 3), (Page(3, rows, 595, 842),))
    counted, problems = beside_forms(document, ())
    assert (counted.unread, counted.in_text) == (4, 1)
    assert [(problem.code, problem.where) for problem in problems] == [("amounts-outside-forms", rows[0].place)]


@pytest.mark.parametrize(
    "texts",
    [
        ("教育支出\u3000\u30005.00\u30004.00", "卫生健康支出\u30007.00\u30007.00"),
        ("教育支出  5.00    4.00", "卫生健康支出  7.00    7.00"),
        ("教育支出", "5.00", "4.00", "卫生健康支出", "7.00", "7.00"),
    ],
    ids=["wide spaces", "spaces", "a paragraph each"],
)
def test_rows_that_a_web_page_sets_without_a_table_are_told(texts):
    lines = [Paragraph((Line(text, TablePlace(0, row, 1)),)) for row, text in enumerate(texts, 1)]
    counted, problems = beside_forms(Document(Source("made.html", "", "html", 1), (Page(1, tuple(lines)),)), ())
    assert counted.unread == 4
    assert [problem.code for problem in problems] == ["amounts-outside-forms"]


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
