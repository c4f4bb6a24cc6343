"""The account of one fund in a sentence: none of its amounts is the whole body's."""

from tests.prose.bodies import told

ACCOUNT = "年初结转和结余3.00万元，本年收入4.00万元，本年支出5.00万元，年末结转和结余2.00万元。"


def test_what_a_fund_brought_along_took_in_spent_and_hands_on():
    found = told(f"2024年度政府性基金预算财政拨款{ACCOUNT}")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("source:carryover_in.government_fund", "total", "3.00"),
        ("source:government_fund", "total", "4.00"),
        ("use:year_total", "government_fund", "5.00"),
        ("use:carryover_out.government_fund", "total", "2.00"),
    ]


def test_the_account_of_the_body_is_of_no_fund():
    found = told(f"本部门{ACCOUNT}")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("source:carryover_in", "total", "3.00"),
        ("source:year_total", "total", "4.00"),
        ("use:year_total", "total", "5.00"),
        ("use:carryover_out", "total", "2.00"),
    ]


def test_an_account_goes_on_behind_semicolons():
    found = told(f"政府性基金：年初结转和结余3.00万元；本年收入4.00万元；年末结转和结余2.00万元。本部门{ACCOUNT}")
    assert [item for item, *_ in found] == [
        "source:carryover_in.government_fund",
        "source:government_fund",
        "use:carryover_out.government_fund",
        "source:carryover_in",
        "source:year_total",
        "use:year_total",
        "use:carryover_out",
    ]
