"""One classification as data: its lines with the years in which each name was in force, found by code and by name."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from difftool.codes.names import comparable, stem


class Line(NamedTuple):
    """A code and a name that it bore from `first_year` to `last_year`, both included; None leaves that side open.

    `sure` says that the name was seen in several published documents or is certain from the classification itself.
    """

    code: str
    name: str
    first_year: int | None
    last_year: int | None
    sure: bool

    def in_force(self, year: int) -> bool:
        return (self.first_year or 0) <= year <= (self.last_year or 9999)

    def distance(self, year: int) -> int:
        """How many years lie between `year` and the years of this name; 0 when it was in force."""
        if self.first_year is not None and year < self.first_year:
            return self.first_year - year
        if self.last_year is not None and year > self.last_year:
            return year - self.last_year
        return 0


class Classification:
    """The lines of one classification, ready for lookup."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = tuple(lines)
        self.by_code: dict[str, list[Line]] = {}
        self._by_name: dict[str, list[Line]] = {}
        self._by_stem: dict[str, list[Line]] = {}
        for line in self.lines:
            self.by_code.setdefault(line.code, []).append(line)

    def name(self, code: str, year: int | None = None) -> str | None:
        """The name of a code in a year, else the name nearest in time; the latest name without a year."""
        lines = self.by_code.get(code)
        if not lines:
            return None
        if year is None:
            return max(lines, key=lambda line: line.last_year or 9999).name
        return min(lines, key=lambda line: line.distance(year)).name

    def find(self, name: str, year: int | None = None) -> tuple[str, ...]:
        """The codes that bear this name, in order: exact names before names that differ by an ending only.

        With a year, codes in force in that year; where there are none, codes of the nearest years.
        """
        if not self._by_name:
            for line in self.lines:
                self._by_name.setdefault(comparable(line.name), []).append(line)
                self._by_stem.setdefault(stem(line.name), []).append(line)
        lines = self._by_name.get(comparable(name)) or self._by_stem.get(stem(name)) or []
        if year is not None and lines:
            nearest = min(line.distance(year) for line in lines)
            lines = [line for line in lines if line.distance(year) == nearest]
        return tuple(sorted({line.code for line in lines}))


def load(file_name: str) -> Classification:
    """A classification from the package's data: columns code, name, first_year, last_year, sure."""
    text = Path(__file__).with_name(file_name).read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    return Classification(
        Line(code, name, int(first) if first else None, int(last) if last else None, sure == "yes")
        for code, name, first, last, sure in rows
    )


def only_below(codes: Iterable[str], parent: str | None) -> str | None:
    """The one code under `parent`; of several, the one that stands alone at the level nearest to the parent.

    其他卫生健康支出 is both 21099 and 2109999: under 210 it is the first, under 21099 the second.
    """
    below = [code for code in codes if parent is None or (code.startswith(parent) and len(code) > len(parent))]
    if parent is not None and below:
        level = min(map(len, below))
        below = [code for code in below if len(code) == level]
    return below[0] if len(below) == 1 else None
