"""The figures of one disclosure, read from TOML: lines with codes, economic lines, the words of its sentences."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from maker.money import YUAN_PER_UNIT, Press

FUNDS = {
    "general_public": "一般公共预算",
    "government_fund": "政府性基金预算",
    "institutional": "事业收入",
}


@dataclass(frozen=True)
class Line:
    """One 项: its code, the fund that pays for it, and yuan by column (basic, project, personnel, public)."""

    code: str
    fund: str
    values: dict[str, Decimal]

    @property
    def total(self) -> Decimal:
        return self.values["basic"] + self.values["project"]


@dataclass(frozen=True)
class Node:
    """A row of a code tree: 类, 款 or 项 with yuan by column, `total` among them."""

    code: str
    name: str
    values: dict[str, Decimal]


@dataclass
class Figures:
    """All that one disclosure says. Amounts are yuan."""

    name: str
    entity: str
    year: int
    stage: str
    unit: str
    lines: list[Line]
    economic: dict[str, Decimal]
    public_expenses: dict[str, Decimal]
    layout: dict[str, Any]
    names: dict[str, str]
    words: dict[str, Any]
    reasons: dict[str, str]
    formats: list[str]
    projects: list[dict[str, Any]] = field(default_factory=list)
    misprints: list[dict[str, Any]] = field(default_factory=list)
    approved: Figures | None = None
    prior: Figures | None = None

    @property
    def phase(self) -> str:
        return "approved" if self.stage == "budget" else "executed"

    @property
    def press(self) -> Press:
        """How the forms print."""
        return Press(self.unit, 2, self.unit == "元" or bool(self.layout.get("grouped")))

    @property
    def prose(self) -> Press:
        """How the sentences print: always in 万元, as most bodies do even over forms in 元."""
        return Press("万元", 2)

    def of(self, *funds: str) -> list[Line]:
        return [line for line in self.lines if line.fund in funds]

    def total(self, *funds: str, column: str = "total") -> Decimal:
        chosen = self.of(*funds) if funds else self.lines
        return sum((line.total if column == "total" else line.values[column] for line in chosen), Decimal(0))

    @property
    def funds(self) -> list[str]:
        return [fund for fund in FUNDS if self.of(fund)]

    @property
    def fiscal(self) -> list[str]:
        return [fund for fund in self.funds if fund != "institutional"]

    def amount(self, code: str) -> Decimal:
        return sum((line.total for line in self.lines if line.code.startswith(code)), Decimal(0))

    def personnel(self) -> Decimal:
        return sum((v for code, v in self.economic.items() if code[:3] in ("301", "303")), Decimal(0))

    def public(self) -> Decimal:
        return sum((v for code, v in self.economic.items() if code[:3] not in ("301", "303")), Decimal(0))

    def tree(self, lines: list[Line]) -> list[Node]:
        """The rows of a form: every 类, 款 and 项 of these lines in the order of their codes, parents as sums."""
        codes = sorted({line.code[:length] for line in lines for length in (3, 5, 7)})
        return [Node(code, self.names[code], sums([ln for ln in lines if ln.code.startswith(code)])) for code in codes]


def sums(lines: list[Line]) -> dict[str, Decimal]:
    """Yuan by column over these lines, `total` and each fund among the columns."""
    values: dict[str, Decimal] = {"total": Decimal(0)}
    for line in lines:
        values["total"] += line.total
        sources = (line.fund,) if line.fund == "institutional" else (line.fund, "fiscal", "fiscal_regular")
        for source in sources:
            values[source] = values.get(source, Decimal(0)) + line.total
        for column, value in line.values.items():
            values[column] = values.get(column, Decimal(0)) + value
    return values


def load(folder: Path, name: str) -> Figures:
    """The figures of `folder`/`name`.toml, with the other disclosures that they lean on."""
    data = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    factor = YUAN_PER_UNIT[data.get("figures_unit", data["unit"])]

    def yuan(table: dict[str, str]) -> dict[str, Decimal]:
        return {key: Decimal(value) * factor for key, value in table.items()}

    lines = []
    for row in data["lines"]:
        columns = yuan({key: value for key, value in row.items() if key not in ("code", "fund")})
        if "personnel" in columns:
            columns["basic"] = columns["personnel"] + columns["public"]
        zeros = {"basic": Decimal(0), "project": Decimal(0)}
        lines.append(Line(row["code"], row.get("fund", "general_public"), zeros | columns))
    names = tomllib.loads((folder / "names.toml").read_text(encoding="utf-8"))
    return Figures(
        name=name,
        entity=data["entity"],
        year=data["year"],
        stage=data["stage"],
        unit=data["unit"],
        lines=sorted(lines, key=lambda line: line.code),
        economic=yuan(data["economic"]),
        public_expenses=yuan(data["public_expenses"]),
        layout=data["layout"],
        names=names["functional"] | names["economic"] | data.get("names", {}),
        words=data.get("words", {}),
        reasons=data.get("reasons", {}),
        formats=data["formats"],
        projects=data.get("projects", []),
        misprints=data.get("misprints", []),
        approved=load(folder, data["approved"]) if "approved" in data else None,
        prior=load(folder, data["prior"]) if "prior" in data else None,
    )
