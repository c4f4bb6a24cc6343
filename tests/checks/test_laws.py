"""What holds of every document: no text stops the rules, and a document agrees with itself taken twice."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from difftool.checks import check_between, check_disclosure
from difftool.checks.rules import RULES
from difftool.model.comparison import CONTRADICTION, FAIL, FORM, NOT_APPLICABLE, PASS, ROUNDING, UNDECIDABLE, WORDING

PIECES = [
    "支出预算",
    "收入决算",
    "万元",
    "元",
    "0万元",
    "12.30万元",
    "1,234.56万元",
    "0.00万元",
    "100%",
    "0%",
    "12.5%",
    "增加",
    "减少",
    "增长",
    "下降",
    "比上年",
    "年初预算为",
    "决算为",
    "完成年初预算的",
    "占",
    "其中：",
    "，",
    "。",
    "；",
    "（类）",
    "（款）",
    "（项）",
    "一般公共服务支出",
    "事业运行",
    "（2010450）",
    "（201）",
    "人员经费",
    "主要包括",
    "、",
    "办公费",
    "目录",
    "一、",
    "1、",
    "第一部分",
    "收支总表",
    "2024年",
    "2023年度",
    "主要原因是",
    "厉行节约",
    "团组0个",
    "累计1人",
    "一是",
    "目标1：",
    "XX局",
    "政府性基金",
    "没有",
    "注：本表",
    "授予中小企业合同金额",
    "货物采购",
    "-",
    "99999999999999.99万元",
    "上年",
    "较",
    "预算表12",
    "机关运行经费包括办公及印刷费",
]
texts = st.lists(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), max_size=10)
amounts = st.sampled_from(["0", "0.00", "1.00", "938.91", "-5.00", "99999999999.99"])
lines = st.sampled_from(
    [
        "total",
        "use:basic",
        "use:total",
        "source:total",
        "source:year_total",
        "func:201",
        "func:20104",
        "func:2010450",
        "econ:301",
        "econ:30101",
        "func:201/econ:301",
        "public:total",
        "public:vehicle",
        "unit:青岚",
        "line:其他",
    ]
)
forms = st.sampled_from(
    [
        "summary",
        "income",
        "expenditure",
        "appropriation",
        "general_public",
        "general_public_basic",
        "three_public",
        "performance_data",
        "other",
        "narrative",
    ]
)
measures = st.sampled_from(["total", "basic", "project", "personnel", "public", "general_public", "fiscal"])
facts = st.lists(st.tuples(forms, lines, amounts, measures), max_size=20)
lenient = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@lenient
@given(texts, facts, st.sampled_from(["budget", "final"]))
def test_every_document_is_judged_by_every_rule(make, text, told, stage) -> None:
    disclosure = make.disclosure([make.fact(*fact[:3], fact[3]) for fact in told], filter(None, text), stage=stage)
    checks = check_disclosure(disclosure, side="old")
    assert {check.rule for check in checks} == {rule.code for rule in RULES}
    for check in checks:
        assert check.side == "old"
        assert check.message and check.message_en
        assert "{" not in check.message + check.message_en
        if check.status == FAIL:
            assert check.grade in (CONTRADICTION, ROUNDING, FORM, WORDING)
        else:
            assert check.status in (PASS, NOT_APPLICABLE)
            assert check.grade in ("", UNDECIDABLE)


@lenient
@given(texts, facts)
def test_the_rules_do_not_depend_on_the_order_of_facts(make, text, told) -> None:
    made = [make.fact(*fact[:3], fact[3]) for fact in told]
    text = [words for words in text if words]
    there = check_disclosure(make.disclosure(made, text))
    back = check_disclosure(make.disclosure(reversed(made), text))
    assert {(check.rule, check.status) for check in there} == {(check.rule, check.status) for check in back}


@lenient
@given(texts, facts)
def test_a_document_set_against_itself_has_no_finding(make, text, told) -> None:
    disclosure = make.disclosure([make.fact(*fact[:3], fact[3]) for fact in told], filter(None, text))
    assert [check for check in check_between(disclosure, disclosure) if check.status == FAIL] == []
