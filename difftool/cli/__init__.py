"""The command line: one file per command, thin over the functions of the package."""

from __future__ import annotations

from typing import Any

import click

from difftool.cli.check import check
from difftool.cli.codes import codes
from difftool.cli.compare import compare
from difftool.cli.explain import explain
from difftool.cli.extract import extract
from difftool.version import VERSION

EPILOG = """\b
Exit codes:
  0  done
  1  `check` found what --fail-on names
  2  a file could not be read, or the command was not understood
"""


class Commands(click.Group):
    """The commands. A pattern of names stays one argument, also on Windows, where click would take it apart."""

    def main(self, *arguments: Any, **settings: Any) -> Any:
        return super().main(*arguments, **{"windows_expand_args": False, **settings})


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@click.version_option(VERSION, prog_name="difftool")
def main() -> None:
    """Compare two Chinese public budgets or final accounts (部门预算, 部门决算), every figure led back to its cell.

    \b
    Examples:
      difftool compare 2024-budget.pdf 2024-final.pdf
      difftool compare 2024-budget.pdf 2024-final.pdf -o report.html
      difftool compare 2024-final.pdf -o report.html
      difftool extract 2024-final.pdf -o facts.csv
      difftool check draft.pdf --fail-on contradiction
    """


for command in (check, codes, compare, explain, extract):
    main.add_command(command)
