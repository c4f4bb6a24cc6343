"""Grids become facts: titles say which statement, headers which column, labels which line."""

from difftool.forms.beside_forms import beside_forms
from difftool.forms.reader import FormsReading, read_forms

__all__ = ["FormsReading", "beside_forms", "read_forms"]
