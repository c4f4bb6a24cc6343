"""Sums along each line of a form: its total is that of the columns beside it."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model.funds import FUNDS
from difftool.proof.identity import COLUMNS, Identity
from difftool.proof.ledger import Ledger, Lines
from difftool.proof.sources import BEYOND_FUNDS, CARRIED

_PARTS = {
    "expenditure": ("basic", "project", "superior", "operating", "affiliated"),
    "general_public": ("basic", "project"),
    "general_public_basic": ("personnel", "public"),
    "government_fund": ("basic", "project"),
    "state_capital": ("basic", "project"),
}
_FISCAL = (FUNDS, ("fiscal",))
_FEWEST_BEARING_OUT = 4
_CARRIED_IN = "carryover_in"
# Columns that may stand beside the parts without being one of them.
_BESIDE = {"total", "personnel", "public", "procurement", "total_excl_central_capital", "project_excl_capital"}


def columns(ledger: Ledger) -> list[Identity]:
    """total = basic + project (+ …) along each line, where no columns of another kind stand beside them."""
    found = []
    for (statement, _, _), rows in ledger.lines().items():
        if statement == "income":
            found += income_columns(rows)
        if statement == "appropriation":
            found += fund_columns(rows)
        parts = _PARTS.get(statement, ())
        printed = {measure for row in rows.values() for measure in row}
        if not parts or printed - {*_BESIDE, *parts}:
            continue
        if "basic" in parts and "basic" not in printed:
            parts = ("personnel", "public", *parts)
        sums = sums_along(rows, parts)
        if parts[:2] == ("basic", "project"):
            # 北京 prints 事业单位经营支出 as a part of the columns before it ("其中"), not beside them.
            sums = min(sums, sums_along(rows, parts[:2]), key=broken)
        found += sums
        if "basic" in parts:
            found += sums_along(rows, ("personnel", "public"), whole="basic", all_of_them=True)
    return found


def income_columns(rows: Lines) -> list[Identity]:
    """The sums of the sources along each line: of all, of 本年收入 beside 上年结转, and of the parts of the latter.

    Heads differ too much to tell 其中 columns from others: a fund beside 财政拨款, a carry-over beside 本年收入.
    """
    year = [(*first, *BEYOND_FUNDS) for first in _FISCAL]
    carried_over = tuple(
        sorted({measure for row in rows.values() for measure in row if stands_in(measure, _CARRIED_IN)})
    )
    return [
        *borne_out([sums_along(rows, (*way, *rest)) for way in year for rest in ((), CARRIED["source"])]),
        *borne_out([sums_along(rows, way, whole="income") for way in year]),
        *borne_out([sums_along(rows, carried_over, whole=_CARRIED_IN)]),
    ]


def stands_in(measure: str, whole: str) -> bool:
    return measure.startswith(f"{whole}.")


def borne_out(ways: Sequence[list[Identity]]) -> list[Identity]:
    """The way of adding up that most lines bear out; nothing where none is."""
    best = min(ways, key=lambda way: 2 * broken(way) - len(way))
    return best if broken(best) <= max(2, len(best) // 20) else []


def fund_columns(rows: Lines) -> list[Identity]:
    """合计 = the funds beside it along each line, where all lines but one bear that out."""
    sums = sums_along(rows, FUNDS)
    return sums if broken(sums) <= 1 and len(sums) >= _FEWEST_BEARING_OUT else []


def broken(sums: list[Identity]) -> int:
    return sum(not identity.holds for identity in sums)


def sums_along(rows: Lines, parts: Sequence[str], *, whole: str = "total", all_of_them: bool = False) -> list[Identity]:
    """For each line that prints the whole, its sum over the printed parts."""
    found = []
    for row in rows.values():
        printed = tuple(row[measure] for measure in parts if measure in row)
        if whole in row and printed and (len(printed) == len(parts) or not all_of_them):
            found.append(Identity(COLUMNS, row[whole], printed))
    return found
