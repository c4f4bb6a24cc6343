"""What people and programs get: HTML, Markdown, text, workbooks, JSON and CSV."""

from difftool.report.annotated import annotated_pdf
from difftool.report.changes_table import comparison_csv
from difftool.report.check_forms import checks_json, checks_text, rule_list, rule_text
from difftool.report.check_tables import checks_csv, checks_markdown, checks_workbook
from difftool.report.html import comparison_html
from difftool.report.markdown import comparison_markdown
from difftool.report.proposals import proposals_csv
from difftool.report.terminal import comparison_text, how_to_write
from difftool.report.text_forms import comparison_json, facts_csv, facts_json
from difftool.report.workbook import write_workbook

__all__ = [
    "annotated_pdf",
    "checks_csv",
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
    "proposals_csv",
    "rule_list",
    "rule_text",
    "write_workbook",
]
