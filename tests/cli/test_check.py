"""`difftool check` and the checks of `difftool compare`: exit codes by grade, files given twice, a budget alone."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from difftool.cli import main

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
WRONG = CORPUS / "yunxiu-2024-contradictions.txt"
CLEAN = CORPUS / "qiwu-2024-final.txt"


def run(*arguments: str | Path):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("file", "grades", "code"),
    [
        (WRONG, [], 0),
        (WRONG, ["contradiction"], 1),
        (WRONG, ["wording"], 0),
        (WRONG, ["wording", "contradiction"], 1),
        (CLEAN, ["contradiction", "rounding", "form", "wording"], 0),
    ],
)
def test_the_exit_code_tells_whether_a_finding_has_a_named_grade(file, grades, code):
    done = run("check", file, *(word for grade in grades for word in ("--fail-on", grade)))
    assert done.exit_code == code, done.stderr


def test_files_that_cannot_be_read_take_nothing_from_the_others(tmp_path):
    """One web page without a form among twenty documents left the reviewer without a word on the other nineteen."""
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = run("check", empty, WRONG, tmp_path / "missing.pdf", "--format", "json", "--fail-on", "contradiction")
    assert done.exit_code == 2
    assert [told["disclosure"]["source"]["path"] for told in json.loads(done.stdout)["documents"]] == [str(WRONG)]
    assert [line.startswith("difftool: ") for line in done.stderr.splitlines()] == [True, True]
    none = run("check", empty, "-o", tmp_path / "findings.json")
    assert (none.exit_code, none.stdout, (tmp_path / "findings.json").exists()) == (2, "", False)


def test_a_file_given_twice_is_told_once(tmp_path):
    copy = tmp_path / "copy.txt"
    copy.write_bytes(WRONG.read_bytes())
    done = run("check", WRONG, WRONG, copy, "--format", "json")
    assert len(json.loads(done.stdout)["documents"]) == 1
    assert done.stderr.count("the same file as") == 2


def test_a_file_compared_with_itself_is_said_to_be_one_and_checked_once(tmp_path):
    done = json.loads(run("compare", WRONG, WRONG, "--format", "json").stdout)
    assert done["changes"] == []
    assert {check["side"] for check in done["checks"]} == {"new"}
    assert "同一份文件" in run("compare", WRONG, WRONG, "--format", "text").stdout


def test_a_budget_alone_has_nothing_to_be_compared_with(tmp_path):
    done = run("compare", CORPUS / "qinglan-2025-budget.txt", "-o", tmp_path / "report.html")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "qinglan-2025-budget.txt: a budget that states no earlier figures" in done.stderr
    assert not (tmp_path / "report.html").exists()


def test_a_final_account_alone_is_compared_with_the_budget_that_it_states():
    done = run("compare", CLEAN, "--format", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["basis"] == "budget-final"
