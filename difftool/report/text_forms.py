"""Facts and comparisons as JSON and CSV text, one record a line, so that two outputs can be told apart by any diff."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from difftool.model.disclosure import Disclosure
from difftool.report.plain_data import Data, disclosure_data, fact_data

if TYPE_CHECKING:
    from difftool.model.comparison import Comparison

FACT_COLUMNS = ("statement", "item", "name", "measure", "year", "phase", "amount", "quantum", "raw", "where")

# A spreadsheet would run a cell that begins like this as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def facts_json(disclosure: Disclosure) -> str:
    """A disclosure as JSON (docs/schema/facts.schema.json), every fact with its place; amounts are strings of yuan."""
    return _as_json(disclosure_data(disclosure))


def comparison_json(comparison: Comparison) -> str:
    """A comparison as JSON (docs/schema/comparison.schema.json); amounts are strings of yuan."""
    from difftool.report.comparison_data import comparison_data

    return _as_json(comparison_data(comparison))


def facts_csv(disclosure: Disclosure) -> str:
    """The facts of a disclosure as CSV, one a line under a header, `where` as compact JSON.

    A name that a spreadsheet would take for a formula gets a leading apostrophe.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, FACT_COLUMNS, lineterminator="\r\n", extrasaction="ignore")
    writer.writeheader()
    for fact in disclosure.facts:
        row = fact_data(fact)
        row["name"] = _no_formula(fact.name)
        row["where"] = _compact(row["where"])
        writer.writerow(row)
    return text.getvalue()


def _no_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _as_json(data: Data) -> str:
    members = [f" {_compact(key)}: {_member(value)}" for key, value in data.items()]
    return "{\n" + ",\n".join(members) + "\n}\n"


def _member(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _compact(value)
    return "[\n" + ",\n".join(f"  {_compact(record)}" for record in value) + "\n ]"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
