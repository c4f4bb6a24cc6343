"""`difftool compare`: what changed between two disclosures, and what only moved."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from difftool.cli.formats import format_of, refuse_binary_on_terminal
from difftool.cli.options import cache_option
from difftool.cli.output import told_in_one_line, write
from difftool.cli.progress import Progress, counted

if TYPE_CHECKING:
    from difftool.model.comparison import Comparison

FORMATS = ("html", "json", "markdown", "xlsx", "csv", "text")


@click.command(
    epilog="""\b
Exit codes:
  0  done, whether or not anything changed
  2  a file could not be read or holds no disclosure, or the command was not understood
"""
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path), required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: by the name of the output (.html .json .md .xlsx .csv .txt), else html; a summary on a terminal.",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(["zh-CN", "en"]),
    default="zh-CN",
    show_default=True,
    help="Language of the report; names of lines stay as printed.",
)
@click.option(
    "--pictures",
    type=click.Choice(["main", "all", "none"]),
    default="main",
    show_default=True,
    help="Printed rows shown as pictures in HTML: of findings, moves and contradictions, of every change, or none.",
)
@cache_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to the terminal."
)
def compare(
    old: Path,
    new: Path | None,
    form: str | None,
    language: str,
    pictures: str,
    cached: bool,
    output: Path | None,
) -> None:
    """Compare two disclosures, or one final account with the budget figures that it states itself.

    \b
    Examples:
      difftool compare 2024-budget.pdf 2024-final.pdf
      difftool compare 2024-budget.pdf 2024-final.pdf -o report.html
      difftool compare 2024-budget.pdf 2024-final.pdf -o report.xlsx
      difftool compare 2023-budget.pdf 2024-budget.pdf --format json
      difftool compare 2024-final.pdf --format markdown
      difftool compare 2024-budget.pdf 2024-final.pdf --lang en --pictures all -o report.html
    """
    summary = form is None and output is None and sys.stdout.isatty()
    form = format_of(form, output, FORMATS, "html")
    refuse_binary_on_terminal(form, output)
    with told_in_one_line():
        paths = [old] if new is None else [old, new]
        with Progress() as progress:
            progress.step(f"Reading {counted(len(paths))}")
            from difftool.pipeline import compare_extracted, extract_all

            disclosures = extract_all(paths, cached=cached)
            progress.step("Comparing")
            comparison = compare_extracted(*disclosures)
            progress.step("Writing the report")
            if summary:
                content: str | bytes = _summary(comparison, paths, language)
            else:
                content = _report(comparison, form, language, pictures, output)
        write(content, output)


def _summary(comparison: Comparison, paths: list[Path], language: str) -> str:
    from difftool.report import comparison_text, how_to_write

    width = shutil.get_terminal_size().columns
    coloured = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    text = comparison_text(comparison, language, whole=False, width=width, coloured=coloured)
    return f"{text}\n{how_to_write([str(path) for path in paths], language)}"


def _report(comparison: Comparison, form: str, language: str, pictures: str, output: Path | None) -> str | bytes:
    from difftool import report

    match form:
        case "json":
            return report.comparison_json(comparison)
        case "csv":
            return report.comparison_csv(comparison)
        case "markdown":
            return report.comparison_markdown(comparison, language)
        case "text":
            return report.comparison_text(comparison, language)
        case "xlsx":
            return report.write_workbook(comparison, language)
        case _:
            return report.comparison_html(comparison, output, pictures, language)
