"""`difftool codes`: the classification that the tool knows, against what documents print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from difftool.cli.bounds import BoundedCommand, bounds_options
from difftool.cli.options import cache_option
from difftool.cli.output import refuse_overwriting, told_in_one_line, write
from difftool.cli.progress import Progress, counted

if TYPE_CHECKING:
    from difftool.model.bounds import Bounds

_EPILOG = """\b
Exit codes:
  0  done, whether or not anything is proposed
  2  a file could not be read or holds no disclosure
"""


@click.group(epilog=_EPILOG)
def codes() -> None:
    """Work on the classification of lines (政府收支分类科目).

    \b
    Examples:
      difftool codes propose 2025-budget.pdf 2026-budget.pdf
    """


@codes.command(cls=BoundedCommand, epilog=_EPILOG)
@click.argument("documents", metavar="FILES...", type=click.Path(path_type=Path), nargs=-1, required=True)
@cache_option
@bounds_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to the terminal."
)
def propose(documents: tuple[Path, ...], cached: bool, bounds: Bounds, output: Path | None) -> None:
    """Propose rows for the crosswalk from codes and names that documents print and the classification lacks.

    The rows are CSV: year, old code and name, new code and name, kind, source. They are for a person to check and
    accept; nothing is taken over by itself.

    \b
    Examples:
      difftool codes propose 2025-budget.pdf 2026-budget.pdf
      difftool codes propose *.pdf -o proposals.csv
    """
    with told_in_one_line():
        refuse_overwriting([output], documents)
        with Progress() as progress:
            progress.step(f"Reading {counted(len(documents))}")
            from difftool.batch import extract_all
            from difftool.codes.propose import propose_changes
            from difftool.report import proposals_csv

            proposed = propose_changes(
                extract_all(list(documents), cached=cached, bounds=bounds, tell=progress.reached)
            )
        write(proposals_csv(proposed), output)
