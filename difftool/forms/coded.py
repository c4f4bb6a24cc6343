"""Forms whose rows are classification codes, units or projects: 收入, 支出, 一般公共预算, 基本支出, 基金, 国有资本."""

from __future__ import annotations

from collections.abc import Sequence

from difftool import codes
from difftool.forms.classification import bare_name, code_before_name
from difftool.forms.coded_rows import CodedRows
from difftool.forms.column_roles import LABEL_ROLES
from difftool.forms.columns import CODE, UNIT
from difftool.forms.form import Form, FormReading
from difftool.forms.labels import squeeze
from difftool.forms.layout import Part
from difftool.forms.purchases import told_apart_in_list
from difftool.forms.rows import label_of
from difftool.forms.sources_and_uses import source_item
from difftool.model.document import Cell
from difftool.model.form_problems import UnreadCodes, form_named
from difftool.model.item import kind_of
from difftool.model.problem import Problem

SHOWN = 3  # codes named in one problem


def read_coded(form: Form) -> FormReading:
    """The facts of a form whose rows are lines and whose columns are measures."""
    parts = form.laid_out
    by_source = form.statement == "income" and is_by_source(parts)
    rows = CodedRows(form, economic=is_economic(form, parts), by_source=by_source)
    listed = [one for part in parts for one in rows.read(part)]
    facts = told_apart_in_list(listed) if form.statement == "other" else tuple(one.fact for one in listed)
    return FormReading(facts, (), codes_unread(form, rows.unread))


def codes_unread(form: Form, unread: Sequence[Cell]) -> tuple[Problem, ...]:
    """A problem where rows print codes that the classification cannot have: broken, or run together."""
    if not unread:
        return ()
    shown = "、".join(squeeze(cell.text) for cell in unread[:SHOWN])
    return (UnreadCodes.at(unread[0].place, **form_named(form.title), count=len(unread), shown=shown),)


def is_economic(form: Form, parts: tuple[Part, ...]) -> bool:
    """Whether the form's own rows are economic lines, as a basic-expenditure form's are unless it says 功能."""
    said = form.title + "".join(name for part in parts for column in part.columns for name in column.path)
    if "经济" in said:
        return "功能" not in said
    return form.statement == "general_public_basic" and "功能" not in said


def is_by_source(parts: tuple[Part, ...]) -> bool:
    """Whether the lines of an income form are sources, as in 江苏's 收入预算总表, and not functional lines."""
    sources = lines = 0
    for part in parts:
        labels = [column for column in part.columns if column.role in LABEL_ROLES]
        if any(column.role in (CODE, UNIT) for column in labels):
            return False
        for row in part.rows:
            label = label_of(row, labels)
            sources += kind_of(source_item(label)) == "source"
            lines += bool(code_before_name(label) or codes.top_category(bare_name(label)))
    return sources > lines
