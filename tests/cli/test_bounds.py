"""Every bound has an option with its default, and what a document holds beyond it is told with the bound's code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec import structs

from difftool.cli import main
from difftool.cli.bounds import MEGABYTE, OPTIONS
from difftool.model.bounds import DEFAULT, Bounds
from tests.bench.growth import long_document

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
PDF, WORD, BOOK, PAGE, TEXT = (
    CORPUS / name
    for name in (
        "zhuzhou-2024-final.pdf",
        "qinglan-2024-final.docx",
        "qinglan-2025-budget.xlsx",
        "qinglan-2025-budget.html",
        "qinglan-2025-budget.txt",
    )
)


def run(*words, **environment):
    return CliRunner().invoke(main, [str(word) for word in words], env=environment)


@pytest.mark.parametrize("command", ["check", "compare", "extract", "codes propose"])
def test_help_tells_every_bound_with_its_default(command):
    text = " ".join(run(*command.split(), "--help").output.split())
    told = text.partition("Bounds for one document:")[2]
    for name, unit, _ in OPTIONS:
        assert f"--max-{name}" in told
        assert f"default: {getattr(DEFAULT, name) // unit}" in told or f"default: {getattr(DEFAULT, name)}" in told


def test_every_bound_is_in_the_documentation():
    text = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    for name, unit, _ in OPTIONS:
        default = getattr(DEFAULT, name)
        assert f"| `--max-{name}` | {default // unit:,g}".replace("1e+06", "1,000,000") in text


@pytest.mark.parametrize(
    ("document", "option", "code"),
    [
        (PDF, ("--max-pages", 4), "too-many-pages"),
        (PDF, ("--max-operators", 1200), "too-many-operators"),
        (PDF, ("--max-cells", 500), "too-many-cells"),
    ],
)
def test_what_was_read_up_to_the_bound_is_printed_and_not_kept(document, option, code):
    for _ in range(2):
        done = run("extract", document, *option)
        assert done.exit_code == 0, done.output
        answer = json.loads(done.stdout)
        assert answer["facts"]
        assert code in {problem["code"] for problem in answer["problems"]}
    whole = json.loads(run("extract", document).stdout)
    assert len(whole["facts"]) > len(answer["facts"])
    assert not any(problem["code"] == code for problem in whole["problems"])


@pytest.mark.parametrize(
    ("document", "option", "words"),
    [
        (WORD, ("--max-cells", 20), "--max-cells"),
        (BOOK, ("--max-cells", 20), "--max-cells"),
        (BOOK, ("--max-pages", 1), "--max-pages"),
        (PAGE, ("--max-cells", 20), "--max-cells"),
        (TEXT, ("--max-cells", 20), "--max-cells"),
        (PDF, ("--max-seconds", 0.0001), "--max-seconds"),
    ],
)
def test_where_nothing_can_be_read_within_the_bound_one_line_names_the_option(document, option, words):
    done = run("extract", "--no-cache", document, *option)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert words in done.stderr


def test_memory_is_bounded(tmp_path):
    document = tmp_path / "long.pdf"
    document.write_bytes(long_document(200))
    done = subprocess.run(
        [sys.executable, "-m", "difftool", "extract", "--no-cache", document, "--max-memory", "1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "--max-memory" in done.stderr


def test_a_bound_can_be_set_by_the_environment():
    assert "--max-cells" in run("extract", "--no-cache", WORD, DIFFTOOL_MAX_CELLS="20").stderr


def test_a_bound_of_nothing_is_refused():
    assert run("extract", PDF, "--max-pages", 0).exit_code == 2


def test_the_options_are_bounds_with_units():
    fields = {field.name for field in structs.fields(Bounds)}
    assert all(name in fields and unit in (1, MEGABYTE) for name, unit, _ in OPTIONS)
