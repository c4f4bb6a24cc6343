"""Why an amount moved: the words as printed, the line whose change they explain, what it is measured against."""

import pytest

from tests.prose.bodies import read, text_document

LABEL = "1、农林水支出（类）农业农村（款）渔业发展（项）。"


def reasons(*lines: str, stage: str = "final") -> list[tuple[str, str, str]]:
    return [(reason.item, reason.against, reason.text) for reason in read(text_document(*lines), stage).reasons]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("主要原因是：厉行节约。", "厉行节约"),
        ("主要原因是人员变动。", "人员变动"),
        ("主要原因是：因人员变动导致。", "因人员变动导致"),
        ("主要原因为鱼苗价格上涨。", "鱼苗价格上涨"),
        ("原因是鱼苗价格上涨；", "鱼苗价格上涨"),
        ("主要是由于鱼苗价格上涨。", "鱼苗价格上涨"),
        ("主要由于鱼苗价格上涨。", "鱼苗价格上涨"),
        ("主要原因是为保障鱼苗供应。", "为保障鱼苗供应"),
        ("变动原因：鱼苗价格上涨。", "鱼苗价格上涨"),
        ("决算数小于预算数的主要原因鱼苗价格下降。", "鱼苗价格下降"),
        ("减少原因如下：一是鱼苗减少；二是改为网上采购。", "一是鱼苗减少；二是改为网上采购"),
        ("主要原因是：1.鱼苗减少；2.网具减少；支出预算9.00万元。", "1.鱼苗减少；2.网具减少"),
        ("主要原因一是鱼苗价格上涨；二是新增一名职工。", "一是鱼苗价格上涨；二是新增一名职工"),
    ],
)
def test_set_phrases(words, text):
    sentence = f"{LABEL}年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80%，{words}"
    assert [found for _, _, found in reasons(sentence)] == [text]


def test_a_reason_is_measured_against_what_its_sentence_says():
    """株洲 2024: two reasons for one line, one against the budget, one against the year before."""
    assert reasons(
        "公务接待费支出预算为5.00万元，支出决算为0.56万元，完成预算的11.20%；与上年相比减少0.79万元。"
        "决算数小于预算数的主要原因是厉行节约。决算数小于上年数的主要原因是来访减少。"
    ) == [("public:reception", "approved", "厉行节约"), ("public:reception", "prior_year", "来访减少")]


def test_a_reason_in_a_sentence_of_its_own():
    assert reasons(
        "2024年收入预算80.00万元，比2023年年初预算数减少9.00万元，下降10.11%。主要原因是一次性项目减少。",
        stage="budget",
    ) == [("source:total", "prior_year", "一次性项目减少")]


def test_what_was_bought_is_no_reason():
    """长沙 2023: "基本支出…万元，主要是为保障部门正常运转…"."""
    assert reasons("基本支出80.00万元，主要是为保障正常运转发生的支出。", stage="budget") == []
    assert reasons("公务用车运行维护费支出7.00万元，主要是燃油费、维修费等支出。") == []


def test_the_change_names_its_line_not_the_amount_before_it():
    """重庆 2026: "其他收入资金1512.04万元。收入比2025年减少…，主要是…"."""
    assert reasons(
        "收入预算80.00万元，其中：其他收入9.00万元。收入比2023年减少5.00万元，主要原因是拨款减少。", stage="budget"
    ) == [("source:total", "prior_year", "拨款减少")]
    assert reasons(
        "“三公”经费预算数为0.50万元，其中，公务接待费0.50万元，因公出国（境）费0.00万元。"
        "2024年“三公”经费预算与2023年持平，主要是厉行节约。",
        stage="budget",
    ) == [("public:total", "prior_year", "厉行节约")]


def test_the_reason_of_an_unknown_amount_is_not_given_to_the_line_before_it():
    """西安 2022: lines by economic category after the lines by function."""
    found = reasons(
        "渔业发展（2130148）9.00万元，其中：差旅杂项5.00万元，较上年增加1.00万元，原因是出差增加。", stage="budget"
    )
    assert found == []


def test_a_reason_in_brackets_ends_with_them():
    """广州 2026: the expenses of vehicles are told in brackets, each with its reason."""
    found = reasons(
        "公务用车购置及运行维护费5.00万元（公务用车购置费0万元，比上年增加0万元，"
        "主要原因是（按规定）与上年持平），公务接待费1.00万元。",
        stage="budget",
    )
    assert found == [("public:vehicle_purchase", "prior_year", "（按规定）与上年持平")]


def test_the_whole_is_named_again_behind_its_parts():
    """国家信访局 2024: the reason of the 三公 expenses stands behind the last of their parts."""
    assert reasons(
        "“三公”经费支出预算为6.00万元，支出决算为5.20万元。其中：公务接待费支出决算为0.90万元，完成预算的15.52%。"
        "“三公”经费支出决算数小于预算数的主要原因是来访减少。"
    ) == [("public:total", "approved", "来访减少")]


def test_a_bare_outturn_names_no_whole():
    assert reasons(f"{LABEL}年初预算5.00万元，支出决算4.00万元。支出决算数小于年初预算数的主要原因是鱼苗降价。") == [
        ("func:2130148", "approved", "鱼苗降价")
    ]


def test_a_reason_in_a_paragraph_of_its_own():
    """昆明 2026: amounts and reasons are paragraphs of their own."""
    assert reasons(
        "财政拨款收入80.00万元，其中：上年结转收入1.00万元。",
        "与上年对比财政拨款收入增加6.00万元，增长8%，主要原因是编制人数增加。",
        "公务用车购置及运行维护费5.00万元，其中：公务用车运行维护费5.00万元。",
        "增加的主要原因是划入公务用车1辆。",
    ) == [("source:fiscal", "prior_year", "编制人数增加"), ("public:vehicle", "", "划入公务用车1辆")]


def test_a_list_that_was_cut_off_is_no_reason():
    """烟台 2026: "主要原因是其中：1." at the end of a paragraph."""
    assert reasons("“三公”经费预算5.00万元，比上年减少1.00万元。主要原因是其中：1.") == []


def test_the_line_right_before_its_reason():
    """上海 2017: three reasons behind one another, each naming its line."""
    assert reasons(
        "公务接待费支出决算为0.30万元，完成预算的3.75%。公务用车购置及运行维护费支出减少的主要原因是车辆报废。"
        "公务接待费支出持平的主要原因是批次不变。"
    ) == [("public:vehicle", "", "车辆报废"), ("public:reception", "", "批次不变")]


def test_a_reason_behind_the_changes_of_parts_is_that_of_their_whole():
    """云南: the whole, its parts, and the reason in sentences of their own."""
    assert reasons(
        "2024年度收入合计50.00万元。其中：财政拨款收入40.00万元；其他收入10.00万元。"
        "与上年相比，收入合计增加5.00万元，增长11.11%。其中：财政拨款收入增加3.00万元；其他收入增加2.00万元。主要原因是新增展览。"
    ) == [("source:year_total", "prior_year", "新增展览")]


def test_an_outturn_named_without_its_line_goes_on_with_the_line_in_hand():
    """陕西: "支出决算较预算减少" behind the amounts of 机关运行经费 is no word of all expenditure."""
    assert reasons(
        "2024年度机关运行经费预算10.00万元，支出决算9.00万元，完成预算的90%。支出决算较预算减少1.00万元，主要原因是厉行节约。"
    ) == [("public:agency_operation", "approved", "厉行节约")]


def test_a_reason_of_nothing_is_none():
    """内蒙古 fills in 无 where nothing changed."""
    assert reasons("使用非财政拨款结余0.00万元，与上年相比增加0.00万元，变动原因：无。") == []


def test_a_reason_behind_a_bracket_of_parts_is_that_of_the_whole():
    """广东 tells purchase and running of cars in a bracket before the change of both."""
    assert reasons(
        "公务用车购置及运行维护费5.00万元（公务用车购置费2.00万元，公务用车运行维护费3.00万元），比上年减少1.00万元，下降16.67%，主要原因是压减用车。",
        stage="budget",
    ) == [("public:vehicle", "prior_year", "压减用车")]


def test_what_guests_came_for_is_no_reason_of_a_change_told_before():
    """江西: "累计接待8人次，主要为：…" in a sentence of its own behind the change."""
    assert reasons(
        "公务接待费决算数为5.00万元，较上年减少1.00万元，下降16.67%，主要原因是来访减少。全年国内公务接待9批，累计接待8人次，主要为：考察交流。"
    ) == [("public:reception", "prior_year", "来访减少")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # 湖南: named behind the comparison, after the amounts of its parts.
        (
            "其中公务接待费为2.00万元，公务用车运行维护费为1.00万元。相比2023年公务接待费有所减少，主要是因为来客减少。",
            ("public:reception", "prior_year", "来客减少"),
        ),
        # 云南: the whole is named again with its year.
        (
            "“三公”经费支出3.00万元，其中：公务接待费3.00万元。2024年度“三公”经费支出决算减少的主要原因来客减少。",
            ("public:total", "", "来客减少"),
        ),
        # 重庆: the change is told in two comparisons.
        (
            "公务用车购置及运行维护费4.00万元（公务用车运行维护费4.00万元）。经比较，镇本级“三公”经费较上年减少0.50万元；"
            "较年初预算减少2.00万元。主要原因是来客减少。",
            ("public:total", "approved", "来客减少"),
        ),
        # 宁夏: nothing was spent.
        (
            "“三公”经费支出3.00万元。其中，因公出国（境）费用没有，原因是无出访任务。",
            ("public:abroad", "", "无出访任务"),
        ),
        # 新疆: income and expenditure together.
        (
            "收入总计9.00万元。收入支出总体与上年相比，增加1.00万元，主要原因是新增一名职工。",
            ("source:total", "prior_year", "新增一名职工"),
        ),
    ],
)
def test_the_line_whose_change_a_reason_explains(sentence, told):
    assert reasons(sentence) == [told]


def test_of_two_comparisons_the_last_is_explained():
    """广西: no change against the budget, but one against the year before, each line in turn."""
    sentence = (
        "公务接待费5.00万元，公务用车购置支出决算比预算无变化，比去年无变化，公务用车运行维护费支出决算比预算无变化，"
        "比去年增加1.00万元，增加原因主要是油价上涨。"
    )
    assert reasons(sentence) == [("public:vehicle_operation", "prior_year", "油价上涨")]


def test_two_reasons_of_one_line_have_each_their_own_comparison():
    """安徽: the second sentence says nothing of the budget."""
    sentence = (
        "“三公”经费支出预算为3.00万元，支出决算为2.00万元。决算数小于预算数的主要原因是来客减少。"
        "决算数较上年减少的主要原因是公车停用。"
    )
    assert reasons(sentence) == [
        ("public:total", "approved", "来客减少"),
        ("public:total", "prior_year", "公车停用"),
    ]


def test_the_budget_of_the_same_year_is_no_year_before():
    sentence = "公务接待费支出6.00万元，与2024年度预算相比，增加1.00万元，增长的原因是检查增多。"
    assert reasons(sentence) == [("public:reception", "approved", "检查增多")]


def test_因公_opens_no_reason():
    sentence = "“三公”经费支出9.00万元，较2024年预算减少2.00万元，主要是因公出国（境）费减少1.00万元。"
    assert [text for _, _, text in reasons(sentence)] == ["因公出国（境）费减少1.00万元"]


def test_an_amount_of_the_line_itself_is_no_reason():
    """广东: the words that open a reason are followed by the line's amount."""
    assert (
        reasons("“三公”经费增减变化的主要原因是：“三公”经费预算9.00万元，比上年预算减少1.00万元。", stage="budget")
        == []
    )


def test_a_line_below_its_budget_is_named_without_决算():
    """四川: each line is named again behind the amounts of all of them."""
    sentence = (
        "“三公”经费支出9.00万元，其中：公务用车购置及运行维护费7.00万元；公务接待费2.00万元。"
        "“三公”经费支出中公务接待费低于预算数的主要原因为来客减少。公务用车购置及运行维护费高于预算数的主要原因是防汛增车。"
    )
    assert reasons(sentence) == [
        ("public:reception", "approved", "来客减少"),
        ("public:vehicle", "approved", "防汛增车"),
    ]
