"""What passages divide: the parts of a fund and the economic lines of a part, told in items below it."""

import pytest

from difftool.prose.divided import Divided, item_mark, still_divided
from tests.prose.bodies import told


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("（十二）基本支出", "（一）"),
        ("（12）基本支出", "（1）"),
        ("12、项目支出", "1、"),
        ("③人员经费", "1"),
        ("2.5万元用于", ""),
        ("一、支出", ""),
    ],
)
def test_how_an_item_is_numbered(text, mark):
    assert item_mark(text) == mark


def test_an_item_tells_no_part_of_one_numbered_as_it_is():
    above = (Divided("", "general_public", ""), Divided("（一）", "total", "basic"), Divided("1.", "total", ""))
    assert still_divided(above, "（二）项目支出") == above[:1]
    assert still_divided(above, "工资福利支出9万元") == above
    assert still_divided(above, "六、其他情况") == ()


def parts(*lines: str) -> list[tuple[str, str, str]]:
    found = told(*lines, stage="budget")
    return [(item, measure, raw) for item, measure, _, _, raw in found if not item.startswith("use:year_total")]


def test_economic_lines_are_of_the_part_that_they_are_told_below():
    """广西 tells 商品和服务支出 of basic and of project expenditure: one line with two amounts."""
    assert parts(
        "2024年一般公共预算支出9.00万元，具体支出预算如下：",
        "（一）按支出功能分类科目划分。",
        "（二）按支出结构分类划分。",
        "1.基本支出预算6.00万元，比上年减少1.00万元，下降14%。其中：",
        "工资福利支出预算4.00万元，占基本支出预算的66.67%。",
        "商品和服务支出预算2.00万元，占基本支出预算的33.33%。",
        "2.项目支出预算3.00万元，与上年持平。其中：",
        "商品和服务支出预算3.00万元，与上年持平。",
        "六、其他情况",
        "商品和服务支出预算5.00万元。",
    ) == [
        ("use:basic", "general_public", "6.00"),
        ("line:工资福利支出", "basic", "4.00"),
        ("line:商品和服务支出", "basic", "2.00"),
        ("use:project", "general_public", "3.00"),
        ("line:商品和服务支出", "project", "3.00"),
        ("line:商品和服务支出", "total", "5.00"),
    ]


def test_economic_lines_in_one_sentence_with_the_part():
    assert parts(
        "支出预算9.00万元，其中：基本支出6.00万元，其中：工资福利支出4.00万元、商品和服务支出2.00万元；"
        "项目支出3.00万元，包括商品和服务支出3.00万元。另有资本性支出1.00万元。"
    ) == [
        ("use:total", "total", "9.00"),
        ("use:basic", "total", "6.00"),
        ("use:project", "total", "3.00"),
        ("line:工资福利支出", "basic", "4.00"),
        ("line:商品和服务支出", "basic", "2.00"),
        ("line:商品和服务支出", "project", "3.00"),
        ("line:资本性支出", "total", "1.00"),
    ]


def test_a_passage_that_is_no_item_tells_of_the_whole_body_again():
    assert parts(
        "一般公共预算支出9.00万元，其中：",
        "1.基本支出6.00万元。",
        "2024年本部门基本支出12.00万元，项目支出4.00万元。",
        "2.项目支出3.00万元。",
    ) == [
        ("use:basic", "general_public", "6.00"),
        ("use:basic", "total", "12.00"),
        ("use:project", "total", "4.00"),
        ("use:project", "total", "3.00"),
    ]
