"""The figures that stand for the whole: total expenditure and what people ask for beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from difftool.model.comparison import Pair
from difftool.report.context import Context

Choice = tuple[str, str, str]
"""Statement, item, measure."""

_EXPENDITURE: tuple[Choice, ...] = (
    ("expenditure", "total", "total"),
    ("summary", "use:year_total", "total"),
    ("summary", "use:total", "total"),
    ("general_public", "total", "total"),
    ("appropriation", "use:year_total", "total"),
    ("appropriation", "use:total", "total"),
    ("narrative", "use:year_total", "total"),
    ("narrative", "use:total", "total"),
    ("narrative", "use:fiscal", "total"),
    ("narrative", "use:year_total", "fiscal"),
    ("narrative", "use:year_total", "general_public"),
)
_KEY_FIGURES: tuple[tuple[str, tuple[Choice, ...]], ...] = (
    ("支出", _EXPENDITURE),
    (
        "收入",
        (
            ("income", "total", "total"),
            ("summary", "source:year_total", "total"),
            ("summary", "source:total", "total"),
            ("narrative", "source:year_total", "total"),
            ("narrative", "source:total", "total"),
        ),
    ),
    (
        "一般公共预算支出",
        (
            ("general_public", "total", "total"),
            ("appropriation", "use:year_total", "general_public"),
            ("narrative", "use:year_total", "general_public"),
        ),
    ),
    (
        "基本支出",
        (
            ("expenditure", "total", "basic"),
            ("summary", "use:basic", "total"),
            ("general_public", "total", "basic"),
            ("narrative", "use:basic", "total"),
        ),
    ),
    (
        "项目支出",
        (
            ("expenditure", "total", "project"),
            ("summary", "use:project", "total"),
            ("general_public", "total", "project"),
            ("narrative", "use:project", "total"),
        ),
    ),
    (
        "“三公”经费",
        (
            ("three_public", "public:total", "total"),
            ("three_public", "total", "total"),
            ("narrative", "public:total", "total"),
        ),
    ),
)
_TREES = ("expenditure", "general_public", "narrative")


@dataclass(frozen=True, slots=True)
class Total:
    """A figure of the whole on both sides, in yuan, with the pair that prints it."""

    label: str
    pair: Pair
    old: Decimal
    new: Decimal

    @property
    def delta(self) -> Decimal:
        return self.new - self.old


def expenditure_total(context: Context) -> Total | None:
    """The widest total of expenditure that both documents print."""
    return _first(context, "支出", _EXPENDITURE)


def key_totals(context: Context) -> tuple[Total, ...]:
    """Up to six totals that both documents print; one printed figure is told once."""
    found: list[Total] = []
    for label, choices in _KEY_FIGURES:
        total = _first(context, label, choices)
        if total is not None and all(total.pair is not known.pair for known in found):
            found.append(total)
    return tuple(found)


def main_statement(context: Context) -> str | None:
    """The statement whose functional lines tell the story: the widest that prints lines on both sides."""
    for statement in _TREES:
        if any(_is_function(pair) for pair in own_pairs(context, statement) if pair.old and pair.new):
            return statement
    return None


def own_pairs(context: Context, statement: str) -> list[Pair]:
    return [pair for pair in context.comparison.pairs if pair.statement == statement and pair.role == "own"]


def total_of_statement(context: Context, statement: str) -> Total | None:
    """The total over the lines of one statement."""
    choices = [choice for choice in _EXPENDITURE if choice[0] == statement]
    return _first(context, "支出", choices)


def _is_function(pair: Pair) -> bool:
    return pair.item.startswith("func:") and "/" not in pair.item


def _first(context: Context, label: str, choices: Sequence[Choice]) -> Total | None:
    by_key = _two_sided(context.comparison.pairs)
    for choice in choices:
        pair = by_key.get(choice)
        if pair is not None and pair.old is not None and pair.new is not None:
            return Total(label, pair, pair.old.amount, pair.new.amount)
    return None


def _two_sided(pairs: Iterable[Pair]) -> dict[Choice, Pair]:
    found: dict[Choice, Pair] = {}
    for pair in pairs:
        if pair.role == "own" and pair.old is not None and pair.new is not None:
            found.setdefault((pair.statement, pair.item, pair.measure), pair)
    return found
