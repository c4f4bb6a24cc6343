"""Every number of a form is accounted for, and what is not is told."""

from hypothesis import given
from hypothesis import strategies as st

from difftool.model.disclosure import Accounting
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


def test_an_amount_too_wide_for_its_column_is_told():
    """A spreadsheet printed to PDF shows ### for it."""
    reading = forms_of(HEAD + "科目编码\t科目名称\t合计\t基本支出\n205\t教育支出\t###\t5.00\n")
    assert (reading.accounting.facts, reading.accounting.unread) == (1, 1)
    assert [problem.code for problem in reading.problems] == ["unread-amounts"]


@given(counts, counts, counts, counts)
def test_shares_lie_between_nothing_and_all_and_sums_of_accountings_keep_their_numbers(facts, text, unread, other):
    one, two = Accounting(facts=facts, in_text=text, unread=unread), Accounting(percentages=other)
    assert (one + two).numbers == facts + text + unread + other
    assert 0 <= one.share <= 1
    assert (one.share == 1) == (unread == 0)


def test_quantities_with_separators_are_quantities():
    """西安: the list of purchases prints 3,146 boxes beside 890,360.00."""
    reading = forms_of(
        HEAD + "科目编码\t科目名称\t数量\t预算金额\n205\t教育支出\t3,146\t890,360.00\n206\t科学技术支出\t1,600\t5.00\n"
    )
    assert reading.accounting == Accounting(facts=2, quantities=2)
