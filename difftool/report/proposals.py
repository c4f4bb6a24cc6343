"""Proposed rows of the crosswalk as CSV, in the columns of difftool/codes/crosswalk.csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from msgspec.structs import astuple, fields

from difftool.codes.changes import CodeChange
from difftool.report.visible_text import no_formula


def proposals_csv(changes: Iterable[CodeChange]) -> str:
    """The rows under the header of the crosswalk; no name runs as a formula in a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(CodeChange))
    writer.writerows([no_formula(str(value)) for value in astuple(change)] for change in changes)
    return text.getvalue()
