"""Lines of 绩效评价基础数据表 left blank for the year, though other parts of the document print them."""

from __future__ import annotations

import re
from decimal import Decimal

from difftool import codes
from difftool.checks.case import Case
from difftool.checks.figures import say, say_fact
from difftool.checks.names import line_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import FORM
from difftool.model.fact import EXECUTED, Fact
from difftool.model.item import kind_of
from difftool.model.place import Place, printed_row

_ANNEX = "performance_data"


class AnnexBlanks(Rule):
    code = "annex-blanks"
    family = "between forms"
    title = "The performance data leave no line blank that the forms print"
    title_zh = "绩效基础数据表的空白"
    why = "A dash beside last year's amount says that nothing was spent on the line this year."
    why_zh = "上年有数而本年为横线，等于说这一项本年没有支出。"
    needs = "performance data of two years, and a basic-expenditure form by economic lines"
    tolerance = "none"
    grade = FORM
    message_zh = "绩效评价基础数据表“{found}”本年为空，{expected}"
    message_en = "the performance data leave “{found}” blank for this year, yet {expected}"

    def examine(self, case: Case) -> Examination:
        year = case.disclosure.year
        rows = [f for f in case.forms if f.statement == _ANNEX and f.phase == EXECUTED and f.measure == "total"]
        now = {f.item: f for f in rows if f.year == year}
        before = [f for f in rows if f.year == year - 1 and f.amount]
        findings = []
        for fact in before:
            if fact.item in now:
                continue
            printed = economic_lines(fact, case)
            if printed:
                told = "、".join(f"{line_name(each)} {say_fact(each)}" for each in printed)
                places = (fact.where, *(each.where for each in printed))
                findings.append(
                    Finding(f"基本支出表有{told}", fact.name, places, {}, {"expected": f"the form has {told}"})
                )
            below = parts_of(fact, before, list(now.values()))
            if below:
                summed = sum((each.amount for each in below), Decimal(0))
                told = say(summed, below[0].quantum)
                where: tuple[Place, ...] = (fact.where, *(each.where for each in below))
                english = {"expected": f"the rows below it print {told}"}
                findings.append(Finding(f"其下各行合计 {told}", fact.name, where, {}, english))
        return Examination(tuple(findings), len(before))


def economic_lines(fact: Fact, case: Case) -> list[Fact]:
    """What the basic-expenditure form prints for the lines that a row of the annex names: "水费、电费、差旅费"."""
    found = []
    for name in re.split(r"[、，,]", fact.name):
        code = codes.economic_by_name(name) or codes.economic_by_name({"办公经费": "办公费"}.get(name, name))
        found += [
            f
            for f in case.amounts(f"econ:{code}", measure="total", phase=EXECUTED)
            if f.statement == "general_public_basic" and f.amount
        ][:1]
    return found


def parts_of(group: Fact, before: list[Fact], now: list[Fact]) -> list[Fact]:
    """The rows right below a group that had the group's amount last year, and what rows there print this year."""
    if kind_of(group.item) != "project":
        return []
    at = printed_row(group.where)
    later = [f for f in before if kind_of(f.item) == "project" and printed_row(f.where) > at]
    if not later or later[0].amount != group.amount:
        return []
    end = min(
        (row for f in now if kind_of(f.item) != "project" and (row := printed_row(f.where)) > at),
        default=None,
    )
    return [
        f
        for f in now
        if kind_of(f.item) == "project" and at < (row := printed_row(f.where)) and (end is None or row < end)
    ]
