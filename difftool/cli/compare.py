"""`difftool compare`: what changed between two disclosures, and what only moved."""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from difftool.cli.bounds import BoundedCommand, bounds_options
from difftool.cli.formats import format_of, refuse_binary_on_terminal
from difftool.cli.options import cache_option, language_option
from difftool.cli.output import refuse_overwriting, told_in_one_line, write
from difftool.cli.progress import Progress, counted

if TYPE_CHECKING:
    from difftool.model.bounds import Bounds
    from difftool.model.comparison import Comparison

FORMATS = ("html", "json", "markdown", "xlsx", "csv", "text")


@click.command(
    cls=BoundedCommand,
    epilog="""\b
Exit codes:
  0  done, whether or not anything changed
  2  a file could not be read or holds no disclosure, or the command was not understood
""",
)
@click.argument("documents", metavar="[OLD] [NEW]", nargs=-1)
@click.option("--old", multiple=True, metavar="PATH", help="A file of the old disclosure; given once for each file.")
@click.option("--new", multiple=True, metavar="PATH", help="A file of the new disclosure; given once for each file.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: by the name of the output (.html .json .md .xlsx .csv .txt), else html; without -o a summary.",
)
@language_option
@click.option(
    "--pictures",
    type=click.Choice(["main", "all", "none"]),
    default="main",
    show_default=True,
    help="Printed rows shown as pictures in HTML: of findings, moves and contradictions, of every change, or none.",
)
@cache_option
@bounds_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to the terminal."
)
def compare(
    documents: tuple[str, ...],
    old: tuple[str, ...],
    new: tuple[str, ...],
    form: str | None,
    language: str,
    pictures: str,
    cached: bool,
    bounds: Bounds,
    output: Path | None,
) -> None:
    """Compare two disclosures, or one final account with the budget figures that it states itself.

    OLD and NEW are files (PDF, OFD, Word, Excel, web page, text), folders, ZIP archives, or patterns in quotes: all
    files of a folder, archive or pattern are one disclosure, as where narrative and forms are published apart.

    \b
    Examples:
      difftool compare 2024-budget.pdf 2024-final.pdf
      difftool compare 2024-budget.pdf 2024-final.pdf -o report.html
      difftool compare 2024-budget.pdf 2024-final.pdf -o report.xlsx
      difftool compare 2023-budget.pdf 2024-budget.pdf --format json
      difftool compare 2024-final.pdf --format markdown
      difftool compare 2023-budget.zip "2024-budget/*"
      difftool compare --old 说明.docx --old 报表.xls --new 2024-budget.pdf
      difftool compare 2024-budget.pdf 2024-final.pdf --lang en --pictures all -o report.html
    """
    origins = sides(documents, old, new)
    summary = form is None and output is None  # on a terminal and in a pipe: `| less` is to read what one saw
    form = format_of(form, output, FORMATS, "html")
    refuse_binary_on_terminal(form, output)
    with told_in_one_line():
        refuse_overwriting([output], origins)
        with Progress() as progress:
            progress.step(f"Reading {counted(len(origins))}")
            from difftool.batch import check_all
            from difftool.pipeline import compare_checked

            loading = partial(_load_comparison, "text" if summary else form)
            checked = check_all(origins, cached=cached, bounds=bounds, meanwhile=loading, tell=progress.reached)
            progress.step("Comparing")
            comparison = compare_checked(*checked)
            progress.step("Writing the report")
            if summary:
                content: str | bytes = _summary(comparison, as_given(documents, old, new), language)
            else:
                content = _report(comparison, form, language, pictures, output)
        write(content, output)


def sides(documents: tuple[str, ...], old: tuple[str, ...], new: tuple[str, ...]) -> list[str | tuple[str, ...]]:
    """What is compared, old before new; of each side a path, or the paths of its files."""
    options = [one_or_all(paths) for paths in (old, new) if paths]
    if len(documents) + len(options) > 2:
        raise click.UsageError(
            'more than two disclosures: put a pattern in quotes ("old/*"), or give each file by --old or --new'
        )
    if not documents and not old:
        raise click.UsageError("name one disclosure or two")
    return [*options, *documents] if old else [*documents, *options]


def one_or_all(paths: tuple[str, ...]) -> str | tuple[str, ...]:
    return paths[0] if len(paths) == 1 else paths


def as_given(documents: tuple[str, ...], old: tuple[str, ...], new: tuple[str, ...]) -> list[str]:
    """The words by which the command named its files."""
    options = [(f"--{side}", path) for side, paths in (("old", old), ("new", new)) for path in paths]
    return [*documents, *(word for option in options for word in option)]


def _summary(comparison: Comparison, words: list[str], language: str) -> str:
    from difftool.report import comparison_text, how_to_write

    width = shutil.get_terminal_size().columns
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    text = comparison_text(comparison, language, whole=False, width=width, coloured=coloured)
    return f"{text}\n{how_to_write(words, language)}"


def _load_comparison(form: str) -> None:
    """Load what compares the disclosures and writes the report, while they are made."""
    import difftool.compare.comparison
    from difftool.compare.differences import deep_diff

    deep_diff()
    if form == "html":  # the others need little
        import difftool.report.html  # noqa: F401


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
