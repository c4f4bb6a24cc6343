"""The one line on the terminal that says how far a long run has come."""

import sys

import pytest

from difftool.batch import check_all
from difftool.cli.progress import Progress, fitting


class Terminal:
    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, text: str) -> None:
        self.written.append(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return True


def test_a_step_tells_how_far_it_has_come_and_the_line_is_wiped(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress() as progress:
        progress.step("Reading 3 documents")
        progress.reached("1 of 3 done")
    assert [text.removeprefix("\r\x1b[2K") for text in terminal.written] == [
        "Reading 3 documents …",
        "Reading 3 documents: 1 of 3 done …",
        "",
    ]


@pytest.mark.parametrize(("words", "shown"), [("abcdef", "abcdef"), ("abcdefg", "abcdef"), ("预算ab文件", "预算ab")])
def test_the_line_is_no_wider_than_the_terminal(words, shown):
    assert fitting(words, 6) == shown


def test_each_file_of_a_folder_is_told_as_it_is_read(tmp_path):
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text("一般公共预算支出 1.00 万元。\n", encoding="utf-8")
    told: list[str] = []
    check_all([tmp_path], cached=False, tell=told.append)
    assert told[:2] == ["file 1 of 2, 1.txt", "file 2 of 2, 2.txt"]
