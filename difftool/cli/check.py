"""`difftool check`: what does not add up in a disclosure."""

from __future__ import annotations

from pathlib import Path

import click

from difftool.cli.options import cache_option
from difftool.cli.output import told_in_one_line, write

GRADES = ("contradiction", "rounding", "form", "wording")


@click.command(
    epilog="""\b
Exit codes:
  0  done, and no finding of a grade named by --fail-on
  1  a finding of such a grade
  2  a file could not be read or holds no disclosure
"""
)
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", "language", type=click.Choice(["zh-CN", "en"]), default="zh-CN", show_default=True)
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
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to the terminal."
)
def check(
    files: tuple[Path, ...],
    form: str,
    language: str,
    grades: tuple[str, ...],
    annotate: Path | None,
    cached: bool,
    output: Path | None,
) -> None:
    """Tell what contradicts itself in disclosures: sums, forms against sentences, percentages, stale years.

    \b
    Examples:
      difftool check 2024-final.pdf
      difftool check draft.pdf --fail-on contradiction --fail-on form
      difftool check draft.pdf --annotate marked.pdf
      difftool check *.pdf --format json -o findings.json
    """
    if annotate is not None and len(files) != 1:
        raise click.UsageError("--annotate takes one file")
    with told_in_one_line():
        from difftool.checks import check_disclosure
        from difftool.pipeline import extract_all
        from difftool.report import checks_json, checks_text

        disclosures = extract_all(list(files), cached=cached)
        checked = [(disclosure, check_disclosure(disclosure)) for disclosure in disclosures]
        write(checks_json(checked) if form == "json" else checks_text(checked, language), output)
        if annotate is not None:
            from difftool.report import annotated_pdf

            write(annotated_pdf(*checked[0], language), annotate)
        failed = {found.grade for _, checks in checked for found in checks if found.status == "fail"}
        if failed & set(grades):
            raise SystemExit(1)
