"""Ruled tables whose lines leave out rows or columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from difftool.read.pdf.aligned_lines import AMOUNT, COLUMNS, LINES


def holds_rows_or_columns(texts: Sequence[str]) -> bool:
    """True where the cells of a ruled table hold whole rows or columns of money: its lines leave some out."""
    rows = columns = 0
    for text in texts:
        lines = text.split("\n")
        rows += any(len(AMOUNT.findall(line)) >= COLUMNS and re.search(r"\s", line) for line in lines)
        columns += sum(AMOUNT.fullmatch(line) is not None for line in lines) >= LINES
    return rows >= LINES or columns >= COLUMNS
