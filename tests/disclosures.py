"""Disclosures small enough to read at a glance."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec.structs import replace

from difftool.model.disclosure import Disclosure, Indicator, Passage, Table
from difftool.model.document import Source
from difftool.model.fact import Fact
from difftool.model.place import LinePlace, Place

WAN = Decimal(10_000)


class Maker:
    """Makes facts and disclosures of one body and year; every fact stands on a line of its own."""

    def __init__(self) -> None:
        self.line = 0

    def fact(self, statement: str, item: str, amount: str, measure: str = "total", **other: object) -> Fact:
        """A fact with its amount in 万元 as printed."""
        self.line += 1
        decimals = len(amount.partition(".")[2])
        return Fact(
            statement=statement,
            item=item,
            name=str(other.get("name", item.rpartition(":")[2])),
            measure=measure,
            year=int(str(other.get("year", 2024))),
            phase=str(other.get("phase", "approved")),
            amount=Decimal(amount) * WAN,
            quantum=WAN.scaleb(-decimals),
            raw=amount,
            where=LinePlace(self.line),
        )

    def column(self, statement: str, lines: dict[str, str], measure: str = "total", **other: object) -> list[Fact]:
        return [self.fact(statement, item, amount, measure, **other) for item, amount in lines.items()]

    def at(self, fact: Fact, place: Place) -> Fact:
        """The fact printed elsewhere: in a sentence of the text."""
        return replace(fact, where=place)

    def with_facts(self, disclosure: Disclosure, facts: Iterable[Fact]) -> Disclosure:
        return replace(disclosure, facts=tuple(facts))

    def disclosure(
        self,
        facts: Iterable[Fact] = (),
        text: Iterable[str] = (),
        *,
        stage: str = "budget",
        year: int = 2024,
        entity: str = "青岚市数据中心",
        tables: Iterable[Table] = (),
        indicators: Iterable[Indicator] = (),
    ) -> Disclosure:
        passages = tuple(Passage(words, ((0, LinePlace(1000 + number)),)) for number, words in enumerate(text))
        source = Source("青岚.txt", "0" * 64, "text")
        return Disclosure(
            entity,
            year,
            stage,
            "万元",
            source,
            tables=tuple(tables),
            facts=tuple(facts),
            indicators=tuple(indicators),
            passages=passages,
        )
