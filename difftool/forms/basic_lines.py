"""Economic lines that a form of basic expenditure lists where other forms have projects, by their names alone."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from difftool import codes
from difftool.forms.form import Form
from difftool.model.fact import Fact


def is_basic(form: Form) -> bool:
    """Whether a form lists basic expenditure: 深圳 heads the lines of its 基本支出总表 支出项目类别."""
    return "基本支出" in form.title and "项目支出" not in form.title


def with_economic_lines(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of one form in order, what bears the name of an economic line as that line.

    Of several lines of one name (其他支出) the one under the 类 printed last is meant.
    """
    category = ""
    placed: list[Fact] = []
    for fact in facts:
        unit, _, name = fact.item.rpartition("project:")
        if name != fact.item:
            code = codes.economic_by_name(name, parent=category or None) or codes.economic_by_name(name)
            if code:
                category = code[:3]
                fact = replace(fact, item=f"{unit}econ:{code}")
        placed.append(fact)
    return tuple(placed)
