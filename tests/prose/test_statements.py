"""What sentences tell of budget lines, and what is no amount of a line."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.prose.bodies import lines_told, read, text_document

PATH = "农林水支出（类）农业农村（款）渔业发展（项）"
CENTS = st.integers(0, 99_999_999).map(lambda cents: f"{cents / 100:.2f}")


@settings(deadline=None)
@given(CENTS, CENTS)
def test_budget_and_outturn_are_told_exactly(budgeted, spent):
    facts = read(text_document(f"1、{PATH}。年初预算为{budgeted}万元，支出决算为{spent}万元。")).facts
    assert [(fact.phase, fact.amount, fact.quantum) for fact in facts] == [
        ("approved", Decimal(budgeted) * 10_000, 100),
        ("executed", Decimal(spent) * 10_000, 100),
    ]


@settings(deadline=None)
@given(
    CENTS,
    st.sampled_from(
        ("比上年增加{}万元", "较上年减少{}万元", "与上年相比下降{}万元", "比2023年执行数多{}万元", "其中压减{}万元")
    ),
)
def test_by_how_much_it_changed_is_no_fact(amount, change):
    text = f"1.{PATH}8.00万元，{change.format(amount)}。"
    assert lines_told(text, stage="budget") == [("func:2130148", 2024, "approved", "8.00")]


def test_an_amount_that_moves_on_is_not_the_line_s_own():
    assert lines_told("年中经批准，渔业发展（项）12.5万元变更功能科目为事业单位离退休（项）。") == []


def test_an_amount_whose_line_is_unknown_is_a_problem():
    reading = read(text_document("1.星际航行支出（类）火星着陆（款）风暴观测（项）支出决算5.00万元。"))
    assert reading.facts == ()
    assert [(problem.code, "风暴观测（项）" in problem.message) for problem in reading.problems] == [
        ("unknown-line", True)
    ]
