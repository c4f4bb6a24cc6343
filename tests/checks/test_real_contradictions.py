"""Contradictions that people found on the pages of real disclosures; skipped where these are absent."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from difftool.checks import check_between, check_disclosure
from difftool.model.comparison import FAIL, Check
from difftool.model.disclosure import Disclosure
from tests.read.formats import extracted

SHARED = Path(__file__).resolve().parents[3] / "shared"

pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="no folder of real documents beside the project")

# document, rule, what its message names
FOUND = [
    ("beijing-04df", "form-numbers", "预算表12"),
    ("changsha-2023-budget", "contents-titles", "部门收支总体情况表"),
    ("changsha-2023-budget", "contents-headings", "部门基本情况"),
    ("changsha-2023-budget", "unit-names", "两型社会建设综合配套改革办公室"),
    ("changsha-2023-budget", "indicator-size", "3398.91万元"),
    ("changsha-2023-budget", "indicator-sign", "≤100%"),
    ("changsha-2023-budget", "slid-columns", "598.49"),
    ("changsha-2023-budget", "slid-columns", "9 行指标"),
    ("changsha-2023-budget", "slid-columns", "备注"),
    ("changsha-2023-budget", "indicator-weight", "60"),
    ("guangzhou-3efd", "rounding", "8,401.67万元"),
    ("yantai-7005", "rounding", "2,776.84万元"),
    ("zhuzhou-2024-final", "contents-parts", "部门（单位）概况"),
    ("zhuzhou-2024-final", "garbled", "序号混用"),
    ("changsha-2023-budget", "slid-columns", "340.42"),
    ("changsha-2023-budget", "line-order", "2010406"),
    ("changsha-2023-budget", "overall-rows", "938.91万元"),
    ("changsha-2023-budget", "meetings-told", "会议费"),
    ("changsha-2023-budget", "indicator-type", "政策研究及建议"),
    ("changsha-2023-budget", "contents-parts", "第三部分附件"),
    ("changsha-2023-budget", "residue", "预（决）算"),
    ("changsha-2023-budget", "garbled", "200.35万"),
    ("commerce-unit-2025-budget", "two-bases", "预算执行数"),
    ("putuo-205f", "code-name-variants", "医疗卫生与计划生育支出"),
    ("guangzhou-3efd", "unit-name-variants", "广州市统计局（本级）"),
    ("socialwork-2024-final", "procurement-parts", "42.14万元"),
    ("socialwork-2024-final", "contents-parts", "第二部分部门决算表"),
    ("yantai-7005", "cost-within-projects", "99万元"),
    ("yantai-7005", "project-names", "原审计署烟台基地退休人员经费"),
    ("zhuzhou-2024-final", "carryover-told", "79.27万元"),
    ("zhuzhou-2024-final", "annex-blanks", "34.85万元"),
    ("zhuzhou-2024-final", "annex-blanks", "11.04万元"),
    ("zhuzhou-2024-final", "review-split", "519.63万元"),
    ("zhuzhou-2024-final", "move-unexplained", "2010499"),
    ("zhuzhou-2024-final", "execution-praised", "61.93%"),
    ("zhuzhou-2024-final", "missing-annex", "项目支出绩效自评表"),
    ("zhuzhou-2024-final", "project-names", "联席会宣传片制作经费"),
    ("zhuzhou-2024-final", "garbled", "牢固"),
    ("fuzhou-6ff1", "undisclosed-lines", "2040250"),
    ("fuzhou-6ff1", "kind-of-spending", "204 公共安全支出"),
    ("fuzhou-6ff1", "list-level", "204 公共安全支出"),
    ("nbpc-2024-final", "reason-both-ways", "一次性项目支出"),
    ("nbpc-2024-final", "split-named", "按经济分类"),
    ("socialwork-2024-final", "copied-purpose", "事业单位医疗保险支出"),
    ("wuxi-31bf", "project-money", "1,175.65万元"),
    ("wuxi-31bf", "reason-both-ways", "信访业务"),
    ("xian-321a", "title-heads", "部综合预算收入总表"),
    ("xian-321a", "listed-codes", "电影"),
    ("xian-321a", "listed-codes", "302 商品和服务支出"),
    ("xian-321a", "two-reasons", "退休人数增加"),
    ("xian-321a", "reason-of-part", "减少55.42万元"),
    ("zhuhai-a53a", "line-order", "粮油物资储备支出"),
    ("zhuzhou-2024-final", "project-money", "163.78万元"),
    ("fuzhou-6ff1", "listed-lines", "咨询费"),
    ("guangzhou-3efd", "rounding", "556.47万元"),
    ("jiangsu-hengrenminji-2018-1f18", "change-told-twice", "3,958.98万元"),
    ("jiangsu-hengrenminji-2018-1f18", "percent-of-change", "22.00%"),
    ("jiangsu-hengrenminji-2018-1f18", "percent-of-change", "0.60%"),
    ("jiangsu-hengrenminji-2018-1f18", "percent-of-change", "6.60%"),
    ("jiangsu-hengrenminji-2018-1f18", "percent-of-change", "36.59%"),
    ("jiangsu-hengrenminji-2018-1f18", "percent-of-share", "63.74%"),
    ("jiangsu-hengrenminji-2018-1f18", "line-names", "未归口管理的行政单位离退休"),
    ("jiangsu-hengrenminji-2018-1f18", "contents-titles", "政府性基金支出预算表"),
    ("jiangsu-hengrenminji-2019-d64c", "percent-of-change", "22.21%"),
    ("jiangsu-hengrenminji-2019-d64c", "percent-of-change", "10.09%"),
    ("jiangsu-hengrenminji-2019-d64c", "percent-of-change", "34.36%"),
    ("jiangsu-hengrenminji-2019-d64c", "percent-of-change", "64.06%"),
    ("jiangsu-hengrenminji-2019-d64c", "percent-of-share", "65.55%"),
    ("jiangsu-hengrenminji-2019-d64c", "listed-lines", "提租补贴"),
    ("jiangsu-hengrenminji-2019-d64c", "line-names", "机关事业单位职业年金"),
    ("jiangsu-hengrenminji-2019-d64c", "residue", "科目编码"),
    ("nbpc-2024-final", "percent-of-change", "35.94%"),
    ("nbpc-2024-final", "procurement-share", "1,820.69万元"),
    ("nbpc-2024-final", "line-names", "行政事业单位养老支出"),
    ("nbpc-2024-final", "line-names", "归口管理的行政单位离退休"),
    ("nbpc-2024-final", "listed-lines", "伙食补助费"),
    ("nbpc-2024-final", "explained-lines", "事业运行"),
    ("nbpc-2024-final", "contents-headings", "本年收入决算情况说明"),
    ("nbpc-2024-final", "contents-order", "三公经费支出决算表"),
    ("suzhou-4a50", "two-definitions", "福利费"),
    ("socialwork-2024-final", "percent-without-base", "95.89%"),
    ("socialwork-2024-final", "percent-without-base", "增长100.00%"),
    ("socialwork-2024-final", "listed-lines", "邮电费"),
    ("socialwork-2024-final", "percent-of-share", "9.56%"),
    ("socialwork-2024-final", "residue", "仍保留该表格式"),
    ("xian-321a", "three-public-sum", "1,481,100.00元"),
    ("xian-321a", "direction", "减少"),
    ("xian-321a", "percent-of-change", "30.74%"),
    ("xian-321a", "percent-of-change", "433.59%"),
    ("xian-321a", "code-in-sentence", "2013201"),
    ("xian-321a", "code-in-sentence", "2101101"),
    ("xian-321a", "change-told-twice", "15.95万元"),
    ("yantai-7005", "lines-in-both", "1,535.85万元"),
    ("yantai-7005", "rounding", "2,772.24万元"),
    ("yantai-7005", "stale-year", "2026年12月31日"),
    ("yantai-7005", "garbled", "1.43万元"),
    ("yantai-7005", "contents-titles", "政府采购预算表"),
    ("yantai-7005", "thousands", "3558.35"),
    ("zhuhai-a53a", "percent-without-base", "增长0%"),
    ("zhuzhou-2024-final", "totals-told", "355.85万元"),
    ("zhuzhou-2024-final", "totals-told", "163.78万元"),
    ("zhuzhou-2024-final", "totals-told", "56.38万元"),
    ("zhuzhou-2024-final", "three-public-told", "19万元"),
    ("zhuzhou-2024-final", "three-public-told", "24万元"),
    ("zhuzhou-2024-final", "three-public-told", "12万元"),
    ("zhuzhou-2024-final", "three-public-told", "6.90万元"),
    ("zhuzhou-2024-final", "three-public-told", "13.92万元"),
    ("zhuzhou-2024-final", "three-public-told", "6.46万元"),
    ("zhuzhou-2024-final", "percent-without-base", "完成年初预算的100%"),
    ("zhuzhou-2024-final", "percent-without-base", "增长100%"),
    ("zhuzhou-2024-final", "counts", "团组0个"),
    ("zhuzhou-2024-final", "level-labels", "住房保障支出（款）"),
    ("zhuzhou-2024-final", "line-names", "发展与改革事"),
    ("zhuzhou-2024-final", "direction", "增加减少"),
    ("zhuzhou-2024-final", "garbled", "7.20"),
    ("zhuzhou-2024-final", "garbled", "我中心本部门"),
    ("zhuzhou-2024-final", "stale-year", "2023年度项目支出绩效自评表"),
]
# Documents whose sums and sentences agree, as far as people looked.
AGREEING = ["govoffice-unit-2025-budget"]


@cache
def disclosure(name: str) -> Disclosure:
    seed = SHARED / "seeds" / f"{name}.txt"
    return extracted(seed if seed.exists() else SHARED / "real" / f"{name}.pdf")


@cache
def fails(name: str) -> tuple[Check, ...]:
    return tuple(check for check in check_disclosure(disclosure(name)) if check.status == FAIL)


@pytest.mark.parametrize(("document", "rule", "named"), FOUND)
def test_a_known_contradiction_is_found(document: str, rule: str, named: str) -> None:
    messages = [check.message for check in fails(document) if check.rule == rule]
    assert [message for message in messages if named in message], messages


@pytest.mark.parametrize("document", AGREEING)
def test_a_document_that_agrees_with_itself_is_let_pass(document: str) -> None:
    assert [check.message for check in fails(document)] == []


def test_last_year_s_travel_was_not_the_same() -> None:
    """江苏省人民检察院 2018 says "与上年预算数相等" of 100; the budget of 2017 prints 110."""
    checks = check_between(disclosure("jiangsu-hengrenminji-2017-701c"), disclosure("jiangsu-hengrenminji-2018-1f18"))
    found = {(check.expected, check.found) for check in checks if check.status == FAIL}
    assert ("110.00万元", "100.00万元") in found


def test_basic_expenditure_rose_from_what_last_year_s_forms_print() -> None:
    """江苏省人民检察院 2018: a rise of 1,670.85 from 12,323.46, where the forms of 2017 print 12,323.48."""
    checks = check_between(disclosure("jiangsu-hengrenminji-2017-701c"), disclosure("jiangsu-hengrenminji-2018-1f18"))
    assert ("12,323.48万元", "12,323.46万元") in {(check.expected, check.found) for check in checks}
