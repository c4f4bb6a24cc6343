"""What people and programs get: HTML, Markdown, text, workbooks, JSON and CSV."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difftool.report.annotated import annotated_pdf
    from difftool.report.changes_table import comparison_csv
    from difftool.report.check_forms import checks_json, checks_text
    from difftool.report.check_html import checks_html
    from difftool.report.check_tables import checks_csv, checks_markdown, checks_workbook
    from difftool.report.extraction import reading_summary
    from difftool.report.html import comparison_html
    from difftool.report.markdown import comparison_markdown
    from difftool.report.problems_told import problem_list, problem_text, problems_page
    from difftool.report.proposals import proposals_csv
    from difftool.report.rule_sections import rules_page
    from difftool.report.rules_told import rule_list, rule_text
    from difftool.report.terminal import comparison_text, how_to_write
    from difftool.report.text_forms import comparison_json, facts_csv, facts_json
    from difftool.report.workbook import write_workbook

__all__ = [
    "annotated_pdf",
    "checks_csv",
    "checks_html",
    "checks_json",
    "checks_markdown",
    "checks_text",
    "checks_workbook",
    "comparison_csv",
    "comparison_html",
    "comparison_json",
    "comparison_markdown",
    "comparison_text",
    "facts_csv",
    "facts_json",
    "how_to_write",
    "problem_list",
    "problem_text",
    "problems_page",
    "proposals_csv",
    "reading_summary",
    "rule_list",
    "rule_text",
    "rules_page",
    "write_workbook",
]

_MODULES = {
    "annotated_pdf": "annotated",
    "checks_csv": "check_tables",
    "checks_html": "check_html",
    "checks_json": "check_forms",
    "checks_markdown": "check_tables",
    "checks_text": "check_forms",
    "checks_workbook": "check_tables",
    "comparison_csv": "changes_table",
    "comparison_html": "html",
    "comparison_json": "text_forms",
    "comparison_markdown": "markdown",
    "comparison_text": "terminal",
    "facts_csv": "text_forms",
    "facts_json": "text_forms",
    "how_to_write": "terminal",
    "problem_list": "problems_told",
    "problem_text": "problems_told",
    "problems_page": "problems_told",
    "proposals_csv": "proposals",
    "reading_summary": "extraction",
    "rule_list": "rules_told",
    "rule_text": "rules_told",
    "rules_page": "rule_sections",
    "write_workbook": "workbook",
}


def __getattr__(name: str) -> object:
    # Each form is loaded when it is first asked for: facts as JSON need neither jinja2 nor the report's view.
    if name in _MODULES:
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    raise AttributeError(name)
