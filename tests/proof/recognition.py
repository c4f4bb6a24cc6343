"""A form as recognition read it: its facts, and a document with the readings behind them."""

from __future__ import annotations

from decimal import Decimal

from difftool.codes import functional_name
from difftool.model.document import Document, Line, Page, Paragraph, Reading, Source
from difftool.model.fact import Fact
from difftool.model.place import PagePlace

LINES = {
    "total": "580.13",
    "func:201": "476.41",
    "func:20104": "476.41",
    "func:2010450": "476.41",
    "func:208": "103.72",
    "func:20805": "103.72",
    "func:2080505": "103.72",
}


def place(row: int) -> PagePlace:
    return PagePlace(1, (300.0, 100.0 + 20 * row, 360.0, 120.0 + 20 * row))


def fact(item: str, raw: str, row: int, statement: str = "general_public") -> Fact:
    amount = Decimal(raw.replace(",", "")) * 10000
    step = Decimal(10000).scaleb(-len(raw.partition(".")[2]))
    name = functional_name(item.rpartition(":")[2]) or "合计"
    return Fact(statement, item, name, "total", 2024, "approved", amount, step, raw, place(row), (), True)


def facts_with(**misread: str) -> list[Fact]:
    read = {**LINES, **{item.replace("_", ":"): raw for item, raw in misread.items()}}
    return [fact(item, raw, row) for row, (item, raw) in enumerate(read.items())]


def document(facts: list[Fact], others: dict[str, tuple[str, ...]] | None = None, sureness: float = 0.99) -> Document:
    readings = tuple(Reading(each.raw, each.where, sureness, (others or {}).get(each.item, ())) for each in facts)
    page = Page(1, (Paragraph((Line("一般公共预算支出表", place(0)),)),), 595, 842, recognised=True)
    return Document(Source("a.pdf", "0", "pdf", 1), (page,), (), readings)
