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
@click.option("--markdown", is_flag=True, help="All rules in full, as the rules page of the documentation.")
def explain(code: str | None, markdown: bool) -> None:
    """Say what a rule of `difftool check` asks, why, and what it lets pass; without a code, list all rules.

    \b
    Examples:
      difftool explain
      difftool explain code-tree
      difftool explain --markdown
    """
    if code is not None and markdown:
        raise click.UsageError("--markdown tells of all rules and takes no code")
    with told_in_one_line():
        from difftool.report import rule_list, rule_text, rules_page

        if markdown:
            write(rules_page(), None)
        else:
            write(rule_list() if code is None else rule_text(code), None)
