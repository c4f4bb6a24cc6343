"""Grids become facts: titles say which statement, headers which column, labels which line."""

from difftool.forms.beside_forms import beside_forms
from difftool.forms.extent import told_apart, without_forms
from difftool.forms.reader import FormsReading, read_forms
from difftool.forms.told_unit import in_told_unit, unit_told

__all__ = [
    "FormsReading",
    "beside_forms",
    "in_told_unit",
    "read_forms",
    "told_apart",
    "unit_told",
    "without_forms",
]
