"""`difftool extract`: the facts of one disclosure."""

from __future__ import annotations

from pathlib import Path

import click

from difftool.cli.formats import format_of
from difftool.cli.options import cache_option
from difftool.cli.output import told_in_one_line, write
from difftool.cli.progress import Progress, counted

FORMATS = ("json", "csv")


@click.command(
    epilog="""\b
Exit codes:
  0  done; what could not be read is listed under "problems"
  2  the file could not be read or holds no disclosure
"""
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: by the name of the output (.json .csv), else json.",
)
@cache_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to the terminal."
)
def extract(file: Path, form: str | None, output: Path | None, cached: bool) -> None:
    """Print every amount of a disclosure (PDF or text) as a fact: which line, column, year and phase, and where.

    \b
    Examples:
      difftool extract 2024-final.pdf
      difftool extract 2024-final.pdf -o facts.csv
    """
    with told_in_one_line():
        with Progress() as progress:
            progress.step(f"Reading {counted(1)}")
            from difftool.pipeline import extract_all
            from difftool.report import facts_csv, facts_json

            (disclosure,) = extract_all([file], cached=cached)
        as_table = format_of(form, output, FORMATS, "json") == "csv"
        write(facts_csv(disclosure) if as_table else facts_json(disclosure), output)
