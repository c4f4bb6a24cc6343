"""A page whose text is other than its print is told, whatever becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from difftool.read.pdf import read_pdf
from difftool.read.pdf.garbled import is_garbled
from difftool.read.pdf.runs import Run

LATIN = "ÎøVýÿèwoõèNÛÿênÿOûùþÿWOùÿóÞ÷Íîùþýóoß"


def a_run(text):
    return Run(0.0, 10.0, list(text), [0.0] * len(text), [1.0] * len(text), (0, 0, 1, 1), 0, True)


@pytest.mark.parametrize(
    "text", [LATIN, "\ue123\ue8ff" * 15, "\x01\x02\x0e" * 10, "�" * 25 + "一般公共预算", "一般ÿ共预算ûÏ" * 9]
)
def test_text_with_much_that_is_neither_chinese_nor_plain_is_garbled(text):
    assert is_garbled([a_run(text), a_run("7,552.81")])


@pytest.mark.parametrize(
    "text", ["1,234.56 " * 30, "Budget of 2024 " * 30, "\uf0b7" * 9, "5×3·2±1" * 9, "收支总表" * 200 + LATIN, ""]
)
def test_figures_latin_letters_and_a_few_symbols_are_not(text):
    assert not is_garbled([a_run(text)])


def test_the_pages_are_told_at_once(pdf):
    page = pdf.Sheet().text(60, 60, LATIN, font="Helvetica")
    document = read_pdf(Path("final.pdf"), pdf.build(page, pdf.Sheet().text(60, 60, "部门预算"), page))
    assert [(problem.code, problem.detail("pages")) for problem in document.problems] == [("garbled-text", "1, 3")]
