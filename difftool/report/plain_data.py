"""Disclosures as plain dictionaries in the form of the fact contract (docs/facts.md).

Amounts become exact decimal strings of yuan; keys that the contract does not name stand last.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import asdict

from difftool.model.disclosure import Accounting, Disclosure, Indicator, Reason, StatedMove, Table
from difftool.model.document import Source
from difftool.model.fact import Fact
from difftool.model.money import plain
from difftool.model.problem import Problem

Data = dict[str, object]

FACTS_SCHEMA = "difftool.facts/1"


def decimal_text(value: Decimal) -> str:
    """The number exactly, without exponent and trailing zeros."""
    return format(plain(value), "f")


def disclosure_data(disclosure: Disclosure) -> Data:
    """All that one document says."""
    data: Data = {
        "schema": FACTS_SCHEMA,
        "disclosure": heading_data(disclosure),
        "tables": [table_data(table) for table in disclosure.tables],
        "facts": [fact_data(fact) for fact in disclosure.facts],
        "reasons": [reason_data(reason) for reason in disclosure.reasons],
        "indicators": [indicator_data(indicator) for indicator in disclosure.indicators],
        "problems": [problem_data(problem) for problem in disclosure.problems],
        "stated_moves": [stated_move_data(move) for move in disclosure.stated_moves],
        "accounting": accounting_data(disclosure.accounting),
    }
    return data


def accounting_data(accounting: Accounting) -> Data:
    """What became of the numbers on the pages of forms; `share` of them is accounted for."""
    return {"numbers": accounting.numbers, **asdict(accounting), "share": str(accounting.share)}


def heading_data(disclosure: Disclosure) -> Data:
    """Who published what, for which year, in which file."""
    return {
        "entity": disclosure.entity,
        "year": disclosure.year,
        "stage": disclosure.stage,
        "unit": disclosure.unit,
        "source": source_data(disclosure.source),
    }


def source_data(source: Source) -> Data:
    data: dict[str, object] = {
        "path": source.path,
        "sha256": source.sha256,
        "format": source.format,
        "pages": source.pages,
    }
    if source.files:
        data["files"] = [{"name": file.name, **source_data(file)} for file in source.files]
    return data


def table_data(table: Table) -> Data:
    return {
        "statement": table.statement,
        "title": table.title,
        "where": table.where.as_dict(),
        "rows": table.rows,
        "empty": table.empty,
        "entity": table.entity,
    }


def fact_data(fact: Fact) -> Data:
    data: dict[str, object] = {
        "statement": fact.statement,
        "item": fact.item,
        "name": fact.name,
        "measure": fact.measure,
        "year": fact.year,
        "phase": fact.phase,
        "amount": decimal_text(fact.amount),
        "quantum": decimal_text(fact.quantum),
        "raw": fact.raw,
        "where": fact.where.as_dict(),
        "verified": list(fact.verified),
    }
    return data | {"recognised": True} if fact.recognised else data


def reason_data(reason: Reason) -> Data:
    return {
        "item": reason.item,
        "text": reason.text,
        "where": reason.where.as_dict(),
        "measure": reason.measure,
        "year": reason.year,
        "against": reason.against,
        "set_phrase": reason.set_phrase,
    }


def indicator_data(indicator: Indicator) -> Data:
    data: Data = {
        "project": indicator.project,
        "level1": indicator.level1,
        "level2": indicator.level2,
        "level3": indicator.level3,
        "target": indicator.target,
    }
    if indicator.actual is not None:
        data["actual"] = indicator.actual
    return data | {"where": indicator.where.as_dict(), "weight": indicator.weight, "score": indicator.score}


def problem_data(problem: Problem) -> Data:
    data: Data = {"code": problem.code, "message": problem.message}
    if problem.where is not None:
        data["where"] = problem.where.as_dict()
    return data


def stated_move_data(move: StatedMove) -> Data:
    return {
        "from": list(move.givers),
        "to": list(move.receivers),
        "amount": None if move.amount is None else decimal_text(move.amount),
        "quote": move.quote,
        "where": move.where.as_dict(),
        "item": move.item,
        "from_measure": move.giver_measure,
        "to_measure": move.receiver_measure,
    }
