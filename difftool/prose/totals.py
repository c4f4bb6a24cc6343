"""Totals of income and expenditure in running text, by side, fund and kind: "一般公共预算拨款支出", "收支总预算"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from difftool.model.disclosure import FINAL
from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern
from difftool.prose.mention import Mention

_APPROPRIATED = r"(?:当年)?(?:财政)?(?:拨款)?(?:安排)?(?:的)?"
_FUNDS = (
    ("general_public", rf"一般公共(?:服务)?预算{_APPROPRIATED}"),
    ("government_fund", rf"政府性基金(?:预算)?{_APPROPRIATED}"),
    ("state_capital", rf"国有资本(?:经营)?(?:预算|收益)?{_APPROPRIATED}"),
    ("special_account", r"财政专户(?:管理)?(?:的)?(?:资金|事业)?"),
    ("unit_funds", r"单位资金"),
    # 北京's 本年其他资金收入 is the sum of all that is not appropriated, 其他收入 one of its parts.
    ("other", r"(?<!本年)其他资金"),
    ("fiscal", r"(?:本年)?(?:公共)?财政拨款(?:安排)?(?:的)?"),
)
_FUND = "|".join(f"(?P<{fund}>{words})" for fund, words in _FUNDS)
_SUM = r"(?:总(?![计额]))?(?:预算|决算)?(?:支出|收入)?(?:总额|总计|合计)?(?:数|数额)?"
_BOTH = lazy_pattern(
    rf"(?:{_FUND})?(?:总)?(?:"
    r"(?:收入?[、，和与]?支出?|收入总(?:计|额)[、，和与]支出(?=总))"
    r"(?:总(?:计|额|预算|决算)|(?:预算|决算)?(?:总计|合计|总额|总数))(?:数)?(?:均)?"
    r"|收入?、?支出?(?:预算|决算)(?=数?[为是]?$))"
)
_OF_FUND = lazy_pattern(
    rf"(?:{_FUND})(?:预算|决算)?(?:本年(?=收入|支出))?(?P<side>基本支出|项目支出|收入|支出)?{_SUM}(?!结转|三公|[“\"]三公)"
)
_BARE = lazy_pattern(
    r"(?P<own>本年)?(?:预算|决算|财务)?(?:总)?(?P<side>收入|支出)(?:总(?![计额]))?(?:预算|决算)?(?P<sum>总额|总计|合计)?(?:数|数额)?"
)
# Before a total without a fund stands a body, a date or a mark; after other words it ends the name of a line.
_BEFORE_BARE = lazy_pattern(
    r"(?:^|[。；;：:]|(?<![类款项目])[）)]|\d[.．、]|年度?|当年|全年|部门|单位|整体|安排|其中|包括|本级|的|[局厅委院心办会室站校所队处馆部司社园团台库场署])$"
)
# "本单位收入为9万元": the shortest way to name a total.
_OF_THE_BODY = lazy_pattern(r"(?:本单位|本部门|我单位|我部门|我[局委院]|(?:^|[，,。；;：:]|年度?)(?:部门|单位))$")
# 内蒙古: "2021年度收入年初预算为9万元，全年预算为8万元；支出年初预算为9万元".
_BUDGETED = lazy_pattern(r"(?:年初预算|全年预算|调整预算|决算)数?为?")
_BEGINS = lazy_pattern(r"(?:^|[。；;]|20[0-4]\d年度?)$")
_LISTED = (
    ("source:superior", r"上级补助收入"),
    ("source:institutional", r"(?<!非)事业收入"),
    ("source:operating", r"(?:事业单位)?经营(?:服务)?收入"),
    ("source:affiliated", r"附属单位上缴收入"),
    ("source:other", r"其他收入"),
    ("source:surplus_used", r"使用非财政拨款结余|用?事业基金弥补收支差额"),
    ("source:carryover_in", r"(?:上年|年初)结转(?:和|及|与)?(?:结余)?(?:收入|资金)?"),
    ("use:carryover_out", r"(?:年终|年末)结转(?:和|及|与)?(?:结余)?(?:资金)?|结转下年(?:支出)?"),
    ("use:surplus_distribution", r"结余分配"),
    ("use:basic", r"基本支出"),
    ("use:project", r"(?<!类)项目支出"),  # 云南 tells 基本建设类项目支出 as a part of it
    ("use:superior", r"上缴上级支出"),
    ("use:operating", r"(?:事业单位)?经营支出"),
    ("use:affiliated", r"对附属单位补助支出"),
)
_LISTED_RULES = tuple((item, lazy_pattern(rf"(?:{words})(?:预算|决算)?(?:总额|合计|总计)?")) for item, words in _LISTED)
# 深圳's 在职人员经费 and others' 离退休人员经费 are parts of 人员经费.
_SOME_STAFF = "".join(
    f"(?<!{staff})"
    for staff in ("在职", "退休", "离休", "编外", "聘用", "临聘", "外聘", "临时", "辅助", "派遣", "其他")
)
_PARTS = lazy_pattern(rf"(?P<personnel>{_SOME_STAFF}人员(?:经费|支出))|(?P<public>(?:日常)?公用(?:经费|支出))")
# "上年结转结余的财政专户管理资金0万元": the part of the carry-over that came from one fund.
_CARRIED_OVER = lazy_pattern(r"(?:上年|年初)结转(?:和|及|与)?(?:结余)?(?:资金)?的?$")
# A target or a share of purchases is told of a fund, and is not the fund's total.
_PARTIAL = lazy_pattern(r"(?:涉及|政府采购|绩效|资产|其他)[^，,。；;：:]*$")
# What a sentence about projects, their targets or one kind of expense says of funds is not said of the whole body.
_OF_PROJECTS = lazy_pattern(
    r"(?:该|本|此)(?:一级|二级)?项目(?!支出)|项目(?:全年|年初|批复|总)的?预算|个项目|项目\d+个|委托业务费|政府采购|涉及|(?<!整体支出)绩效(?:目标|评价|自评)"
)


def total_mentions(text: str, stage: str) -> Iterator[Mention]:
    """The totals and the large parts of income and expenditure that a text names."""
    for match in _BOTH.finditer(text):
        fund = fund_of(match)
        if fund in ("", "fiscal"):
            # 财政拨款收支总计 holds the carry-over too: it is the total of that fund, not the year's appropriation.
            name, span, measure = match.group(), match.span(), fund or "total"
            yield Mention("source:total", name, *span, False, measure=measure, also="use:total")
        else:
            yield Mention(f"source:{fund}", match.group(), *match.span(), False)
    for match in _OF_FUND.finditer(text):
        if not _PARTIAL.search(text[: match.start()]):
            item, measure = of_fund(fund_of(match), match, stage)
            start = match.start()
            if kind_of(item) == "source" and (carried := _CARRIED_OVER.search(text[:start])):
                item, start = item.replace("source:", "source:carryover_in."), carried.start()
            yield Mention(item, text[start : match.end()], start, match.end(), False, measure=measure)
    for match in _BARE.finditer(text):
        if is_bare_total(text, match):
            side = "source" if match.group("side") == "收入" else "use"
            kind = "year_total" if match.group("own") or match.group("sum") == "合计" else "total"
            yield Mention(f"{side}:{kind}", match.group(), *match.span(), False)
    for item, rule in _LISTED_RULES:
        for match in rule.finditer(text):
            yield Mention(item, match.group(), *match.span(), False)
    for match in _PARTS.finditer(text):
        yield Mention("total", match.group(), *match.span(), False, measure=str(match.lastgroup))


def told_of_projects(sentence: str) -> bool:
    """Whether a sentence, as far as it is read, tells of projects or of one kind of expense."""
    return bool(_OF_PROJECTS.search(sentence))


def fund_of(match: re.Match[str]) -> str:
    return next((fund for fund, _ in _FUNDS if match.group(fund)), "")


def of_fund(fund: str, match: re.Match[str], stage: str) -> tuple[str, str]:
    """Item and measure of a fund's total: its income is a source, its expenditure the year's use of that fund."""
    # 浙江 tells 一般公共预算当年拨款 of its form of expenditure, carry-over and all; of income it says 当年拨款收入.
    spent = re.search(r"(?:预算|决算)支出|当年拨款$", match.group())
    side = match.group("side") or ("支出" if spent else "")
    if side in ("基本支出", "项目支出"):
        return ("use:basic" if side == "基本支出" else "use:project"), fund
    if side == "支出" and fund == "fiscal" and stage == FINAL and match.group().endswith("总计"):
        return "use:total", fund  # what is handed on in it, told beside 财政拨款收入总计
    if side == "支出" and fund == "fiscal":
        # Final accounts hold their whole appropriation, budgeted and used, under the source it came from.
        return ("source:fiscal" if stage == FINAL else "use:fiscal"), "total"
    if side == "支出":
        return "use:year_total", fund
    return f"source:{fund}", "total"


def is_bare_total(text: str, match: re.Match[str]) -> bool:
    """Whether "收入…" or "支出…" is a total of its own: it says so, and is not the end of a line's name."""
    before = text[: match.start()]
    if _BUDGETED.match(text[match.end() :]) and _BEGINS.search(before):
        return True
    if not match.group("own") and len(match.group()) <= 2:
        return bool(_OF_THE_BODY.search(before)) and text[match.end() :][:1] in ("", "为", "共")
    whole = "总" in match.group() or match.group("own")
    return bool(_BEFORE_BARE.search(before) or (whole and before.endswith(("，", ",", "、"))))
