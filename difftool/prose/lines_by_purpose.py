"""Lines that sentences name by what their money is for: purchases by kind, entrusted work, performance, assets."""

from __future__ import annotations

import re

from difftool.pattern import lazy_pattern
from difftool.prose.clauses import AmountInText, clause_outside_brackets
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.names import plain

_OF_PURCHASES = lazy_pattern(
    r"(?:政府|拟)?采?购?买?(?P<kind>货物|工程|服务)(?:类)?(?:采购|项目)*(?:金额|支出)?$|(?:货物|工程|服务)类?采购$"
)
_PURCHASED = lazy_pattern(r"采购|购买")
# 重庆 2026 tells the kinds twice, of all purchases and "；其中一般公共预算拨款政府采购9万元：政府采购货物预算…".
_PURCHASES = lazy_pattern(
    r"(?P<fund>一般公共预算(?:财政)?拨款)?政府采购(?:预算|支出|资金)?(?:总额|总计|合计|金额)?[为共]?(?=\d)"
)
# Many cities tell what the body, or one of its funds, spends on work that it gives to others.
_ENTRUSTED = lazy_pattern(r"委托业务费(?P<fiscal>(?:涉及)?财(?:政)?拨(?:款|资金))?$")
# "整体支出纳入绩效目标管理，涉及财政性资金9万元；6个项目纳入绩效目标管理，涉及财政性资金8万元": one fund or more.
_CONCERNED = lazy_pattern(r"绩效(?:目标|跟踪|自评|评价|管理)[^。；;]*[，,]共?涉及(?![^。；;]*(?:增加|减少))[^。；;]*$")
_MANAGED = lazy_pattern(r"绩效(?:目标|跟踪|自评|评价|管理)")
_FUNDS = lazy_pattern(
    r"(?:预算|项目|财政性?|一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|资金|拨款|收入|支出|当年|金额)+$"
)
# 广州: what a body owns is no money of the year; what it is to buy is: "本年度拟购置固定资产9万元，其中：…".
_TO_BE_ACQUIRED = lazy_pattern(
    r"(?:(?:拟|计划|安排)(?:新增)?|(?P<fund>政府性基金)预算)购置固定资产(?:总额|金额|共|约)*$"
)


def line_of(name: str, one: AmountInText, lines: Lines) -> Mention:
    """The line of a name outside of lists of projects: a kind of purchase, a unit, an economic line, or the name."""
    if is_purchase(name, one) and (kind := re.search("货物|工程|服务", name)):
        wholes = list(_PURCHASES.finditer(one.before.rpartition("。")[2]))
        of_fund = wholes and wholes[-1]["fund"]
        return mention(f"line:政府采购{kind.group()}", name, "general_public" if of_fund else "total")
    if entrusted := _ENTRUSTED.search(name):
        bare = name if name.startswith("一般公共预算") else entrusted.group()
        fund = "general_public" if bare != entrusted.group() else "fiscal" if entrusted["fiscal"] else "total"
        return mention("line:委托业务费", bare, fund)
    own = unit_of(name, lines) or economic(name, lines)
    return mention(own or f"line:{without_year(name, lines.year)}", name)


def managed_funds(one: AmountInText) -> Mention | None:
    """The line of funds under performance management: of what kind, of the whole body or of projects, which funds."""
    if not _CONCERNED.search(one.sentence):
        return None
    funds = _FUNDS.search(clause_outside_brackets(one.lead).rstrip("合总计共为约"))
    if funds is None:
        return None
    whose = next((word for word in ("整体支出", "项目") if word in one.sentence), "")
    kind = _MANAGED.findall(one.sentence)[-1]
    return mention(f"line:{whose}{kind}涉及{funds.group().removeprefix('当年')}", funds.group())


def assets_to_be_acquired(one: AmountInText) -> Mention | None:
    """The line of the assets that a body is to buy in the year, all or by a fund."""
    match = _TO_BE_ACQUIRED.search(one.lead)
    if match is None:
        return None
    return mention("line:购置固定资产", "购置固定资产", "government_fund" if match["fund"] else "total")


def unit_of(name: str, lines: Lines) -> str | None:
    """The unit of the document's own forms that a name ends with: "一、渔业局渔业局预算9万元，包括…"."""
    return next((item for unit, item in lines.others["unit"].items() if plain(name).endswith(unit)), None)


def economic(name: str, lines: Lines) -> str | None:
    """The economic line of the document's own forms with this name: 对个人和家庭补助支出 is 对个人和家庭的补助."""
    bare = bare_name(name)
    return next((item for own, item in lines.others["econ"].items() if bare_name(own) == bare), None)


def bare_name(name: str) -> str:
    return plain(name).removesuffix("支出").replace("的", "")


def without_year(name: str, year: int) -> str:
    """A name without the year of the document, so that it meets itself in the next one."""
    return re.sub(rf"{year}年(?:度)?", "", name)


def is_purchase(name: str, one: AmountInText) -> bool:
    """Whether an amount is what is bought of goods, works or services: one of the three, in a sentence on purchases."""
    return bool(_OF_PURCHASES.fullmatch(name)) and bool(_PURCHASED.search(one.sentence))


def mention(item: str, name: str, measure: str = "total") -> Mention:
    return Mention(item, name, -1, -1, False, measure=measure)
