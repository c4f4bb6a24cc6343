"""What the templates print: frozen values with every word, number and link ready, so that templates decide nothing."""

from difftool.report.view.checks import CheckRow, CheckSummary, ProblemRow
from difftool.report.view.figures import Bar, Difference, Figure
from difftool.report.view.lines import MoveMark, Row, Section
from difftool.report.view.moves import End, MoveCard
from difftool.report.view.opening import DocumentCard, Finding, KeyFigure, Step, Waterfall
from difftool.report.view.prints import Quote, Strip
from difftool.report.view.report import ReportView
from difftool.report.view.series import Point, Series, SeriesView
from difftool.report.view.targets import TargetRow
from difftool.report.view.texts import Piece, TextRow, TextSection, TextView

__all__ = [
    "Bar",
    "CheckRow",
    "CheckSummary",
    "Difference",
    "DocumentCard",
    "End",
    "Figure",
    "Finding",
    "KeyFigure",
    "MoveCard",
    "MoveMark",
    "Piece",
    "Point",
    "ProblemRow",
    "Quote",
    "ReportView",
    "Row",
    "Section",
    "Series",
    "SeriesView",
    "Step",
    "Strip",
    "TargetRow",
    "TextRow",
    "TextSection",
    "TextView",
    "Waterfall",
]
