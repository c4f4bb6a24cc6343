"""What sentences tell of budget lines, and what is no amount of a line."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.prose.bodies import lines_told, read, text_document, told

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


def test_a_path_whose_last_name_is_missing_is_no_total():
    """四川 leaves the name of the 项 out: what is told of it is not what the whole body spent."""
    reading = read(text_document("农林水支出（类）农业农村（款）（项）：支出决算为5.00万元，完成预算100%。"))
    assert reading.facts == ()
    assert [(problem.code, "农业农村（款）（项）" in problem.message) for problem in reading.problems] == [
        ("unknown-line", True)
    ]


def test_both_amounts_of_an_unknown_path_are_problems():
    reading = read(
        text_document("3.农林水支出（类）水产科研（款）鱼病防治（项）。年初预算为6.00万元，支出决算为5.00万元。")
    )
    assert reading.facts == ()
    assert [problem.code for problem in reading.problems] == ["unknown-line", "unknown-line"]


def test_parts_of_an_unknown_line_are_not_those_of_the_body():
    """广西 tells each line by its name, with its parts behind it."""
    assert told("鱼病防治运行9.00万元，其中：基本支出8.00万元，项目支出1.00万元。", stage="budget") == []


def test_parts_of_a_line_that_is_only_named_are_its_own():
    found = told("渔业发展支出9.00万元，其中：基本支出8.00万元，项目支出1.00万元。", stage="budget")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("func:2130148", "total", "9.00"),
        ("func:2130148", "basic", "8.00"),
        ("func:2130148", "project", "1.00"),
    ]


def test_parts_of_a_whole_in_other_words_are_those_of_the_body():
    found = told("纳入整体支出绩效目标的金额为9.00万元，其中：基本支出8.00万元。", stage="budget")
    assert ("use:basic", "8.00") in [(item, raw) for item, *_, raw in found]


def test_a_line_with_the_word_for_its_level_is_that_line():
    """广西: "支出类科目"."""
    assert lines_told("（一）农林水支出类科目5,806,105.16元，占支出总预算82.27%。", stage="budget") == [
        ("func:213", 2024, "approved", "5,806,105.16")
    ]


def test_income_and_expenditure_told_each_have_their_own_amount():
    found = told(
        "2024年度收入、支出总计分别为9.00万元、8.00万元。与上年相比，收入、支出总计分别增加2.00万元、1.00万元。"
    )
    assert [(item, raw) for item, *_, raw in found] == [("source:total", "9.00"), ("use:total", "8.00")]


def test_the_expenditure_right_behind_all_income_is_all_expenditure():
    """广西: short explanations tell both in one breath."""
    found = told("2024年部门收入5649006.18元，支出5238630.16元，比上年收入增加50.8%。")
    assert [(item, raw) for item, *_, raw in found] == [("source:total", "5649006.18"), ("use:total", "5238630.16")]


def test_all_expenditure_of_the_appropriation_is_not_its_income():
    found = told("财政拨款收入总计9.00万元，较上年减少1.00万元；财政拨款支出总计8.00万元，较上年减少2.00万元。")
    assert [(item, measure, raw) for item, measure, _, _, raw in found] == [
        ("source:fiscal", "total", "9.00"),
        ("use:total", "fiscal", "8.00"),
    ]


def test_last_year_s_amounts_under_a_heading_that_says_决算_are_spent():
    """内蒙古 tells the 三公 expenses of last year in its budget."""
    lines = ("二、2023年“三公”经费决算情况", "2023年度“三公”经费合计支出20.00万元，其中：公务接待12.00万元。")
    assert lines_told(*lines, stage="budget") == [
        ("public:total", 2023, "executed", "20.00"),
        ("public:reception", 2023, "executed", "12.00"),
    ]
    lines = ("一、2024年“三公”经费预算安排情况", "2024年度“三公”经费20.00万元。")
    assert lines_told(*lines, stage="budget") == [("public:total", 2024, "approved", "20.00")]
