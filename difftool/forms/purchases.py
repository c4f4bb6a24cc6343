"""Lists of purchases: goods of one project are lines below the codes that they share, goods of a unit below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from difftool.forms.columns import CODE, NAME, PROJECT, Column
from difftool.forms.labels import name_of
from difftool.forms.rows import Row
from difftool.forms.units import beside_units, without_level
from difftool.model.fact import Fact, Key
from difftool.model.item import kind_of, name_in, stands_within
from difftool.model.money import read_money
from difftool.model.place import printed_row
from difftool.pattern import lazy_pattern

_KIND = lazy_pattern(r"line:(?:货物|工程|服务)类?")


class Listed(Struct, frozen=True):
    """An amount with what else its row prints: the unit beside it, what is bought, how far right the row begins."""

    fact: Fact
    unit: str = ""
    goods: str = ""
    depth: int = -1


def told_apart_in_list(rows: Sequence[Listed]) -> tuple[Fact, ...]:
    """The facts of a list, those of one name or code told apart by goods, projects and units."""
    rows = below_projects(by_goods(rows))
    return beside_units([row.fact for row in rows], [row.unit for row in rows])


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


def by_goods(rows: Sequence[Listed]) -> Sequence[Listed]:
    """Lines of one code under what they buy, in a list that names several goods under one functional and economic code.

    西安 prints "201 03 01 … 302 01" for paper and for toner: the codes alone would be one line with two amounts.
    """
    amounts: dict[Key, set[Decimal]] = {}
    for row in rows:
        if is_of_both(row.fact.item):
            amounts.setdefault(row.fact.key, set()).add(row.fact.amount)
    if all(len(different) == 1 for different in amounts.values()):
        return rows
    placed = [under_goods(row.fact, row.goods) for row in rows]
    placed = [of_department(fact, placed[index + 1 :]) for index, fact in enumerate(placed)]
    return [replace(row, fact=fact) for row, fact in zip(rows, placed, strict=True)]


def is_of_both(item: str) -> bool:
    """Whether a line is of both classifications."""
    return "/econ:" in item


def under_goods(fact: Fact, goods: str) -> Fact:
    by_unit = kind_of(fact.item) == "func" and kind_of(goods) == "unit"
    return replace(fact, item=f"{fact.item}/{goods}") if goods and (is_of_both(fact.item) or by_unit) else fact


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


def below_projects(rows: Sequence[Listed]) -> Sequence[Listed]:
    """Goods of one name under the row above that buys them, in a list that prints a project and then what it buys.

    江苏 prints 会议服务 below each of three conferences: the name alone would be one line with three amounts.
    Where units buy goods, works and services, `under_kinds` places them.
    """
    if any(_KIND.fullmatch(row.fact.item) for row in rows):
        return rows
    buyers = list(buyers_of(rows))
    several: dict[str, set[str]] = {}
    for row, buyer in zip(rows, buyers, strict=True):
        several.setdefault(row.fact.item, set()).add(buyer)
    shared = {row.depth for row in rows if len(several[row.fact.item] - {""}) > 1}
    return [
        replace(row, fact=replace(row.fact, item=f"{buyer}/{name_in(row.fact.item)}"))
        if buyer and row.depth in shared
        else row
        for row, buyer in zip(rows, buyers, strict=True)
    ]


def buyers_of(rows: Iterable[Listed]) -> Iterator[str]:
    """For each amount the named line above that begins left of it and has no less money, "" where there is none."""
    above: list[Listed] = []  # the first amount of each row that the next may stand below
    buyer = ""
    for row in rows:
        if not above or printed_row(above[-1].fact.where) != printed_row(row.fact.where):
            while above and above[-1].depth >= row.depth:
                above.pop()
            last = above[-1].fact if above else None
            held = last is not None and kind_of(last.item) == "line" and last.amount >= row.fact.amount
            buyer = last.item if last is not None and held and kind_of(row.fact.item) == "line" else ""
            above.append(row)
        yield buyer
