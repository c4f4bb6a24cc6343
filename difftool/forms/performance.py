"""The performance forms: what projects and the whole body are to reach, with the money set for it."""

from __future__ import annotations

from difftool.forms.form import Form, FormReading
from difftool.forms.headers import read_header
from difftool.forms.indicators import read_indicators
from difftool.forms.labels import squeeze
from difftool.forms.performance_funds import opens_sheet, read_funds
from difftool.forms.performance_list import read_list
from difftool.forms.performance_review import read_data, read_review


def read_performance(form: Form) -> FormReading:
    """Facts and indicators of a performance form: a list of projects, one sheet a project, or a self-evaluation."""
    if form.statement == "performance_data":
        return FormReading(read_data(form))
    indicators = read_indicators(form)
    if form.statement == "performance_review":
        return FormReading(read_review(form), indicators)
    facts = read_list(form) if is_list(form) else read_funds(form)
    return FormReading(facts, indicators)


def is_list(form: Form) -> bool:
    """Whether the form is one list with an amount column, not a sheet of labels and values for each project."""
    if opens_sheet(form.parts[0]):
        return False
    header = read_header(form.parts[0])
    last = [squeeze(path[-1]) for path in header.paths if path]
    named = any(text.endswith("名称") or text in ("项目", "单位", "项目名称") for text in last)
    amounts = any("总额" in text or "金额" in text or "预算数" in text or text in ("预算", "资金") for text in last)
    return named and amounts and len(last) >= 3
