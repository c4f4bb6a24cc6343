"""三公 and economic lines over the years, where the two documents together tell more than two figures of a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from difftool.model.fact import ADJUSTED, APPROVED, EXECUTED, NARRATIVE, Fact
from difftool.model.item import kind_of
from difftool.report.context import Context, reads_itself
from difftool.report.language import say
from difftool.report.view import Point, Series, SeriesView

_LEAST = 3
_PHASES = (APPROVED, ADJUSTED, EXECUTED)
_LABELS = {APPROVED: "{year} 年预算", ADJUSTED: "{year} 年调整预算", EXECUTED: "{year} 年决算"}
# A line is told over the years by one form: 三公 costs and economic lines mean other money in other forms.
_PUBLIC_FORMS = ("three_public", NARRATIVE)
_ECONOMIC_FORMS = ("general_public_basic", "general_public", "expenditure")
_THINNEST = Decimal("0.5")

Moment = tuple[int, str]
"""A year and a phase."""
Known = tuple[str, Fact]
"""A side of the comparison and its fact."""


def series_of(context: Context) -> SeriesView | None:
    """The series of both documents; None where no line has more than two figures, or the bodies differ.

    What a document tells of its own year goes before what the other one tells of it.
    """
    if context.different_bodies:
        return None
    forms = _by_form(context)
    public = _series(context, forms, "public:", _PUBLIC_FORMS)
    economic = _series(context, forms, "econ:", _ECONOMIC_FORMS)
    if not public and not economic:
        return None
    told = {moment for items in forms.values() for moments in items.values() for moment in moments}
    labels = [_label(moment) for moment in sorted(told, key=_in_time)]
    shown = {point.label for series in (*public, *economic) for point in series.points}
    return SeriesView(public, economic, tuple(label for label in labels if label in shown))


def _by_form(context: Context) -> dict[str, dict[str, dict[Moment, Known]]]:
    """The first figure of each form, item and moment."""
    found: dict[str, dict[str, dict[Moment, Known]]] = {}
    for side, fact in _facts(context):
        if fact.measure == "total" and kind_of(fact.item) in ("public", "econ") and fact.phase in _PHASES:
            moments = found.setdefault(fact.statement, {}).setdefault(fact.item, {})
            moments.setdefault((fact.year, fact.phase), (side, fact))
    return found


def _facts(context: Context) -> Iterable[Known]:
    sides = ("new",) if reads_itself(context.comparison) else ("new", "old")
    known = [(side, fact) for side in sides for fact in context.disclosure(side).facts]
    return sorted(known, key=lambda one: one[1].year != context.disclosure(one[0]).year)


def _series(
    context: Context,
    forms: Mapping[str, Mapping[str, Mapping[Moment, Known]]],
    kind: str,
    statements: Sequence[str],
) -> tuple[Series, ...]:
    drawn = []
    for item in dict.fromkeys(item for form in statements for item in forms.get(form, {}) if item.startswith(kind)):
        by_form = [forms[form][item] for form in statements if item in forms.get(form, {})]
        longest = max(by_form, key=len)
        if len(longest) >= _LEAST and any(fact.amount for _, fact in longest.values()):
            drawn.append(Series(context.name(item), context.item_link(item), _points(context, longest)))
    return tuple(drawn)


def _points(context: Context, moments: Mapping[Moment, Known]) -> tuple[Point, ...]:
    greatest = max(abs(fact.amount) for _, fact in moments.values())
    in_time = sorted(moments.items(), key=lambda one: _in_time(one[0]))
    return tuple(
        Point(
            label=_label((year, phase)),
            phase=phase,
            figure=context.figure(fact, side),
            width=_width(abs(fact.amount) * 100 / greatest),
        )
        for (year, phase), (side, fact) in in_time
    )


def _in_time(moment: Moment) -> tuple[int, int]:
    year, phase = moment
    return year, _PHASES.index(phase)


def _label(moment: Moment) -> str:
    year, phase = moment
    return say(_LABELS[phase], year=year)


def _width(share: Decimal) -> str:
    """A figure of nothing has no bar; the smallest other one can still be seen."""
    return f"{max(share, _THINNEST):.1f}%" if share else "0"
