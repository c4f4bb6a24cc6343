"""The sums that a disclosure's forms must keep, as pure functions over facts: trees, columns, and between forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from difftool.model.fact import NARRATIVE, PHASES, Fact

TREE, COLUMNS, FORMS, THREE_PUBLIC, BALANCE = "tree", "columns", "forms", "three_public", "balance"
DIFFERENCE = "difference"

CODED = ("income", "expenditure", "general_public", "general_public_basic", "government_fund", "state_capital")
_COLUMN_PARTS = {
    "expenditure": ("basic", "project", "superior", "operating", "affiliated"),
    "general_public": ("basic", "project"),
    "general_public_basic": ("personnel", "public"),
    "government_fund": ("basic", "project"),
    "state_capital": ("basic", "project"),
}
_FISCAL = (("general_public", "government_fund", "state_capital"), ("fiscal",))
_SOURCES = (
    "special_account",
    "superior",
    "institutional",
    "operating",
    "affiliated",
    "other",
    "unit_funds",
)
_BESIDE_YEAR = {"source": ("carryover_in", "surplus_used"), "use": ("carryover_out", "surplus_distribution")}
_CARRIED = ("carryover_in", "surplus_used")
# Columns that may stand beside the parts without being one of them.
_BESIDE = {"total", "personnel", "public", "procurement", "total_excl_central_capital", "project_excl_capital"}

Frame = tuple[str, str, int, str]
Key = tuple[str, str, str, int, str]


@dataclass(frozen=True, slots=True)
class Identity:
    """A whole that must equal the sum of its parts. `kind` names the rule that asks for it."""

    kind: str
    whole: Fact
    parts: tuple[Fact, ...]

    @property
    def gap(self) -> Decimal:
        """The whole less the sum of its parts, in yuan."""
        return self.whole.amount - sum(part.amount for part in self.parts)

    @property
    def tolerance(self) -> Decimal:
        """Half of its own printed step for each term: what rounding alone can make."""
        return sum((fact.quantum for fact in self.facts), Decimal(0)) / 2

    @property
    def holds(self) -> bool:
        return abs(self.gap) <= self.tolerance

    @property
    def exact(self) -> bool:
        return self.gap == 0

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (self.whole, *self.parts)


def identities(facts: Iterable[Fact]) -> tuple[Identity, ...]:
    """Every identity that the forms among these facts must keep; sentences are left out.

    A line that a form prints with two amounts under one key makes its tree undecidable, and it is left out.
    """
    facts = tuple(facts)
    ledger = Ledger(facts)
    return (
        *code_trees(ledger),
        *other_trees(facts),
        *columns(ledger),
        *between_forms(ledger),
        *three_public(ledger),
        *balances(ledger),
        *differences(ledger),
    )


class Ledger:
    """The facts of forms by key. A key printed twice with one amount is one fact; with two, it is doubtful."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts: dict[Key, Fact] = {}
        self.doubtful: set[Frame] = set()
        twice: set[Key] = set()
        for fact in facts:
            if fact.statement == NARRATIVE:
                continue
            known = self.facts.setdefault(fact.key, fact)
            if known.amount != fact.amount:
                twice.add(fact.key)
        for key in twice:
            del self.facts[key]
            statement, item, measure, year, phase = key
            if item == "total" or line_above(item) is not None:
                self.doubtful.add((statement, measure, year, phase))

    def frames(self) -> dict[Frame, dict[str, Fact]]:
        """The lines of each column: statement, measure, year and phase to the facts by item."""
        found: dict[Frame, dict[str, Fact]] = defaultdict(dict)
        for (statement, item, measure, year, phase), fact in self.facts.items():
            found[statement, measure, year, phase][item] = fact
        return found

    def get(self, statement: str, item: str, measure: str, year: int, phase: str) -> Fact | None:
        return self.facts.get((statement, item, measure, year, phase))


def line_above(item: str) -> str | None:
    """The item one level up, "total" above a 类; None for what stands in no tree of codes.

    func:2010450 → func:20104, econ:301 → total, func:2010450/econ:30101 → func:2010450/econ:301 → func:2010450.
    """
    head, joint, tail = item.rpartition("/")
    scheme, _, code = tail.partition(":")
    if scheme not in ("func", "econ") or not code.isdigit():
        return None
    if len(code) > 3:
        return f"{head}{joint}{scheme}:{code[:-2]}"
    return head or "total"


def other_trees(facts: Iterable[Fact]) -> list[Identity]:
    """Totals over units and codes in forms that are none of the standard ones, where they hold.

    广州 has a form of basic expenditure by unit, 烟台 one by economic line for each kind of unit. What rows of other
    such forms are parts of, nothing says. A form begins with its total.
    """
    forms: list[list[Fact]] = []
    for fact in facts:
        if fact.statement != "other":
            continue
        if not forms or (fact.item, fact.measure) == ("total", "total"):
            forms.append([])
        forms[-1].append(fact)
    found = []
    for form in forms:
        for measure in dict.fromkeys(fact.measure for fact in form):
            column = [fact for fact in form if fact.measure == measure]
            total = column[0] if column[0].item == "total" else None
            for parts in (
                tuple(fact for fact in column if fact.item.startswith("unit:") and "/" not in fact.item),
                tuple(fact for fact in column if line_above(fact.item) == "total"),
            ):
                if total is not None and len(parts) > 1:
                    found.append(Identity(TREE, total, parts))
            for unit in (fact for fact in column if fact.item.startswith("unit:") and "/" not in fact.item):
                below = tuple(fact for fact in column if line_above(fact.item) == unit.item)
                if len(below) > 1:
                    found.append(Identity(TREE, unit, below))
    return [identity for identity in found if identity.holds]


def code_trees(ledger: Ledger) -> list[Identity]:
    """Each code is the sum of the printed codes right below it; the grand total is the sum of the top codes."""
    found = []
    for frame, lines in ledger.frames().items():
        if frame[0] not in CODED or frame in ledger.doubtful:
            continue
        found += units(lines)
        below: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for item, fact in lines.items():
            above = line_above(item)
            while above is not None and above != "total" and above not in lines:
                above = line_above(above)
            if above is not None:
                # Functional and economic lines under one line are two trees of the same money.
                tail = item if above == "total" else item.rpartition("/")[2]
                below[above, tail.partition(":")[0]].append(fact)
        found += [Identity(TREE, lines[above], tuple(parts)) for (above, _), parts in below.items() if above in lines]
    return found


def units(lines: dict[str, Fact]) -> list[Identity]:
    """The grand total as the sum of its units, where it is: units may stand under other units, which nothing says."""
    total = lines.get("total")
    parts = tuple(fact for item, fact in lines.items() if item.startswith("unit:") and "/" not in item)
    if total is None or len(parts) < 2:
        return []
    whole = Identity(TREE, total, parts)
    return [whole] if whole.holds else []


def columns(ledger: Ledger) -> list[Identity]:
    """total = basic + project (+ …) along each line, where no columns of another kind stand beside them."""
    forms: dict[tuple[str, int, str], dict[str, dict[str, Fact]]] = defaultdict(lambda: defaultdict(dict))
    for (statement, item, measure, year, phase), fact in ledger.facts.items():
        if not fact.is_change:
            forms[statement, year, phase][item][measure] = fact
    found = []
    for (statement, _, _), rows in forms.items():
        if statement == "income":
            found += income_columns(rows)
        parts = _COLUMN_PARTS.get(statement, ())
        printed = {measure for row in rows.values() for measure in row}
        if not parts or printed - {*_BESIDE, *parts}:
            continue
        if "basic" in parts and "basic" not in printed:
            parts = ("personnel", "public", *parts)
        sums = sums_along(rows, parts)
        if parts[:2] == ("basic", "project"):
            # 北京 prints 事业单位经营支出 as a part of the columns before it ("其中"), not beside them.
            sums = min(sums, sums_along(rows, parts[:2]), key=broken)
        found += sums
        if "basic" in parts:
            found += sums_along(rows, ("personnel", "public"), whole="basic", all_of_them=True)
    return found


def income_columns(rows: dict[str, dict[str, Fact]]) -> list[Identity]:
    """total = the sum of the sources, read in the way that most lines bear out; nothing where none is borne out.

    Heads differ too much to tell 其中 columns from others: a fund beside 财政拨款, a carry-over beside 本年收入.
    """
    ways = [sums_along(rows, (*first, *rest)) for first in _FISCAL for rest in (_SOURCES, (*_SOURCES, *_CARRIED))]
    best = min(ways, key=lambda way: 2 * broken(way) - len(way))
    return best if broken(best) <= max(2, len(best) // 20) else []


def broken(sums: list[Identity]) -> int:
    return sum(not identity.holds for identity in sums)


def sums_along(
    rows: dict[str, dict[str, Fact]], parts: Sequence[str], *, whole: str = "total", all_of_them: bool = False
) -> list[Identity]:
    """For each line that prints the whole, its sum over the printed parts."""
    found = []
    for row in rows.values():
        printed = tuple(row[measure] for measure in parts if measure in row)
        if whole in row and printed and (len(printed) == len(parts) or not all_of_them):
            found.append(Identity(COLUMNS, row[whole], printed))
    return found


def between_forms(ledger: Ledger) -> list[Identity]:
    """The same amount in two forms: 支出表 and 收支总表, 一般公共预算支出表 and 财政拨款收支总表, and so on."""
    found: list[Identity] = []

    def agree(fact: Fact, statement: str, items: Sequence[str], measures: Sequence[str] = ("total",)) -> None:
        twins = (ledger.get(statement, item, m, fact.year, fact.phase) for item in items for m in measures)
        pairs = [Identity(FORMS, fact, (twin,)) for twin in twins if twin is not None]
        if pairs:
            # Whether a total takes in the carry-over differs between forms and is seldom said: the nearer one is meant.
            found.append(min(pairs, key=lambda pair: abs(pair.gap)))

    uses = ("use:year_total", "use:total")
    for fact in ledger.facts.values():
        category = fact.item.startswith("func:") and len(fact.item) == len("func:201")
        match fact.statement, fact.measure:
            case "expenditure", "total" if fact.item == "total":
                agree(fact, "summary", uses)
            case "expenditure", "total" if category:
                agree(fact, "summary", (fact.item,))
            case "expenditure", ("basic" | "project") if fact.item == "total":
                agree(fact, "summary", (f"use:{fact.measure}",))
            case "income", "total" if fact.item.startswith("source:"):
                agree(fact, "summary", (fact.item,))
            case "income", "total" if fact.item == "total":
                agree(fact, "summary", ("source:year_total", "source:total"))
            case "general_public", "total" if fact.item == "total":
                agree(fact, "appropriation", uses, ("general_public",))
            case "general_public", "total" if category:
                agree(fact, "appropriation", (fact.item,), ("general_public",))
            case "government_fund", "total" if fact.item == "total":
                agree(fact, "appropriation", uses, ("government_fund",))
            case "state_capital", "total" if fact.item == "total":
                agree(fact, "appropriation", uses, ("state_capital",))
            case "general_public_basic", "total" if fact.item == "total":
                agree(fact, "general_public", ("total",), ("basic",))
    return found


def three_public(ledger: Ledger) -> list[Identity]:
    """三公经费 = 因公出国（境） + 公务用车 + 公务接待; 公务用车 = 购置 + 运行维护."""
    found = []
    for lines in ledger.frames().values():
        for whole, parts in (
            ("public:total", ("public:abroad", "public:vehicle", "public:reception")),
            ("public:vehicle", ("public:vehicle_purchase", "public:vehicle_operation")),
            # 西安's form adds meetings and training to the three: 合计.
            ("total", ("public:total", "public:meeting", "public:training")),
        ):
            printed = tuple(lines[part] for part in parts if part in lines)
            if whole in lines and printed and (whole != "total" or len(printed) == len(parts)):
                found.append(Identity(THREE_PUBLIC, lines[whole], printed))
    return found


def balances(ledger: Ledger) -> list[Identity]:
    """Both sides of a form: income equals spending, and each total is its year's total with what was carried over."""
    found = []
    for frame, lines in ledger.frames().items():
        if frame[0] not in ("summary", "appropriation"):
            continue
        income, spending = lines.get("source:total"), lines.get("use:total")
        if income is not None and spending is not None:
            found.append(Identity(BALANCE, spending, (income,)))
        for side, carried in _BESIDE_YEAR.items():
            found += total_of(lines, side, carried)
    return found


def total_of(lines: dict[str, Fact], side: str, carried: Sequence[str]) -> list[Identity]:
    """总计 = 本年合计 + 结转; nothing where a part of a carry-over is printed without the whole, or an unnamed line.

    烟台 prints 上级补助 and 附属单位上缴 below 本年收入合计, most others above it: whichever holds is meant.
    """
    total, year_total = lines.get(f"{side}:total"), lines.get(f"{side}:year_total")
    if total is None or year_total is None:
        return []
    parts = [lines[f"{side}:{item}"] for item in carried if f"{side}:{item}" in lines]
    if any(item.startswith("line:") or item.count(".") for item in lines) and not parts:
        return []
    below = [lines[f"{side}:{item}"] for item in ("superior", "affiliated") if f"{side}:{item}" in lines]
    ways = [Identity(BALANCE, total, (year_total, *parts, *more)) for more in ((), below)]
    return [min(ways, key=lambda way: abs(way.gap))]


def differences(ledger: Ledger) -> list[Identity]:
    """This year's amount = last year's + the difference that the form prints between them."""
    found = []
    for (statement, item, measure, year, phase), change in ledger.facts.items():
        if not change.is_change:
            continue
        of = measure.partition(".")[2] or "total"
        this = ledger.get(statement, item, of, year, phase)
        priors = (ledger.get(statement, item, of, year - 1, each) for each in PHASES)
        sums = [
            Identity(DIFFERENCE, this, (prior, change)) for prior in priors if this is not None and prior is not None
        ]
        if sums:
            found.append(min(sums, key=lambda way: abs(way.gap)))
    return found
