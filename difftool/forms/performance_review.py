"""The parts of a reviewed budget, which 整体支出绩效自评表 prints without saying of which phase they are."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from difftool.model.fact import Fact
from difftool.model.form_problems import PhaseNotSure
from difftool.model.problem import Problem


def with_phases(split: list[Fact], facts: list[Fact]) -> tuple[list[Fact], list[Problem]]:
    """The parts by fund and by use ("其中：基本支出：355.85"), each with the phase whose total they add up to.

    They stand under 年度预算申请 and no heading; 株洲 2024 prints those of the outcome. Where they add up to no total
    above, or to the same total of two phases, they keep the form's own phase and a problem says so.
    """
    by_use = [fact for fact in split if fact.measure in ("basic", "project")]
    by_fund = [fact for fact in split if fact not in by_use]
    settled: list[Fact] = []
    problems: list[Problem] = []
    for part in filter(None, (by_fund, by_use)):
        whole = sum((fact.amount for fact in part), Decimal(0))
        phases = {fact.phase for fact in facts if fact.measure == "total" and fact.amount == whole}
        if len(phases) == 1:
            phase = phases.pop()
            settled.extend(replace(fact, phase=phase) for fact in part)
            continue
        settled.extend(part)
        problems.append(PhaseNotSure.at(part[0].where))
    return settled, problems
