"""Which form a command writes: by name, by suffix, by what it writes to."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from difftool.cli import main
from difftool.codes.changes import CodeChange

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
PAIR = (CORPUS / "zhuzhou-2024-budget.pdf", CORPUS / "zhuzhou-2024-final.pdf")
STARTS = {
    "html": b"<!doctype html>",
    "json": b'{\n "schema": "difftool.comparison/1"',
    "md": "# 2024 年决算支出 519.63 万元".encode(),
    "csv": b"statement,item,name,measure,role",
    "txt": "2024 年决算支出 519.63 万元".encode(),
    "xlsx": b"PK\x03\x04",
}


@pytest.fixture(scope="module")
def cache_of_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def reads_once(own_cache_folder: None, cache_of_all: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The documents are the same throughout: only what is written differs."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_of_all))


def run(*arguments: object) -> bytes:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output
    assert done.stderr == ""
    return done.stdout_bytes


@pytest.mark.parametrize("suffix", STARTS)
def test_compare_writes_what_the_name_of_the_output_says(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"Report.{suffix.upper()}"
    assert run("compare", *PAIR, "-o", out) == b""
    assert out.read_bytes().startswith(STARTS[suffix])


@pytest.mark.parametrize(("form", "suffix"), [("markdown", "md"), ("csv", "csv"), ("text", "txt"), ("xlsx", "xlsx")])
def test_the_format_asked_for_goes_before_the_name(tmp_path: Path, form: str, suffix: str) -> None:
    out = tmp_path / "report.html"
    run("compare", *PAIR, "--format", form, "-o", out)
    assert out.read_bytes().startswith(STARTS[suffix])
    assert run("compare", *PAIR, "--format", form) == out.read_bytes()


def test_a_pipe_gets_the_summary_of_a_terminal_without_its_colours() -> None:
    """`compare OLD NEW | less` showed the source of the HTML report, where the terminal shows a summary."""
    told = run("compare", *PAIR).decode()
    assert told.startswith("2024 年决算支出 519.63 万元")
    assert "完整报告：difftool compare " in told.splitlines()[-1]
    assert "\x1b[" not in told
    assert len(told) < len(run("compare", *PAIR, "--format", "text").decode())


def on_a_terminal(*arguments: object, **variables: str) -> str:
    """What the command writes to a terminal of 100 columns."""
    import pty  # not on Windows

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "difftool", *map(str, arguments)]
    environment = os.environ | {"COLUMNS": "100", "TERM": "xterm"} | variables
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs, env=environment) as process:
        os.close(theirs)
        told = b""
        try:
            while piece := os.read(ours, 65536):
                told += piece
        except OSError:  # the other end was closed
            pass
        os.close(ours)
    assert process.returncode in (0, 2)
    return told.decode().replace("\r\n", "\n")


def test_a_terminal_gets_a_summary_progress_and_a_hint() -> None:
    told = on_a_terminal("compare", *PAIR)
    steps = [step.partition(" …")[0] for step in told.split("\r\x1b[2K")[1:-1]]
    assert steps[0] == "Reading 2 documents"
    assert steps[steps.index("Comparing") :] == ["Comparing", "Writing the report"]
    summary = told.rpartition("\r\x1b[2K")[2]
    assert "换了科目的钱" in summary
    assert "变动最大的行" in summary
    assert "完整报告：difftool compare " in summary.splitlines()[-1]
    assert "<!doctype html>" not in told


def test_colours_can_be_turned_off() -> None:
    assert "\x1b[1m" in on_a_terminal("compare", *PAIR)
    assert "\x1b[1m" not in on_a_terminal("compare", *PAIR, NO_COLOR="1")


def test_a_workbook_is_not_poured_on_a_terminal() -> None:
    for command in ("compare", "check"):
        told = on_a_terminal(command, PAIR[1], "--format", "xlsx")
        assert "-o NAME.xlsx" in told
        assert "PK\x03\x04" not in told


@pytest.mark.parametrize("suffix", ["json", "md", "csv", "txt", "xlsx"])
def test_check_writes_what_the_name_of_the_output_says(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"findings.{suffix}"
    run("check", PAIR[1], "-o", out)
    data = out.read_bytes()
    checks = json.loads(run("check", PAIR[1], "--format", "json"))["documents"][0]["checks"]
    failed = sum(check["status"] == "fail" for check in checks)
    readers = {
        "json": lambda: (len(json.loads(data)["documents"][0]["checks"]), len(checks)),
        "csv": lambda: (len(list(csv.DictReader(io.StringIO(data.decode(), newline="")))), len(checks)),
        "xlsx": lambda: (openpyxl.load_workbook(io.BytesIO(data))["核对"].max_row - 1, len(checks)),
        "md": lambda: (len(re.findall(r"^\| (?!核对|---)", data.decode(), re.MULTILINE)), failed),
        "txt": lambda: (len(re.findall(r"^  \[", data.decode(), re.MULTILINE)), failed),
    }
    counted, expected = readers[suffix]()
    assert counted == expected > 0


def test_extract_writes_what_the_name_of_the_output_says(tmp_path: Path) -> None:
    run("extract", PAIR[1], "-o", tmp_path / "facts.csv")
    run("extract", PAIR[1], "-o", tmp_path / "facts.json")
    assert (tmp_path / "facts.csv").read_bytes() == run("extract", PAIR[1], "--format", "csv")
    assert (tmp_path / "facts.json").read_bytes() == run("extract", PAIR[1])


def test_codes_propose_writes_rows_of_the_crosswalk(tmp_path: Path) -> None:
    source = tmp_path / "2031-budget.txt"
    text = (CORPUS / "qinglan-2023-budget.txt").read_text(encoding="utf-8")
    source.write_text(text.replace("一般行政管理事务", "低空经济事务"), encoding="utf-8")
    out = tmp_path / "proposals.csv"
    run("codes", "propose", source, "-o", out)
    head, *rows = csv.reader(io.StringIO(out.read_text(encoding="utf-8"), newline=""))
    assert head == list(CodeChange.__struct_fields__)
    assert [row[:6] for row in rows] == [["2023", "2010302", "一般行政管理事务", "2010302", "低空经济事务", "renamed"]]
    assert run("codes", "propose", PAIR[0]).decode().splitlines() == [",".join(head)]


def test_codes_propose_tells_a_file_that_it_cannot_read(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["codes", "propose", str(tmp_path / "missing.pdf")])
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    ("command", "name"),
    [("compare", "report.pdf"), ("compare", "report.docx"), ("check", "findings.PDF"), ("extract", "facts.html")],
)
def test_a_name_of_a_kind_that_is_not_written_is_refused(tmp_path: Path, command: str, name: str) -> None:
    """A page written as report.pdf opened in no program, and nothing said why."""
    out = tmp_path / name
    done = CliRunner().invoke(main, [command, str(PAIR[1]), "-o", str(out)])
    assert (done.exit_code, done.stdout, out.exists()) == (2, "", False)
    assert f"nothing is written as {out.suffix.lower()}" in done.stderr


def test_any_text_may_lie_in_a_text_file(tmp_path: Path) -> None:
    run("extract", PAIR[1], "-o", tmp_path / "facts.txt")
    assert json.loads((tmp_path / "facts.txt").read_bytes())["facts"]


@pytest.mark.parametrize("command", ["extract", "check", "compare", "codes propose"])
@pytest.mark.parametrize("within", ["{file}", "{folder}", "{folder}/*.txt"])
def test_a_document_is_never_written_over(tmp_path: Path, command: str, within: str) -> None:
    """A report named like the document that it is of took its place."""
    source = tmp_path / "budget.txt"
    text = (CORPUS / "qinglan-2023-budget.txt").read_bytes()
    source.write_bytes(text)
    given = within.format(file=source, folder=tmp_path)
    done = CliRunner().invoke(main, [*command.split(), given, "-o", str(source)])
    assert (done.exit_code, done.stdout, source.read_bytes()) == (2, "", text)
    assert done.stderr == f"difftool: {source}: cannot be written (it is one of the documents to read)\n"


def test_a_marked_copy_is_never_written_over_the_document(tmp_path: Path) -> None:
    source = tmp_path / "final.pdf"
    source.write_bytes(PAIR[1].read_bytes())
    done = CliRunner().invoke(main, ["check", str(source), "--annotate", str(source)])
    assert (done.exit_code, source.read_bytes()) == (2, PAIR[1].read_bytes())
