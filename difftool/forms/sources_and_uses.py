"""The lines of the two sides of a budget: where money comes from (source:…) and what it is used for (use:…, func:…)."""

from __future__ import annotations

import re

from difftool import codes
from difftool.forms.labels import name_of, plain
from difftool.pattern import lazy_pattern

_SOURCES: tuple[tuple[str, str], ...] = (
    (r"^(?:收入|收)?总计$|^收入总(?:计|额)|^总收入|^合计$|^收支总计$", "total"),
    (r"^(?:本年|当年)(?:度)?收入(?:合计|小计|总计)?$|^(?:本年|当年)(?:合计|小计)$", "year_total"),
    (r"^收入(?:合计|小计)$", "income_total"),
    (r"使用非财政拨款结余|使用专用结余|事业基金|非财政拨款结余.*弥补", "surplus_used"),
    (r"实户资金", "line"),
    (r"纳入一般公共预算管理的?非税", "line"),  # 湖南 prints it below 一般公共预算拨款收入, of which it is a part
    (
        r"(?:上年|年初|以前年度|历年|期初|上年末).*(?:结转|结余)|^结转(?:结余)?(?:资金|收入)?$|动用.*结[转余]",
        "carryover_in",
    ),
    (r"专项资金.*列入", "line"),
    (r"政府性基金", "government_fund"),
    (r"国有资本经营", "state_capital"),
    (r"一般公共(?:预算|服务预算)?(?!服务支出)|公共预算", "general_public"),
    (r"专户", "special_account"),
    (r"上级(?:单位)?(?:补助|拨款)", "superior"),
    (r"附属单位", "affiliated"),
    (r"经营(?:服务)?(?:收入|资金)|经营$", "operating"),
    (r"^事业(?:单位)?(?:收入|预算收入|资金)", "institutional"),
    (r"^单位资金|自有资金", "unit_funds"),
    (r"^其[他它](?:收入|资金|预算收入|来源)?(?:收入|资金)?(?:小计)?$", "other"),
    (r"^公共财政", "line"),
    (r"财政拨款|^预算拨款|财政资金|财政补助", "fiscal"),
)
_USES: tuple[tuple[str, str], ...] = (
    (r"^(?:支出|支)?总计$|^支出总(?:计|额)|^总支出|^合计$", "total"),
    (r"^(?:本年|当年)(?:度)?支出(?:合计|小计|总计)?$|^(?:本年|当年)(?:合计|小计)$", "year_total"),
    (r"^支出(?:合计|小计)$", "expenditure_total"),
    (r"结余分配", "surplus_distribution"),
    (r"(?:年末|期末|年终).*(?:结转|结余)|(?:结转|结余).*下年|^结转(?:结余)?$", "carryover_out"),
    (r"人员经费和公用经费|^基本支出", "basic"),
    (r"^项目支出|^专项业务(?:经费|费)", "project"),
    (r"(?:附属|下级)单位(?:的)?补助", "affiliated"),
    (r"上缴上级", "superior"),
    (r"经营(?:服务)?支出", "operating"),
    (r"^财政拨款(?:支出)?$", "fiscal"),
)
_SOURCE_RULES = tuple((lazy_pattern(p), i) for p, i in _SOURCES)
_USE_RULES = tuple((lazy_pattern(p), i) for p, i in _USES)
_PARTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (lazy_pattern(r"非财政|单位资金|其他资金|非同级"), "non_fiscal"),
    (lazy_pattern(r"政府性基金"), "government_fund"),
    (lazy_pattern(r"国有资本"), "state_capital"),
    (lazy_pattern(r"一般公共|公共预算"), "general_public"),
    (lazy_pattern(r"专户"), "special_account"),
    (lazy_pattern(r"财政拨款|财政资金"), "fiscal"),
)


def source_item(label: str, after: str = "") -> str:
    """The item of a label on the income side; `after` is the item above it, whose parts it may name."""
    name = plain(label)
    whole = part_of_carryover(name, after, "source:carryover_in")
    if whole:
        return whole
    for pattern, item in _SOURCE_RULES:
        if pattern.search(name):
            return f"line:{name_of(label)}" if item == "line" else f"source:{item}"
    return f"line:{name_of(label)}"


def use_item(label: str, after: str = "", *, economic: str | None = None) -> str:
    """The item of a label on the expenditure side: a use, a functional 类 or an economic line.

    `economic` is "department" or "government" in a column of economic lines, where 其他支出 is no functional 类.
    """
    name = plain(label)
    whole = part_of_carryover(name, after, "use:carryover_out")
    if whole:
        return whole
    for pattern, item in _USE_RULES:
        if pattern.search(name):
            return f"use:{item}"
    bare = name_of(label).removeprefix("按项目管理的")  # 湖南's word for an economic line of projects
    if economic is not None:
        code = codes.economic_by_name(bare, scheme=economic) or codes.economic_category_like(bare, economic)
        if code:
            return f"econ:{code[:3]}"  # such columns go down to 类 only; 其他资本性支出 once was one
    code = codes.top_category(bare)
    if code:
        return f"func:{code}"
    code = codes.economic_by_name(bare) if economic is None else None
    return f"econ:{code}" if code else f"line:{bare}"


def part_of_carryover(name: str, after: str, whole: str) -> str | None:
    """A part printed under a carry-over: "一般公共预算财政拨款" below "年初财政拨款结转和结余"."""
    if not after.startswith(whole) or re.search(r"总计|合计", name):
        return None
    for pattern, part in _PARTS:
        if pattern.search(name):
            return f"{whole}.{part}"
    return None
