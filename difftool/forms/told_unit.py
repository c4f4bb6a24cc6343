"""The unit of a document whose forms print none, or that has no forms: the one in which its sentences tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from difftool.forms.reader import FormsReading, read_forms
from difftool.model.document import Document
from difftool.model.fact import Fact
from difftool.model.form_problems import UnitNotPrinted, UsualUnitTaken
from difftool.model.money import YUAN


def unit_told(told: Sequence[Fact]) -> str:
    """The unit in which most sentences tell their amounts, "" where none does: 昆明 publishes prose in 元 alone."""
    units = {yuan: unit for unit, yuan in YUAN.items()}
    steps = Counter(fact.quantum * 10 ** len(fact.raw.partition(".")[2]) for fact in told)
    return next((units[yuan] for yuan, _ in steps.most_common() if yuan in units), "")


def in_told_unit(document: Document, forms: FormsReading, told: Sequence[Fact]) -> FormsReading:
    """Forms that print no unit, read in the one in which their amounts are those of the sentences, which do."""
    amounts = {fact.amount for fact in told if fact.amount}

    def agreeing(reading: FormsReading) -> int:
        return len(amounts & {fact.amount for fact in reading.facts})

    # Where no sentence tells an amount, no other unit can fit better: the forms are not read again.
    others = [read_forms(document, unit) for unit in ("元", "千元")] if amounts else []
    best = max((forms, *others), key=agreeing)
    kind = UnitNotPrinted if agreeing(best) else UsualUnitTaken
    return replace(best, problems=(kind.at(unit=best.unit), *best.problems))
