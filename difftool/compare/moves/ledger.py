"""The lines of one statement with what each had and has, column by column: the books that moves are found in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct, field

from difftool.compare.roles import OWN
from difftool.model.comparison import Pair
from difftool.model.item import CLASSIFIED, kind_of, name_in, stands_within

TOTAL, BASIC, PROJECT = "total", "basic", "project"
COLUMNS = (TOTAL, BASIC, PROJECT)

Amounts = dict[str, Decimal]
_LENGTH_OF_ITEM_CODES = 7
_ZERO = Decimal(0)
_COARSEST = Decimal(10_000)


class Line(Struct):
    """One line: yuan by column on each side, and its names."""

    item: str
    old: Amounts = field(default_factory=dict)
    new: Amounts = field(default_factory=dict)
    old_name: str = ""
    new_name: str = ""

    def before(self, measure: str = TOTAL) -> Decimal:
        return self.old.get(measure, _ZERO)

    def after(self, measure: str = TOTAL) -> Decimal:
        return self.new.get(measure, _ZERO)

    def delta(self, measure: str = TOTAL) -> Decimal:
        return self.after(measure) - self.before(measure)

    @property
    def columns(self) -> frozenset[str]:
        """The columns that have an amount on one side at least."""
        return frozenset(self.old) | frozenset(self.new)

    @property
    def came(self) -> bool:
        return not self.before() and bool(self.after())

    @property
    def went(self) -> bool:
        return bool(self.before()) and not self.after()

    @property
    def code(self) -> str:
        return name_in(self.item)

    @property
    def section(self) -> str:
        """The 款 that a 项 stands under; a line of a higher level, or an economic one, is under none but itself."""
        return self.item[:-2] if len(self.code) == _LENGTH_OF_ITEM_CODES else self.item


class Ledger(Struct, frozen=True):
    """The coded lines of one statement. `leaves` are the lowest printed ones: money moves between these.

    `step` is the finest that both sides print, in yuan. `slack` is what rounding may hide of the change of one line:
    nothing where both print alike, half a step where one prints 元 and the other 万元.
    """

    statement: str
    lines: Mapping[str, Line]
    leaves: frozenset[str]
    step: Decimal
    slack: Decimal = _ZERO

    def changed_leaves(self, among: Iterable[str] | None = None) -> list[Line]:
        """The leaves whose amount differs by more than rounding, in order of code."""
        chosen = self.leaves if among is None else self.leaves & frozenset(among)
        return [self.lines[item] for item in sorted(chosen) if abs(self.lines[item].delta()) > self.slack]


def ledger_of(statement: str, pairs: Iterable[Pair]) -> Ledger:
    """The ledger of the documents' own amounts in one statement.

    Leaves are coded lines; projects and units are there for the sentences that name them.
    """
    lines: dict[str, Line] = {}
    old_step, new_step = _COARSEST, _COARSEST
    for pair in pairs:
        kind = kind_of(pair.item)
        if pair.statement != statement or pair.role != OWN or pair.occurrence or pair.measure not in COLUMNS:
            continue
        if kind not in (*CLASSIFIED, "project", "unit") or stands_within(pair.item):
            continue
        line = lines.setdefault(pair.item, Line(pair.item))
        if pair.old is not None:
            line.old[pair.measure] = pair.old.amount
            line.old_name = line.old_name or pair.old.name
            old_step = min(old_step, pair.old.quantum)
        if pair.new is not None:
            line.new[pair.measure] = pair.new.amount
            line.new_name = line.new_name or pair.new.name
            new_step = min(new_step, pair.new.quantum)
    step = max(old_step, new_step)
    return Ledger(statement, lines, _leaves(lines), step, _ZERO if old_step == new_step else step / 2)


def units_of(pairs: Iterable[Pair]) -> Ledger | None:
    """The units of a body with the money of each, from the first form that tells several of them on both sides.

    Its leaves are the units: money moves from the body itself to a unit of its own and between these.
    """
    pairs = list(pairs)
    for statement in ("expenditure", "income"):
        ledger = ledger_of(statement, pairs)
        units = {item: line for item, line in ledger.lines.items() if kind_of(item) == "unit" and TOTAL in line.columns}
        if sum(bool(line.old) for line in units.values()) > 1 < sum(bool(line.new) for line in units.values()):
            return Ledger(statement, units, frozenset(units), ledger.step, ledger.slack)
    return None


def less(whole: Ledger, part: Ledger) -> Ledger:
    """What the lines of `whole` have over and above `part`: all expenditure less that of the general public budget."""
    lines: dict[str, Line] = {}
    for item, line in whole.lines.items():
        taken = part.lines.get(item, Line(item))
        lines[item] = Line(
            item,
            {measure: amount - taken.before(measure) for measure, amount in line.old.items()},
            {measure: amount - taken.after(measure) for measure, amount in line.new.items()},
            line.old_name,
            line.new_name,
        )
    return Ledger(whole.statement, lines, whole.leaves, whole.step, whole.slack)


def _leaves(lines: Mapping[str, Line]) -> frozenset[str]:
    """The lowest lines that can be compared.

    A line that both documents print, but break down in one of them only, is itself the lowest: its parts have
    nothing to meet.
    """
    children: dict[str, list[Line]] = {}
    waiting: list[str] = []
    for item, line in lines.items():
        if kind_of(item) not in CLASSIFIED:
            continue
        parent = next((item[:-cut] for cut in (2, 4) if item[:-cut] in lines), None)
        if parent is None:
            waiting.append(item)
        else:
            children.setdefault(parent, []).append(line)
    leaves: set[str] = set()
    while waiting:
        item = waiting.pop()
        below = children.get(item, [])
        line = lines[item]
        broken_down_twice = any(child.old for child in below) and any(child.new for child in below)
        if below and (broken_down_twice or not (line.old and line.new)):
            waiting.extend(child.item for child in below)
        else:
            leaves.add(item)
    return frozenset(leaves)
