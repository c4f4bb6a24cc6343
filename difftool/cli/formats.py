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


def format_of(asked: str | None, output: Path | None, known: tuple[str, ...], default: str) -> str:
    """One of `known`: the one asked for, else the one that the suffix of `output` names, else `default`."""
    if asked is not None:
        return asked
    named = SUFFIXES.get(output.suffix.lower()) if output is not None else None
    return named if named in known else default


def refuse_binary_on_terminal(form: str, output: Path | None) -> None:
    if form == "xlsx" and output is None and sys.stdout.isatty():
        raise click.UsageError("a workbook is not for the terminal; name a file with -o NAME.xlsx")
