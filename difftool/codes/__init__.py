"""The official classifications (政府收支分类科目): codes, names, the years of each, and what changed between years.

The data are CSV files in this package, read once when first asked for.
"""

from __future__ import annotations

from functools import cache, lru_cache

from difftool.codes.categories import category_of
from difftool.codes.changes import CodeChange, crosswalk
from difftool.codes.classification import Classification, load, only_below

__all__ = [
    "CodeChange",
    "crosswalk",
    "economic_by_name",
    "economic_category_like",
    "economic_name",
    "functional_by_name",
    "functional_candidates",
    "functional_name",
    "is_economic",
    "is_functional",
    "top_category",
]

_NEAR = 0.85  # below, other 类 come as near: 对企业补助 and 对企业资本性支出
DEPARTMENT, GOVERNMENT = "department", "government"
# Later than every year of the data: only names that are still in force are near it.
TODAY = 9999
_REMEMBERED = 1 << 12  # names: a form and the sentences about it ask for the same ones


@cache
def functional() -> Classification:
    return load("functional.csv")


@cache
def economic(scheme: str) -> Classification:
    return load(f"economic_{scheme}.csv")


def functional_name(code: str, year: int | None = None) -> str | None:
    """The official name of a functional code (类 3, 款 5, 项 7 digits), None for a code that is not known.

    With a year, the name in force then, or the one nearest in time; without, the latest.
    """
    return functional().name(code, year)


def economic_name(code: str, year: int | None = None) -> str | None:
    """The official name of an economic code: 301… of departments, 501… of governments; None where unknown."""
    return economic(_scheme(code)).name(code, year)


@lru_cache(_REMEMBERED)
def functional_by_name(name: str, year: int | None = None, parent: str | None = None) -> str | None:
    """The functional code that bears this name under `parent` (a 类 or 款 code), None where several do or none does.

    White space, brackets and a missing or added 支出 make no difference. Of several codes below the parent, the one
    that stands alone at the nearest level is meant. Without a year, lines in force today come first.
    """
    return only_below(functional().find(name, year or TODAY), parent)


@lru_cache(_REMEMBERED)
def functional_candidates(name: str, year: int | None = None) -> tuple[str, ...]:
    """Every functional code that bears this name, sorted; 行政运行 has dozens."""
    return functional().find(name, year)


@lru_cache(_REMEMBERED)
def economic_by_name(
    name: str, parent: str | None = None, scheme: str | None = None, year: int | None = None
) -> str | None:
    """The economic code that bears this name, None where several do or none does.

    `scheme` is "department" (301…) or "government" (501…); without it and without a parent, departments are meant.
    A name of a 类 and of a 款 in it (其他支出, 399 and 39999) is the 类 where no parent says otherwise. Without a year,
    lines in force today come first: 住房公积金 was 30311 until 2017.
    """
    if scheme is None:
        scheme = DEPARTMENT if parent is None else _scheme(parent)
    return only_below(economic(scheme).find(name, year or TODAY), parent or "")


@lru_cache(_REMEMBERED)
def economic_category_like(name: str, scheme: str) -> str | None:
    """The economic 类 whose name a misprint is nearest to (债务付息及费用支出 for 307), None where none is near."""
    from difflib import SequenceMatcher

    best = max(
        (
            (SequenceMatcher(None, line.name, name, autojunk=False).ratio(), line.code)
            for line in economic(scheme).lines
            if len(line.code) == 3
        ),
        default=(0.0, ""),
    )
    return best[1] if best[0] >= _NEAR else None


def is_functional(code: str) -> bool:
    """Whether the code is known in the functional classification of any year."""
    return code in functional().by_code


def is_economic(code: str) -> bool:
    """Whether the code is known in the economic classification of departments or of governments, in any year."""
    return code in economic(_scheme(code)).by_code


@lru_cache(_REMEMBERED)
def top_category(name: str) -> str | None:
    """The 类 that a summary form names: "一、一般公共服务支出" is 201, with or without 支出, of whatever year."""
    return category_of(name, functional())


def _scheme(code: str) -> str:
    return GOVERNMENT if code.startswith("5") else DEPARTMENT
