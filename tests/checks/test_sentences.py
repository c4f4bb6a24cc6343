"""Sentences against themselves, in the words of published documents."""

from __future__ import annotations

import pytest

from difftool.checks.changes_told import changes_in
from difftool.checks.sentences import sentences_of
from difftool.model.disclosure import Table
from difftool.model.place import LinePlace

CONTRADICTIONS = [
    # rule, sentence, what the message must name
    ("percent-of-change", "收、支总计22066.59万元，与2023年相比，收、支总计各增加5834.37万元，增长35.74%。", "35.94%"),
    ("percent-of-change", "收入总计500.00万元，支出总计500.00万元。与上年相比，减少6.43万元，下降1.34%。", "1.27%"),
    ("percent-of-change", "会议费32万元，较上年减少14.2万元（44.38%），主要原因是本年度会议减少。", "30.74%"),
    ("percent-of-change", "（项）支出1,895万元，与上年相比减少134万元，降幅0.66%。", "6.60%"),
    ("percent-of-change", "支出预算100.00万元，比2025年年初预算数80.00万元增加20.00万元，增长20.00%。", "25.00%"),
    (
        "percent-of-share",
        "支出合计519.63万元，其中：基本支出455.65万元，占87.69%；项目支出63.98万元，占22.31%。",
        "12.31%",
    ),
    ("percent-of-budget", "年初预算为476.41万元，支出决算为353.87万元，完成年初预算的84.28%。", "74.28%"),
    ("percent-without-base", "年初预算为0万元，支出决算为56.78万元，完成年初预算的100%。", "完成年初预算的100%"),
    ("percent-without-base", "本年收入307.82万元，比2023年增加307.82万元，增长100.00%。", "增长100.00%"),
    ("percent-without-base", "因公出国（境）费0万元，比上年增加0万元，增长0%，主要原因是与上年持平。", "增长0%"),
    ("direction", "“三公”经费预算支出6.51万元，较上年增加9.49万元，减少的主要原因是厉行节约。", "减少"),
    ("direction", "支出决算0.56万元，与上年相比增加减少0.79万元，降低58.52%。", "减少"),
    ("direction", "培训费20.00万元，比上年增加5.00万元，下降33.33%。", "下降"),
    ("difference", "收入预算120.00万元，比2023年预算数100.00万元增加25.00万元。", "20.00万元"),
    ("counts", "全年安排因公出国（境）团组0个，累计1人次。", "团组0个"),
    ("garbled", "节能环保支出7.20，占1.39%。", "缺单位"),
    ("garbled", "目标值200.35万，已完成。", "缺“元”"),
    ("garbled", "减少6.73万元，主要是因为贯彻落实厉行节约精神，牢固“过紧日子”思想。", "缺动词"),
    ("garbled", "决算数小于预算数的主要原因是厉行节约精神。", "缺动词"),
    ("garbled", "机关运行经费210.32万元，比上年1.43万元，增加0.68%。", "缺增减"),
    ("residue", "无政府性基金预算财政拨款收入支出的，仍保留该表格式，并在本表下方作下述说明。", "仍保留该表格式"),
    ("residue", "XX局2024年预算安排××万元。", "XX局"),
    ("residue", "公务接待费比上年预算增加（减少）0万元。", "增加（减少）0"),
    ("reason-direction", "接待费14.32万元，与上年相比增加0.97万元，增长7.27%，主要原因是厉行节约精神。", "厉行节约"),
    ("reason-direction", "培训费5.00万元，比上年减少5.00万元，下降50.00%。主要原因是人员增加。", "人员增加"),
    ("reason-direction", "支出决算5.00万元，决算数小于年初预算数的主要原因是人员增加。", "人员增加"),
    ("reason-direction", "支出决算5.00万元，决算数大于预算数的主要原因是：压减开支。", "压减开支"),
    (
        "split-named",
        "本年支出合计14572.53万元，按经济分类支出划分为基本支出10234.38万元，项目支出4338.15万元。",
        "按经济分类",
    ),
    ("procurement-parts", "政府采购支出总额105.19万元，其中：货物27.73万元、工程0万元、服务78.46万元。", "106.19万元"),
    (
        "copied-purpose",
        "8、住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：事业单位医疗保险支出。全年预算为18.12万元。",
        "事业单位医疗保险支出",
    ),
    ("stale-year", "评价结果详见2023年度项目支出绩效自评表。", "2023年度"),
    (
        "percent-of-change",
        "财政拨款收入2391.41万元，与2024年度决算数2083.30万元相比，增加308.11万元，增长41.79%。",
        "41.79%",
    ),
    (
        "percent-of-change",
        "2025年度预算收支总额690.94万元，2024年度预算收支总额665.54万元，比上年增加25.40万元，增长8.32%。",
        "8.32%",
    ),
    ("stale-year", "截至2024年12月31日，单位共有车辆3辆。", "2024年12月31日"),
]
CLEAN = [
    "减少6.73万元，主要是因为贯彻落实厉行节约精神，牢固树立“过紧日子”思想。",
    "支出决算5.00万元，决算数大于预算数的主要原因是人员增加。",
    "本年支出合计14572.53万元，按支出性质划分为基本支出10234.38万元，项目支出4338.15万元。",
    "政府采购支出总额105.19万元，其中：货物27.73万元、工程0万元、服务77.46万元。",
    "8、住房保障支出（类）住房改革支出（款）住房公积金（项）。主要用于：缴纳职工住房公积金。",
    "委托业务费预算为2,196.52万元，比上年预算（注：上年3,468.18万元，见附表）减少1271.66万元，下降36.67%。",
    "印刷费5.00万元，比上年减少5.00万元，下降50.00%，主要原因是上年增加了一次性印刷项目。",
    "运行费14.00万元，比上年减少1.00万元，主要原因是新能源汽车占比提高，费用低于燃油车辆。",
    "2025年度收入、支出预算总计2,867.94万元，与上年相比收、支预算总计各增加26.21万元，增长0.92%。",
    "2026年度收入预算9626.78万元，比2025年年初预算数9819.98万元减少193.20万元，下降1.97%。",
    "财政拨款收入2439.85万元，事业收入41.20万元。收支总额比上年预算数增加23.21万元，增长0.94%。",
    "因公出国（境）费支出80万元，占“三公”经费的19.1%；公务用车购置及运行费支出237万元，占“三公”经费的56.7%；"
    "公务接待费支出101.26万元，占“三公”经费的24.2%。",
    "“三公”经费财政拨款支出预算为76.43万元，支出决算为46.21万元，完成预算的60.46%，其中：公务接待费支出决算为0.9万元，"
    "完成预算的15.52%。",
    "会议费预算支出1469.73万元，比上年预算增加164.48万元，主要原因是专项经费增加200万元。",
    "信访业务（项）支出724.5万元，与上年相比减少314.71万元，减少30.28%。",
    "年初预算为476.41万元，支出决算为353.87万元，完成年初预算的74.28%。",
    "全年安排因公出国（境）团组0个，累计0人次。国内公务接待5批次，42人次。",
    "与2023年相比，减少5.14万元，降低42.83%，原因是车辆减少。",
    "因公出国（境）费80万元，占“三公”经费的19.1%；公务用车237万元，占“三公”经费的56.7%；公务接待费101.26万元，占“三公”经费的24.2%。",
    "货物采购支出27.73万元，占政府采购支出总额的26.36%；服务采购支出77.46万元，占政府采购支出总额的73.64%。",
    "财政拨款收入2391.41万元。与2024年度决算数2083.30万元相比，增加308.11万元，增长14.79%，主要原因是新增项目。",
    "2025年度收、支总计2431.27万元。与2024年度2104.60万元相比，收、支总计各增加326.67万元，增长15.5%。",
    "2025年度预算收支总额690.94万元，2024年度预算收支总额665.54万元，比上年增加25.40万元，增长3.82%。",
    "安排国内公务接待18批次（其中：外事接待0批次），接待人次160人（其中：外事接待人次0人）。",
]


@pytest.mark.parametrize(("rule", "sentence", "named"), CONTRADICTIONS)
def test_a_contradiction_is_told(make, fails, rule: str, sentence: str, named: str) -> None:
    told = fails(make.disclosure(text=[sentence]), rule)
    assert len(told) == 1
    assert named in told[0].message
    assert told[0].cells and told[0].message_en


def test_a_share_of_an_amount_whose_unit_is_forgotten_is_judged(make, fails) -> None:
    """Rules read amounts as facts are read: in a list of shares one without a unit is in 万元."""
    listed = "全年支出90.00万元，其中：农林水支出81.00万元，占90%；住房保障支出9.00，占{share}%。"
    assert fails(make.disclosure(text=[listed.format(share="10")]), "percent-of-share") == []
    assert len(fails(make.disclosure(text=[listed.format(share="12")]), "percent-of-share")) == 1


@pytest.mark.parametrize("sentence", CLEAN)
def test_a_sentence_that_agrees_with_itself_is_let_pass(make, sentence: str) -> None:
    from difftool.checks import check_disclosure

    assert [
        check.message for check in check_disclosure(make.disclosure(text=[sentence])) if check.status == "fail"
    ] == []


def test_last_digits_are_told_together_as_rounding(make, fails) -> None:
    text = [
        "年度总计21,955.35万元。",
        "财政拨款21,940.96万元，占99.94%；其他14.39万元，占0.06%。",
    ]
    told = fails(make.disclosure(text=text), "percent-of-share")
    assert [check.grade for check in told] == ["rounding"]
    assert "共 2 处" in told[0].message


def test_the_same_miss_printed_twice_is_one_finding(make, fails) -> None:
    sentence = "预算100.00万元，比上年增加20.00万元，增长20.00%。"
    told = fails(make.disclosure(text=[sentence, "二、" + sentence]), "percent-of-change")
    assert len(told) == 1
    assert len(told[0].cells) == 2


def test_one_amount_with_two_changes(make, fails) -> None:
    """江苏省人民检察院 2018: 21,940.96 rose by 3,959.28 in one place and by 3,958.98 in another."""
    text = ["收入21,940.96万元，与上年相比增加3,959.28万元。", "支出21,940.96万元，与上年相比增加3,958.98万元。"]
    assert [check.grade for check in fails(make.disclosure(text=text), "change-told-twice")] == ["contradiction"]


def test_a_total_and_its_part_may_rise_by_different_amounts(make, fails) -> None:
    text = ["总计24,169.74万元，与上年相比增加2,214.39万元。", "财政拨款24,169.74万元，与上年相比增加2,228.78万元。"]
    assert fails(make.disclosure(text=text), "change-told-twice") == []


def test_procurement_by_kind_must_reach_the_whole(make, fails) -> None:
    """国家信访局 2024: shares of the contracts printed as shares of the spending."""
    note = (
        "政府采购货物支出171.7万元、政府采购工程支出3万元、政府采购服务支出1792.72万元。授予中小企业合同金额{whole}万元；"
        "货物采购授予中小企业合同金额占货物支出金额的9.16%，服务采购授予中小企业合同金额占服务支出金额的90.84%。"
    )
    assert len(fails(make.disclosure(text=[note.format(whole="1820.69")]), "procurement-share")) == 1
    assert fails(make.disclosure(text=[note.format(whole="1644.23")]), "procurement-share") == []


def test_subject_and_base_of_a_change(make) -> None:
    words = "支出120.00万元，比2023年预算数100.00万元增加20.00万元，增长20.00%，主要原因是人员增加5.00万元。"
    passage = make.disclosure(text=[words]).passages[0]
    first, second = [told for sentence in sentences_of(passage) for told in changes_in(sentence)]
    assert first.subject is not None and first.printed_base is not None
    assert (first.subject.raw, first.printed_base.raw, first.rise) == ("120.00万元", "100.00万元", True)
    assert second.subject is None


def test_one_term_defined_in_two_ways(make, fails) -> None:
    """苏州: the note of the form and the glossary differ by 福利费."""
    note = "注：机关运行经费指公用经费，包括办公及印刷费、邮电费、差旅费等。"
    other = "机关运行经费：包括办公及印刷费、邮电费、差旅费、福利费等。"
    assert [check.found for check in fails(make.disclosure(text=[note, other]), "two-definitions")] == ["福利费"]
    assert fails(make.disclosure(text=[note, note]), "two-definitions") == []


def test_a_reason_for_missing_the_budget_says_nothing_of_the_rise_over_last_year(make, fails) -> None:
    """株洲 2024: 三公 rose by 0.97; "决算数小于预算数的主要原因是厉行节约精神" explains another difference."""
    text = (
        "“三公”经费支出决算为14.32万元，与上年相比增加0.97万元，增长7.27%。决算数小于预算数的主要原因是厉行节约精神。"
    )
    assert fails(make.disclosure(text=[text]), "reason-direction") == []


def test_a_title_of_a_form_left_from_last_year(make, fails) -> None:
    def titled(*years: int) -> list[Table]:
        kinds = ("summary", "income", "expenditure", "appropriation", "general_public")
        return [
            Table(kind, f"{year}年度{kind}表", LinePlace(line), 5, False)
            for line, (kind, year) in enumerate(zip(kinds, years, strict=True))
        ]

    assert [
        check.found for check in fails(make.disclosure(tables=titled(2024, 2023, 2024, 2024, 2024)), "stale-year")
    ] == ["“2023年度income表”"]
    assert fails(make.disclosure(tables=titled(2024, 2023, 2024, 2023, 2024)), "stale-year") == []  # both years' forms
