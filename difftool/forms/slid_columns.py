"""Amounts that slid to the column beside theirs, put right by what the other forms print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec.structs import replace

from difftool.model.fact import Fact
from difftool.model.form_problems import SlidColumn
from difftool.model.problem import Problem

_OTHER = {"basic": "project", "project": "basic"}


def settle_columns(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], list[Problem]]:
    """Amounts of 整体支出绩效目标表 that slid between 基本支出 and 项目支出, put right by the other forms, and told."""
    totals = totals_of_parts(facts)
    settled: list[Fact] = []
    problems: list[Problem] = []
    for fact in facts:
        if fact.statement == "overall_performance" and is_of_other_part(fact, totals):
            meant = _OTHER[fact.measure]
            problems.append(SlidColumn.at(fact.where, line=fact.name, raw=fact.raw, under=fact.measure, meant=meant))
            fact = replace(fact, measure=meant)
        settled.append(fact)
    return tuple(settled), problems


def totals_of_parts(facts: Iterable[Fact]) -> dict[str, set[Decimal]]:
    """The basic and the project total, as the forms of expenditure print them."""
    totals: dict[str, set[Decimal]] = {measure: set() for measure in _OTHER}
    for fact in facts:
        if fact.item == "total" and fact.measure in totals and fact.statement in ("expenditure", "general_public"):
            totals[fact.measure].add(fact.amount)
    return totals


def is_of_other_part(fact: Fact, totals: dict[str, set[Decimal]]) -> bool:
    """Whether an amount printed as project is the basic total, and not the project total, or the other way round."""
    if fact.measure not in totals:
        return False
    return fact.amount in totals[_OTHER[fact.measure]] and fact.amount not in totals[fact.measure]
