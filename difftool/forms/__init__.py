"""Grids become facts: titles say which statement, headers which column, labels which line."""

from difftool.forms.reader import FormsReading, read_forms

__all__ = ["FormsReading", "read_forms"]
