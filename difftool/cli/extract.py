"""`difftool extract`: the facts of one disclosure."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from difftool.cli.bounds import BoundedCommand, bounds_options
from difftool.cli.formats import format_of
from difftool.cli.options import cache_option
from difftool.cli.output import refuse_overwriting, told_in_one_line, write
from difftool.cli.progress import Progress, counted

if TYPE_CHECKING:
    from difftool.model.bounds import Bounds
    from difftool.model.disclosure import Disclosure

FORMATS = ("json", "csv")


@click.command(
    cls=BoundedCommand,
    epilog="""\b
Exit codes:
  0  done; what could not be read is listed under "problems"
  2  the file could not be read or holds no disclosure
""",
)
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: by the name of the output (.json .csv), else json.",
)
@cache_option
@bounds_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to the terminal."
)
def extract(files: tuple[str, ...], form: str | None, output: Path | None, cached: bool, bounds: Bounds) -> None:
    """Print every amount of a disclosure as a fact: which line, column, year and phase, and where.

    FILES are one disclosure: a file (PDF, OFD, Word, Excel, web page, text), several where narrative and forms are
    published apart, a folder, a ZIP archive, or a pattern in quotes.

    \b
    Examples:
      difftool extract 2024-final.pdf
      difftool extract 2024-final.pdf -o facts.csv
      difftool extract 说明.docx 报表.xls
      difftool extract 2024-final.zip
    """
    form = format_of(form, output, FORMATS, "json")
    with told_in_one_line():
        refuse_overwriting([output], files)
        with Progress() as progress:
            progress.step(f"Reading {counted(1)}")
            from difftool.batch import make_of_each

            make = partial(written, form)
            origin = files if len(files) > 1 else files[0]
            ((content, summary),) = make_of_each(
                [origin], make, cached=cached, bounds=bounds, load=_load_report, tell=progress.reached
            )
        write(content, output)
        if sys.stderr.isatty():
            click.echo(summary, err=True)


def written(form: str, disclosure: Disclosure) -> tuple[str, str]:
    """The facts as text, and the line on how they were read."""
    from difftool.report import facts_csv, facts_json, reading_summary

    return facts_csv(disclosure) if form == "csv" else facts_json(disclosure), reading_summary(disclosure)


def _load_report() -> None:
    import difftool.report.extraction
    import difftool.report.text_forms  # noqa: F401
