"""The whole report."""

from __future__ import annotations

from msgspec import Struct

from difftool.report.view.checks import CheckSummary, ProblemRow
from difftool.report.view.lines import Section
from difftool.report.view.moves import MoveCard
from difftool.report.view.opening import DocumentCard, Finding, KeyFigure, Waterfall
from difftool.report.view.series import SeriesView
from difftool.report.view.targets import TargetRow
from difftool.report.view.texts import TextView


class ReportView(Struct, frozen=True):
    title: str
    headline: str
    clauses: tuple[str, ...]
    basis: str
    notices: tuple[str, ...]
    old: DocumentCard
    new: DocumentCard
    unit_note: str
    delta_label: str
    key_figures: tuple[KeyFigure, ...]
    findings: tuple[Finding, ...]
    proof: str
    waterfall: Waterfall | None
    moves: tuple[MoveCard, ...]
    possible_moves: tuple[MoveCard, ...]
    series: SeriesView | None
    main_sections: tuple[Section, ...]
    other_sections: tuple[Section, ...]
    targets: tuple[TargetRow, ...]
    targets_told: str
    texts: TextView | None
    checks: CheckSummary
    problems: tuple[ProblemRow, ...]
    version: str
