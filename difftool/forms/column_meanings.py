"""What the amounts of each column measure: by its own headings, less those that it shares with all."""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from difftool.forms.column_roles import LABEL_ROLES
from difftool.forms.columns import (
    AMOUNT,
    DIFFERENCE,
    Column,
    Meaning,
    as_change,
    economic_of,
    is_neutral,
    is_share,
    label_role,
    measure_word,
    measure_words,
    period,
    read_meaning,
)
from difftool.forms.form import Form
from difftool.forms.labels import plain

# The fund or part that a statement is about: a column of that name is its total.
OWN_FUND = {
    "general_public": "general_public",
    "general_public_basic": "basic",
    "government_fund": "government_fund",
    "state_capital": "state_capital",
}


def with_meanings(columns: list[Column], form: Form) -> tuple[Column, ...]:
    """Each amount column's meaning by its headings, less those that say nothing of this column alone.

    A heading that stands over the segment's labels too (收入 over 项目 and 金额), or over every amount of the form
    (一般公共预算基本支出 over 小计, 人员经费 and 公用经费), repeats what the form is about.
    """
    amounts = [column for column in columns if column.role == AMOUNT]
    shared = (
        set(amounts[0].path[:-1]).intersection(*(column.path[:-1] for column in amounts)) if len(amounts) > 1 else set()
    )
    finished = []
    for column in columns:
        if column.role == DIFFERENCE and not is_share(column.path):
            own = tuple(name for name in column.path if label_role(plain(name)) != DIFFERENCE)
            finished.append(replace(column, meaning=as_change(read_meaning(own, year=form.year))))
            continue
        if column.role != AMOUNT:
            finished.append(column)
            continue
        over_labels = {
            name
            for other in columns
            if other.segment == column.segment and other.role in LABEL_ROLES
            for name in other.path[:-1]
        }
        own = tuple(name for name in column.path if name not in over_labels and name not in shared)
        meaning = read_meaning(own, year=form.year)
        if meaning.measure == OWN_FUND.get(form.statement):
            meaning = replace(meaning, measure="total")
        year, phase = period("".join(column.path), form.year)
        finished.append(replace(column, meaning=replace(meaning, year=year, phase=phase)))
    return tuple(told_apart(with_economic_lines(with_a_total(finished, form), form)))


def with_economic_lines(columns: list[Column], form: Form) -> list[Column]:
    """The columns of a form whose functional lines go down and whose economic lines go across, as in 湖南 and 四川.

    A heading like 其他支出 alone makes no such form: it takes two, of which one can be nothing else; under one of them
    nothing may be printed. Lines below 基本支出 or 项目支出 measure that part, as in 河南 and 江西.
    """
    headings = "".join(name for column in columns for name in column.path)
    government = "政府预算" in form.title or bool(re.search(r"机关工资福利|对事业单位(?:经常|资本)性补助", headings))
    found = {
        column.index: code
        for column in columns
        if column.role not in LABEL_ROLES and (code := economic_of(column.path, government=government))
    }
    if len(set(found.values()) - {"399", "599"}) < 2:
        return columns
    paths = [set(column.path) for column in columns if column.role == AMOUNT]
    over_all = set.intersection(*paths) if paths else set()
    return [
        replace(
            column, economic=code, meaning=replace(column.meaning, measure=part_measured(column.path, over_all, form))
        )
        if column.role == AMOUNT and (code := found.get(column.index)) and column.meaning
        else column
        for column in columns
    ]


def part_measured(path: tuple[str, ...], over_all: set[str], form: Form) -> str:
    """What the amounts of an economic line across measure: 基本支出 or 项目支出 where one stands over it, else all."""
    words = {measure_word(plain(name)) for name in path[:-1] if name not in over_all}
    part = next((word for word in ("basic", "project") if word in words), "total")
    return "total" if part == OWN_FUND.get(form.statement) else part


def told_apart(columns: list[Column]) -> list[Column]:
    """Columns that would mean the same by their lowest headings, named by those above too: 财政拨款 over 基本支出.

    What then still is alike keeps its own heading: 其他运转类 and 特定目标类 below 项目支出 are parts of it.
    """
    counted = Counter(sameness(column) for column in columns if column.meaning)
    by_words = [
        replace(column, meaning=replace(column.meaning, measure=words))
        if column.meaning and counted[sameness(column)] > 1 and (words := measure_words(column.path))
        else column
        for column in columns
    ]
    alike: dict[tuple[int, Meaning | None, str], list[str]] = {}
    for column in by_words:
        if column.meaning:
            alike.setdefault(sameness(column), []).append(own_heading(column))
    return [
        replace(column, meaning=replace(column.meaning, measure=f"{column.meaning.measure}.{heading}"))
        if column.meaning
        and alike[sameness(column)].count(heading := own_heading(column)) < len(alike[sameness(column)])
        and heading
        else column
        for column in by_words
    ]


def own_heading(column: Column) -> str:
    """The lowest heading of a column where it is more than a sum or a period."""
    lowest = plain(column.path[-1]) if column.path else ""
    return "" if is_neutral(lowest) else lowest


def sameness(column: Column) -> tuple[int, Meaning | None, str]:
    """What two columns of one form share where their amounts would be taken for the same."""
    return column.segment, column.meaning, column.economic


def with_a_total(columns: list[Column], form: Form) -> list[Column]:
    """A final account's 收入决算表 has 本年收入合计 as its only total."""
    measures = {column.meaning.measure for column in columns if column.meaning}
    if form.statement != "income" or "total" in measures:
        return columns
    return [
        replace(column, meaning=replace(column.meaning, measure="total"))
        if column.meaning and column.meaning.measure == "income"
        else column
        for column in columns
    ]
