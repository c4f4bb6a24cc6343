"""Amounts of no budget line: a sentence names them itself, and what is no money of the year stays untold."""

import pytest

from tests.prose.bodies import lines_told, read, text_document, told


def own(*lines: str, stage: str = "budget") -> list[tuple[str, str, str]]:
    """Item, measure and printed amount of what the lines name themselves."""
    return [
        (item, measure, raw)
        for item, measure, _, _, raw in told(*lines, stage=stage)
        if item.startswith(("line:", "project:", "econ:"))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "政府采购预算90.00万元，其中：政府采购货物预算50.00万元、政府采购工程预算0万元、政府采购服务预算40.00万元。",
        "政府采购预算总额90.00万元：货物类采购预算50.00万元；工程类采购预算0万元；服务类采购预算40.00万元。",
        "政府采购项目共有90.00万元，其中：货物类项目50.00万元、工程类项目0万元、服务类项目40.00万元。",
        "政府采购支出预算总额90.00万元，其中：拟采购货物支出50.00万元、拟采购工程支出0万元、拟购买服务支出40.00万元。",
        "政府采购支出总额90.00万元，其中：货物采购金额50.00万元、工程采购金额0万元、服务采购金额40.00万元。",
    ],
)
def test_purchases_by_kind_have_one_name_in_every_city(sentence):
    assert own(sentence) == [
        ("line:政府采购货物", "total", "50.00"),
        ("line:政府采购工程", "total", "0"),
        ("line:政府采购服务", "total", "40.00"),
    ]


@pytest.mark.parametrize("mark", ["、", "；", "，"])
def test_kinds_of_purchases_are_of_the_fund_that_pays_for_them(mark):
    """重庆 2026 tells the kinds of all purchases, then those of one fund."""
    found = own(
        f"政府采购预算总额90.00万元：政府采购货物预算50.00万元{mark}政府采购服务预算40.00万元；"
        f"其中一般公共预算拨款政府采购80.00万元：政府采购货物预算45.00万元{mark}政府采购服务预算35.00万元。"
    )
    assert found == [
        ("line:政府采购货物", "total", "50.00"),
        ("line:政府采购服务", "total", "40.00"),
        ("line:政府采购货物", "general_public", "45.00"),
        ("line:政府采购服务", "general_public", "35.00"),
    ]


def test_assets_to_be_acquired_are_money_of_the_year_but_those_owned_are_not():
    """广州: "固定资产金额…万元…。本年度拟购置固定资产…万元，主要是智能化设备等"."""
    text = (
        "截至2026年1月31日，本部门固定资产金额900.00万元。本年度拟购置固定资产9.00万元，主要是办公家具等，"
        "其中：其他资本性支出科目购置固定资产1.00万元，政府性基金预算购置固定资产2.00万元。"
    )
    assert own(text) == [("line:购置固定资产", "total", "9.00"), ("line:购置固定资产", "government_fund", "2.00")]
    assert [raw for _, raw in read(text_document(text), stage="budget").untold] == ["1.00"]


def test_goods_in_another_sentence_are_no_purchases():
    assert own("捐赠货物50.00万元。") == []


def test_projects_and_their_parts():
    """深圳: each project of the list with its amount, its parts after it, what was carried over beside a part."""
    found = own(
        "（五）项目支出60.00万元，具体包括：",
        "1.渔港管理40.00万元，主要用于渔港。其中，码头（不含浮码头）巡查10.50万元，2024年度航标、灯塔养护支出9.50万元。",
        "2.鱼苗20.00万元，主要包括：育苗15.00万元，其中结转结余2.00万元，用于育苗；2019年度补苗5.00万元，用于补苗。",
    )
    assert found == [
        ("project:渔港管理", "total", "40.00"),
        ("project:渔港管理/line:码头（不含浮码头）巡查", "total", "10.50"),
        ("project:渔港管理/line:航标、灯塔养护支出", "total", "9.50"),
        ("project:鱼苗", "total", "20.00"),
        ("project:鱼苗/line:育苗", "total", "15.00"),
        ("project:鱼苗/line:育苗", "carryover_in", "2.00"),
        ("project:鱼苗/line:2019年度补苗", "total", "5.00"),
    ]


def test_a_project_bears_the_year_of_the_document_whatever_its_name_says():
    lines = ("（五）项目支出5.00万元，具体包括：", "1.2019年度补苗5.00万元，用于补苗。")
    assert told(*lines, stage="budget")[-1] == ("project:2019年度补苗", "total", 2024, "approved", "5.00")


def test_amounts_that_the_review_of_a_project_states():
    """中央部门: "1.…项目绩效自评综述：…全年预算数为…，执行数为…"."""
    sentence = (
        "1.渔港管理项目绩效自评综述：项目自评得分为98分。全年预算数为12.00万元，执行数为11.00万元，完成预算的92%。"
    )
    assert [one for one in told(sentence) if one[0].startswith("project:")] == [
        ("project:渔港管理", "total", 2024, "adjusted", "12.00"),
        ("project:渔港管理", "total", 2024, "executed", "11.00"),
    ]


def test_a_project_may_be_about_what_is_occupied():
    """深圳: 占 in a name is no share of anything."""
    assert own(
        "（五）项目支出130.00万元，具体包括：",
        "1.路政管理130.00万元，主要用于路政管理。其中，占用挖掘道路监督考核支出120.00万元，红线测定10.00万元。",
    ) == [
        ("project:路政管理", "total", "130.00"),
        ("project:路政管理/line:占用挖掘道路监督考核支出", "total", "120.00"),
        ("project:路政管理/line:红线测定", "total", "10.00"),
    ]


def test_the_body_and_the_year_are_no_part_of_the_name_of_entrusted_work():
    """昆明 writes "昆明市审计局（汇总）2026年委托业务费安排…"."""
    (fact,) = read(text_document("青禾市渔业服务中心（汇总）2024年委托业务费安排8.00万元。"), "budget").facts
    assert (fact.item, fact.name) == ("line:委托业务费", "委托业务费")


@pytest.mark.parametrize(
    ("sentence", "item", "measure"),
    [
        ("青禾市渔业服务中心委托业务费预算总额8.00万元。", "line:委托业务费", "total"),
        ("2024年委托业务费涉及财拨资金8.00万元，主要用于课题。", "line:委托业务费", "fiscal"),
        ("2024年本部门一般公共预算安排委托业务费8.00万元，比上年减少。", "line:委托业务费", "general_public"),
        ("青禾市渔业局各单位差旅费预算8.00万元。", "line:差旅费", "total"),
        ("（二）本年其他资金收入8.00万元", "line:本年其他资金收入", "total"),
        ("单位预留机动经费预算数为8.00万元。与上年持平。", "line:单位预留机动经费", "total"),
        (
            "根据有关规定，已安排渔业发展专项转移支付资金8.00万元，主要用于补苗。",
            "line:渔业发展专项转移支付资金",
            "total",
        ),
        ("授予中小企业合同金额8.00万元，占政府采购支出总额的92%。", "line:授予中小企业合同金额", "total"),
        ("编报绩效目标的项目共6个，涉及项目预算资金8.00万元。", "line:项目绩效目标涉及项目预算资金", "total"),
        ("整体支出纳入绩效目标管理，涉及财政性资金8.00万元。", "line:整体支出绩效目标涉及财政性资金", "total"),
        ("本单位共9个项目纳入绩效目标管理，涉及财政性资金合计8.00万元。", "line:项目绩效目标涉及财政性资金", "total"),
        ("增人增资8.00万元，主要用于单位在预算年度内的增人。", "line:增人增资", "total"),
    ],
)
def test_money_with_a_name_of_its_own(sentence, item, measure):
    assert own(sentence) == [(item, measure, "8.00")]


@pytest.mark.parametrize(
    "sentence",
    [
        "单价100万元（含）以上设备0台。",
        "单位价值100万元（含）以上大型设备1台。",
        "交通建设投资突破1300亿元。",
        "主要原因是新增渔港维护经费8.00万元，内网改造专项经费5.00万元。",
        "比上年减少8.00万元，主要是压减会务经费5.00万元。",
        "渔政处不少于8.00万元，渔港处不少于5.00万元。",
        "平均每辆2.71万元。",
        "（渔港迁建8.00万元、码头二期5.00万元）。",
        "全年完成渔港建设资金8.00亿元。",
    ],
)
def test_what_is_no_money_of_the_year_or_has_no_name(sentence):
    assert own(sentence) == []


def test_funds_under_performance_management_are_told_apart():
    """烟台, 西安 and 上海: several funds in one sentence, several kinds of management in one paragraph."""
    assert own("全面实施绩效目标管理，涉及一级预算项目10个，预算资金9.00万元，其中财政拨款8.00万元。") == [
        ("line:项目绩效目标涉及预算资金", "total", "9.00"),
        ("line:项目绩效目标涉及财政拨款", "total", "8.00"),
    ]
    assert own("实现了绩效目标管理全覆盖，涉及当年一般公共预算拨款9.00万元，当年政府性基金预算拨款0万元。") == [
        ("line:绩效目标涉及一般公共预算拨款", "total", "9.00"),
        ("line:绩效目标涉及政府性基金预算拨款", "total", "0"),
    ]
    assert own("编报绩效目标的项目2个，涉及预算金额9.00万元；绩效自评的项目1个，涉及预算金额8.00万元。") == [
        ("line:项目绩效目标涉及预算金额", "total", "9.00"),
        ("line:项目绩效自评涉及预算金额", "total", "8.00"),
    ]


def test_vehicles_and_equipment_to_be_bought():
    assert own("2024年计划购置车辆2辆、36.00万元；单价100万元以上设备1台（套）、165.00万元。") == [
        ("line:购置车辆", "total", "36.00"),
        ("line:购置设备", "total", "165.00"),
    ]


def test_uses_in_a_list():
    assert own("另有专项资金安排，主要用于渔港迁建8.00万元、码头二期5.00万元。") == [
        ("line:渔港迁建", "total", "8.00"),
        ("line:码头二期", "total", "5.00"),
    ]


def test_a_line_divided_by_function():
    assert lines_told("其中：按功能分类支出划分为农林水支出8.00万元，占比73%。") == [
        ("func:213", 2024, "executed", "8.00")
    ]


def test_short_names_of_economic_lines_are_names():
    """四川: 人员经费 is told with 奖金, 公用经费 with 水费 and 电费."""
    listed = told("人员经费9.00万元，包括：基本工资5.00万元、奖金3.00万元、水费1.00万元。")
    assert [item for item, *_ in listed] == ["total", "line:基本工资", "line:奖金", "line:水费"]


def test_economic_categories_keep_their_支出_before_预算():
    """广西: the name ends in 支出, though 预算 follows."""
    found = told("工资福利支出预算716052.51元，占基本支出预算81.25%。商品和服务支出预算165247.88元。", stage="budget")
    assert [(item, raw) for item, *_, raw in found] == [
        ("line:工资福利支出", "716052.51"),
        ("line:商品和服务支出", "165247.88"),
    ]


def test_what_a_part_includes_has_its_own_name():
    """陕西: "人员经费主要包括基本工资…"."""
    found = told("人员经费主要包括基本工资5.00万元、津贴补贴4.00万元。")
    assert [(item, raw) for item, *_, raw in found] == [("line:基本工资", "5.00"), ("line:津贴补贴", "4.00")]


def test_a_project_named_after_a_fund_or_after_assets_is_a_project():
    """深圳: a list told the fund's whole income, and left the work on assets out without a word."""
    found = told(
        "（五）项目支出60.00万元，具体包括：",
        "1.国有资本经营预算40.00万元，主要用于注入资本金。",
        "2.国有资产监管20.00万元，其中资产清查盘点工作15.00万元，固定资产投资统计5.00万元。",
        stage="budget",
    )
    assert [(item, raw) for item, _, _, _, raw in found] == [
        ("use:project", "60.00"),
        ("project:国有资本经营预算", "40.00"),
        ("project:国有资产监管", "20.00"),
        ("project:国有资产监管/line:资产清查盘点工作", "15.00"),
        ("project:国有资产监管/line:固定资产投资统计", "5.00"),
    ]


def test_an_amount_of_a_body_named_after_assets_is_told_as_untold():
    text = "甲市国有资产监督管理委员会预算9.00万元，包括各处室。截至年末，固定资产原值8.00万元，流动资产7.00万元，资产出租收入6.00万元。"
    assert [raw for _, raw in read(text_document(text), stage="budget").untold] == ["9.00"]


def test_a_part_of_expenditure_in_a_list_below_projects_is_no_project():
    found = told(
        "（二）项目支出60.00万元，其中：", "1.事业单位经营支出0万元。", "2.上缴上级支出9.00万元。", stage="budget"
    )
    assert [item for item, _, _, _, _ in found] == ["use:project", "use:operating", "use:superior"]


def test_parts_of_a_project_and_what_it_is_for_do_not_end_the_list():
    found = own(
        "（五）项目支出60.00万元，具体包括：",
        "1.渔港管理40.00万元，主要包括：",
        "（1）码头巡查30.00万元，其中灯塔20.00万元；",
        "（2）航标养护费10.00万元。",
        "主要用于巡查码头。",
        "2.鱼苗20.00万元。",
        "政府采购预算情况",
        "3.鱼苗普查5.00万元。",
        "2025年项目支出9.00万元，其中：",
        "（1）浮标购置费9.00万元。",
    )
    assert found == [
        ("project:渔港管理", "total", "40.00"),
        ("project:渔港管理/line:码头巡查", "total", "30.00"),
        ("project:渔港管理/line:灯塔", "total", "20.00"),
        ("project:渔港管理/line:航标养护费", "total", "10.00"),
        ("project:鱼苗", "total", "20.00"),
        ("line:浮标购置费", "total", "9.00"),
    ]
