"""The page on problems and errors, and what `difftool explain` tells of them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from difftool.cli import main
from difftool.model.problem_kinds import problem_kinds
from difftool.report import problem_list, problems_page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "problems.md"


def told(*words: str) -> str:
    return CliRunner().invoke(main, ["explain", *words]).output


def test_the_page_is_made_from_the_kinds():
    assert PAGE.read_text(encoding="utf-8") == problems_page(), (
        "run: difftool explain --problems --markdown > docs/problems.md"
    )
    assert told("--problems", "--markdown") == problems_page()


def test_all_kinds_are_listed():
    assert told("--problems") == problem_list()
    assert [line.split()[0] for line in problem_list().splitlines()] == sorted(kind.code for kind in problem_kinds())


@pytest.mark.parametrize("kind", list(problem_kinds()), ids=lambda kind: kind.code)
def test_every_code_is_explained(kind):
    text = told(kind.code)
    assert kind.means in text
    assert kind.template in text


def test_a_code_that_none_has_is_told_in_one_line():
    done = CliRunner().invoke(main, ["explain", "no-such-code"])
    assert done.exit_code == 2
    assert "no-such-code: no rule or problem has this code" in done.stderr
