"""The unit of a form that prints none: the one in which its amounts are those of the forms that do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from difftool.forms.form import Form
from difftool.model.fact import Fact
from difftool.model.money import YUAN

LEAST = 3  # amounts that must agree in another unit, while none does in the one that was taken
LOOKED_AT = 80  # amounts of a form


def borne_out_unit(form: Form, own: Sequence[Fact], others: Iterable[Fact]) -> str:
    """The unit of a form without one of its own, its usual unit where the other forms do not say otherwise.

    `own` are its facts in the usual unit, `others` those of forms that print theirs. A form bound in from elsewhere
    is in 元 among forms in 万元, and only the amounts tell.
    """
    known = [(fact.amount, fact.quantum) for fact in others if fact.amount]
    mine = list({fact.amount: fact for fact in own if fact.amount}.values())[:LOOKED_AT]

    def agreeing(unit: str) -> int:
        scale = YUAN[unit] / YUAN[form.unit]
        return sum(is_among(fact.amount * scale, fact.quantum * scale, known) for fact in mine)

    if not known or len(mine) < LEAST or agreeing(form.unit):
        return form.unit
    best = max(("元", "千元", "万元"), key=agreeing)
    return best if agreeing(best) >= LEAST else form.unit


def is_among(amount: Decimal, quantum: Decimal, known: Iterable[tuple[Decimal, Decimal]]) -> bool:
    """Whether an amount is one of those known, as far as the coarser of both prints shows."""
    return any(abs(amount - other) <= max(quantum, step) / 2 for other, step in known)
