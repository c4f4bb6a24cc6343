"""The changes of a comparison as CSV, for spreadsheets and programs."""

from __future__ import annotations

import csv
import io

from difftool.model.comparison import Change, Comparison
from difftool.model.fact import Fact
from difftool.report.plain_data import decimal_text
from difftool.report.visible_text import json_visible, no_formula

CHANGE_COLUMNS = (
    "statement",
    "item",
    "name",
    "measure",
    "role",
    "occurrence",
    "kind",
    "old",
    "new",
    "delta",
    "percent",
    "like_for_like",
    "old_raw",
    "new_raw",
    "old_where",
    "new_where",
    "reasons",
)


def comparison_csv(comparison: Comparison) -> str:
    """The changes of a comparison as CSV, one a line under a header, by the ids of docs/facts.md.

    Amounts are exact decimals of yuan, places compact JSON, reasons joined by "；". A text that a spreadsheet would
    take for a formula gets a leading apostrophe; line breaks become spaces, hidden characters show their numbers.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CHANGE_COLUMNS)
    writer.writerows(_row(change) for change in comparison.changes)
    return text.getvalue()


def _row(change: Change) -> tuple[str, ...]:
    texts = change.statement, change.item, change.name, change.measure, change.role, change.occurrence, change.kind
    return (
        *(no_formula(each) for each in texts),
        _amount(change.old),
        _amount(change.new),
        decimal_text(change.delta),
        "" if change.percent is None else decimal_text(change.percent),
        decimal_text(change.like_for_like),
        no_formula(change.old.raw) if change.old else "",
        no_formula(change.new.raw) if change.new else "",
        _where(change.old),
        _where(change.new),
        no_formula("；".join(reason.text for reason in change.reasons)),
    )


def _amount(fact: Fact | None) -> str:
    return decimal_text(fact.amount) if fact else ""


def _where(fact: Fact | None) -> str:
    return json_visible(fact.where.as_dict()) if fact else ""
