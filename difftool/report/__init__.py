"""What people and programs get: one HTML file, JSON and CSV."""

from difftool.report.html import comparison_html
from difftool.report.text_forms import comparison_json, facts_csv, facts_json

__all__ = ["comparison_html", "comparison_json", "facts_csv", "facts_json"]
