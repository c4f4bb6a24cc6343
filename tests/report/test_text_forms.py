import csv
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from difftool.model.comparison import Comparison, Part
from difftool.model.disclosure import Disclosure, StatedMove
from difftool.model.place import LinePlace, Place, SheetPlace, TablePlace
from difftool.report import comparison_json, facts_csv, facts_json
from difftool.report.plain_data import decimal_text

SCHEMAS = Path(__file__).parents[2] / "docs" / "schema"


def violations(text: str, schema_name: str) -> list[str]:
    schema = json.loads((SCHEMAS / schema_name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(text))]


@given(some.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15))
def test_a_decimal_is_written_exactly_and_plainly(value: Decimal) -> None:
    text = decimal_text(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert text != "-0"


def test_great_round_amounts_have_no_exponent() -> None:
    assert decimal_text(Decimal("1E+10")) == "10000000000"


def test_facts_json_keeps_the_published_schema(disclosure: Disclosure) -> None:
    assert violations(facts_json(disclosure), "facts.schema.json") == []


@pytest.mark.parametrize("place", [LinePlace(7), SheetPlace("三公", "B7"), TablePlace(0, 3, 1)])
def test_places_of_every_format_keep_the_schema(disclosure: Disclosure, place: Place) -> None:
    stated = StatedMove(("func:2010450",), (), Decimal("0.5"), "调整", place)
    elsewhere = replace(
        disclosure,
        facts=tuple(replace(known, where=place) for known in disclosure.facts),
        stated_moves=(stated, replace(stated, amount=None)),
    )
    assert violations(facts_json(elsewhere), "facts.schema.json") == []


def test_comparison_json_keeps_the_published_schema(comparison: Comparison) -> None:
    assert violations(comparison_json(comparison), "comparison.schema.json") == []


def test_the_schema_refuses_an_amount_as_a_number(disclosure: Disclosure) -> None:
    data = json.loads(facts_json(disclosure))
    data["facts"][0]["amount"] = 42153800
    assert violations(json.dumps(data), "facts.schema.json") != []


def test_facts_are_told_in_yuan_as_text(disclosure: Disclosure) -> None:
    facts = {known["item"]: known for known in json.loads(facts_json(disclosure))["facts"]}
    known = facts["func:2010450"]
    assert (known["amount"], known["quantum"], known["raw"]) == ("3538700", "100", "353.87")
    assert known["where"] == {"page": 5, "bbox": [410.0, 290.0, 470.0, 304.0]}


def test_optional_keys_stand_only_where_something_is_known(disclosure: Disclosure) -> None:
    unknown = replace(
        disclosure,
        indicators=tuple(replace(known, actual=None) for known in disclosure.indicators),
        problems=tuple(replace(known, where=None) for known in disclosure.problems),
    )
    data, bare = json.loads(facts_json(disclosure)), json.loads(facts_json(unknown))
    assert data["indicators"][0]["actual"] == "126个"
    assert data["problems"][0]["where"]["page"] == 9
    assert "actual" not in bare["indicators"][0]
    assert "where" not in bare["problems"][0]


def test_a_move_says_from_and_to(comparison: Comparison) -> None:
    (move,) = json.loads(comparison_json(comparison))["moves"]
    assert move["from"] == [{"item": "func:2010450", "amount": "567800"}]
    assert move["to"] == [{"item": "func:2010499", "amount": "567800"}]
    assert (move["amount"], move["evidence"], move["confidence"]) == ("567800", "stated", 0.97)


def test_money_moved_inside_a_line_names_the_receiving_column(comparison: Comparison) -> None:
    (move,) = comparison.moves
    inside = replace(move, measure="basic", receivers=(Part("func:2010450", Decimal(567800), "project"),), quote=None)
    text = comparison_json(replace(comparison, moves=(inside,)))
    (told,) = json.loads(text)["moves"]
    assert told["to"] == [{"item": "func:2010450", "amount": "567800", "measure": "project"}]
    assert "quote" not in told
    assert violations(text, "comparison.schema.json") == []


def test_a_line_that_one_side_lacks_is_null(comparison: Comparison) -> None:
    changes = {change["item"]: change for change in json.loads(comparison_json(comparison))["changes"]}
    added = changes["func:2010499"]
    assert (added["old"], added["percent"], added["kind"]) == (None, None, "added")
    assert (added["delta"], added["like_for_like"]) == ("567800", "0")


def test_what_could_not_be_read_is_told_with_its_side(comparison: Comparison) -> None:
    (problem,) = json.loads(comparison_json(comparison))["problems"]
    assert (problem["side"], problem["code"]) == ("new", "unread-amounts")


def test_facts_csv_says_what_facts_json_says(disclosure: Disclosure) -> None:
    rows = list(csv.DictReader(io.StringIO(facts_csv(disclosure), newline="")))
    facts = json.loads(facts_json(disclosure))["facts"]
    told = [row | {"year": int(row["year"]), "where": json.loads(row["where"])} for row in rows]
    assert told == [{key: fact[key] for key in rows[0]} for fact in facts]


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2", "\t=1"])
def test_no_name_runs_as_a_formula_in_a_spreadsheet(disclosure: Disclosure, name: str) -> None:
    spoiled = replace(disclosure, facts=(replace(disclosure.facts[0], name=name),))
    (row,) = csv.DictReader(io.StringIO(facts_csv(spoiled), newline=""))
    assert row["name"] == f"'{name}"


def test_the_same_input_gives_the_same_text(comparison: Comparison) -> None:
    again = replace(comparison)
    assert comparison_json(again) == comparison_json(comparison)
    assert facts_json(again.new) == facts_json(comparison.new)


def test_changed_text_and_targets_stand_last_with_their_places(comparison: Comparison) -> None:
    data = json.loads(comparison_json(comparison))
    assert list(data)[-2:] == ["text_changes", "target_changes"]
    first, removed, *_ = data["text_changes"]
    assert (first["kind"], first["old_where"], first["new_where"]["page"]) == ("changed", {"line": 62}, 3)
    assert (removed["new"], removed["new_where"], removed["new_section"]) == ("", None, "")
    raised, _, dropped = data["target_changes"]
    assert (raised["kind"], raised["old"]["target"], raised["new"]["target"]) == ("raised", "≥80个", "≥100个")
    assert (dropped["kind"], dropped["new"], dropped["names"][2]) == ("dropped", None, "调研次数")


@pytest.mark.parametrize("name", ["facts", "comparison"])
def test_every_key_of_the_schemas_is_explained(name: str) -> None:
    """The page said nothing of `verified`, by which a figure is known to be read right."""

    def keys(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            yield from node.get("properties", {})
            for value in node.values():
                yield from keys(value)
        elif isinstance(node, list):
            for value in node:
                yield from keys(value)

    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    explained = set(re.findall(r"\w+", (SCHEMAS.parent / "facts.md").read_text(encoding="utf-8")))
    assert set(keys(schema)) - explained == set()
