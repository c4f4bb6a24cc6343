import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from difftool.report.visible_text import no_formula, visible

HOSTILE_CHARACTERS = some.text(some.characters(codec=None))


@given(HOSTILE_CHARACTERS)
def test_nothing_hides_turns_or_controls(text: str) -> None:
    shown = visible(text)
    assert {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"} == set()
    assert shown.encode("utf-8").decode() == shown
    assert visible(shown) == shown


@given(some.text(some.characters(categories=["L", "N", "P", "S"])))
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\r\n\tc", "a b c"),
        ("56.78\N{NO-BREAK SPACE}万元", "56.78 万元"),
        ("预算\u202e公开", "预算[U+202E]公开"),
        ("三公\u200b经费\ufeff", "三公[U+200B]经费[U+FEFF]"),
        ("\x1b[31m红", "[U+001B][31m红"),
        ("\ud800", "[U+D800]"),
    ],
)
def test_a_hidden_character_is_told_by_its_number(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", "\t=1", "＝1+1", " =1", "\n-A1"])
def test_no_text_runs_as_a_formula(text: str) -> None:
    assert no_formula(text).startswith("'")


@pytest.mark.parametrize("text", ["-12.50", "+1,234", "−3", "2010450", "事业运行", ""])
def test_numbers_and_names_stay_as_they_are(text: str) -> None:
    assert no_formula(text) == text


@given(HOSTILE_CHARACTERS)
def test_a_text_stays_in_its_cell(text: str) -> None:
    paper = io.StringIO()
    csv.writer(paper).writerow([no_formula(text), "next"])
    (row,) = csv.reader(io.StringIO(paper.getvalue(), newline=""))
    assert row == [no_formula(text), "next"]
