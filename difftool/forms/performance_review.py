"""The annexes of a final account: 整体支出绩效评价基础数据表 and 整体支出绩效自评表."""

from __future__ import annotations

import re

from difftool.forms.columns import Meaning, period
from difftool.forms.facts import fact_of
from difftool.forms.form import Form
from difftool.forms.labels import name_of, plain, squeeze
from difftool.model.document import Cell, Grid
from difftool.model.fact import ADJUSTED, APPROVED, EXECUTED, Fact
from difftool.model.money import read_money

_PERIOD_HEADING = re.compile(r"20[0-4]\d年(?:度)?(?:决算|预算|执行)数?")
_PHASE_HEADINGS = (
    ("年初预算", APPROVED),
    ("全年预算", ADJUSTED),
    ("调整预算", ADJUSTED),
    ("执行数", EXECUTED),
    ("决算数", EXECUTED),
)
_LINES: tuple[tuple[str, str, str], ...] = (
    (r"三公", "public:total", "total"),
    (r"用车.*购置.*(?:维护|运行)", "public:vehicle", "total"),
    (r"公?车.*购置|车辆购置", "public:vehicle_purchase", "total"),
    (r"公?车.*(?:运行|维护)", "public:vehicle_operation", "total"),
    (r"出国", "public:abroad", "total"),
    (r"接待", "public:reception", "total"),
    (r"^项目支出", "use:project", "total"),
    (r"^基本支出$", "use:basic", "total"),
    (r"^公用经费", "use:basic", "public"),
    (r"^人员经费", "use:basic", "personnel"),
    (r"政府采购", "public:procurement", "total"),
)
_RULES = tuple((re.compile(pattern), item, measure) for pattern, item, measure in _LINES)
# "其中：一般公共预算：519.63" in one cell.
_LABELLED = re.compile(
    r"^(?:其中[:：])?(?P<label>一般公共预算(?:拨款)?|政府性基金(?:拨款)?|国有资本.*?|纳入专户.*?|其他资金|基本支出|项目支出)"
    r"[:：](?P<amount>[\d,. ]+)$"
)
_LABELS = (
    ("一般公共预算", "general_public"),
    ("政府性基金", "government_fund"),
    ("国有资本", "state_capital"),
    ("专户", "special_account"),
    ("其他资金", "other"),
    ("基本支出", "basic"),
    ("项目支出", "project"),
)


def read_data(form: Form) -> tuple[Fact, ...]:
    """The figures of the 基础数据表: expenses by year and phase, named projects under 项目支出."""
    facts: list[Fact] = []
    columns: dict[int, Meaning] = {}
    section = ""
    for grid in form.parts:
        for row in range(grid.rows):
            cells = own_cells(grid, row)
            headed = {
                cell.column: heading_period(form, cell) for cell in cells if _PERIOD_HEADING.search(squeeze(cell.text))
            }
            if len(headed) >= 2:
                columns, section = headed, ""
                continue
            label = next((cell for cell in cells if read_money(cell.text, "元") is None), None)
            if label is None or not columns:
                continue
            item, measure, section = data_line(label, section)
            for cell in cells:
                meaning = columns.get(cell.column)
                if meaning is not None and cell is not label:
                    own = Meaning(measure, meaning.year, meaning.phase)
                    fact = fact_of(form, item, name_of(label.text), own, cell)
                    if fact is not None:
                        facts.append(fact)
    return tuple(facts)


def own_cells(grid: Grid, row: int) -> list[Cell]:
    return [cell for cell in grid.row_cells(row) if cell.row == row and cell.text.strip()]


def heading_period(form: Form, cell: Cell) -> Meaning:
    """Year and phase of a heading: a final account's 预算数 is the adjusted budget."""
    year, phase = period(plain(cell.text), form.year, form.stage)
    return Meaning("total", year, ADJUSTED if phase == APPROVED else phase)


def data_line(label: Cell, section: str) -> tuple[str, str, str]:
    """Item and measure of a line, and the section that it opens or stands in."""
    text = plain(label.text)
    for pattern, item, measure in _RULES:
        if pattern.search(text):
            return item, measure, item
    if section == "use:project":
        return f"project:{name_of(label.text)}", "total", section
    return f"line:{name_of(label.text)}", "total", section


def read_review(form: Form) -> tuple[Fact, ...]:
    """The figures of the 自评表: the year's funds by phase, and their parts by fund and use."""
    facts: list[Fact] = []
    phases: dict[int, str] = {}
    for grid in form.parts:
        for row in range(grid.rows):
            cells = own_cells(grid, row)
            headed = {c.column: phase for c in cells for word, phase in _PHASE_HEADINGS if word in plain(c.text)}
            if len(headed) >= 2:
                phases = headed
                continue
            if any("一级指标" in plain(cell.text) for cell in cells):
                return tuple(facts)
            label = next((cell for cell in cells if "资金总额" in plain(cell.text)), None)
            for cell in cells:
                if label is not None and cell.column in phases:
                    add(facts, form, label.text, Meaning("total", 0, phases[cell.column]), cell)
                match = _LABELLED.match(squeeze(cell.text))
                if match:
                    measure = next(m for word, m in _LABELS if word in match.group("label"))
                    inner = Cell(match.group("amount"), cell.row, cell.column, cell.place)
                    add(facts, form, match.group("label"), Meaning(measure, 0, EXECUTED), inner)
    return tuple(facts)


def add(facts: list[Fact], form: Form, name: str, meaning: Meaning, cell: Cell) -> None:
    fact = fact_of(form, "total", name_of(name), meaning, cell)
    if fact is not None:
        facts.append(fact)
