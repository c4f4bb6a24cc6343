"""`difftool check`: what does not add up in a disclosure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from difftool.cli.bounds import BoundedCommand, bounds_options
from difftool.cli.formats import format_of, refuse_binary_on_terminal
from difftool.cli.options import cache_option, language_option, together_option
from difftool.cli.output import refuse_overwriting, tell_error, told_in_one_line, write
from difftool.cli.progress import Progress, counted

if TYPE_CHECKING:
    from difftool.model.bounds import Bounds
    from difftool.model.problem import DifftoolError
    from difftool.pipeline import CheckedDisclosure

FORMATS = ("text", "html", "json", "markdown", "xlsx", "csv")
GRADES = ("contradiction", "rounding", "form", "wording")


@click.command(
    cls=BoundedCommand,
    epilog="""\b
Exit codes:
  0  done, and no finding of a grade named by --fail-on
  1  a finding of such a grade
  2  a file could not be read or holds no disclosure; the others are told
""",
)
@click.argument("files", nargs=-1, required=True)
@together_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: by the name of the output (.html .json .md .xlsx .csv .txt), else text.",
)
@language_option
@click.option(
    "--fail-on",
    "grades",
    type=click.Choice(GRADES),
    multiple=True,
    help="Exit with 1 where a finding has this grade; may be given several times.",
)
@click.option(
    "--annotate",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write a copy of the one PDF given, with every finding marked on its page.",
)
@cache_option
@bounds_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to the terminal."
)
def check(
    files: tuple[str, ...],
    together: bool,
    form: str | None,
    language: str,
    grades: tuple[str, ...],
    annotate: Path | None,
    cached: bool,
    bounds: Bounds,
    output: Path | None,
) -> None:
    """Tell what contradicts itself in disclosures: sums, forms against sentences, percentages, stale years.

    Each of FILES is a disclosure: a file, or a folder, a ZIP archive or a pattern in quotes with all files of one.

    \b
    Examples:
      difftool check 2024-final.pdf
      difftool check draft.pdf --fail-on contradiction --fail-on form
      difftool check draft.pdf --annotate marked.pdf
      difftool check --together 说明.docx 报表.xls
      difftool check draft.pdf -o findings.html
      difftool check *.pdf -o findings.json
      difftool check *.pdf -o findings.xlsx
    """
    if annotate is not None and len(files) != 1:
        raise click.UsageError("--annotate takes one file")
    form = format_of(form, output, FORMATS, "text")
    refuse_binary_on_terminal(form, output)
    with told_in_one_line():
        refuse_overwriting([output, annotate], files)
        with Progress() as progress:
            progress.step(f"Reading {counted(len(files))}")
            from difftool.batch import check_all

            origins = [files] if together and len(files) > 1 else list(files)
            refused: list[DifftoolError] = []
            told = check_all(origins, cached=cached, bounds=bounds, tell=progress.reached, refused=refused.append)
            checked = once_each(told)
            content = _report(checked, form, language, output) if checked else None
        for error in refused:
            tell_error(error)
        if content is not None:
            write(content, output)
            _annotate(checked[0], annotate, language)
        if refused or content is None:
            raise SystemExit(2)
        if any(found.status == "fail" and found.grade in grades for _, checks in checked for found in checks):
            raise SystemExit(1)


def once_each(checked: list[CheckedDisclosure]) -> list[CheckedDisclosure]:
    """A file given twice, or a copy of it, is told once."""
    first: dict[str, CheckedDisclosure] = {}
    for disclosure, checks in checked:
        digest, path = disclosure.source.sha256, disclosure.source.path
        if digest in first:
            click.echo(f"difftool: {path}: the same file as {first[digest][0].source.path}, told once", err=True)
        else:
            first[digest] = disclosure, checks
    return list(first.values())


def _annotate(checked: CheckedDisclosure, output: Path | None, language: str) -> None:
    """Mark the findings on a copy of the PDF, where one is asked for."""
    if output is not None:
        from difftool.report import annotated_pdf

        write(annotated_pdf(*checked, language), output)


def _report(checked: list[CheckedDisclosure], form: str, language: str, output: Path | None) -> str | bytes:
    from difftool import report

    match form:
        case "html":
            return report.checks_html(checked, output, language)
        case "json":
            return report.checks_json(checked)
        case "csv":
            return report.checks_csv(checked)
        case "markdown":
            return report.checks_markdown(checked, language)
        case "xlsx":
            return report.checks_workbook(checked, language)
        case _:
            return report.checks_text(checked, language)
