"""The facts of a paper, told from what it prints: one row for each amount, in reading order."""

from __future__ import annotations

import csv
from pathlib import Path

from maker.money import plain, quantum, said
from maker.paper import Paper

COLUMNS = ("statement", "item", "name", "measure", "year", "phase", "amount", "quantum", "raw")


def facts(paper: Paper) -> list[tuple[str, ...]]:
    """Rows in `COLUMNS`. A sentence that says the same amount again adds no row."""
    rows: list[tuple[str, ...]] = []
    said_before: set[tuple[str, ...]] = set()
    for cell in paper.amounts():
        key = cell.key
        assert key is not None
        money = (plain(said(cell.text, cell.unit)), plain(quantum(cell.text, cell.unit)), cell.text)
        row = (key.statement, key.item, key.name, key.measure, str(key.year), key.phase, *money)
        mark = (key.item, key.measure, str(key.year), key.phase, money[0])
        if key.statement == "narrative":
            if mark in said_before:
                continue
            said_before.add(mark)
        rows.append(row)
    return rows


def write(paper: Paper, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(facts(paper))
