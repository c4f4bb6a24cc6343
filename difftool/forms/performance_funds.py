"""Sheets of labels and values: one project or the whole body a sheet, with its funds beside their labels."""

from __future__ import annotations

import re
from dataclasses import replace

from difftool.forms.columns import Meaning, read_meaning
from difftool.forms.facts import fact_of
from difftool.forms.form import Form
from difftool.forms.labels import name_of, plain, squeeze
from difftool.model.document import Cell, Grid
from difftool.model.fact import Fact
from difftool.model.money import read_money

_NAME_LABEL = re.compile(r"^(?:一级|二级|专项)?(?:项目|专项|专项资金|资金)(?:\(.*\))?名称|^专项\(项目\)名称")
_BODY_LABEL = re.compile(r"^(?:预算)?(?:部门|单位|部门\(单位\)|市级预算部门\(单位\))(?:名称)?$|^部门\(单位\)名称$")
_FUNDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(?:其中:)?(?:本级|市级|当年|年度)?(?:财政)(?:拨款|资金|预算)"), "fiscal"),
    (re.compile(r"^(?:其中:)?一般公共预算"), "general_public"),
    (re.compile(r"^(?:其中:)?政府性基金"), "government_fund"),
    (re.compile(r"^(?:其中:)?(?:上年)?结转"), "carryover_in"),
    (re.compile(r"^(?:其中:)?(?:其[他它]|自筹|单位)(?:资金|收入)"), "other"),
    (re.compile(r"总额:?$|^(?:年度|当年)?预算(?:金额|数|资金)?:?$|^项目资金|^(?:年度)?资金(?:金额)?:?$"), "total"),
)
_HEADINGS = re.compile(r"^(?:总额|预算支出总额|财政拨款|其[他它]资金|合计|小计|基本支出|项目支出|财政资金|资金总额)$")
_INDICATORS = re.compile(r"一级指标|指标名称")
_TOTAL = re.compile(r"^(?:金额)?(?:合计|总计)$")
_IN_TEN_THOUSANDS = re.compile(r"[(（]?万元[)）]?$")
_TITLE = re.compile(r"^(?:.*?年(?:度)?)?(.{2,}?)(?:项目)?(?:支出)?绩效(?:目标)?(?:申报)?表")


def opens_sheet(grid: Grid) -> bool:
    """Whether a grid begins with a name label and its value: "项目名称 | 审计业务经费"."""
    for row in range(min(grid.rows, 3)):
        texts = [plain(cell.text) for cell in grid.row_cells(row) if cell.text.strip()]
        if texts:
            return len(texts) in (2, 4) and bool(_NAME_LABEL.search(texts[0]) or _BODY_LABEL.match(texts[0]))
    return False


def in_printed_unit(form: Form) -> Form:
    """The form with the unit that its own labels print: such forms often are in 万元 among forms in 元."""
    for grid in form.parts:
        for cell in grid.cells:
            text = squeeze(cell.text)
            if len(text) <= 20 and _IN_TEN_THOUSANDS.search(text) and not text[:1].isdigit() and "≤" not in text:
                return replace(form, unit="万元")
    return form


def read_funds(form: Form) -> tuple[Fact, ...]:
    """The funds of every sheet in the form; a name label begins the next one."""
    form = in_printed_unit(form)
    reader = SheetReader(form)
    for grid in form.parts:
        for row in range(grid.rows):
            reader.read_row(grid, row)
    return tuple(reader.facts)


class SheetReader:
    """Goes down a sheet and remembers what it is about and which headings stand over the columns."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.facts: list[Fact] = []
        self.item, self.name = "", ""
        self.headings: dict[int, tuple[str, ...]] = {}
        title = _TITLE.match(form.title)
        if form.statement == "overall_performance":
            self.item, self.name = (f"unit:{form.entity}", form.entity) if form.entity else ("total", "")
        elif title and title.group(1) not in ("项目", "部门", "政策和项目预算"):
            self.item, self.name = f"project:{title.group(1)}", title.group(1)

    def read_row(self, grid: Grid, row: int) -> None:
        cells = [cell for cell in grid.row_cells(row) if cell.text.strip()]
        texts = [plain(cell.text) for cell in cells]
        if any(_INDICATORS.search(text) for text in texts):
            self.headings = {}
            return
        self.take_name(cells, texts)
        if sum(bool(_HEADINGS.match(text)) for cell, text in zip(cells, texts, strict=True) if cell.row == row) >= 2:
            self.take_headings(cells, row)
            return
        if self.headings and self.read_columns(grid, cells, row):
            return
        self.read_labels(cells, row)

    def take_name(self, cells: list[Cell], texts: list[str]) -> None:
        for index, text in enumerate(texts[:-1]):
            value = squeeze(cells[index + 1].text)
            if _NAME_LABEL.search(text) and self.form.statement == "project_performance":
                self.item, self.name = f"project:{name_of(value)}", name_of(value)
            elif _BODY_LABEL.match(text) and self.form.statement == "overall_performance":
                self.item, self.name = f"unit:{value}", value

    def take_headings(self, cells: list[Cell], row: int) -> None:
        for cell in cells:
            for column in range(cell.column, cell.column + cell.column_span):
                above = self.headings.get(column, ()) if cell.row == row else ()
                text = squeeze(cell.text)
                if not above or above[-1] != text:
                    self.headings[column] = (*above, text)

    def read_columns(self, grid: Grid, cells: list[Cell], row: int) -> bool:
        """Amounts under headings; a text of the row's own names a task, 金额合计 the total."""
        money = [cell for cell in cells if cell.row == row and read_money(cell.text, self.form.unit) is not None]
        if not money:
            return False
        named = [c for c in cells if c.row == row and c.column < money[0].column and read_money(c.text, "元") is None]
        item, name = self.item, self.name
        if named:
            name = name_of(named[0].text)
            item = "total" if _TOTAL.match(plain(name)) else f"line:{name}"
        for cell in money:
            path = self.headings.get(cell.column, ())
            if path and any(_HEADINGS.match(plain(text)) for text in path):
                self.add(item, name, fund_of(path, self.form), cell)
        return True

    def read_labels(self, cells: list[Cell], row: int) -> None:
        """Amounts to the right of labels: "年度资金总额：" | 31.00 | "其中：财政拨款" | 31.00."""
        measure = ""
        for cell in cells:
            text = plain(cell.text)
            found = next((fund for pattern, fund in _FUNDS if pattern.search(text)), "")
            if found:
                measure = found
            elif measure and cell.row == row and read_money(cell.text, self.form.unit) is not None:
                self.add(self.item, self.name, measure, cell)
                measure = ""
            elif read_money(cell.text, "元") is None and cell.row == row:
                measure = ""

    def add(self, item: str, name: str, measure: str, cell: Cell) -> None:
        if not item:
            return
        fact = fact_of(self.form, item, name, Meaning(measure), cell)
        if fact is not None:
            self.facts.append(fact)


def fund_of(path: tuple[str, ...], form: Form) -> str:
    """The measure of headings such as 财政拨款 over 合计, 基本支出, 项目支出."""
    measure = read_meaning(path, year=form.year, stage=form.stage).measure
    return "total" if measure.startswith("line:") else measure
