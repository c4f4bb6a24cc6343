"""`difftool explain`: what a rule asks, and what a problem means."""

from __future__ import annotations

import click

from difftool.cli.output import told_in_one_line, write
from difftool.model.problem import UnknownCode


@click.command(
    epilog="""\b
Exit codes:
  0  done
  2  no rule or problem has that code
"""
)
@click.argument("code", required=False)
@click.option("--problems", is_flag=True, help="List what may be told as not read or not surely read, not the rules.")
@click.option("--markdown", is_flag=True, help="All of them in full, as the page of the documentation.")
def explain(code: str | None, problems: bool, markdown: bool) -> None:
    """Say what a rule of `difftool check` asks, why, and what it lets pass, or what a problem means for the facts.

    Without a code all rules are listed, or all kinds of problems.

    \b
    Examples:
      difftool explain
      difftool explain code-tree
      difftool explain sums-fail
      difftool explain --problems
      difftool explain --markdown
    """
    if code is not None and (markdown or problems):
        raise click.UsageError("--markdown and --problems tell of all and take no code")
    with told_in_one_line():
        from difftool import report

        if code is not None:
            text = report.rule_text(code) or report.problem_text(code)
            if not text:
                raise UnknownCode(code=code)
        elif problems:
            text = report.problems_page() if markdown else report.problem_list()
        else:
            text = report.rules_page() if markdown else report.rule_list()
        write(text, None)
