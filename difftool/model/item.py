"""Items, the ids of lines: "func:2010450" has a kind and a code, "unit:甲/econ:301" is a line within another."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, cast

Kind = Literal["func", "econ", "source", "use", "public", "project", "unit", "line", "total", ""]
CLASSIFIED: tuple[Kind, ...] = ("func", "econ")
"""The kinds of lines that a classification has codes for."""
NAMED: tuple[Kind, ...] = ("project", "unit", "line")
"""The kinds of lines that only their printed name tells apart."""

REMEMBERED = 1 << 12  # items: the same ones are asked for in every column and sum


@lru_cache(REMEMBERED)
def kind_of(item: str) -> Kind:
    """The kind of a line, of the outer one where it stands within another; "total" and "" are items and kinds."""
    return cast(Kind, item.partition(":")[0])


def name_in(item: str) -> str:
    """The code, id or name that follows the kind: 2010450, carryover_in, 甲/econ:301; "" for a total."""
    return item.partition(":")[2]


def stands_within(item: str) -> bool:
    """Whether a line stands within another: an economic line of a functional one, a project of a unit."""
    return "/" in item


def split_last(item: str) -> tuple[str, str]:
    """The line that an item stands within, "" where within none, and the innermost line itself."""
    outer, _, own = item.rpartition("/")
    return outer, own


def is_category(item: str) -> bool:
    """Whether a line is a 类 of the functional classification."""
    return kind_of(item) == "func" and len(item) == len("func:201")


@lru_cache(REMEMBERED)
def line_above(item: str) -> str | None:
    """The item one level up, "total" above a 类; None for what stands in no tree of codes.

    func:2010450 → func:20104, econ:301 → total, func:2010450/econ:30101 → func:2010450/econ:301 → func:2010450.
    """
    outer, own = split_last(item)
    code = name_in(own)
    if kind_of(own) not in CLASSIFIED or not code.isdigit():
        return None
    if len(code) > len("201"):
        return item[:-2]
    return outer or "total"
