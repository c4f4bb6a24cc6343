"""`difftool compare`: what changed between two disclosures, and what only moved."""

from __future__ import annotations

from pathlib import Path

import click

from difftool.cli.options import cache_option
from difftool.cli.output import told_in_one_line, write


@click.command(
    epilog="""\b
Exit codes:
  0  done, whether or not anything changed
  2  a file could not be read or holds no disclosure
"""
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path), required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "json"]),
    help="Default: json for a file named .json, else html.",
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
    help="Printed rows shown as pictures: of findings, moves and contradictions, of every change, or none.",
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
      difftool compare 2024-budget.pdf 2024-final.pdf -o report.html
      difftool compare 2023-budget.pdf 2024-budget.pdf --format json
      difftool compare 2024-final.pdf -o report.html
      difftool compare 2024-budget.pdf 2024-final.pdf --lang en --pictures all -o report.html
    """
    with told_in_one_line():
        from difftool.pipeline import compare_extracted, extract_all

        comparison = compare_extracted(*extract_all([old] if new is None else [old, new], cached=cached))
        from difftool.report import comparison_html, comparison_json

        as_json = form == "json" or (form is None and output is not None and output.suffix.lower() == ".json")
        text = comparison_json(comparison) if as_json else comparison_html(comparison, output, pictures, language)
        write(text, output)
