"""Small documents for the tests of forms, written as text: tabs make grids."""

from pathlib import Path

from difftool.forms import FormsReading, read_forms
from difftool.read.text import read_text


def forms_of(text: str) -> FormsReading:
    return read_forms(read_text(Path("made.txt"), text.encode()))


def amounts(reading: FormsReading, statement: str) -> dict[tuple[str, str, int, str], str]:
    """(item, measure, year, phase) -> yuan, as strings."""
    return {
        (fact.item, fact.measure, fact.year, fact.phase): str(fact.amount)
        for fact in reading.facts
        if fact.statement == statement
    }
