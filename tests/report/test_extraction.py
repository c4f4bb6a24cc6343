"""The line that tells how a disclosure was read."""

from dataclasses import replace
from pathlib import Path

from difftool.model.disclosure import Accounting
from difftool.pipeline import extract
from difftool.report import reading_summary

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def test_the_line_tells_facts_sums_numbers_and_problems():
    disclosure = extract(CORPUS / "zhuzhou-2024-final.pdf")
    printed = sum(fact.statement != "narrative" for fact in disclosure.facts)
    line = reading_summary(disclosure)
    assert line.startswith(f"{len(disclosure.facts)} facts, {printed} of them in 9 forms; sums bear out ")
    assert f"{printed} of {printed} numbers on their pages accounted for (100.00 %)" in line
    lacking = replace(disclosure, accounting=Accounting(facts=2, unread=1))
    assert "2 of 3 numbers on their pages accounted for (66.66 %)" in reading_summary(lacking)
