"""Which form a result is written in: as asked, else as the name of the output says."""

from __future__ import annotations

import sys
from pathlib import Path

import click

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".xlsx": "xlsx",
    ".csv": "csv",
    ".txt": "text",
}
_NEVER_WRITTEN = (".pdf", ".ofd", ".doc", ".docx", ".xls", ".ods", ".xml", ".zip", ".png", ".jpg", ".jpeg")


def format_of(asked: str | None, output: Path | None, known: tuple[str, ...], default: str) -> str:
    """One of `known`: the one asked for, else the one that the suffix of `output` names, else `default`.

    A suffix of another kind of file is refused: a page written as `report.pdf` would open in no program.
    """
    if asked is not None:
        return asked
    suffix = "" if output is None else output.suffix.lower()
    named = SUFFIXES.get(suffix)
    if named in known:
        return named
    if suffix in _NEVER_WRITTEN or named not in (None, "text"):  # any text may lie in a .txt
        suffixes = " ".join(each for each, form in SUFFIXES.items() if form in known)
        raise click.UsageError(f"nothing is written as {suffix}; the names of outputs end in {suffixes}")
    return default


def refuse_binary_on_terminal(form: str, output: Path | None) -> None:
    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise click.UsageError("a workbook is not for the terminal; name a file with -o NAME.xlsx")
