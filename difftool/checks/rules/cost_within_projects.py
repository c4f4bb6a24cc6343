"""委托业务费 from the appropriation that neither the basic form nor all projects together could hold."""

from __future__ import annotations

from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.figures import say
from difftool.checks.quantities import PROJECT
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.sentences import AMOUNT, amount_of
from difftool.model.comparison import CONTRADICTION
from difftool.model.disclosure import BUDGET
from difftool.model.funds import FUNDS
from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern

_TOLD = lazy_pattern(
    r"(委托业务费|会议费|培训费|劳务费)(?:一般公共预算|财政)(?:拨款)?(?:预算|支出)?(?:安排)?(?:为|共)?" + AMOUNT
)
_CODES = {"委托业务费": "30227", "会议费": "30215", "培训费": "30216", "劳务费": "30226"}


class CostWithinProjects(Rule):
    code = "cost-within-projects"
    family = "form against sentence"
    title = "A cost paid from the appropriation fits into it"
    title_zh = "财政拨款安排的费用"
    why = "What 基本支出 does not print for an economic line must be within the project expenditure of the same money."
    why_zh = "一个经济科目的支出，基本支出表中没有的部分，应在同一资金的项目支出之内。"
    needs = (
        "a sentence on such a cost from fiscal money, a basic-expenditure form by economic lines, and project totals"
    )
    tolerance = "half a printed step for each term"
    grade = CONTRADICTION
    message_zh = (
        "文字称财政拨款安排{line} {found}，基本支出表该科目 {basic}、财政拨款项目支出全部 {project}，至多 {expected}"
    )
    message_en = (
        "the text gives {line} of {found} from the appropriation, which has {basic} in its basic form"
        " and {project} of projects in all: {expected} at most"
    )

    def examine(self, case: Case) -> Examination:
        own = [f for f in case.own_year if f.phase == case.disclosure.phase]
        lines = {f.item: f for f in own if f.statement == "general_public_basic" and f.measure == "total"}
        projects = {
            f.statement: f for f in case.quantities.get((PROJECT, case.disclosure.phase), ()) if f.statement in FUNDS
        }
        if (
            case.disclosure.stage != BUDGET
            or "general_public" not in projects
            or not any(kind_of(i) == "econ" for i in lines)
        ):
            return Examination()
        judged = 0
        findings = []
        for passage in case.passages:
            for match in _TOLD.finditer(passage.text):
                judged += 1
                value, step = amount_of(match[2], match[3])
                fine = min(step, *(f.quantum for f in projects.values()))
                basic = lines.get(f"econ:{_CODES[match[1]]}")
                inside = basic.amount if basic is not None else Decimal(0)
                outside = sum((f.amount for f in projects.values()), Decimal(0))
                if value > inside + outside + step * len(projects):
                    details = {"line": match[1], "basic": say(inside, fine), "project": say(outside, fine)}
                    places = [passage.place_at(match.start()), *(f.where for f in projects.values())]
                    if basic is not None:
                        places.append(basic.where)
                    findings.append(Finding(say(inside + outside, fine), say(value, step), tuple(places), details))
        return Examination(tuple(findings), judged)
