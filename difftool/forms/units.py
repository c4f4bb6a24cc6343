"""Rows that name budget units: a department beside its own level, and projects listed under the units that run them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec.structs import replace

from difftool import codes
from difftool.model.fact import Fact
from difftool.model.item import CLASSIFIED, kind_of, name_in
from difftool.model.place import Place, PrintedRow, printed_row
from difftool.pattern import lazy_pattern

OWN_LEVEL = "（本级）"
_OWN_LEVEL = lazy_pattern(r"[(（](?:本级|机关|本部|[一二三]级(?:预算)?(?:部门|单位))[)）]$")


def with_own_levels(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of one form; a unit that is printed twice is first the department, then its own level.

    西安 and 杭州 print 西安市财政局 with the sum of its units and, below, 西安市财政局 as the first of them. The code
    before the name, 116 and 116001, is all that tells the rows apart.
    """
    rows: dict[str, list[PrintedRow]] = {}
    amounts: dict[tuple[str, PrintedRow], dict[tuple[str, int, str], object]] = {}
    for fact in facts:
        if fact.is_unit:
            row = printed_row(fact.where)
            if row not in rows.setdefault(fact.item, []):
                rows[fact.item].append(row)
            amounts.setdefault((fact.item, row), {})[fact.measure, fact.year, fact.phase] = fact.amount
    second = {
        (item, printed[1])
        for item, printed in rows.items()
        if len(printed) == 2
        and any(amounts[item, printed[0]].get(key, value) != value for key, value in amounts[item, printed[1]].items())
    }
    return tuple(
        replace(fact, item=f"{fact.item}{OWN_LEVEL}")
        if kind_of(fact.item) == "unit" and (fact.item, printed_row(fact.where)) in second
        else fact
        for fact in facts
    )


def below_unit_rows(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of one form in order; lines that are printed anew below each of several units are the units' own.

    河南 and 四川 print a department's lines unit by unit, below a row with the unit's code, name and sum.
    """
    if len(set(units_with_lines(facts))) < 2:
        return tuple(facts)
    unit = ""
    placed: list[Fact] = []
    for fact in facts:
        if fact.is_unit:
            unit = name_in(fact.item)
        elif fact.item == "total":
            unit = ""
        lined = unit and kind_of(fact.item) in CLASSIFIED
        placed.append(replace(fact, item=f"unit:{unit}/{fact.item}") if lined else fact)
    return tuple(placed)


def units_with_lines(facts: Sequence[Fact]) -> Iterator[str]:
    """The units whose row stands right above a row of a code."""
    for above, fact in pairwise(facts):
        if above.is_unit and kind_of(fact.item) in CLASSIFIED:
            yield above.item


def units_named(facts: Iterable[Fact], entity: str) -> frozenset[str]:
    """The units that the forms of a document name, with the body itself, without the mark of an own level."""
    named = {name_in(fact.item) for fact in facts if fact.is_unit}
    return frozenset(without_level(name) for name in {*named, entity} if name)


def without_level(name: str) -> str:
    return _OWN_LEVEL.sub("", name)


def beside_units(facts: Sequence[Fact], units: Sequence[str]) -> tuple[Fact, ...]:
    """The facts of one form, its projects under their units where a column beside them names several.

    `units` has the name beside each fact, "" where none is. 杭州 prints 日常保障运行 once for each of its units.
    """
    if len({unit for unit, fact in zip(units, facts, strict=True) if unit and kind_of(fact.item) == "project"}) < 2:
        return tuple(facts)
    return tuple(
        replace(fact, item=f"unit:{unit}/{fact.item}") if unit and kind_of(fact.item) == "project" else fact
        for unit, fact in zip(units, facts, strict=True)
    )


def shared_between_units(facts: Sequence[Fact], units: Sequence[str]) -> tuple[Fact, ...]:
    """The facts of a form of targets, its projects under their units where one project stands beside several.

    `units` has the name beside each fact, "" where none is. 湖州's 项目支出绩效表 prints 医院能力建设 once for each
    hospital: the project's name alone would be one line with as many amounts.
    """
    beside: dict[str, set[str]] = {}
    for unit, fact in zip(units, facts, strict=True):
        beside.setdefault(fact.item, set()).add(unit)
    several = any(len(names - {""}) > 1 for item, names in beside.items() if kind_of(item) == "project")
    return beside_units(facts, units) if several else tuple(facts)


def under_units(facts: Sequence[Fact], units: frozenset[str], headings: Mapping[Place, str]) -> tuple[Fact, ...]:
    """The facts of one form in order; where its projects are listed below several units, each stands under its own.

    广州's 部门预算项目支出表 lists 机构运行辅助经费 once for each unit, in one column with the units' own sums; 西安's
    begins with the department, and prints its own level below it. `headings` has the row without amounts above each.
    """
    above = [headings.get(fact.where, "") for fact in facts]
    facts = beside_units(facts, [name if without_level(name) in units else "" for name in above])
    named = with_own_levels([as_unit(fact, units) for fact in facts])
    return below_their_units(named) if len(units_named(named, "")) > 1 else named


def as_unit(fact: Fact, units: frozenset[str]) -> Fact:
    """A row of a unit that was read as a project, as the unit's."""
    kind, name = kind_of(fact.item), name_in(fact.item)
    return replace(fact, item=f"unit:{name}") if kind in ("project", "unit") and without_level(name) in units else fact


def below_their_units(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of one form in order, each project under the unit above it, as far as the unit's sum reaches."""
    unit = ""
    whole: dict[str, Decimal] = {}
    placed: list[Fact] = []
    for fact in facts:
        if fact.is_unit:
            whole = {**(whole if unit == fact.item else {}), fact.measure: fact.amount}
            unit = fact.item
        elif fact.item == "total":
            unit = ""
        elif kind_of(fact.item) == "project":
            if fact.amount > whole.get(fact.measure, fact.amount) + fact.quantum:
                unit = ""  # the row of a unit that no other form names: what follows is not of the unit above
            elif unit:
                fact = replace(fact, item=f"{unit}/{line_of_project(fact.item)}")
        placed.append(fact)
    return tuple(placed)


def line_of_project(item: str) -> str:
    """The line of what stands where projects do: an economic line where it bears the name of one."""
    code = codes.economic_by_name(item.removeprefix("project:"))
    return f"econ:{code}" if code and len(code) == 3 else item
