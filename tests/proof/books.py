"""Forms that add up, drawn at random."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from difftool.model.fact import Fact
from difftool.model.place import LinePlace

CODES = ("2010301", "2010350", "2010399", "2010401", "2080505", "2080506", "2101101", "2210201")
cents = st.integers(1, 9_999_999)


def book(leaves: dict[str, tuple[int, int]]) -> list[Fact]:
    """Forms that add up: 支出表 and 一般公共预算支出表 with basic and project, 收支总表 and 财政拨款收支总表 above."""
    sums: dict[str, list[int]] = {}
    for code, (basic, project) in leaves.items():
        for item in (f"func:{code}", f"func:{code[:5]}", f"func:{code[:3]}", "total"):
            both = sums.setdefault(item, [0, 0])
            both[0] += basic
            both[1] += project
    rows = []
    for form in ("expenditure", "general_public"):
        for item, (basic, project) in sums.items():
            rows += [
                (form, item, "basic", basic),
                (form, item, "project", project),
                (form, item, "total", basic + project),
            ]
    for item, (basic, project) in sums.items():
        if len(item) == len("func:201") or item == "total":
            use = "use:year_total" if item == "total" else item
            rows += [
                ("summary", use, "total", basic + project),
                ("appropriation", use, "general_public", basic + project),
            ]
    return [
        Fact(form, item, item, measure, 2024, "approved", Decimal(cent * 100), Decimal(100), str(cent), LinePlace(line))
        for line, (form, item, measure, cent) in enumerate(rows)
    ]


books = st.dictionaries(st.sampled_from(CODES), st.tuples(cents, cents), min_size=2).map(book)
