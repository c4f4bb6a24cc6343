"""Lines named in sentences: level, parent, name, code."""

from __future__ import annotations

import pytest

NAMES = {
    "func:201": "一般公共服务支出",
    "func:20104": "发展与改革事务",
    "func:2010450": "事业运行",
    "func:208": "社会保障和就业支出",
    "func:20805": "行政事业单位养老支出",
    "func:2080501": "行政单位离退休",
    "func:2101101": "行政单位医疗",
    "func:21011": "行政事业单位医疗",
}


def named(make, text: str):
    facts = [make.fact("expenditure", item, "1.00", name=name) for item, name in NAMES.items()]
    return make.disclosure(facts, [text])


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        (
            "level-labels",
            "一般公共服务（类）社会保障和就业支出（款）行政单位离退休（项）1.00万元。",
            "社会保障和就业支出（款）",
        ),
        ("level-labels", "2.住房改革支出（类）1.00万元。", "住房改革支出（类）"),
        ("level-labels", "社会保障和就业支出（类）发展与改革事务（款）1.00万元。", "发展与改革事务（款）"),
        ("line-names", "发展与改革事（款）事业运行（项）1.00万元。", "发展与改革事"),
        ("line-names", "行政事业单位离退休（款）1.00万元。", "行政事业单位离退休"),
        ("line-names", "归口管理的行政单位离退休（项）1.00万元。", "归口管理的行政单位离退休"),
        (
            "explained-lines",
            "八、一般公共服务支出（类）发展与改革事务（款）战略规划与实施（项）：指规划支出。",
            "战略规划与实施",
        ),
        ("code-in-sentence", "行政事业单位医疗（2101101）1.00万元。", "行政事业单位医疗（2101101）"),
        ("code-in-sentence", "事业运行（2010350）1.00万元。", "事业运行（2010350）"),
    ],
)
def test_a_wrong_name_is_told(make, fails, rule: str, text: str, found: str) -> None:
    checks = fails(named(make, text), rule)
    assert len(checks) == 1
    assert found in checks[0].found


@pytest.mark.parametrize(
    "text",
    [
        "（一）一般公共服务支出（类）发展与改革事务（款）事业运行（项）支出1.00万元。",
        "八、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）：指离退休费。",
        "主要用于一般公共服务（类）支出。",
        "事业运行（2010450）1.00万元。",
        "行政运行（2050101）0.00万元，较上年减少3.54万元。",
    ],
)
def test_a_right_name_is_let_pass(make, text: str) -> None:
    from difftool.checks import check_disclosure

    rules = {"level-labels", "line-names", "explained-lines", "code-in-sentence"}
    checks = check_disclosure(named(make, text))
    assert [check.message for check in checks if check.rule in rules and check.status == "fail"] == []


def test_the_same_wrong_label_is_one_finding(make, fails) -> None:
    text = "一般公共服务（类）社会保障和就业支出（款）1.00万元。"
    disclosure = named(make, text)
    twice = make.disclosure(disclosure.facts, [text, text])
    checks = fails(twice, "level-labels")
    assert len(checks) == 1
    assert len(checks[0].cells) == 2


def test_a_line_told_to_stand_under_the_one_that_it_stands_beside(make, fails) -> None:
    """长沙 2026: 普通教育 and 职业教育 are both 款 of 教育支出, whatever 项 elsewhere bears the same name."""
    text = "教育支出（类）普通教育（款）职业教育（项）：反映各部门举办的职业学校教育支出。"
    checks = fails(named(make, text), "level-labels")
    assert [check.expected for check in checks] == ["“职业教育”是款级科目（20503），不是项级"]
