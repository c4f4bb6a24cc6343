"""Columns of amounts are told from columns of other numbers."""

from tests.forms.documents import forms_of


def test_people_at_a_meeting_are_no_amount():
    reading = forms_of(
        "2024年部门预算\n会议费明细表\n单位：万元\n\n会议名称\t人数\t金额\n工作会议\t120\t1.20\n年会\t80\t0.80\n"
    )
    assert [str(fact.amount) for fact in reading.facts] == ["12000", "8000"]
