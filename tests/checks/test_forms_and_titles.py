"""Forms that must be there, what is said of empty ones, and how contents name them."""

from __future__ import annotations

import pytest

from difftool.checks import check_disclosure
from difftool.model.comparison import NOT_APPLICABLE, UNDECIDABLE
from difftool.model.disclosure import Table
from difftool.model.place import LinePlace

REQUIRED = (
    "summary",
    "income",
    "expenditure",
    "appropriation",
    "general_public",
    "general_public_basic",
    "three_public",
    "government_fund",
    "state_capital",
)


def tables(*statements: str) -> list[Table]:
    return [
        Table(name, f"{name}表", LinePlace(line), 1, name in ("government_fund", "state_capital"))
        for line, name in enumerate(statements)
    ]


def test_a_missing_form(make, fails) -> None:
    there = tables(*(name for name in REQUIRED if name != "income"))
    assert [check.found for check in fails(make.disclosure(tables=there), "required-forms")] == ["收入表"]
    assert fails(make.disclosure(tables=tables(*REQUIRED)), "required-forms") == []


def test_state_capital_is_required_since_2021(make, fails) -> None:
    there = tables(*REQUIRED[:-1])
    assert fails(make.disclosure(tables=there, year=2020), "required-forms") == []
    assert len(fails(make.disclosure(tables=there, year=2021), "required-forms")) == 1
    assert fails(make.disclosure(tables=there, year=2021, text=["无国有资本经营预算收支。"]), "required-forms") == []


def test_a_document_of_sentences_only_is_not_judged(make) -> None:
    check = next(c for c in check_disclosure(make.disclosure(text=["预算1万元。"])) if c.rule == "required-forms")
    assert (check.status, check.grade) == (NOT_APPLICABLE, UNDECIDABLE)
    assert "缺少" in check.message


def test_an_empty_form_without_a_word(make, fails) -> None:
    empty = tables("government_fund")
    assert len(fails(make.disclosure(tables=empty), "empty-forms")) == 1
    for note in ("注：本表本年无发生额。", "本单位没有政府性基金预算收入，也没有政府性基金支出，故本表无数据。"):
        assert fails(make.disclosure(tables=empty, text=[note]), "empty-forms") == []


def test_a_filled_form_that_the_text_denies(make, fails) -> None:
    facts = [make.fact("government_fund", "total", "50.00")]
    disclosure = make.disclosure(
        facts, ["本部门没有使用政府性基金预算拨款安排的支出。"], tables=tables("government_fund")
    )
    assert [check.grade for check in fails(disclosure, "empty-forms")] == ["contradiction"]


CONTENTS = [
    "目录",
    "第一部分概况",
    "一、部门职责",
    "二、机构设置情况",
    "三、收入情况说明",
    "四、支出情况说明",
    "第二部分表",
]
FORMS = ["1、部门收支总表", "2、部门收入总表", "3、部门支出总表", "4、政府采购预算情况表"]
BODY = ["第一部分概况", "一、部门职责", "二、机构设置情况", "三、收入情况说明", "四、支出情况说明"]
TITLES = ["表1", "2024年部门收支总表", "2024年部门收入总表", "2024年部门支出总表", "2024年政府采购预算表"]


def test_a_form_headed_otherwise_than_in_the_contents(make, fails) -> None:
    checks = fails(make.disclosure(text=[*CONTENTS, *FORMS, *BODY, *TITLES]), "contents-titles")
    assert len(checks) == 1
    assert "政府采购预算情况表" in checks[0].message and "政府采购预算表" in checks[0].message
    right = [*TITLES[:-1], "政府采购预算情况表"]
    assert fails(make.disclosure(text=[*CONTENTS, *FORMS, *BODY, *right]), "contents-titles") == []


def test_a_section_headed_otherwise_than_in_the_contents(make, fails) -> None:
    body = [*BODY[:2], "二、机构设置和预算单位构成情况", *BODY[3:]]
    assert len(fails(make.disclosure(text=[*CONTENTS, *body]), "contents-headings")) == 1
    assert fails(make.disclosure(text=[*CONTENTS, *BODY]), "contents-headings") == []


def test_another_body_s_name_where_there_are_no_units(make, fails) -> None:
    facts = [
        make.fact("three_public", "unit:赤霞市能源办公室", "1.00"),
        make.fact("income", "unit:青岚市数据中心", "1.00"),
    ]
    alone = make.disclosure(facts, ["本单位无下属二级单位。"])
    assert [check.found for check in fails(alone, "unit-names")] == ["赤霞市能源办公室"]
    below = [make.fact("income", f"unit:赤霞市能源办公室/{item}", "1.00") for item in ("total", "func:201")]
    several = make.disclosure([*facts, *below], ["本部门没有下属单位。"])
    assert [check.found for check in fails(several, "unit-names")] == ["赤霞市能源办公室"]
    assert fails(make.disclosure(facts, ["本部门下属单位2个。"]), "unit-names") == []


def test_one_unit_under_two_names(make, fails) -> None:
    facts = [make.fact("income", "unit:广州市统计局", "1.00"), make.fact("other", "unit:广州市统计局（本级）", "1.00")]
    assert len(fails(make.disclosure(facts), "unit-name-variants")) == 1
    assert fails(make.disclosure(facts[:1]), "unit-name-variants") == []


def test_one_code_under_two_names(make, fails) -> None:
    def told(other: str, statement: str = "general_public_basic") -> list[str]:
        facts = [
            make.fact("general_public", "econ:307", "1.00", name="债务利息及费用支出"),
            make.fact(statement, "econ:307", "1.00", name=other),
        ]
        return [check.found for check in fails(make.disclosure(facts), "code-name-variants")]

    assert told("债务付息及费用支出") == ["债务付息及费用支出"]
    assert told("债务利息与费用") == []
    assert told("其他债务利息及费用支出") == []
    assert told("打印机", "other") == []  # a list of purchases prints the codes of what it buys


def test_thousands_grouped_and_not(make, fails) -> None:
    grouped = make.column("summary", {"use:basic": "2776.75", "use:project": "1000.00"})
    from msgspec.structs import replace

    facts = [replace(grouped[0], raw="2,776.75"), grouped[1]]
    assert len(fails(make.disclosure(facts), "thousands")) == 1
    assert fails(make.disclosure(grouped), "thousands") == []


def test_a_form_numbered_otherwise_than_the_rest(make, fails) -> None:
    """北京: 预算表12 among 预算01表 to 预算13表."""
    usual = [f"预算{number:02}表收支总表" for number in range(1, 8)]
    assert [
        check.found for check in fails(make.disclosure(text=[*usual, "预算表12项目支出绩效表"]), "form-numbers")
    ] == ["预算表12"]
    assert fails(make.disclosure(text=usual), "form-numbers") == []


def test_forms_in_another_order_than_the_contents(make, fails) -> None:
    swapped = [TITLES[1], TITLES[3], TITLES[2], "政府采购预算情况表"]
    right = [*TITLES[1:4], "政府采购预算情况表"]
    assert len(fails(make.disclosure(text=[*CONTENTS, *FORMS, *BODY, *swapped]), "contents-order")) == 1
    assert fails(make.disclosure(text=[*CONTENTS, *FORMS, *BODY, *right]), "contents-order") == []


@pytest.mark.parametrize(
    ("odd", "count"),
    [
        ("2021年部综合预算收入总表", 1),
        ("2021年部门门综合预算收入总表", 1),
        ("2021年部门综合预算收入总表", 0),
        ("2021年专项资金目标表", 0),
    ],
)
def test_a_character_lost_from_the_head_that_all_titles_share(make, fails, odd, count) -> None:
    """西安 2021: 部综合预算 in one title, 部门综合预算 in all others."""
    names = ("收支总表", "支出总表", "财政拨款收支总表", "政府性基金收支表")
    titles = [*(f"2021年部门综合预算{name}" for name in names), odd]
    tables = [Table("other", title, LinePlace(number), 1, empty=False) for number, title in enumerate(titles)]
    assert len(fails(make.disclosure(tables=tables), "title-heads")) == count
