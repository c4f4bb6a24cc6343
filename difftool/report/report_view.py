"""A comparison made ready for the templates."""

from __future__ import annotations

from pathlib import Path

from difftool.model.comparison import Comparison
from difftool.report.appendix import checks_of, problems_of, targets_of
from difftool.report.context import context_of
from difftool.report.findings import findings_of
from difftool.report.move_cards import move_cards
from difftool.report.opening import (
    basis_of,
    document_card,
    headline_of,
    key_figures_of,
    notices_of,
    proof_of,
    title_of,
    unit_note_of,
)
from difftool.report.sections import sections_of
from difftool.report.totals import main_statement
from difftool.report.view import ReportView
from difftool.report.waterfall import waterfall_of
from difftool.version import VERSION


def view_of(comparison: Comparison, report: Path | None = None) -> ReportView:
    """Everything that the report says, in the words and order in which it says it.

    `report` is where the report will lie; links to the documents start there.
    """
    context = context_of(comparison, report)
    statement = main_statement(context)
    main, others = sections_of(context, statement)
    targets = targets_of(context)
    return ReportView(
        title=title_of(comparison),
        headline=headline_of(context),
        basis=basis_of(context),
        notices=notices_of(context),
        old=document_card(context, "old"),
        new=document_card(context, "new"),
        unit_note=unit_note_of(context),
        key_figures=key_figures_of(context),
        findings=findings_of(context, statement),
        proof=proof_of(context),
        waterfall=waterfall_of(context, statement),
        moves=move_cards(context, context.moves),
        possible_moves=move_cards(context, context.possible_moves),
        main_sections=main,
        other_sections=others,
        targets=targets,
        targets_changed=sum(not target.quiet for target in targets),
        checks=checks_of(context),
        problems=problems_of(context),
        version=VERSION,
    )
