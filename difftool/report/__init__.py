"""What people and programs get: one HTML file, JSON and CSV."""

from difftool.report.annotated import annotated_pdf
from difftool.report.check_forms import checks_json, checks_text, rule_list, rule_text
from difftool.report.html import comparison_html
from difftool.report.text_forms import comparison_json, facts_csv, facts_json

__all__ = [
    "annotated_pdf",
    "checks_json",
    "checks_text",
    "comparison_html",
    "comparison_json",
    "facts_csv",
    "facts_json",
    "rule_list",
    "rule_text",
]
