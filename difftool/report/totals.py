"""The figures that stand for the whole: total expenditure and what people ask for beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from difftool.model.comparison import Pair
from difftool.model.fact import ADJUSTED, NARRATIVE
from difftool.model.item import kind_of, stands_within
from difftool.report.amounts import quanta
from difftool.report.context import Context
from difftool.report.language import say
from difftool.report.line_tree import lines_of

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
_TREES = ("expenditure", "general_public", NARRATIVE)


class Total(Struct, frozen=True):
    """A figure of the whole on both sides, in yuan, printed to `steps`; `pair` prints it, None where it is our sum."""

    label: str
    pair: Pair | None
    old: Decimal
    new: Decimal
    steps: tuple[Decimal, ...]

    @property
    def delta(self) -> Decimal:
        return self.new - self.old


def expenditure_total(context: Context) -> Total | None:
    """The widest total of expenditure that both documents print, else the sum of the lines that sentences tell."""
    return _first(context, "支出", _EXPENDITURE) or _told(context)


def key_totals(context: Context) -> tuple[Total, ...]:
    """Up to six totals that both documents print; one printed figure is told once."""
    found: list[Total] = []
    for label, choices in _KEY_FIGURES:
        total = _first(context, label, choices)
        if total is not None and all(total.pair is not known.pair for known in found):
            found.append(total)
    if not any(total.label == say("支出") for total in found) and (told := _told(context)):
        found.insert(0, told)
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
    total = _first(context, "支出", choices)
    return _told(context) if total is None and statement == NARRATIVE else total


def _told(context: Context) -> Total | None:
    """What a sentence tells of all fiscal expenditure, else the sum of its lines.

    "财政拨款支出年初预算数为580.13万元，支出决算数为519.63万元" is the one total that a final account compares with
    its budget; the lines, each rounded, add up to 580.14.
    """
    pair = _two_sided(context.comparison.pairs).get((NARRATIVE, "source:fiscal", "total"))
    if pair is None or pair.old is None or not pair.old.name.endswith("支出"):
        return _sum_of_told_lines(context)
    return _first(context, "财政拨款支出", [(pair.statement, pair.item, pair.measure)])


def _sum_of_told_lines(context: Context) -> Total | None:
    """The lowest functional lines of which sentences tell both amounts, added up."""
    pairs = [pair for pair in own_pairs(context, NARRATIVE) if _is_function(pair) and pair.measure == "total"]
    lines = lines_of(NARRATIVE, pairs, context.order)
    lowest = [line.lead for line in lines if line.leaf and line.lead is not None]
    olds = [pair.old for pair in lowest if pair.old is not None]
    news = [pair.new for pair in lowest if pair.new is not None]
    if not olds or not news:
        return None
    old, new = (sum((fact.amount for fact in facts), Decimal(0)) for facts in (olds, news))
    return Total(say("各科目支出合计"), None, old, new, quanta(*olds, *news))


def _is_function(pair: Pair) -> bool:
    return kind_of(pair.item) == "func" and not stands_within(pair.item)


def _first(context: Context, label: str, choices: Sequence[Choice]) -> Total | None:
    """The first of the choices; a 三公 form that prints only the adjusted budget gives way to an approved one."""
    by_key = _two_sided(context.comparison.pairs)
    found = [by_key[choice] for choice in choices if choice in by_key]
    for pair in sorted(found, key=lambda pair: pair.old is not None and pair.old.phase == ADJUSTED):
        if pair.old is not None and pair.new is not None:
            return Total(say(label), pair, pair.old.amount, pair.new.amount, quanta(pair.old, pair.new))
    return None


def _two_sided(pairs: Iterable[Pair]) -> dict[Choice, Pair]:
    found: dict[Choice, Pair] = {}
    for pair in pairs:
        if pair.role == "own" and pair.old is not None and pair.new is not None:
            found.setdefault((pair.statement, pair.item, pair.measure), pair)
    return found
