"""The command: documented, exact in its exit codes, and one line for what it cannot do."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from difftool.cli import main
from difftool.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"


def run(*arguments: str):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path}{name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")


@pytest.mark.parametrize("name", sorted(name for name, _ in commands(main)))
def test_every_command_is_documented_with_examples_and_exit_codes(name):
    text = run(*name.split(), "--help").output
    assert f"difftool {name} " in text
    assert "Examples:" in text
    assert "Exit codes:" in text
    for language in ("README.md", "README.zh-CN.md"):
        assert f"difftool {name}" in (ROOT / language).read_text(encoding="utf-8")


def test_version():
    assert run("--version").output.split()[-1] == VERSION


def test_help_and_version_import_nothing_heavy():
    code = (
        "import sys; from click.testing import CliRunner; from difftool.cli import main\n"
        "CliRunner().invoke(main, ['--help']); CliRunner().invoke(main, ['--version'])\n"
        "print([name for name in ('pdfminer', 'deepdiff', 'jinja2', 'networkx', 'rich', 'xlsxwriter', 'difftool.read.pdf') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_extract_prints_the_facts_as_json_and_csv(tmp_path):
    source = CORPUS / "zhuzhou-2024-final.pdf"
    out = tmp_path / "facts.json"
    assert run("extract", source, "-o", out).exit_code == 0
    facts = json.loads(out.read_text(encoding="utf-8"))["facts"]
    table = run("extract", source, "--format", "csv").output.splitlines()
    assert table[0].startswith("statement,item,name,measure,year,phase,amount,quantum,raw,where")
    assert len(facts) > 200
    assert len(table) >= len(facts) + 1


def test_compare_writes_the_report_and_says_json_by_the_name_of_the_output(tmp_path):
    pair = (CORPUS / "zhuzhou-2024-budget.pdf", CORPUS / "zhuzhou-2024-final.pdf")
    page, data = tmp_path / "deep" / "report.html", tmp_path / "report.json"
    assert run("compare", *pair, "-o", page).exit_code == 0
    assert run("compare", *pair, "-o", data).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads(data.read_text(encoding="utf-8"))["schema"] == "difftool.comparison/1"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.pdf", b""),
        ("broken.pdf", b"%PDF-1.4 broken"),
        ("picture.png", b"\x89PNG\r\n\x1a\n"),
        ("letter.txt", "亲爱的朋友：\n祝一切都好。\n".encode()),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_line_and_exit_code_2(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    for command in ("extract", "compare"):
        done = run(command, path)
        assert done.exit_code == 2
        assert done.stderr.count("\n") == 1
        assert name in done.stderr
        assert done.stdout == ""


def test_a_missing_file_and_an_output_that_cannot_be_written(tmp_path):
    assert run("extract", tmp_path / "missing.pdf").exit_code == 2
    blocked = tmp_path / "file"
    blocked.write_text("x")
    done = run("extract", CORPUS / "zhuzhou-2024-final.pdf", "-o", blocked / "facts.json")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_arguments_are_not_listed_among_the_options():
    """With click 8.5 every command's options began with a row "FILES..." that said nothing."""
    for name, command in commands(main):
        for argument in (parameter for parameter in command.params if isinstance(parameter, click.Argument)):
            options = run(*name.split(), "--help").output.partition("Options:")[2]
            assert argument.make_metavar(click.Context(command)) not in options


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_in_one_line_also_where_standard_output_leads_to_it():
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "difftool", "extract", str(CORPUS / "qinglan-2023-budget.txt")]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "difftool: standard output: cannot be written (No space left on device)\n"


def test_a_command_stopped_by_its_user_has_found_nothing(monkeypatch):
    """Ctrl-C ended with 1, which is what `check --fail-on` says of a document with findings."""

    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("difftool.batch.check_all", stopped)
    done = run("check", CORPUS / "zhuzhou-2024-final.pdf", "--fail-on", "contradiction")
    assert (done.exit_code, done.stdout, done.stderr.strip()) == (130, "", "difftool: stopped")
