"""Several files as one disclosure on the command line: folders, archives, patterns in quotes, --old, --new, --together."""

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from difftool.cli import main

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
OLD, NEW = CORPUS / "qinglan-2023-budget.txt", CORPUS / "qinglan-2025-budget.txt"


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The forms of a budget in one file, what it says in another."""
    words, heading, forms = NEW.read_text(encoding="utf-8").rpartition("第二部分")
    made = tmp_path / "2025"
    made.mkdir()
    (made / "1 words.txt").write_text(words, encoding="utf-8")
    (made / "2 forms.txt").write_text(heading + forms, encoding="utf-8")
    return made


def changes(result) -> list:
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    return [(change["item"], change["measure"], change["statement"], change["delta"]) for change in found["changes"]]


def test_a_side_may_be_a_folder_a_pattern_or_files_by_option(folder):
    expected = changes(run("compare", OLD, NEW, "--format", "json"))
    parts = sorted(folder.iterdir())
    by_option = ["--new", parts[0], "--new", parts[1]]
    assert expected
    assert changes(run("compare", OLD, folder, "--format", "json")) == expected
    assert changes(run("compare", OLD, folder / "*.txt", "--format", "json")) == expected
    assert changes(run("compare", OLD, *by_option, "--format", "json")) == expected
    assert changes(run("compare", "--old", OLD, *by_option, "--format", "json")) == expected
    assert changes(run("compare", *by_option, "--old", OLD, "--format", "json")) == expected


def test_on_windows_no_pattern_is_taken_apart_before_the_command_sees_it(folder, monkeypatch, capsys):
    class Windows:
        """The module `os` as it is, under the name of that system."""

        name = "nt"

        def __getattr__(self, asked: str) -> object:
            return getattr(os, asked)

    monkeypatch.setattr("click.core.os", Windows())
    monkeypatch.setattr(sys, "argv", ["difftool", "compare", str(OLD), str(folder / "*.txt"), "--format", "json"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert json.loads(capsys.readouterr().out)["changes"]


def test_a_pattern_that_the_shell_took_apart_is_explained(folder):
    told = run("compare", OLD, *folder.iterdir())
    assert told.exit_code == 2
    assert "quotes" in told.stderr
    assert "--old" in told.stderr
    for nothing in ([], ["--new", NEW]):
        assert run("compare", *nothing).exit_code == 2


def test_extract_takes_its_files_for_one_disclosure(folder):
    whole = json.loads(run("extract", NEW).stdout)
    found = json.loads(run("extract", *sorted(folder.iterdir())).stdout)
    assert [fact["raw"] for fact in found["facts"]] == [fact["raw"] for fact in whole["facts"]]
    assert {fact["where"]["file"] for fact in found["facts"]} == {"1 words.txt", "2 forms.txt"}
    assert [file["name"] for file in found["disclosure"]["source"]["files"]] == ["1 words.txt", "2 forms.txt"]


def test_check_takes_each_file_for_a_disclosure_unless_told_otherwise(folder):
    parts = sorted(folder.iterdir())
    apart = json.loads(run("check", *parts, "--format", "json").stdout)["documents"]
    together = json.loads(run("check", "--together", *parts, "--format", "json").stdout)["documents"]
    whole = json.loads(run("check", NEW, "--format", "json").stdout)["documents"]
    assert (len(apart), len(together)) == (2, 1)
    assert [(check["rule"], check["status"]) for check in together[0]["checks"]] == [
        (check["rule"], check["status"]) for check in whole[0]["checks"]
    ]


def test_findings_name_the_file_that_they_stand_in(tmp_path):
    text = (CORPUS / "yunxiu-2024-contradictions.txt").read_text(encoding="utf-8")
    (tmp_path / "决算.txt").write_text(text, encoding="utf-8")
    assert "决算.txt 第 " in run("check", tmp_path).stdout


def test_the_report_links_to_each_file_and_shows_its_lines(folder, tmp_path):
    report = tmp_path / "report.html"
    assert run("compare", OLD, folder, "-o", report).exit_code == 0
    page = report.read_text(encoding="utf-8")
    assert "2025/2%20forms.txt" in page
    assert "2 forms.txt 第" in page


def test_an_address_is_answered_by_what_to_do():
    told = run("extract", "https://example.com/a.pdf")
    assert told.exit_code == 2
    assert told.stderr.count("\n") == 1
    assert "save the file" in told.stderr
