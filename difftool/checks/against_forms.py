"""A figure from one part of a document held against every figure of the forms that it could repeat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from difftool.checks.causes import Cause
from difftool.checks.figures import say_both, say_fact
from difftool.checks.names import form_name, form_name_en, line_name, phase_name
from difftool.checks.rule import Examination, Finding
from difftool.model.comparison import ROUNDING
from difftool.model.fact import Fact
from difftool.model.money import ten_thousand_times_apart

_ALL_BUT = Decimal("0.001")
UNIT_SLIP = "，相差一万倍：一处的金额单位有误"
UNIT_SLIP_EN = ", ten thousand times apart: one of the units is wrong"


class Against(Struct, frozen=True):
    """A figure and those of the forms that it could repeat; where there are none, nothing can be said.

    `step` is what the figure's print could show. `about` names what both are amounts of, the item where nothing else
    is said: the same figure about one thing, printed in several places, is one finding.
    """

    figure: Fact
    forms: Sequence[Fact]
    step: Decimal
    about: str = ""

    @property
    def agrees(self) -> bool:
        return any(self.same(fact) for fact in self.forms)

    def same(self, fact: Fact) -> bool:
        """Whether the two can be one amount, as far as both prints show."""
        return abs(self.figure.amount - fact.amount) <= (self.step + fact.quantum) / 2

    @property
    def meant(self) -> Fact:
        """The form's figure that is all but the same, else that of most support in the same column, or in any."""
        figure = self.figure
        near = min(self.forms, key=lambda fact: abs(fact.amount - figure.amount))
        if abs(near.amount - figure.amount) <= abs(figure.amount) * _ALL_BUT:
            return near
        column = [fact for fact in self.forms if fact.measure == figure.measure] or list(self.forms)
        support = Counter(fact.amount for fact in column)
        return min(column, key=lambda fact: (-support[fact.amount], abs(fact.amount - figure.amount)))


def compare(pairs: Iterable[Against], causes: Iterable[Cause], missing: str, missing_en: str) -> Examination:
    """A finding for each figure that no form prints; the same figure printed again elsewhere is told once.

    A figure that the sums of a form give, where the form itself misprints it, is no finding: the misprint is told.
    """
    right = {id(cause.culprit): cause.right for cause in causes if cause.sure}
    decidable = [pair for pair in pairs if pair.forms]
    told: dict[tuple[str, str, Decimal], list[Against]] = {}
    for pair in decidable:
        mended = any(abs(pair.figure.amount - right.get(id(fact), fact.amount)) <= pair.step / 2 for fact in pair.forms)
        if not pair.agrees and not mended:
            proper = [fact for fact in pair.forms if id(fact) not in right]
            pair = replace(pair, forms=proper) if proper else pair  # not a misprint that is told of its own
            about = pair.about or pair.figure.item
            told.setdefault((about, pair.meant.phase, pair.figure.amount), []).append(pair)
    if not decidable:
        return Examination((), 0, missing, missing_en)
    return Examination(tuple(tell(group) for group in told.values()), len(decidable))


def tell(group: list[Against]) -> Finding:
    figure, meant = group[0].figure, group[0].meant
    support = [fact for fact in group[0].forms if fact.amount == meant.amount]
    sources = dict.fromkeys(pair.figure.statement for pair in group)
    last_digit = abs(figure.amount - meant.amount) <= max(group[0].step, meant.quantum)
    slip, expected, found = said(meant, figure)
    return Finding(
        expected=expected,
        found=found,
        cells=tuple(dict.fromkeys([*(pair.figure.where for pair in group), *(fact.where for fact in support)])),
        details={
            "line": line_name(figure),
            "phase": phase_name(figure.phase),
            "phase_en": figure.phase,
            "form": form_name(meant.statement),
            "of": "" if meant.phase == figure.phase else f"的{phase_name(meant.phase)}数",
            "source": "、".join(map(form_name, sources)),
            "hint": UNIT_SLIP if slip else "",
        },
        details_en={
            "form": form_name_en(meant.statement),
            "of": "" if meant.phase == figure.phase else f" ({meant.phase})",
            "source": ", ".join(map(form_name_en, sources)),
            "hint": UNIT_SLIP_EN if slip else "",
        },
        grade=ROUNDING if last_digit else "",
    )


def said(meant: Fact, figure: Fact) -> tuple[bool, str, str]:
    """Whether one of two amounts has the other's figures in another unit, and both in words: as printed, if so."""
    if ten_thousand_times_apart(meant.amount, figure.amount):
        return True, say_fact(meant), say_fact(figure)
    return False, *say_both(meant, figure)
