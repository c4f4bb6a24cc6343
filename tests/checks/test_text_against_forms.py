"""Figures of sentences and annexes against the forms."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from difftool.model.fact import Fact
from difftool.model.place import PagePlace, TablePlace


def forms(make) -> list[Fact]:
    phase = {"phase": "executed"}
    return [
        *make.column("expenditure", {"total": "519.63", "func:201": "519.63", "func:2010450": "410.65"}, **phase),
        *make.column("expenditure", {"total": "455.65"}, "basic", **phase),
        *make.column("expenditure", {"total": "63.98"}, "project", **phase),
        *make.column(
            "three_public",
            {"public:total": "14.32", "public:abroad": "6.90", "public:vehicle": "6.86", "public:reception": "0.56"},
            phase="adjusted",
        ),
    ]


def test_a_total_that_no_form_prints(make, fails) -> None:
    """株洲 2024: 基本支出 455.65 in the forms, 355.85 in the self-evaluation, twice."""
    told = [
        make.fact("narrative", "use:basic", "355.85", phase="executed", name="基本支出"),
        make.fact("performance_review", "total", "355.85", "basic", phase="executed", name="基本支出"),
        make.fact("narrative", "use:project", "63.98", phase="executed"),
    ]
    checks = fails(make.disclosure([*forms(make), *told], stage="final"), "totals-told")
    assert [(check.expected, check.found) for check in checks] == [("455.65万元", "355.85万元")]
    assert len(checks[0].cells) == 3


def test_the_appropriation_told_against_its_own_form(make, fails) -> None:
    """湖州 2026: 财政拨款收支总预算64618.75 in the text and 收支总表, 38191.21 in 财政拨款收支总表."""
    printed = make.column("appropriation", {"source:total": "381.21", "use:total": "381.21"})
    whole = make.fact("summary", "source:total", "900.00")

    def told(amount: str) -> list[Fact]:
        both = ("source:total", "use:total")
        return [make.fact("narrative", item, amount, "fiscal", name="财政拨款收支总预算") for item in both]

    checks = fails(make.disclosure([*printed, whole, *told("646.75")]), "totals-told")
    assert [check.message for check in checks] == [
        "文字说明称“财政拨款收支总预算”预算为 646.75万元，财政拨款收支总表为 381.21万元"
    ]
    assert fails(make.disclosure([*printed, whole, *told("381.21")]), "totals-told") == []
    assert fails(make.disclosure([whole, *told("646.75")]), "totals-told") == []


def test_a_page_that_tells_whole_amounts_rounds_them(make, fails) -> None:
    """上海 2025: totals in whole 万元 on one page, 三公 with two decimals on another; 17,192万元 is 171,915,169元."""
    form = [make.fact("summary", "source:total", "17191.5169"), make.fact("general_public", "func:201", "8.00")]
    totals = [make.fact("narrative", item, "17192") for item in ("source:total", "use:total", "source:fiscal")]
    fine = [make.fact("narrative", f"public:{item}", "2.50") for item in ("abroad", "vehicle", "reception", "total")]
    away = [make.fact("narrative", "source:total", "17193"), *totals[1:]]

    def on_pages(*told: list[Fact]) -> list[Fact]:
        return [
            replace(fact, where=PagePlace(number, (0.0, 20.0 * line, 500.0, 20.0 * line + 12)))
            for number, facts in enumerate(told, 1)
            for line, fact in enumerate(facts)
        ]

    assert fails(make.disclosure([*form, *on_pages(totals, fine)]), "totals-told") == []
    assert len(fails(make.disclosure([*form, *on_pages(totals + fine)]), "totals-told")) == 1
    assert len(fails(make.disclosure([*form, *on_pages(away, fine)]), "totals-told")) == 1

    def in_paragraphs(first: int, facts: list[Fact]) -> list[Fact]:
        return [replace(fact, where=TablePlace(0, first + line, 1)) for line, fact in enumerate(facts)]

    apart, close = ([*in_paragraphs(1, totals), *in_paragraphs(at, fine)] for at in (60, 5))
    assert fails(make.disclosure([*form, *apart]), "totals-told") == []  # Word files and web pages have no pages
    assert len(fails(make.disclosure([*form, *close]), "totals-told")) == 1


def test_an_amount_in_the_wrong_unit_is_told_as_such(make, fails) -> None:
    """ "19.90元" in a sentence and 19.90 in a form in 万元 were told as 0.00199万元 and 19.90万元."""
    form = make.fact("expenditure", "func:2080506", "19.90", phase="executed", name="职业年金缴费支出")
    line = make.fact("narrative", "func:2080506", "0.00199", phase="executed", name="职业年金缴费支出")
    told = replace(line, raw="19.90", quantum=Decimal("0.01"))
    checks = fails(make.disclosure([form, told], stage="final"), "sentence-line")
    assert [check.message.partition("决算")[2] for check in checks] == [
        "为 19.90元，表中为 19.90万元，相差一万倍：一处的金额单位有误"
    ]


def test_the_budget_of_a_final_account_is_one_number(make, fails) -> None:
    """株洲 2024: 三公 budgets of 19 in the text, 24 in the annex, 14.32 in the form; "7万元" is 7.00 there."""
    told = [
        make.fact("narrative", "public:total", "19", name="“三公”经费"),
        make.fact("narrative", "public:abroad", "7", name="因公出国（境）费"),
        make.fact("narrative", "public:reception", "0.56", name="公务接待费"),
        make.fact("narrative", "func:2010450", "410.65", phase="executed"),
        make.fact("narrative", "func:201", "519.63", phase="executed"),
        make.fact("performance_data", "public:total", "24.00", phase="adjusted", name="三公经费"),
    ]
    checks = fails(make.disclosure([*forms(make), *told], stage="final"), "three-public-told")
    assert {check.found for check in checks} == {"19万元", "7万元", "24.00万元"}
    messages = {check.found: check.message for check in checks}
    assert messages["19万元"] == "文字说明称“‘三公’经费合计”预算为 19万元，“三公”经费表的全年预算数为 14.32万元"
    assert messages["24.00万元"].endswith("全年预算为 24.00万元，“三公”经费表为 14.32万元")


def test_an_opening_budget_is_not_the_form_s_budget(make, fails) -> None:
    fact = make.fact("narrative", "public:total", "19.00", name="“三公”经费")
    disclosure = make.disclosure([*forms(make), fact], ["“三公”经费年初预算为19.00万元。"], stage="final")
    there = replace(fact, where=disclosure.passages[0].where)
    assert fails(replace(disclosure, facts=(*forms(make), there)), "three-public-told") == []


def test_a_line_of_the_text_that_no_form_prints(make, fails) -> None:
    told = [make.fact("narrative", "func:2010450", "401.65", phase="executed", name="事业运行")]
    checks = fails(make.disclosure([*forms(make), *told], stage="final"), "sentence-line")
    assert [(check.expected, check.found) for check in checks] == [("410.65万元", "401.65万元")]


def test_kinds_of_projects_named_like_lines_are_no_lines(make, fails) -> None:
    """深圳: "统计管理352.27万元，主要包括…" is a kind of projects, 2010506 统计管理 costs 359.77."""
    form = make.fact("expenditure", "func:2010506", "359.77", name="统计管理")
    told = make.fact("narrative", "func:2010506", "352.27", name="统计管理")
    disclosure = make.disclosure([form, told], ["1.统计管理352.27万元，主要包括：统计日常管理业务。"])
    told = replace(told, where=disclosure.passages[0].where)
    assert fails(replace(disclosure, facts=(form, told)), "sentence-line") == []


def test_a_text_that_is_right_where_the_form_misprints_is_no_finding(make, fails) -> None:
    facts = [
        *make.column("expenditure", {"total": "128.55", "func:201": "125.85"}, "project"),
        *make.column("expenditure", {"total": "300.00", "func:201": "300.00"}),
        *make.column("expenditure", {"total": "174.15", "func:201": "174.15"}, "basic"),
        make.fact("narrative", "use:project", "125.85"),
    ]
    disclosure = make.disclosure(facts)
    assert fails(disclosure, "totals-told") == []
    assert len(fails(disclosure, "code-tree")) == 1


def test_economic_lines_listed_without_amounts(make, fails) -> None:
    lines = {
        "econ:30101": "5.00",
        "econ:30102": "5.00",
        "econ:30201": "2.00",
        "econ:30211": "1.00",
        "econ:30299": "1.00",
    }
    facts = make.column("general_public_basic", lines)
    text = [
        "（一）人员经费10.00万元。主要包括：基本工资、津贴补贴、伙食补助费。",
        "（二）公用经费，指办公费、邮电费等。",
    ]
    checks = fails(make.disclosure(facts, text), "listed-lines")
    assert [check.found for check in checks] == ["伙食补助费"]


def test_travel_in_the_text_below_its_line_in_the_form(make, fails) -> None:
    form = make.fact("general_public_basic", "econ:30215", "3.00", name="会议费")
    for told, count in (("2.00", 1), ("3.00", 0), ("9.00", 0)):
        disclosure = make.disclosure([form, make.fact("narrative", "public:meeting", told)])
        assert len(fails(disclosure, "meetings-told")) == count


def test_a_line_of_both_sides_of_a_budget(make, fails) -> None:
    """烟台市审计局 2026: 1,535.86 in the income form, 1,535.85 in the expenditure form."""
    lines = {"func:2010801": "1535.86", "func:2010802": "10.00", "func:2080505": "20.00", "func:2210201": "30.00"}
    facts = [*make.column("income", lines), *make.column("expenditure", {**lines, "func:2010801": "1535.85"})]
    assert [check.grade for check in fails(make.disclosure(facts), "lines-in-both")] == ["rounding"]


def test_a_form_in_another_unit_than_its_head_says(make, fails) -> None:
    facts = [make.fact("expenditure", "total", "9389100.00"), make.fact("summary", "use:total", "938.91")]
    disclosure = make.disclosure(facts)
    assert len(fails(disclosure, "units-mixed")) == 1
    assert fails(disclosure, "forms-agree") == []
    beside = make.disclosure([*facts, make.fact("summary", "use:year_total", "850.00")])  # the nearer amount by far
    assert (len(fails(beside, "units-mixed")), fails(beside, "forms-agree")) == (1, [])
    facts = [make.fact("expenditure", "total", "939.91"), make.fact("summary", "use:total", "938.91")]
    assert fails(make.disclosure(facts), "units-mixed") == []
    assert "按收支总表应为 938.91万元" in fails(make.disclosure(facts), "forms-agree")[0].message


def test_a_code_that_a_district_gives_to_another_line(make, fails) -> None:
    """普陀 2024: 30212 is 机关事业单位退休人员活动费, 0.702; no travel abroad is told and none printed."""
    form = make.fact("general_public_basic", "econ:30212", "0.70", name="机关事业单位退休人员活动费")
    abroad = make.fact("narrative", "public:abroad", "0.00", name="因公出国（境）费")
    assert fails(make.disclosure([form, abroad]), "meetings-told") == []


def test_a_sum_is_told_to_its_last_digit(make, fails) -> None:
    """西安 2022: a spreadsheet shows ten digits of the whole and drops the decimals of parts that have none."""
    facts = [
        make.fact("general_public", "func:201", "48.1"),
        make.fact("general_public", "func:201", "2.12", "basic"),
        make.fact("general_public", "func:201", "46", "project"),
    ]
    assert [check.expected for check in fails(make.disclosure(facts), "rounding")] == ["48.12万元"]


def test_a_row_left_out_of_several_forms_is_told_as_such(make, fails) -> None:
    rows = {"func:20140": "1378.84", "func:2014001": "507.97", "func:2014050": "346.87"}
    facts = [*make.column("income", rows), *make.column("expenditure", rows)]
    (check,) = fails(make.disclosure(facts), "code-tree")
    assert check.message.endswith("（差 524.00万元）；共 2 处合计都差此数，可能漏列一行")
