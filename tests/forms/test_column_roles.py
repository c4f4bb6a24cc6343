"""Columns of amounts are told from columns of other numbers."""

from tests.forms.documents import forms_of


def test_people_at_a_meeting_are_no_amount():
    reading = forms_of(
        "2024年部门预算\n会议费明细表\n单位：万元\n\n会议名称\t人数\t金额\n工作会议\t120\t1.20\n年会\t80\t0.80\n"
    )
    assert [str(fact.amount) for fact in reading.facts] == ["12000", "8000"]


def test_codes_below_each_other_are_codes_whatever_heading_stands_over_them():
    """财决08表: a heading that is too high for its cell leaves 项目支出功 over the column of codes."""
    reading = forms_of(
        "2023年度部门决算\n一般公共预算财政拨款支出决算明细表\n单位：万元\n\n项目支出功\t科目名称\t合计\t基本工资\n"
        "\t合计\t30.00\t30.00\n201\t一般公共服务支出\t30.00\t30.00\n20126\t档案事务\t30.00\t30.00\n"
        "2012601\t行政运行\t30.00\t30.00\n"
    )
    assert {fact.item for fact in reading.facts if "econ" not in fact.item} == {
        "total",
        "func:201",
        "func:20126",
        "func:2012601",
    }
