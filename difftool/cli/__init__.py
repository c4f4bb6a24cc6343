"""The command line: one file per command, thin over the functions of the package."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from difftool.version import VERSION

EPILOG = """\b
Exit codes:
  0  done
  1  `check` found what --fail-on names
  2  a file could not be read, or the command was not understood
  130  stopped with Ctrl-C
"""
_STOPPED = 130  # what shells give; click's own 1 would be a finding of `check`


COMMANDS = ("check", "codes", "compare", "explain", "extract")


class Commands(click.Group):
    """The commands, each loaded when it is asked for.

    A pattern of names stays one argument, also on Windows, where click would take it apart.
    """

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"difftool.cli.{name}"), name)
        return command

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            click.echo("\ndifftool: stopped", err=True)
            raise SystemExit(_STOPPED) from None

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
