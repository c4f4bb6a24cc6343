import csv
import io
import json
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from difftool.model.comparison import Comparison
from difftool.report import comparison_csv, comparison_json


def rows(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(comparison_csv(comparison), newline="")))


def test_it_says_what_the_json_says(comparison: Comparison) -> None:
    changes = json.loads(comparison_json(comparison))["changes"]
    table = rows(comparison)
    assert len(table) == len(changes)
    for row, change in zip(table, changes, strict=True):
        for key in ("statement", "item", "name", "measure", "kind", "delta", "like_for_like", "role"):
            assert row[key] == change[key]
        assert row["percent"] == (change["percent"] or "")
        for side in ("old", "new"):
            fact = change[side]
            assert row[side] == (fact["amount"] if fact else "")
            assert row[f"{side}_raw"] == (fact["raw"] if fact else "")
            assert (json.loads(row[f"{side}_where"]) if fact else None) == (fact and fact["where"])
        assert row["reasons"] == "；".join(reason["text"] for reason in change["reasons"])


def test_no_text_hides_or_breaks_its_line(comparison: Comparison, spoil: Callable) -> None:
    text = comparison_csv(spoil(comparison, "\u202e\u200b\n=1"))
    assert "\u202e" not in text
    assert len(text.splitlines()) == len(comparison.changes) + 2


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\u200b=1"])
def test_no_field_of_a_document_runs_as_a_formula(comparison: Comparison, spoil: Callable, text: str) -> None:
    table = csv.reader(io.StringIO(comparison_csv(spoil(comparison, text)), newline=""))
    cells = [cell for row in table for cell in row]
    assert [cell for cell in cells if cell[:1] in "=+@\t\r" and cell] == []
    assert [cell for cell in cells if cell.startswith("-") and not cell[1:].replace(".", "").isdigit()] == []


def test_no_name_runs_as_a_formula(comparison: Comparison) -> None:
    name = "=cmd|' /C calc'!A0"
    changes = tuple(replace(change, name=name) for change in comparison.changes)
    assert {row["name"] for row in rows(replace(comparison, changes=changes))} == {f"'{name}"}
