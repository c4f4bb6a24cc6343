"""The line that tells how a disclosure was read."""

import re
from pathlib import Path

from msgspec.structs import replace
from pdfminer.high_level import extract_text

from difftool.model.disclosure import Accounting
from difftool.pipeline import extract
from difftool.report import reading_summary

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
AMOUNT = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2,6})(?![\d.,%])")


def test_the_line_tells_facts_sums_numbers_and_problems():
    disclosure = extract(CORPUS / "zhuzhou-2024-final.pdf")
    printed = sum(fact.statement != "narrative" for fact in disclosure.facts)
    line = reading_summary(disclosure)
    assert line.startswith(f"{len(disclosure.facts)} facts, {printed} of them in 9 forms; sums bear out ")
    numbers = disclosure.accounting.numbers
    assert numbers >= len(AMOUNT.findall(extract_text(CORPUS / "zhuzhou-2024-final.pdf"))) > printed
    assert f"{numbers} of {numbers} numbers accounted for (100.00 %)" in line
    lacking = replace(disclosure, accounting=Accounting(facts=2, unread=1))
    assert "2 of 3 numbers accounted for (66.66 %)" in reading_summary(lacking)
