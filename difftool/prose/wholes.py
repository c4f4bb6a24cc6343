"""What the parts of a whole take over from it: its fund, its phase and its year."""

from __future__ import annotations

import re

from msgspec.structs import replace

from difftool.model.fact import Fact
from difftool.model.funds import APPROPRIATED, FUNDS, NAMES
from difftool.model.item import kind_of, name_in
from difftool.pattern import lazy_pattern
from difftool.prose.clauses import ends_sentence
from difftool.prose.mention import Mention

WHOLES = ("source:total", "use:total", "source:year_total", "use:year_total")
_SPENT_FUNDS = tuple(f"source:{fund}" for fund in (*FUNDS, "special_account", "unit_funds"))
_PARTS_OF_INCOME = ("source:year_total", "source:carryover_in")
_HOLDS_CARRY_OVER = lazy_pattern(r"[，,]?(?:其中|包括)[：:]?本年(?:收入|支出)[^。；;]*(?:上年|年初|年末|年终)?结[转余]")
PARTS_FOLLOW = lazy_pattern(r"其中|包括|[（(]含")

# 广西 tells 基本支出 and 项目支出 of a fund in paragraphs of their own.
_SHARE = lazy_pattern(rf"[，,]?占(?:本年)?({'|'.join(NAMES.values())})(?:财政)?(?:拨款)?支出")
_SHARED = {name: fund for fund, name in NAMES.items()}

Said = tuple[str, int]
"""Phase and year."""


def fund_in_hand(named: Mention, fund: str) -> str:
    """The fund that the parts named after a total are parts of: "一般公共预算拨款支出9万元，其中：基本支出8万元"."""
    if named.item in ("use:basic", "use:project", "total") or kind_of(named.item) not in ("source", "use"):
        return fund
    if named.item in ("source:fiscal", "use:fiscal"):
        return "fiscal"
    return named.measure if named.item in WHOLES else "total"


def of_another_fund(named: Mention, subject: Mention) -> bool:
    """Whether a total names its fund, and the total or the fund told before is not of it."""
    told_before = kind_of(subject.item) in ("source", "use")
    return told_before and named.measure not in ("total", fund_in_hand(subject, "total"))


def spent_of_fund(named: Mention, lead: str, subject: Mention | None) -> Mention:
    """A fund named without a side as a part of expenditure is what was spent of it, not where it came from.

    西安: "本部门当年预算支出9万元，其中：一般公共预算拨款9万元". What a final account tells of 财政拨款支出 beside
    财政拨款收入 is the use of it.
    """
    if subject is not None and named.item == subject.item == "source:fiscal" and "支出" in named.name:
        return replace(named, item="use:fiscal") if "收入" in subject.name else named
    side_said = named.item not in _SPENT_FUNDS or re.search("收入|来源", named.name + lead)
    if subject is None or side_said or kind_of(subject.item) != "use" or ends_sentence(lead):
        return named
    within_whole = PARTS_FOLLOW.search(lead) if subject.measure == "total" else lead.startswith(("，", "、", ","))
    if not within_whole or (subject.item not in WHOLES and subject.item != "use:fiscal"):
        return named
    return replace(named, item="use:year_total", measure=name_in(named.item))


def fund_shared(rest: str) -> str:
    """The fund of which the amount before `rest` is a share, "" for none: "，占一般公共预算支出的96.74%"."""
    match = _SHARE.match(rest)
    return _SHARED[match.group(1)] if match else ""


def income_of_fund(named: Mention, lead: str, subject: Mention | None) -> Mention:
    """This year's income and the carry-over told as parts of one fund are that fund's.

    昆明: "财政拨款收入9万元，其中:本年收入8万元，上年结转收入1万元" in a body that has other income too.
    """
    if subject is None or named.item not in _PARTS_OF_INCOME or named.measure != "total" or ends_sentence(lead):
        return named
    if subject.item == "source:year_total":
        fund = subject.measure if lead.startswith(("，", "、", ",")) else ""
    else:
        fund = source_in(subject) if PARTS_FOLLOW.search(lead) else ""
    if fund not in APPROPRIATED:
        return named
    if named.item == "source:year_total":
        return replace(named, measure=fund)
    return replace(named, item=f"{named.item}.{fund}")


def with_carry_over(named: Mention, rest: str) -> Mention:
    """A 合计 that is told to hold the carry-over is the total, not the year's.

    江苏: "收入预算合计9万元，包括本年收入8万元，上年结转结余1万元"; `rest` are the words after the amount.
    """
    held = named.item.endswith(":year_total") and "本年" not in named.name and _HOLDS_CARRY_OVER.match(rest)
    return replace(named, item=named.item.replace(":year_total", ":total")) if held else named


def measure_in_fund(named: Mention, fund: str) -> str:
    return fund if named.item in ("use:basic", "use:project") and named.measure == "total" else named.measure


def fund_gone_on_in(named: Mention, lead: str, subject: Mention | None) -> str:
    """The fund of a bare 支出总计 or 本年支出 behind the income of that fund in its sentence, "" where it is of none.

    河北: "一般公共预算财政拨款本年收入9万元，比上年增加1万元；本年支出8万元".
    """
    if subject is None or named.measure != "total" or "。" in lead or named.also:
        return ""
    if named.item == "use:total" and not re.search("[；;]", lead):
        of_fund = subject.item in ("source:fiscal", "source:total") and subject.name.startswith("财政拨款")
        return "fiscal" if of_fund and "总" in subject.name else ""
    fund = source_in(subject)
    of_year = named.item == "use:year_total" and "本年收入" in subject.name
    return fund if of_year and fund in APPROPRIATED else ""


def source_in(subject: Mention) -> str:
    """The source of income that a mention is of, "" for what is none."""
    return name_in(subject.item) if kind_of(subject.item) == "source" else ""


def said_of(fact: Fact, before: Said | None) -> Said | None:
    """The phase and year that parts told after this amount of a whole are of.

    `before` is what an earlier amount of the same whole said: "支出2万元，年初预算3万元，其中：…" leaves it open.
    """
    said = fact.phase, fact.year
    return said if before in (None, said) else None
