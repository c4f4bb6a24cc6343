"""The money of the projects under targets or evaluation: "3 个项目，涉及资金 128.93 万元" against the projects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.figures import say, say_alike, say_fact
from difftool.checks.quantities import PROJECT
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.sentences import AMOUNT, amount_of
from difftool.model.comparison import CONTRADICTION
from difftool.model.disclosure import Passage
from difftool.model.fact import Fact
from difftool.model.funds import FUNDS
from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern

_COUNTED = lazy_pattern(rf"涉及项目(\d+)个[，,]?(?:共)?(?:涉及)?资金{AMOUNT}")
_FISCAL = lazy_pattern(rf"项目(?:支出)?[^。；]{{0,12}}绩效[^。；]{{0,10}}涉及财政(?:性|拨款)?资金(?:合计)?{AMOUNT}")


class ProjectMoney(Rule):
    code = "project-money"
    family = "form against sentence"
    title = "The money of all projects is that of the projects"
    title_zh = "绩效管理涉及的项目资金"
    why = "So many projects cost what each of them costs; fiscal money is no money of other sources."
    why_zh = "若干项目的资金等于各项目资金之和；财政资金不是其他来源的资金。"
    needs = "a sentence with the number and money of projects, and an annex or forms with their amounts"
    tolerance = "half a printed step for each term"
    grade = CONTRADICTION
    message_zh = "文字称项目{what}资金 {found}，{how} {expected}"
    message_en = "the text puts the {what} money of projects at {found}, {how} {expected}"

    def examine(self, case: Case) -> Examination:
        judged: list[Finding | None] = []
        projects = leaves(case)
        for passage in case.passages:
            for match in _COUNTED.finditer(passage.text):
                if projects and int(match[1]) == len(projects):
                    judged.append(not_their_sum(projects, passage, match))
            fiscal = _FISCAL.search(passage.text)
            own = [fact for fact in fiscal_projects(case) if fact.amount] if fiscal else []
            if fiscal and own:
                judged.append(of_other_funds_too(own, case, passage, fiscal))
        return Examination(tuple(finding for finding in judged if finding is not None), len(judged))


def not_their_sum(projects: Sequence[Fact], passage: Passage, told: re.Match[str]) -> Finding | None:
    """A finding where the money of so many projects is told as another sum than theirs."""
    value, step = amount_of(told[2], told[3])
    summed = sum((fact.amount for fact in projects), Decimal(0))
    if abs(summed - value) <= sum((fact.quantum for fact in projects), step) / 2:
        return None
    expected, found = say_alike((summed, projects[0].quantum), (value, step))
    places = (passage.place_at(told.start()), *(fact.where for fact in projects))
    return Finding(
        expected,
        found,
        places,
        {"what": "", "how": f"附表所列 {told[1]} 个项目合计"},
        {"what": "", "how": f"the {told[1]} of the annex add up to"},
    )


def of_other_funds_too(own: Sequence[Fact], case: Case, passage: Passage, told: re.Match[str]) -> Finding | None:
    """A finding where the project total of all funds is told as fiscal money; `own` are those of the fiscal forms."""
    value, step = amount_of(told[1], told[2])
    every = of_all_funds(value, step, case)
    summed = sum((fact.amount for fact in own), Decimal(0))
    if every is None or summed >= every.amount - step:
        return None
    return Finding(
        say(summed, own[0].quantum),
        say_fact(every),
        (passage.place_at(told.start(1)), every.where, *(fact.where for fact in own)),
        {"what": "涉及财政性", "how": "这是全部资金的项目支出；财政拨款的项目支出为"},
        {"what": "fiscal", "how": "which is that of all funds; fiscal project expenditure is"},
    )


def leaves(case: Case) -> list[Fact]:
    """The projects of the annex, without groups that sum others."""
    rows = [
        fact
        for fact in case.own_year
        if fact.statement == "performance_data"
        and kind_of(fact.item) == "project"
        and fact.phase == case.disclosure.phase
    ]
    total = [f for f in case.own_year if f.statement == "performance_data" and f.item == "use:project"]
    whole = next((f.amount for f in total if f.phase == case.disclosure.phase), None)
    return rows if whole is not None and sum(f.amount for f in rows) == whole else []


def of_all_funds(value: Decimal, step: Decimal, case: Case) -> Fact | None:
    """The project total of the expenditure form, where the sentence repeats it."""
    found = case.quantities.get((PROJECT, case.disclosure.phase), [])
    same = [f for f in found if f.statement == "expenditure" and abs(f.amount - value) <= (step + f.quantum) / 2]
    fiscal = [f for f in fiscal_projects(case) if abs(f.amount - value) <= (step + f.quantum) / 2]
    return same[0] if same and not fiscal else None


def fiscal_projects(case: Case) -> list[Fact]:
    """The project total of each fiscal fund's form."""
    found: dict[str, Fact] = {}
    for fact in case.quantities.get((PROJECT, case.disclosure.phase), []):
        if fact.statement in FUNDS:
            found.setdefault(fact.statement, fact)
    return list(found.values())
