"""The sums that a disclosure's forms must keep, as pure functions over facts: trees, columns, and between forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from difftool.checks.identity import BALANCE, COLUMNS, DIFFERENCE, FORMS, THREE_PUBLIC, TREE, Identity
from difftool.checks.ledger import Ledger, Lines
from difftool.checks.other_forms import other_columns, other_trees
from difftool.checks.sides import sides
from difftool.checks.sources import BEYOND_FUNDS
from difftool.checks.trees import code_trees, listed_trees
from difftool.model.fact import PHASES, Fact
from difftool.model.funds import FUNDS

_COLUMN_PARTS = {
    "expenditure": ("basic", "project", "superior", "operating", "affiliated"),
    "general_public": ("basic", "project"),
    "general_public_basic": ("personnel", "public"),
    "government_fund": ("basic", "project"),
    "state_capital": ("basic", "project"),
}
_FISCAL = (FUNDS, ("fiscal",))
_BESIDE_YEAR = {"source": ("carryover_in", "surplus_used"), "use": ("carryover_out", "surplus_distribution")}
_CARRIED = ("carryover_in", "surplus_used")
_FEWEST_BEARING_OUT = 4
# Columns that may stand beside the parts without being one of them.
_BESIDE = {"total", "personnel", "public", "procurement", "total_excl_central_capital", "project_excl_capital"}


def identities(facts: Iterable[Fact]) -> tuple[Identity, ...]:
    """Every identity that the forms among these facts must keep; sentences are left out.

    A line that a form prints with two amounts under one key makes its tree undecidable, and it is left out.
    """
    facts = tuple(facts)
    ledger = Ledger(facts)
    return (
        *code_trees(ledger),
        *listed_trees(ledger),
        *other_trees(facts),
        *columns(ledger),
        *between_forms(ledger),
        *three_public(ledger),
        *balances(ledger),
        *differences(ledger),
    )


def bearing_out(facts: Iterable[Fact]) -> tuple[Identity, ...]:
    """Sums that bear figures out where they hold, but break no form where they do not: nothing says that they must."""
    facts = tuple(facts)
    return (*sides(Ledger(facts)), *other_columns(facts))


def columns(ledger: Ledger) -> list[Identity]:
    """total = basic + project (+ …) along each line, where no columns of another kind stand beside them."""
    found = []
    for (statement, _, _), rows in ledger.lines().items():
        if statement == "income":
            found += income_columns(rows)
        if statement == "appropriation":
            found += fund_columns(rows)
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


def income_columns(rows: Lines) -> list[Identity]:
    """total = the sum of the sources, read in the way that most lines bear out; nothing where none is borne out.

    Heads differ too much to tell 其中 columns from others: a fund beside 财政拨款, a carry-over beside 本年收入.
    """
    beyond = BEYOND_FUNDS, (*BEYOND_FUNDS, *_CARRIED)
    ways = [sums_along(rows, (*first, *rest)) for first in _FISCAL for rest in beyond]
    best = min(ways, key=lambda way: 2 * broken(way) - len(way))
    return best if broken(best) <= max(2, len(best) // 20) else []


def fund_columns(rows: Lines) -> list[Identity]:
    """合计 = the funds beside it along each line, where all lines but one bear that out."""
    sums = sums_along(rows, FUNDS)
    return sums if broken(sums) <= 1 and len(sums) >= _FEWEST_BEARING_OUT else []


def broken(sums: list[Identity]) -> int:
    return sum(not identity.holds for identity in sums)


def sums_along(rows: Lines, parts: Sequence[str], *, whole: str = "total", all_of_them: bool = False) -> list[Identity]:
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
        found += only_source(lines)
    return found


def only_source(lines: dict[str, Fact]) -> list[Identity]:
    """A year's income that is printed from one source alone is that source; nothing where a line has no known meaning.

    Of several sources some may be parts of others ("其中"), which provinces print differently.
    """
    year_total = lines.get("source:year_total")
    known = ("source:year_total", "source:total", *(f"source:{item}" for item in _CARRIED))
    sources = [fact for item, fact in lines.items() if item.startswith("source:") and item not in known and fact.amount]
    if year_total is None or len(sources) != 1 or any(item.startswith("line:") for item in lines):
        return []
    return [Identity(TREE, year_total, (sources[0],))]


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
