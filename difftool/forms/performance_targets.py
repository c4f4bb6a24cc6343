"""Forms of performance targets and reviews: amounts by fund for a project or a unit, and the indicators below them."""

from __future__ import annotations

import re

from msgspec import Struct, field
from msgspec.structs import replace

from difftool.forms.form import Form, FormReading
from difftool.forms.indicators import IndicatorRows, is_total_of_scores
from difftool.forms.labels import name_of, squeeze
from difftool.forms.performance_headings import Header, Heading, read_header, starting
from difftool.forms.performance_labels import (
    CODE,
    FUND,
    GOAL,
    GROUP,
    LEVEL3,
    SUBJECT,
    TARGET,
    fund_of,
    is_of_the_term,
    is_of_the_year,
    kind_of_row,
    subject_kind,
    unit_in,
)
from difftool.forms.performance_placing import heading_over, placed_cells, slid_rows
from difftool.forms.performance_review import with_phases
from difftool.forms.performance_subjects import TOTAL_NAMES, Subject, project_in_title, subject_of
from difftool.forms.units import shared_between_units
from difftool.model.disclosure import Indicator
from difftool.model.document import Cell, Grid
from difftool.model.fact import APPROVED, EXECUTED, Fact
from difftool.model.form_problems import AmountWithoutProject, WeightsInRemarks
from difftool.model.money import Money, read_money
from difftool.model.place import Place
from difftool.model.problem import Problem
from difftool.pattern import lazy_pattern

_AMOUNT = lazy_pattern(r"([\d.,，\s]+)(万元|亿元|千元|元)?")
_NUMBERED_TASK = lazy_pattern(r"任务(?:\d{1,2}|[一二三四五六七八九十]{1,3})")
_INLINE = lazy_pattern(r"(.+?)[:：]\s*([\d.,\s]+(?:万元|元)?)")


class TargetReader(Struct):
    """Walks a form row by row and remembers whose rows they are and which headings stand over them."""

    form: Form
    facts: list[Fact] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    slid: dict[tuple[Place, int], list[Place]] = field(default_factory=dict)
    split: list[Fact] = field(default_factory=list)
    rows: IndicatorRows = field(default_factory=IndicatorRows)
    header: Header | None = None
    subject: Subject | None = None
    unit: str = ""
    runner: str = ""
    runners: dict[Place, str] = field(default_factory=dict)
    carried: bool = False
    dated: bool = False
    term: int = -1

    def read(self) -> FormReading:
        self.name_by_title(self.form.title)
        self.dated = any(is_of_the_year(cell.text) for part in self.form.parts for cell in part.cells)
        for part in self.form.parts:
            self.carried = self.header is not None
            row = 0
            while row < part.rows:
                header = read_header(part, row)
                if header is not None:
                    self.header, self.carried, row = header, False, header.end
                    self.unit = header.unit or self.unit
                    continue
                self.row(part, row)
                row += 1
        parts, problems = with_phases(self.split, self.facts)
        slid: list[Problem] = [slid_rows(shift, places) for (_, shift), places in self.slid.items()]
        if self.rows.weights_in_remarks:
            slid.append(WeightsInRemarks.at(self.rows.weights_in_remarks[0]))
        facts = shared_between_units(self.facts, [self.runners.get(fact.where, "") for fact in self.facts])
        return FormReading((*facts, *parts), tuple(self.indicators), (*self.problems, *slid, *problems))

    def name_by_title(self, text: str) -> None:
        """A form with no 项目名称 has the project's name in its title: "公安办案业务经费项目绩效目标表"."""
        if self.form.statement == "project_performance" and (name := project_in_title(text)):
            self.begin("project", name)

    def begin(self, kind: str, text: str) -> None:
        """From here on the rows are of whom this text names."""
        subject = subject_of(kind, text)
        if subject.item != "total" and (self.subject is None or self.subject.name != subject.name):
            self.rows.start()
        self.subject = subject

    def row(self, grid: Grid, row: int) -> None:
        cells = starting(grid, row)
        if not cells:
            return
        if len(cells) == 1 and cells[0].column_span == grid.columns > 1:
            self.name_by_title(cells[0].text)
            return
        if self.label_of_subject(cells):
            return
        listed = self.header is not None and self.header.has(SUBJECT)
        if cells[0].column == 0 and not listed and unit_in(cells[0].text):
            self.unit, self.header = unit_in(cells[0].text), self.header if self.header and self.header.phased else None
        if not listed and self.labelled_funds(grid, row, cells):
            return
        if self.header is None:
            return
        placed = self.placed(grid, row, self.header)
        if self.header.has(FUND, SUBJECT):
            self.listed_funds(placed)
        if self.header.has(LEVEL3) and not is_total_of_scores(cells):
            self.indicator(placed)

    def label_of_subject(self, cells: list[Cell]) -> bool:
        for cell in cells:
            kind = subject_kind(cell.text)
            if not kind or (kind == "unit" and self.form.statement == "project_performance"):
                continue
            value = next((c for c in cells if c.column > cell.column), None)
            self.header, self.unit, self.term = None, "", -1
            if value is None or subject_kind(value.text):
                self.subject = None
                continue
            self.begin(kind, value.text)
            return True
        return False

    def labelled_funds(self, grid: Grid, row: int, cells: list[Cell]) -> bool:
        """A row of labels with their amounts beside them: "其中：财政拨款 | 25.89", or one under each phase."""
        if self.header is not None and self.header.has(LEVEL3):
            return False
        found = False
        for cell in cells:
            inline = _INLINE.fullmatch(cell.text.strip())
            if inline and (measure := fund_of(inline.group(1))) is not None:
                money = self.money(inline.group(2))
                if money is not None:
                    self.split.append(self.fact(cell, money, "total", name_of(inline.group(1)), measure, ""))
                found = True
                continue
            label_measure = fund_of(cell.text)
            if label_measure is None or read_money(cell.text, "元") is not None:
                continue
            values = self.values(grid, row, cell)
            if not values and not self.header_phased:
                continue
            found = True
            self.label(cell, label_measure, values)
        return found

    @property
    def header_phased(self) -> bool:
        return self.header is not None and self.header.phased

    def values(self, grid: Grid, row: int, label: Cell) -> list[Cell]:
        """The cells right of a label up to the next label."""
        found = []
        for cell in grid.row_cells(row):
            if cell.column <= label.column or cell.row != row or not cell.text.strip():
                continue
            if self.money(cell.text) is None and not re.search(r"\d", cell.text):
                break
            found.append(cell)
        return found

    def label(self, label: Cell, measure: str, values: list[Cell]) -> None:
        if self.dated and is_of_the_term(label.text):
            self.term = label.column
        if label.column == self.term:
            measure = f"term.{measure}"
        unit = unit_in(label.text)
        for cell in values:
            phase = ""
            if self.header_phased and self.header is not None:
                heading = heading_over(self.header, cell, carried=self.carried)
                if heading is None or heading.role != FUND or not heading.phase:
                    continue
                phase = heading.phase
            money = self.money(cell.text, unit)
            if money is not None:
                self.add(cell, money, measure, phase, name_of(label.text).rstrip("：:"))
            if not phase:
                break

    def money(self, text: str, unit: str = "") -> Money | None:
        match = _AMOUNT.fullmatch(text.strip())
        if match is None:
            return None
        money = read_money(match.group(1), match.group(2) or unit or self.unit or self.form.unit)
        return None if money is None else replace(money, raw=text.strip())

    def fact(self, cell: Cell, money: Money, item: str, name: str, measure: str, phase: str) -> Fact:
        own = EXECUTED if self.form.stage == "final" else APPROVED
        return Fact(
            self.form.statement, item, name, measure, self.form.year, phase or own,
            money.amount, money.quantum, money.raw, cell.place,
        )  # fmt: skip

    def add(self, cell: Cell, money: Money, measure: str, phase: str, label: str) -> None:
        if self.form.statement == "performance_review":
            self.facts.append(self.fact(cell, money, "total", label, measure, phase))
            return
        subject = self.subject
        if subject is None and self.form.statement == "overall_performance":
            subject = (
                Subject(f"unit:{self.form.entity}", self.form.entity) if self.form.entity else Subject("total", label)
            )
        if subject is None:
            self.problems.append(AmountWithoutProject.at(cell.place, line=label, raw=money.raw))
            return
        self.facts.append(self.fact(cell, money, subject.item, subject.name, measure, phase))

    def placed(self, grid: Grid, row: int, header: Header) -> list[tuple[Heading, Cell, bool]]:
        """The cells over a row with their headings; True where the cell begins here. Slid indicators are put back."""
        found, shift = placed_cells(grid, row, header, carried=self.carried)
        if shift:
            place, rows = grid.row_cells(row)[0].place, self.slid.setdefault((grid.place, shift), [])
            if place not in rows:
                rows.append(place)
        return found

    def listed_funds(self, placed: list[tuple[Heading, Cell, bool]]) -> None:
        here = [(h, c) for h, c, fresh in placed if fresh and c.text.strip()]
        amounts = [(h, c, m) for h, c in here if h.role == FUND and (m := self.money(c.text)) is not None]
        names = [(h, c) for h, c in here if h.role == SUBJECT]
        code = next((c for h, c in here if h.role in (CODE, SUBJECT) and name_of(c.text) in TOTAL_NAMES), None)
        if code is not None:
            self.begin("total", code.text)
        elif names:
            heading, name = next(((h, c) for h, c in names if "项目" in h.text), names[0])
            if _NUMBERED_TASK.fullmatch(squeeze(name.text)):
                # 西安 numbers its tasks and tells what they are beside it: 任务3 is another task next year.
                name = next((cell for other, cell in here if other.role == GOAL), name)
            with_goal = any(h.role in (GOAL, LEVEL3, TARGET) for h, _ in here)
            self.begin(kind_of_row(heading.text, with_goal), name.text)
        self.runner = runner_beside(placed, self.runner)
        label = amounts[0][0].text if amounts else ""
        for heading, cell, money in amounts:
            self.runners[cell.place] = self.runner
            self.add(cell, money, heading.measure, heading.phase, label)

    def indicator(self, placed: list[tuple[Heading, Cell, bool]]) -> None:
        if self.header is None:
            return
        if sum(heading.role == LEVEL3 and bool(heading.over) for heading in self.header.headings) > 1:
            self.side_by_side(placed)
            return
        by_role: dict[str, Cell] = {}
        for heading, cell, _ in placed:
            if cell.text.strip() and heading.role not in (FUND, GROUP):
                by_role.setdefault(heading.role, cell)
        fresh = frozenset(h.role for h, c, begins in placed if begins)
        if not any(role in fresh for role in (LEVEL3, TARGET)):
            return
        found = self.rows.read(self.subject.project if self.subject else "", self.header, by_role)
        if found is not None:
            self.indicators.append(found)

    def side_by_side(self, placed: list[tuple[Heading, Cell, bool]]) -> None:
        """Several indicators in one row, each under the heading of its first level."""
        groups: dict[str, dict[str, Cell]] = {}
        for heading, cell, begins in placed:
            if begins and cell.text.strip() and heading.role in (LEVEL3, TARGET):
                groups.setdefault(heading.over, {}).setdefault(heading.role, cell)
        for over, by_role in groups.items():
            self.rows.start()
            self.rows.level1 = over
            project = self.subject.project if self.subject else ""
            found = self.rows.read(project, self.header, by_role) if self.header else None
            if found is not None:
                self.indicators.append(found)


def runner_beside(placed: list[tuple[Heading, Cell, bool]], before: str) -> str:
    """The unit that runs the project of a row, in a column beside it: the one above where its cell is blank."""
    names = [cell.text for heading, cell, _ in placed if heading.role == SUBJECT and "项目" not in heading.text]
    return next((subject_of("unit", name).name for name in names if name.strip()), before)


def read_targets(form: Form) -> FormReading:
    """The amounts and indicators of a target or review form, list or label-and-value, over all its pages."""
    return TargetReader(form).read()
