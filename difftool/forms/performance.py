"""Performance forms: targets of projects and of a whole unit, the data of an evaluation and its review."""

from __future__ import annotations

from difftool.forms.form import Form, FormReading
from difftool.forms.performance_data import read_data
from difftool.forms.performance_targets import read_targets


def read_performance(form: Form) -> FormReading:
    """The amounts and indicators of a performance form, list or label and value, with what could not be read."""
    return read_data(form) if form.statement == "performance_data" else read_targets(form)
