"""The sums that a disclosure's forms must keep, and those that they may keep, over its facts."""

from __future__ import annotations

from collections.abc import Iterable

from difftool.model.fact import PHASES, Fact
from difftool.proof.balances import balances
from difftool.proof.between_forms import between_forms
from difftool.proof.code_trees import code_trees, listed_trees
from difftool.proof.columns import columns
from difftool.proof.identity import DIFFERENCE, THREE_PUBLIC, Identity
from difftool.proof.ledger import Ledger
from difftool.proof.other_forms import other_columns, other_trees
from difftool.proof.two_sides import sides


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


def three_public(ledger: Ledger) -> list[Identity]:
    """三公经费 = 因公出国（境） + 公务用车 + 公务接待; 公务用车 = 购置 + 运行维护."""
    found = []
    for lines in ledger.columns().values():
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
