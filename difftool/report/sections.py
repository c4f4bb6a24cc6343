"""The forms of a comparison as sections of lines, the ones that people ask for first."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from difftool.model.comparison import Pair
from difftool.model.fact import STATEMENTS
from difftool.report.context import Context, anchor_for
from difftool.report.language import say
from difftool.report.line_tree import Line, lines_of
from difftool.report.rows import RowMaker
from difftool.report.view import Section
from difftool.report.words import role_name, statement_name

_AFTER_MAIN = ("general_public_basic", "three_public", "summary", "income")
_OPEN_ROWS = 400


def sections_of(context: Context, main: str | None, pictured: bool) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The main sections (the functional tree, economic lines, 三公, income) and all others.

    `main` is the statement whose functional tree comes first. A form that only one document prints, and columns of
    other years and phases, come last: they compare nothing. With `pictured`, every changed row shows its print.
    """
    groups: dict[tuple[str, str], list[Pair]] = {}
    for pair in context.comparison.pairs:
        groups.setdefault((pair.statement, pair.role), []).append(pair)
    order = sorted(groups, key=lambda key: _rank(key, groups[key], main))
    first: list[Section] = []
    rest: list[Section] = []
    used: set[str] = set()
    for statement, role in order:
        pairs = groups[statement, role]
        wanted = role == "own" and statement in (main, *_AFTER_MAIN) and _two_sided(pairs)
        section = _section(context, statement, role, pairs, used, wanted, pictured)
        (first if wanted else rest).append(section)
    return tuple(first), tuple(rest)


def _rank(key: tuple[str, str], pairs: Sequence[Pair], main: str | None) -> tuple[bool, bool, int, str]:
    statement, role = key
    preferred = (main, *_AFTER_MAIN)
    if statement in preferred:
        place = preferred.index(statement)
    else:
        known = STATEMENTS.index(statement) if statement in STATEMENTS else len(STATEMENTS)
        place = len(preferred) + known
    return role != "own", not _two_sided(pairs), place, role


def _two_sided(pairs: Sequence[Pair]) -> bool:
    return any(pair.old is not None and pair.new is not None for pair in pairs)


def _section(
    context: Context, statement: str, role: str, pairs: Sequence[Pair], used: set[str], wanted: bool, pictured: bool
) -> Section:
    anchor = anchor_for(f"form-{statement}" if role == "own" else f"form-{statement}-{role}")
    lines = lines_of(statement, pairs, context.order)
    deltas = [
        abs(change.delta) for pair in pairs if pair.item != "total" and (change := context.change(pair)) is not None
    ]
    maker = RowMaker(context, _kept(context, lines), max(deltas, default=Decimal(0)), used, pictured)
    rows = [row for line in lines for row in maker.rows(line)]
    changed = sum(row.changed and not row.fold for row in rows)
    other_columns = role_name(role)
    title = statement_name(statement) + (say("：{columns}", columns=other_columns) if other_columns else "")
    return Section(
        anchor=anchor,
        title=title,
        printed_titles=_printed_titles(context, statement),
        summary=_summary(context, pairs, changed, len(rows)),
        rows=tuple(rows),
        quiet=sum(row.fold == "quiet" for row in rows) if changed else 0,
        columns=sum(row.fold == "column" for row in rows),
        opened=wanted and changed > 0 and len(rows) <= _OPEN_ROWS,
        has_likes=any(row.like for row in rows),
    )


def _kept(context: Context, lines: Sequence[Line]) -> frozenset[str]:
    """The items that changed in any column, with the wholes over them."""
    parents = {line.item: line.parent for line in lines}
    kept: set[str] = set()
    for line in lines:
        pairs = line.others if line.lead is None else (line.lead, *line.others)
        if any(context.change(pair) for pair in pairs):
            item: str | None = line.item
            while item is not None and item not in kept:
                kept.add(item)
                item = parents[item]
    return frozenset(kept)


def _printed_titles(context: Context, statement: str) -> tuple[str, ...]:
    titles: dict[str, None] = {}
    for disclosure in (context.comparison.old, context.comparison.new):
        for table in disclosure.tables:
            if table.statement == statement and table.title:
                titles.setdefault(table.title)
    return tuple(titles)


def _summary(context: Context, pairs: Sequence[Pair], changed: int, count: int) -> str:
    if changed:
        return say("{changed} 行有变动，共 {count} 行", changed=f"{changed:,}", count=f"{count:,}")
    if _two_sided(pairs):
        return say("{count} 行，没有变动", count=f"{count:,}")
    label = context.new_label if pairs[0].old is None else context.old_label
    return say("{count} 行，只有 {label}列出，没有可比的另一方", count=f"{count:,}", label=label)
