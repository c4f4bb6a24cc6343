"""The performance forms of a budget: projects with their targets, and the body as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from maker.coded import amount, caption
from maker.columns import Column, header, leaves
from maker.figures import Figures
from maker.money import YUAN_PER_UNIT, said
from maker.paper import Cell, Form, Key, Row

INDICATOR = (
    Column("一级指标", width=8),
    Column("二级指标", width=9),
    Column("三级指标", width=14),
    Column("指标值", width=8),
    Column("度量单位", width=6),
    Column("评（扣）分标准", width=16),
)


def project_form(figures: Figures, title: str) -> Form:
    """The total, then each project with its sum, its aim and a row for each indicator."""
    columns = (
        Column("单位编码", width=8),
        Column("单位（项目）名称", width=14),
        Column("资金总额", "total", width=10),
        Column("绩效目标", width=26),
        Column("绩效指标", parts=INDICATOR),
    )

    def money(item: str, name: str, yuan: Any, rows: int = 1) -> Cell:
        key = Key("project_performance", item, name, "total", figures.year, figures.phase)
        cell = amount(figures, key, yuan)
        return Cell(cell.text, cell.key, cell.unit, rows, 1, "right")

    total = figures.total(column="project")
    blanks = tuple(Cell() for _ in range(7))
    body: list[Row] = [(Cell("合计", columns=2), money("total", "合计", total), *blanks)]
    if "project_unit" in figures.words:
        unit = figures.words["project_unit"]
        code = Cell(figures.projects[0]["unit_code"])
        body.append((code, Cell(unit), money(f"unit:{unit}", unit, total), *blanks))
    for project in figures.projects:
        indicators = project["indicators"]
        down = len(indicators)
        yuan = said(project["amount"], "万元")
        first = (
            Cell(project["unit_code"], rows=down),
            Cell(project["name"], rows=down),
            money(f"project:{project['name']}", project["name"], yuan, down),
            Cell(project["aim"], rows=down),
        )
        for place, indicator in enumerate(indicators):
            body.append((*(first if place == 0 else ()), *(Cell(word) for word in indicator)))
    return performance(figures, title, columns, body)


def overall_form(figures: Figures, title: str, units: list[Mapping[str, Any]]) -> Form:
    """A row for each budget unit: its money by source and by nature, its aim and its first indicator."""
    nature = (Column("基本支出", "basic", width=9), Column("项目支出", "project", width=9))
    origin = (
        Column("一般公共预算", "general_public", width=10),
        Column("政府性基金拨款", "government_fund", width=10),
        Column("财政专户管理资金", "special_account", width=10),
    )
    applied = (
        Column("资金总额", "total", width=10),
        Column("按收入性质分", parts=origin),
        Column("按支出性质分", parts=nature),
    )
    columns = (
        Column("单位编码", width=8),
        Column("单位名称", width=14),
        Column("年度预算申请", parts=applied),
        Column("整体绩效目标", width=22),
        Column("部门整体支出年度绩效目标", parts=INDICATOR),
    )
    body: list[Row] = []
    for unit in units:
        values = {measure: said(text, "万元") for measure, text in unit["amounts"].items()}
        keys = [
            Key("overall_performance", f"unit:{unit['name']}", unit["name"], leaf.measure, figures.year, figures.phase)
            for leaf in leaves(columns)
            if leaf.measure
        ]
        cells = tuple(amount(figures, key, values.get(key.measure)) for key in keys)
        words = tuple(Cell(word) for word in unit["indicator"])
        body.append((Cell(unit["unit_code"]), Cell(unit["name"]), *cells, Cell(unit["aim"]), *words))
    return performance(figures, title, columns, body)


def performance(figures: Figures, title: str, columns: tuple[Column, ...], body: list[Row]) -> Form:
    if YUAN_PER_UNIT[figures.unit] != YUAN_PER_UNIT["万元"]:
        raise ValueError("performance forms are made in 万元 only")
    widths = tuple(leaf.width for leaf in leaves(columns))
    return Form(title, caption(figures, title), header(columns), tuple(body), widths, landscape=True)
