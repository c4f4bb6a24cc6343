"""整体支出绩效评价基础数据表: what a unit spent under control, last year, in the budget and in the final account."""

from __future__ import annotations

import re

from difftool.forms.form import Form, FormReading
from difftool.forms.labels import name_of, plain, squeeze
from difftool.forms.performance_headings import starting
from difftool.model.document import Cell, Grid
from difftool.model.fact import ADJUSTED, APPROVED, EXECUTED, Fact
from difftool.model.form_problems import AmountWithoutHeading
from difftool.model.money import read_money
from difftool.model.problem import Problem
from difftool.pattern import lazy_pattern

_LINES: tuple[tuple[str, str, str], ...] = (
    (r"\W?三公\W?经费(?:合计|小计)?", "public:total", "total"),
    (r"(?:公务用车|公车)购置(?:费|经费)?", "public:vehicle_purchase", "total"),
    (r"(?:公务用车|公车)(?:运行|维护).*", "public:vehicle_operation", "total"),
    (r"(?:公务用车|公车)购置.*(?:维护|运行).*", "public:vehicle", "total"),
    (r"(?:因公)?出国.*", "public:abroad", "total"),
    (r"公务接待(?:费|经费)?", "public:reception", "total"),
    (r"机关运行经费", "public:agency_operation", "total"),
    (r"会议费", "public:meeting", "total"),
    (r"培训费", "public:training", "total"),
    (r"政府采购(?:金额|支出|预算)?", "public:procurement", "total"),
    (r"项目支出", "use:project", "total"),
    (r"基本支出", "use:basic", "total"),
    (r"人员(?:经费|支出)", "use:basic", "personnel"),
    (r"公用经费", "use:basic", "public"),
    (r"支出总额|支出合计", "use:total", "total"),
)
_LINE_RULES = tuple((lazy_pattern(pattern), item, measure) for pattern, item, measure in _LINES)
_PERIOD = lazy_pattern(r"(20\d\d)年(?:度)?(年初预算|全年预算|调整后?预算|预算|决算|执行)数?")


def read_data(form: Form) -> FormReading:
    """The amounts of a basic data form: 三公 lines, projects, public expenses, each of the year and phase over it."""
    facts: list[Fact] = []
    problems: list[Problem] = []
    for part in form.parts:
        periods: dict[int, tuple[int, str]] = {}
        under_projects = False
        for row in range(part.rows):
            cells = starting(part, row)
            if found := periods_of(cells):
                periods = found
            elif periods and cells:
                if other_table(cells):
                    periods = {}
                    continue
                under_projects = read_line(form, part, cells, periods, under_projects, facts)
            elif unread := [cell for cell in cells if "." in cell.text and read_money(cell.text, form.unit)]:
                problems.append(AmountWithoutHeading.at(unread[0].place))
    return FormReading(tuple(facts), (), tuple(problems))


def periods_of(cells: list[Cell]) -> dict[int, tuple[int, str]]:
    """Year and phase by column, for a row of headings like "2023年决算数"; a bare 预算数 is the adjusted budget."""
    found = {}
    for cell in cells:
        match = _PERIOD.fullmatch(plain(cell.text).removesuffix("(万元)"))
        if match:
            phase = EXECUTED if match.group(2) in ("决算", "执行") else ADJUSTED
            found[cell.column] = (int(match.group(1)), APPROVED if match.group(2) == "年初预算" else phase)
    return found if len(found) > 1 else {}


def other_table(cells: list[Cell]) -> bool:
    """Whether the headings of the next table stand in this row (楼堂馆所控制情况: 批复规模, 实际规模 …)."""
    return sum(bool(re.search(r"规模|控制率|投资|编制数", cell.text)) for cell in cells) > 1


def read_line(
    form: Form,
    grid: Grid,
    cells: list[Cell],
    periods: dict[int, tuple[int, str]],
    under_projects: bool,
    facts: list[Fact],
) -> bool:
    """Add a line's facts; returns whether the next lines are the projects that 项目支出 is made of."""
    label = next((cell for cell in cells if cell.column < min(periods) and read_money(cell.text, "元") is None), None)
    if label is None:
        return under_projects
    name = name_of(label.text).rstrip("：:")
    matching = plain(label.text).rstrip(":")
    known = next(((item, measure) for rule, item, measure in _LINE_RULES if rule.fullmatch(matching)), None)
    item, measure = known or (f"{'project' if under_projects else 'line'}:{name}", "total")
    for column, (year, phase) in periods.items():
        cell = grid.at(cells[0].row, column)
        money = read_money(cell.text, form.unit) if cell is not None else None
        if cell is not None and money is not None:
            facts.append(
                Fact(
                    form.statement, item, name, measure, year, phase, money.amount, money.quantum, money.raw, cell.place
                )
            )
    if known:
        return squeeze(matching) == "项目支出"
    return under_projects
