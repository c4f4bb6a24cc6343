"""Sums over lines in the order of print, for forms that print lines of several units under the same codes."""

from __future__ import annotations

from collections.abc import Sequence

from difftool.model.fact import Fact
from difftool.model.item import kind_of, line_above


def outline(column: Sequence[Fact]) -> list[tuple[Fact, tuple[Fact, ...]]]:
    """Each line of one column with the lines that are listed right below it as its parts, and the total with the rest.

    `column` is in the order of print. A line is part of the nearest line before it that its code stands under, as long
    as no line between them is of another branch; lines that are part of no other are parts of the total. Functional
    and economic lines are two lists of the same money: 西安 prints 一般公共预算支出 by both, each with its total.
    """
    parts: dict[int, list[Fact]] = {}
    open_lines: list[tuple[int, Fact]] = []
    top: dict[str, list[Fact]] = {}
    total: Fact | None = None
    for index, fact in enumerate(column):
        if fact.item == "total":
            total = total or fact
            continue
        if line_above(fact.item) is None:
            continue
        while open_lines and not is_under(fact.item, open_lines[-1][1].item):
            open_lines.pop()
        if open_lines:
            parts.setdefault(open_lines[-1][0], []).append(fact)
        else:
            top.setdefault(kind_of(fact.item), []).append(fact)
        open_lines.append((index, fact))
    found = [(column[index], tuple(below)) for index, below in parts.items()]
    return found if total is None else [*found, *((total, tuple(lines)) for lines in top.values())]


def is_under(item: str, other: str) -> bool:
    """Whether a code stands anywhere under another: func:2010450 under func:201."""
    above = line_above(item)
    while above is not None and above != other:
        above = line_above(above)
    return above is not None
