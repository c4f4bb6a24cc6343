"""The facts of forms by key, as sums look them up, with what a form prints several times under one key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set

from difftool.model.fact import NARRATIVE, Column, Fact, Key
from difftool.model.item import line_above
from difftool.model.place import PrintedRow, printed_row

CODED = ("income", "expenditure", "general_public", "general_public_basic", "government_fund", "state_capital")
TWO_SIDED = ("summary", "appropriation")

Lines = dict[tuple[str, PrintedRow | None], dict[str, Fact]]
"""Item, and the printed row where the item is printed several times → the facts of the line by measure."""


class Ledger:
    """The facts of forms by key. A key printed twice with one amount is one fact; with two, it is doubtful.

    `doubtful` are the columns in which a line has several amounts, `repeated` those in which one is printed again:
    北京 lists the lines of all units of a department below each other, without the units' names.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts: dict[Key, Fact] = {}
        self.printed: list[Fact] = []
        self.doubtful: set[Column] = set()
        self.repeated: set[Column] = set()
        self.twice: set[Key] = set()
        for fact in facts:
            if fact.statement == NARRATIVE:
                continue
            self.printed.append(fact)
            known = self.facts.setdefault(fact.key, fact)
            if known.amount != fact.amount:
                self.twice.add(fact.key)
            elif known is not fact:
                self.repeated.add(fact.column)
        for key in self.twice:
            del self.facts[key]
            statement, item, measure, year, phase = key
            if item == "total" or line_above(item) is not None:
                self.doubtful.add((statement, measure, year, phase))

    def columns(self) -> dict[Column, dict[str, Fact]]:
        """The lines of each column: statement, measure, year and phase to the facts by item."""
        found: dict[Column, dict[str, Fact]] = defaultdict(dict)
        for (statement, item, measure, year, phase), fact in self.facts.items():
            found[statement, measure, year, phase][item] = fact
        return found

    def lines(self) -> dict[tuple[str, int, str], Lines]:
        """The lines of each form, year and phase; a line printed with several amounts once for each row of print."""
        several = {(statement, item, year, phase) for statement, item, _, year, phase in self.twice}
        found: dict[tuple[str, int, str], Lines] = defaultdict(lambda: defaultdict(dict))
        for (statement, item, measure, year, phase), fact in self.facts.items():
            if (statement, item, year, phase) not in several and not fact.is_change:
                found[statement, year, phase][item, None][measure] = fact
        for fact in self.printed if several else ():
            if (fact.statement, fact.item, fact.year, fact.phase) in several and not fact.is_change:
                row = printed_row(fact.where)
                found[fact.statement, fact.year, fact.phase][fact.item, row].setdefault(fact.measure, fact)
        return found

    def printed_in(self, columns: Set[Column]) -> dict[Column, list[Fact]]:
        """These columns, each with all its facts in the order of print, and lines as often as they are printed."""
        found: dict[Column, list[Fact]] = defaultdict(list)
        for fact in self.printed if columns else ():
            if fact.column in columns:
                found[fact.column].append(fact)
        return found

    def get(self, statement: str, item: str, measure: str, year: int, phase: str) -> Fact | None:
        return self.facts.get((statement, item, measure, year, phase))
