"""The rules page of the documentation is what the rules declare."""

from pathlib import Path

from click.testing import CliRunner

from difftool.checks.rules import RULES, RULES_BETWEEN
from difftool.cli import main
from difftool.report import rules_page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_page(), "run: difftool explain --markdown > docs/rules.md"


def test_every_rule_has_its_section_and_no_table_cell_breaks() -> None:
    lines = rules_page().splitlines()
    headed = sorted(line.removeprefix("### ") for line in lines if line.startswith("### "))
    assert headed == sorted(rule.code for rule in (*RULES, *RULES_BETWEEN))
    assert all(line.count("|") == 3 for line in lines if line.startswith("| why"))


def test_the_command_prints_the_page_or_one_rule() -> None:
    assert CliRunner().invoke(main, ["explain", "--markdown"]).stdout == rules_page()
    assert CliRunner().invoke(main, ["explain", "--markdown", "code-tree"]).exit_code == 2
    one = CliRunner().invoke(main, ["explain", "code-tree"]).stdout
    assert "lets pass:" in one
    assert "应为 {expected}" in one
