"""Build facts from cells: one place that knows a form's year, phase and unit."""

from __future__ import annotations

from difftool.forms.columns import Meaning
from difftool.forms.form import Form
from difftool.model.document import Cell
from difftool.model.fact import APPROVED, EXECUTED, Fact
from difftool.model.money import read_money


def own_phase(form: Form) -> str:
    """The phase of a column that says none: approved in a budget, executed in a final account."""
    return EXECUTED if form.stage == "final" else APPROVED


def fact_of(form: Form, item: str, name: str, meaning: Meaning, cell: Cell) -> Fact | None:
    """The fact in a cell, None where the cell prints no amount."""
    money = read_money(cell.text, meaning.unit or form.unit)
    if money is None:
        return None
    return Fact(
        statement=form.statement,
        item=item,
        name=name,
        measure=meaning.measure,
        year=meaning.year or form.year,
        phase=meaning.phase or own_phase(form),
        amount=money.amount,
        quantum=money.quantum,
        raw=money.raw,
        where=cell.place,
    )
