"""A comparison made ready for the templates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from difftool.model.comparison import Comparison
from difftool.report.appendix import checks_of, grave_checks, problems_of
from difftool.report.context import Context, Spot, context_of
from difftool.report.contradictions import worst_contradiction
from difftool.report.findings import findings_of, greatest_changes, three_public_change
from difftool.report.language import say
from difftool.report.move_cards import move_cards
from difftool.report.opening import (
    basis_of,
    clauses_of,
    document_card,
    headline_of,
    key_figures_of,
    notices_of,
    proof_of,
    title_of,
    unit_note_of,
)
from difftool.report.pictures import ALL, MAIN, NONE, check_spots, move_pairs, printed_rows, spots_of
from difftool.report.sections import sections_of
from difftool.report.series import series_of
from difftool.report.target_rows import target_rows, targets_told
from difftool.report.text_sections import text_view
from difftool.report.totals import main_statement
from difftool.report.view import ReportView
from difftool.report.waterfall import waterfall_of
from difftool.version import VERSION

# Contradictions may be dozens; the first ones are shown in print, the others by their links.
_MOST_CHECKS_PICTURED = 12


def view_of(comparison: Comparison, report: Path | None = None, pictures: str = MAIN) -> ReportView:
    """Everything that the report says, in the words and order in which it says it.

    `report` is where the report will lie; links to the documents start there. `pictures` of printed rows are shown
    for findings, moves and contradictions ("main"), for every change too ("all"), or not ("none").
    """
    context = context_of(comparison, report)
    statement = main_statement(context)
    context = replace(context, prints=printed_rows(context, _spots(context, statement, pictures)))
    main, others = sections_of(context, statement, pictures == ALL)
    targets = target_rows(context)
    headline = headline_of(context)
    return ReportView(
        title=title_of(comparison),
        headline=headline,
        clauses=clauses_of(headline),
        basis=basis_of(context),
        notices=notices_of(context),
        old=document_card(context, "old"),
        new=document_card(context, "new"),
        unit_note=unit_note_of(context),
        delta_label=say("差额") if context.different_bodies else say("增减"),
        key_figures=key_figures_of(context),
        findings=findings_of(context, statement),
        proof=proof_of(context),
        waterfall=waterfall_of(context, statement),
        moves=move_cards(context, context.moves),
        possible_moves=move_cards(context, context.possible_moves),
        series=series_of(context),
        main_sections=main,
        other_sections=others,
        targets=targets,
        targets_told=targets_told(context, targets),
        texts=text_view(context),
        checks=checks_of(context),
        problems=problems_of(context),
        version=VERSION,
    )


def _spots(context: Context, statement: str | None, pictures: str) -> Iterator[Spot]:
    if pictures == NONE:
        return
    for _, move in context.moves:
        yield from spots_of(move_pairs(context, move))
    yield from spots_of(greatest_changes(context, statement))
    yield from spots_of(three_public_change(context))
    worst = worst_contradiction(context)
    for check in (*([worst] if worst else []), *grave_checks(context.comparison.checks)[:_MOST_CHECKS_PICTURED]):
        yield from check_spots(context, check)
    if pictures == ALL:
        yield from spots_of(context.comparison.changes)
