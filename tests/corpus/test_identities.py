"""The sums that every kept document must keep, told from its facts alone; and the one that breaks them on purpose."""

import csv
import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
Amounts = dict[str, Decimal]
CODED = ("income", "expenditure", "general_public", "government_fund")
CONTRADICTIONS = sorted(CORPUS.glob("*-contradictions.facts.csv"))
SOUND = sorted(set(CORPUS.glob("*.facts.csv")) - set(CONTRADICTIONS))


class Printed:
    """The amounts of one document by statement and measure, and the step in which they are printed."""

    def __init__(self, facts: Path) -> None:
        self.forms: dict[tuple[str, str], Amounts] = defaultdict(dict)
        self.step = Decimal(0)
        with facts.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
            own = max(row["year"] for row in rows)
            for row in (row for row in rows if row["year"] == own):
                statement = row["statement"] if row["phase"] != "adjusted" else f"{row['statement']} adjusted"
                if row["statement"] == "narrative" and row["phase"] == "approved" and "final" in facts.name:
                    continue
                self.forms[statement, row["measure"]][row["item"]] = Decimal(row["amount"])
                if row["statement"] != "narrative":
                    self.step = max(self.step, Decimal(row["quantum"]))

    def broken(self) -> list[str]:
        return [*self.trees(), *self.columns(), *self.balance(), *self.forms_agree(), *self.public(), *self.sentences()]

    def differ(self, whole: Decimal, parts: list[Decimal]) -> bool:
        """A sum of n printed terms may miss the printed total by half a step for each term and for itself."""
        return abs(whole - sum(parts, Decimal(0))) > self.step / 2 * (len(parts) + 1)

    def trees(self) -> list[str]:
        """A 类 is its 款, a 款 its 项, the total row its 类; likewise for economic lines."""
        found = []
        for (statement, measure), amounts in self.forms.items():
            kind = "econ:" if statement == "general_public_basic" else "func:"
            if statement not in (*CODED, "general_public_basic"):
                continue
            for item, whole in amounts.items():
                lengths = {"total": 3, 3 + len(kind): 5, 5 + len(kind): 7}
                size = lengths.get("total" if item == "total" else len(item))
                stem = kind if item == "total" else item
                parts = [v for k, v in amounts.items() if k.startswith(stem) and len(k) == (size or 0) + len(kind)]
                if parts and self.differ(whole, parts):
                    found.append(f"{statement} {item} {measure}")
        return found

    def columns(self) -> list[str]:
        """合计 is 基本支出 and 项目支出, or the funds; 基本支出 is 人员经费 and 公用经费."""
        found = []
        splits = [(name, "total", ("basic", "project")) for name in ("expenditure", "general_public")]
        splits += [(name, "basic", ("personnel", "public")) for name in ("expenditure", "general_public")]
        funds = ("fiscal",) if self.forms["income", "fiscal"] else ("general_public", "government_fund")
        splits += [("income", "total", (*funds, "institutional"))]
        splits += [("general_public_basic", "total", ("personnel", "public"))]
        for statement, measure, parts in splits:
            for item, whole in self.forms[statement, measure].items():
                values = [self.forms[statement, part][item] for part in parts if item in self.forms[statement, part]]
                if values and self.differ(whole, values):
                    found.append(f"{statement} {item} {measure}")
        return found

    def balance(self) -> list[str]:
        """Income is expenditure, in the summary and in the appropriation form; the sources add up."""
        found = []
        for statement in ("summary", "appropriation"):
            amounts = self.forms[statement, "total"]
            for item in ("year_total", "total"):
                if amounts[f"source:{item}"] != amounts[f"use:{item}"]:
                    found.append(f"{statement} {item}")
            for side in ("source", "func"):
                parts = [v for k, v in amounts.items() if k.startswith(f"{side}:") and not k.endswith("total")]
                if parts and self.differ(amounts["source:year_total"], parts):
                    found.append(f"{statement} {side}")
        return found

    def forms_agree(self) -> list[str]:
        """One whole stands in summary, income and expenditure; 基本支出 in two forms; each 类 in summary and tree."""
        found = []
        whole = self.forms["expenditure", "total"]
        pairs = [
            ("summary", self.forms["summary", "total"]["use:total"], whole["total"]),
            ("income", self.forms["income", "total"]["total"], whole["total"]),
            (
                "appropriation",
                self.forms["appropriation", "general_public"]["use:total"],
                self.forms["general_public", "total"]["total"],
            ),
            (
                "basic",
                self.forms["general_public", "basic"]["total"],
                self.forms["general_public_basic", "personnel"]["total"]
                + self.forms["general_public_basic", "public"]["total"],
            ),
        ]
        pairs += [(item, value, whole[item]) for item, value in self.forms["summary", "total"].items() if item in whole]
        if not self.forms["government_fund", "total"] and not self.forms["income", "institutional"]:
            for measure in ("total", "basic", "project"):
                spent = self.forms["expenditure", measure]
                own = self.forms["general_public", measure]
                pairs += [(f"{measure} {item}", own.get(item, Decimal(0)), value) for item, value in spent.items()]
        for name, one, other in pairs:
            if self.differ(one, [other]):
                found.append(f"forms {name}")
        return found

    def public(self) -> list[str]:
        """三公 is 出国, 公务用车 and 接待; 公务用车 is purchase and running."""
        found = []
        for statement in ("three_public", "three_public adjusted"):
            amounts = {k.removeprefix("public:"): v for k, v in self.forms[statement, "total"].items()}
            sums = {"vehicle": ("vehicle_purchase", "vehicle_operation"), "total": ("abroad", "vehicle", "reception")}
            for whole, parts in sums.items():
                if whole in amounts and self.differ(amounts[whole], [amounts.get(part, Decimal(0)) for part in parts]):
                    found.append(f"{statement} {whole}")
        return found

    def sentences(self) -> list[str]:
        """A sentence says of a line what the form prints, within the coarser of the two steps."""
        general, whole = self.forms["general_public", "total"], self.forms["expenditure", "total"]
        known = {k: {v, whole.get(k, v)} for k, v in general.items()}
        known |= {k: {v} for k, v in self.forms["three_public", "total"].items()}
        for item in ("basic", "project"):
            known[f"use:{item}"] = {self.forms[form, item]["total"] for form in ("general_public", "expenditure")}
        said = self.forms["narrative", "total"]
        step = max(self.step, Decimal(100))
        return [
            f"narrative {item}"
            for item, value in said.items()
            if item in known and min(abs(value - other) for other in known[item]) > step / 2
        ]


@pytest.mark.parametrize("facts", SOUND, ids=lambda path: path.name)
def test_no_document_breaks_a_sum(facts: Path) -> None:
    assert Printed(facts).broken() == []


@pytest.mark.parametrize("facts", CONTRADICTIONS, ids=lambda path: path.name)
def test_each_misprint_breaks_a_sum(facts: Path) -> None:
    """The document that contradicts itself does so in every place that its list names."""
    name = facts.name.removesuffix(".facts.csv")
    told = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))["contradictions"]
    broken = " | ".join(Printed(facts).broken())
    marks = {
        "code_tree": "expenditure func:20126 total",
        "forms_agree": "forms project total",
        "column_sum": "income func:2012604 total",
        "economic_tree": "general_public_basic econ:302 total",
        "three_public_sum": "three_public vehicle",
        "balance": "summary year_total",
        "sentence_against_form": "narrative use:project",
    }
    assert {entry["rule"] for entry in told} == set(marks)
    for entry in told:
        assert marks[entry["rule"]] in broken


def test_a_column_of_last_year_is_last_years_budget() -> None:
    kept = [CORPUS / f"qinglan-{year}-budget.facts.csv" for year in (2023, 2024)]
    budgets = [list(csv.DictReader(path.read_text(encoding="utf-8").splitlines())) for path in kept]
    printed = [
        {
            row["item"]: row["amount"]
            for row in rows
            if (row["statement"], row["measure"], row["year"]) == ("general_public", "total", "2023")
        }
        for rows in budgets
    ]
    assert printed[0] == printed[1] != {}
