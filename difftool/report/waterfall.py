"""The waterfall: from the old total to the new by what really changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from difftool.model.comparison import Change
from difftool.model.item import kind_of, stands_within
from difftool.report.context import Context
from difftool.report.language import say
from difftool.report.line_tree import lines_of
from difftool.report.move_cards import moved_size
from difftool.report.totals import Total, own_pairs, total_of_statement
from difftool.report.view import Bar, Step, Waterfall
from difftool.report.words import statement_name

_MOST_STEPS = 8
_ZERO = Decimal(0)
# Where all that happens lies above this share of the picture, the scale starts later than zero.
_CUT_ABOVE = Decimal("0.6")
_LEAST_WIDTH = Decimal("0.3")


class Part(Struct, frozen=True):
    """One step of the way; `delta` in yuan."""

    label: str
    href: str
    delta: Decimal


def leaf_changes(context: Context, statement: str) -> list[Change]:
    """The changes of the lowest printed functional lines, in their leading column."""
    pairs = [
        pair for pair in own_pairs(context, statement) if kind_of(pair.item) == "func" and not stands_within(pair.item)
    ]
    found = []
    for line in lines_of(statement, pairs, context.order):
        change = context.change(line.lead) if line.leaf and line.lead is not None else None
        if change is not None:
            found.append(change)
    return found


def waterfall_of(context: Context, statement: str | None) -> Waterfall | None:
    """From the old total to the new by what really changed, moves netted out; None where there is nothing to draw."""
    total = None if statement is None else total_of_statement(context, statement)
    if statement is None or total is None or not total.delta:
        return None
    changes = [change for change in leaf_changes(context, statement) if change.like_for_like]
    changes.sort(key=lambda change: (-abs(change.like_for_like), change.item))
    names = Counter(context.name(change.item) for change in changes)
    parts = [
        Part(_told_apart(context, change.item, names), context.item_link(change.item), change.like_for_like)
        for change in changes
    ]
    shown, folded = parts[:_MOST_STEPS], parts[_MOST_STEPS:]
    if len(folded) == 1:
        shown, folded = parts, []
    step = max(total.steps)
    rest = total.delta - sum((part.delta for part in parts), _ZERO)
    rounded = bool(rest) and abs(rest) <= step * (len(parts) + 1)
    if folded or rounded:
        label = "其他 {count} 行与尾差" if folded and rounded else "其他 {count} 行" if folded else "尾差"
        shown.append(
            Part(say(label, count=len(folded)), "", sum((part.delta for part in folded), rest if rounded else _ZERO))
        )
    if rest and not rounded:
        shown.append(Part(say("没有列到行的部分"), "", rest))
    steps, cut = _drawn(context, total, shown)
    title = say(
        "{form}：从 {old}到 {new}",
        form=statement_name(statement),
        old=context.old_label,
        new=context.new_label,
    )
    moved = moved_size(context)
    return Waterfall(
        title,
        steps,
        scale=say("横轴不从零起，以便看清增减。") if cut else "",
        caption=say("换科目的 {moved}一出一入，已经抵消，不在图中。", moved=moved) if moved else "",
    )


def _told_apart(context: Context, item: str, names: Counter[str]) -> str:
    """The name of a line, behind its code where several lines bear it: every 款 of government has its 行政运行."""
    name = context.name(item)
    return f"{item.partition(':')[2]} {name}" if names[name] > 1 else name


class _Scale(Struct, frozen=True):
    start: Decimal
    span: Decimal

    def bar(self, one: Decimal, other: Decimal, trend: str) -> Bar:
        left = (min(one, other) - self.start) * 100 / self.span
        width = max(abs(other - one) * 100 / self.span, _LEAST_WIDTH)
        return Bar(f"{left:.2f}%", f"{width:.2f}%", trend)


def _drawn(context: Context, total: Total, parts: Sequence[Part]) -> tuple[tuple[Step, ...], bool]:
    """The steps, and whether their scale starts later than zero."""
    levels = [total.old]
    for part in parts:
        levels.append(levels[-1] + part.delta)
    scale = _scale_for(levels)
    step = total.steps

    def whole(label: str, amount: Decimal) -> Step:
        return Step(label, "", context.style.amount(amount, *step), scale.bar(scale.start, amount, "same"), True)

    def change(part: Part, level: Decimal) -> Step:
        trend = "up" if part.delta > 0 else "down"
        text = context.style.difference(part.delta, *step)
        return Step(part.label, part.href, text, scale.bar(level, level + part.delta, trend), False)

    steps = (
        whole(context.old_label, total.old),
        *(change(part, level) for part, level in zip(parts, levels, strict=False)),
        whole(context.new_label, total.new),
    )
    return steps, scale.start > 0


def _scale_for(levels: Sequence[Decimal]) -> _Scale:
    """From zero where that shows the differences, else from somewhat below the lowest level."""
    low, high = min(levels), max(levels)
    start = low - (high - low) / 4 if low > high * _CUT_ABOVE else min(_ZERO, low)
    return _Scale(start, (high - start) or Decimal(1))
