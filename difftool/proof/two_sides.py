"""The sides of 收支总表 and 财政拨款收支总表: a year's total as the sum of its lines, where it holds."""

from __future__ import annotations

from collections.abc import Iterator

from difftool.model.fact import Fact
from difftool.model.funds import FUNDS
from difftool.model.item import CLASSIFIED, kind_of, line_above
from difftool.proof.identity import COLUMNS, TREE, Identity
from difftool.proof.ledger import TWO_SIDED, Ledger
from difftool.proof.sources import CARRIED

_TOTALS = ("year_total", "total")
_KINDS = ("basic", "project", "operating", "affiliated", "superior", "fiscal")


def sides(ledger: Ledger) -> list[Identity]:
    """The sums of both sides that hold, and the columns of 财政拨款收支总表 along each line.

    Which lines are printed beside a total and which are parts of other lines differs between provinces.
    """
    found = []
    for (statement, *_), lines in ledger.columns().items():
        if statement in TWO_SIDED:
            found += [*side_sums(lines, "source"), *side_sums(lines, "use")]
    for (statement, _, _), rows in ledger.lines().items():
        for row in rows.values() if statement == "appropriation" else ():
            parts = tuple(row[fund] for fund in FUNDS if fund in row)
            if "total" in row and parts:
                found.append(Identity(COLUMNS, row["total"], parts))
    return [identity for identity in found if identity.holds]


def side_sums(lines: dict[str, Fact], side: str) -> Iterator[Identity]:
    """The totals of one side, each in the first way that holds."""
    carried = tuple(lines[f"{side}:{item}"] for item in CARRIED[side] if f"{side}:{item}" in lines)
    ways = sources(lines) if side == "source" else uses(lines)
    for name in _TOTALS:
        whole = lines.get(f"{side}:{name}")
        if whole is not None:
            sums = (Identity(TREE, whole, parts) for way in ways for parts in (way, (*way, *carried)))
            yield from [each for each in sums if each.parts and each.holds][:1]


def sources(lines: dict[str, Fact]) -> list[tuple[Fact, ...]]:
    """What income may be the sum of: all sources, without the funds that 财政拨款 holds, or without 财政拨款."""
    left_out = {f"source:{item}" for item in (*_TOTALS, *CARRIED["source"])}
    printed = [item for item in lines if kind_of(item) == "source" and "." not in item and item not in left_out]
    funds = {f"source:{fund}" for fund in FUNDS}
    return [
        tuple(lines[item] for item in printed if item not in without) for without in (set(), funds, {"source:fiscal"})
    ]


def uses(lines: dict[str, Fact]) -> list[tuple[Fact, ...]]:
    """What expenditure may be the sum of: functional 类, economic 类, or kinds of expenditure."""
    tops = [item for item in lines if line_above(item) == "total"]
    kinds = [f"use:{kind}" for kind in _KINDS if f"use:{kind}" in lines]
    by_scheme = [[item for item in tops if kind_of(item) == scheme] for scheme in CLASSIFIED]
    return [tuple(lines[item] for item in items) for items in (*by_scheme, kinds)]
