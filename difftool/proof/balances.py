"""Both sides of 收支总表 and 财政拨款收支总表: what came in was spent or is left."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model.fact import Fact
from difftool.model.item import kind_of
from difftool.proof.identity import BALANCE, TREE, Identity
from difftool.proof.ledger import TWO_SIDED, Ledger
from difftool.proof.sources import CARRIED


def balances(ledger: Ledger) -> list[Identity]:
    """Both sides of a form: income equals spending, and each total is its year's total with what was carried over."""
    found = []
    for (statement, *_), lines in ledger.columns().items():
        if statement not in TWO_SIDED:
            continue
        income, spending = lines.get("source:total"), lines.get("use:total")
        if income is not None and spending is not None:
            found.append(Identity(BALANCE, spending, (income,)))
        for side, carried in CARRIED.items():
            found += total_of(lines, side, carried)
        found += only_source(lines)
    return found


def only_source(lines: dict[str, Fact]) -> list[Identity]:
    """A year's income that is printed from one source alone is that source; nothing where a line has no known meaning.

    Of several sources some may be parts of others ("其中"), which provinces print differently.
    """
    year_total = lines.get("source:year_total")
    known = ("source:year_total", "source:total", *(f"source:{item}" for item in CARRIED["source"]))
    sources = [fact for item, fact in lines.items() if kind_of(item) == "source" and item not in known and fact.amount]
    if year_total is None or len(sources) != 1 or any(kind_of(item) == "line" for item in lines):
        return []
    return [Identity(TREE, year_total, (sources[0],))]


def total_of(lines: dict[str, Fact], side: str, carried: Sequence[str]) -> list[Identity]:
    """总计 = 本年合计 + 结转; nothing where a part of a carry-over is printed without the whole, or an unnamed line.

    烟台 prints 上级补助 and 附属单位上缴 below 本年收入合计, most others above it: whichever holds is meant.
    """
    total, year_total = lines.get(f"{side}:total"), lines.get(f"{side}:year_total")
    if total is None or year_total is None:
        return []
    parts = [lines[f"{side}:{item}"] for item in carried if f"{side}:{item}" in lines]
    if any(kind_of(item) == "line" or item.count(".") for item in lines) and not parts:
        return []
    below = [lines[f"{side}:{item}"] for item in ("superior", "affiliated") if f"{side}:{item}" in lines]
    ways = [Identity(BALANCE, total, (year_total, *parts, *more)) for more in ((), below)]
    return [min(ways, key=lambda way: abs(way.gap))]
