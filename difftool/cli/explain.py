"""`difftool explain`: what a rule asks, and why."""

from __future__ import annotations

import click

from difftool.cli.output import told_in_one_line, write


@click.command(
    epilog="""\b
Exit codes:
  0  done
  2  there is no rule of that code
"""
)
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what a rule of `difftool check` asks, why, and what it lets pass; without a code, list all rules.

    \b
    Examples:
      difftool explain
      difftool explain code-tree
    """
    with told_in_one_line():
        from difftool.report import rule_list, rule_text

        write(rule_list() if code is None else rule_text(code), None)
