"""Lists of purchases: goods of one project are lines below the codes that they share, goods of a unit below it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from msgspec.structs import replace

from difftool.forms.columns import CODE, NAME, PROJECT, Column
from difftool.forms.labels import name_of
from difftool.forms.rows import Row
from difftool.forms.units import without_level
from difftool.model.fact import Fact, Key
from difftool.model.item import kind_of, name_in, stands_within
from difftool.model.money import read_money
from difftool.model.place import printed_row
from difftool.pattern import lazy_pattern

_KIND = lazy_pattern(r"line:(?:货物|工程|服务)类?")


class SharedNames:
    """Fills in, row by row, the names that a list without codes prints once for several rows, over all its pages.

    江苏 prints a project beside the first of its economic lines only: 租赁费 of two projects is not one line.
    """

    def __init__(self) -> None:
        self._above: dict[int, Row] = {}  # for each column, the last row with a name in it that none further left ended

    def filled(self, row: Row, columns: Sequence[Column]) -> Row:
        """The row with the names left of its first one that the row above has with a name in the same column."""
        names = [column.index for column in columns if column.role == NAME]
        first = next((index for index in names if row.text(index)), None)
        if first is None or any(column.role == CODE for column in columns):
            return row
        if first in self._above:
            left = {index: self._above[first].cells[index] for index in names if index < first}
            row = replace(row, cells=tuple(left.get(index, cell) for index, cell in enumerate(row.cells)))
            first = next(index for index in names if row.text(index))
        self._above = {index: above for index, above in self._above.items() if index < first}
        self._above |= {index: row for index in names if row.text(index)}
        return row


def goods_of(row: Row, segment: list[Column]) -> str:
    """What a row of a list of purchases is about below its codes: a unit, or goods from the project to the make.

    "unit:甲市档案馆", "line:日常公用经费·复印纸·A4".
    """
    texts = [(column, name_of(row.text(column.index)).replace("/", "／")) for column in segment]
    names = [
        text
        for column, text in texts
        if text and (column.role in (NAME, PROJECT) or (column.path and column.path[-1].startswith("规格")))
    ]
    named = "·".join(dict.fromkeys(name for name in names if read_money(name, "元") is None))
    of_unit = any(column.role == "unit_code" and len(text) > 3 and text.isdigit() for column, text in texts)
    return f"{'unit' if of_unit else 'line'}:{named}" if named else ""


def by_goods(facts: list[Fact], goods: list[str]) -> list[Fact]:
    """Lines of one code under what they buy, in a list that names several goods under one functional and economic code.

    西安 prints "201 03 01 … 302 01" for paper and for toner: the codes alone would be one line with two amounts.
    """
    amounts: dict[Key, set[Decimal]] = {}
    for fact in facts:
        if "/econ:" in fact.item:
            amounts.setdefault(fact.key, set()).add(fact.amount)
    if all(len(different) == 1 for different in amounts.values()):
        return facts
    placed = [
        replace(fact, item=f"{fact.item}/{below}")
        if below and ("/econ:" in fact.item or (kind_of(fact.item) == "func" and kind_of(below) == "unit"))
        else fact
        for fact, below in zip(facts, goods, strict=True)
    ]
    return [of_department(fact, placed[index + 1 :]) for index, fact in enumerate(placed)]


def of_department(fact: Fact, below: list[Fact]) -> Fact:
    """A row of the department itself above units with lines of several codes, as the department's.

    西安 2022 prints in it the code of the first line below, which is not the code of the whole sum.
    """
    if stands_within(fact.item) or kind_of(fact.item) != "func":
        return fact
    units = [
        other
        for other in takewhile(lambda other: stands_within(other.item), below)
        if "/unit:" in other.item and (other.measure, other.year, other.phase) == (fact.measure, fact.year, fact.phase)
    ]
    several = len({other.item.partition("/")[0] for other in units}) > 1
    whole = several and sum(other.amount for other in units) == fact.amount
    return replace(fact, item=f"unit:{fact.name}") if whole else fact


def under_kinds(facts: Sequence[Fact], units: frozenset[str]) -> tuple[Fact, ...]:
    """The facts of one form in order; in a list of goods, works and services, what each unit buys of them is its own.

    江苏 prints 货物 with its sum, a unit with its own, and what that buys: two units' 复印纸 are not one line.
    """
    kind = unit = ""
    placed: list[Fact] = []
    for fact in facts:
        kind_of_line, name = kind_of(fact.item), name_in(fact.item)
        if _KIND.fullmatch(fact.item):
            kind, unit = fact.item, ""
        elif fact.item == "total":
            kind = unit = ""
        elif kind and kind_of_line in ("line", "unit") and without_level(name) in units:
            unit = f"{kind}/unit:{name}"
            fact = replace(fact, item=unit)
        elif unit:
            fact = replace(fact, item=f"{unit}/{fact.item}")
        placed.append(fact)
    return tuple(placed)


def depth_of(row: Row, segment: list[Column]) -> int:
    """How far right a row's first text stands, amounts left out: goods stand right of the project that buys them."""
    columns = (column.index for column in segment)
    return next((at for at in columns if (text := row.text(at)) and read_money(text, "元") is None), -1)


def below_projects(facts: list[Fact], depths: list[int]) -> list[Fact]:
    """Goods of one name under the row above that buys them, in a list that prints a project and then what it buys.

    江苏 prints 会议服务 below each of three conferences: the name alone would be one line with three amounts. `depths`
    has for each fact how far right its row begins; a row that begins left of it and has no less money is above it.
    Where units buy goods, works and services, `under_kinds` places them.
    """
    if any(_KIND.fullmatch(fact.item) for fact in facts):
        return facts
    above: list[tuple[int, Fact]] = []  # the first amount of each row that the next may stand below
    buyers: list[str] = []
    for fact, depth in zip(facts, depths, strict=True):
        if above and printed_row(above[-1][1].where) == printed_row(fact.where):
            buyers.append(buyers[-1])
            continue
        while above and above[-1][0] >= depth:
            above.pop()
        last = above[-1][1] if above else None
        held = last is not None and kind_of(last.item) == "line" and last.amount >= fact.amount
        buyers.append(last.item if last is not None and held and kind_of(fact.item) == "line" else "")
        above.append((depth, fact))
    several: dict[str, set[str]] = {}
    for fact, buyer in zip(facts, buyers, strict=True):
        several.setdefault(fact.item, set()).add(buyer)
    shared = {depth for fact, depth in zip(facts, depths, strict=True) if len(several[fact.item] - {""}) > 1}
    return [
        replace(fact, item=f"{buyer}/{name_in(fact.item)}") if buyer and depth in shared else fact
        for fact, buyer, depth in zip(facts, buyers, depths, strict=True)
    ]
