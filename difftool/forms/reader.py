"""All forms of a document to facts: each form goes to the reader of its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress

from msgspec import Struct, field
from msgspec.structs import replace

from difftool.forms.accounting import account_for
from difftool.forms.basic_lines import is_basic, with_economic_lines
from difftool.forms.captions import USUAL_UNIT, find_forms
from difftool.forms.coded import read_coded
from difftool.forms.column_meanings import sameness
from difftool.forms.columns import AMOUNT, CODE, Column, Meaning
from difftool.forms.form import Form, FormReading
from difftool.forms.head import most
from difftool.forms.project_sums import below_own_names
from difftool.forms.purchases import under_kinds
from difftool.forms.repeated import lines_alike, repeated_forms
from difftool.forms.row_headings import headings_above
from difftool.forms.slid_columns import settle_columns
from difftool.forms.three_public import read_three_public
from difftool.forms.titles import names_general_public
from difftool.forms.two_sided import is_two_sided, read_two_sided
from difftool.forms.unit_choice import borne_out_unit
from difftool.forms.units import below_unit_rows, under_units, units_named, with_own_levels
from difftool.forms.wings import with_wings_labelled
from difftool.model.disclosure import Accounting, Indicator, Table
from difftool.model.document import Document, Grid
from difftool.model.fact import Fact
from difftool.model.form_problems import (
    ColumnsAlike,
    FormWithoutTitle,
    UnitNotUnderstood,
    UnitSettled,
    YearNotKnown,
    YearNotPrinted,
    form_named,
)
from difftool.model.item import kind_of
from difftool.model.place import PagePlace, Place, SheetPlace
from difftool.model.problem import Problem

PERFORMANCE = frozenset({"project_performance", "overall_performance", "performance_data", "performance_review"})


class FormsReading(Struct, frozen=True):
    """What all the forms of a document say, with the head that the document gives itself.

    `unit_printed` is False where no form prints its unit: the amounts then hang on the unit that was given.
    `places` are those of all the grids that the forms are printed in, `doubtful` those of cells in rows of text that
    are short of cells, and of all cells of grids without ruled lines.
    """

    entity: str
    year: int
    stage: str
    unit: str
    tables: tuple[Table, ...] = ()
    facts: tuple[Fact, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    problems: tuple[Problem, ...] = ()
    unit_printed: bool = True
    accounting: Accounting = field(default_factory=Accounting)
    places: tuple[Place, ...] = ()
    doubtful: frozenset[Place] = frozenset()


def read_forms(document: Document, unit: str = USUAL_UNIT) -> FormsReading:
    """The facts of every form in a document, with a table for each form found; `unit` serves where none is printed."""
    head, found = find_forms(document, unit)
    forms = tuple(with_statement_settled(with_wings_labelled(form)) for form in found)
    readings, problems = read_each(forms)
    readings = placed_under_units(forms, readings, head.entity)
    accounting = Accounting()
    for form, reading in zip(forms, readings, strict=True):
        counted, unread = account_for(form, reading, of_targets=is_performance(form))
        accounting += counted
        problems += [*unread, *problems_of(form, reading)]
    told = [(form, reading) for form, reading in zip(forms, readings, strict=True) if form.title or reading.facts]
    problems += repeated_forms((form, reading.facts) for form, reading in told if not is_performance(form))
    facts, slid = settle_columns([fact for _, reading in told for fact in reading.facts])
    problems += [*year_told(head.year, printed=head.year_printed, facts=facts), *slid]
    parts = [part for form in forms for part in form.parts]
    return FormsReading(
        entity=head.entity or most(fact.name for fact in facts if kind_of(fact.item) == "unit"),
        year=head.year,
        stage=head.stage,
        unit=head.unit or unit,
        tables=tuple(table_of(form, reading) for form, reading in told),
        facts=facts,
        indicators=tuple(indicator for _, reading in told for indicator in reading.indicators),
        problems=tuple(problems),
        unit_printed=bool(head.unit) or not facts,
        accounting=accounting,
        places=tuple(part.place for part in parts),
        doubtful=frozenset(place for part in parts for place in places_in_doubt(part)),
    )


def read_each(forms: Sequence[Form]) -> tuple[list[FormReading], list[Problem]]:
    """What each form says; one that prints no unit is in the one in which its amounts are those of the others."""
    readings = [with_units_told_apart(read_form(form)) for form in forms]
    printed = [form.unit_printed for form in forms]
    problems: list[Problem] = []
    for place, form in enumerate(forms):
        others = (fact for reading in compress(readings, printed) for fact in reading.facts)
        chosen = form.unit if form.unit_printed else borne_out_unit(form, readings[place].facts, others)
        if form.unit_unread:
            told = form_named(form.title)
            problems.append(UnitNotUnderstood.at(form.parts[0].place, **told, printed=form.unit_unread, unit=chosen))
        elif chosen != form.unit:
            problems.append(UnitSettled.at(form.parts[0].place, **form_named(form.title), unit=chosen))
        if chosen != form.unit:
            readings[place] = with_units_told_apart(read_form(replace(form, unit=chosen)))
    return readings, problems


def placed_under_units(forms: Sequence[Form], readings: Sequence[FormReading], entity: str) -> list[FormReading]:
    """The readings with the lines of subordinate units under their units, as the document's forms name these."""
    units = units_named((fact for reading in readings for fact in reading.facts), entity)
    own = {form.statement for form in forms if form.entity in ("", entity)}
    placed: list[FormReading] = []
    for form, reading in zip(forms, readings, strict=True):
        facts = reading.facts
        if form.statement == "other":
            facts = below_own_names(under_kinds(under_units(facts, units, headings_above(form)), units))
            facts = with_economic_lines(facts) if is_basic(form) else facts
        if form.entity not in ("", entity) and form.statement in own:
            facts = tuple(of_unit(fact, form.entity) for fact in facts)
        placed.append(replace(reading, facts=facts))
    return placed


def table_of(form: Form, reading: FormReading) -> Table:
    rows = sum(len(part.rows) for part in form.laid_out)
    return Table(form.statement, form.title, form.parts[0].place, rows, not reading.facts, form.entity)


def problems_of(form: Form, reading: FormReading) -> list[Problem]:
    """What could not be read of one form, or not surely; nothing of a grid that is none."""
    if not form.title and not reading.facts:
        return []
    problems = [*reading.problems]
    if not form.title and len(reading.facts) > 1:
        problems.append(FormWithoutTitle.at(form.parts[0].place, count=len(reading.facts)))
    # Where columns are alike, every line has several amounts, and that is said.
    return [*problems, *(columns_alike(form, reading) or lines_alike(form, reading.facts))]


def year_told(year: int, *, printed: bool, facts: Sequence[Fact]) -> list[Problem]:
    """A problem where a document with amounts does not print its year."""
    if printed or not facts:
        return []
    return [YearNotPrinted.at(facts[0].where, year=year) if year else YearNotKnown.at(facts[0].where)]


def places_in_doubt(grid: Grid) -> Iterator[Place]:
    """The cells that may stand in another column than the print meant.

    Those of rows that end before the others do, in a table that became text, where a blank cell may be lost; and those
    of a table whose columns only alignment tells.
    """
    if not grid.ruled:
        yield from (cell.place for cell in grid.cells)
    if isinstance(grid.place, PagePlace | SheetPlace):
        return
    for row in range(grid.rows):
        cells = [cell for cell in grid.row_cells(row) if cell.row == row]
        if cells and cells[-1].column + cells[-1].column_span < grid.columns:
            yield from (cell.place for cell in cells)


def with_statement_settled(form: Form) -> Form:
    """The form, as one of general public lines where its title names income and expenditure but its rows are codes.

    云南 and 广西 print 一般公共预算财政拨款收入支出决算表 with a row for each line; elsewhere it has two sides.
    """
    if form.statement != "appropriation" or not names_general_public(form.title):
        return form
    parts = form.laid_out
    one_sided = all(len(part.segments()) == 1 for part in parts)
    coded = any(column.role == CODE for part in parts for column in part.columns)
    return replace(form, statement="general_public") if one_sided and coded else form


def with_units_told_apart(reading: FormReading) -> FormReading:
    return replace(reading, facts=below_unit_rows(with_own_levels(reading.facts)))


def of_unit(fact: Fact, unit: str) -> Fact:
    """A fact of a subordinate unit's own form: its line stands under the unit, apart from the body's own lines."""
    return replace(fact, item=f"unit:{unit}/{fact.item}")


def columns_alike(form: Form, reading: FormReading) -> list[Problem]:
    """A problem where columns of one form read alike, so that one line has several amounts of one meaning."""
    if is_performance(form):
        return []
    read = {fact.where for fact in reading.facts}
    for part in form.laid_out:
        alike: dict[tuple[int, Meaning | None, str], list[Column]] = {}
        for column in part.columns:
            if column.role == AMOUNT and any(
                (cell := row.own(column.index)) and cell.place in read for row in part.rows
            ):
                alike.setdefault(sameness(column), []).append(column)
        for (_, meaning, _), columns in alike.items():
            if len(columns) > 1 and meaning is not None and form.statement != "three_public":
                heads = "、".join("/".join(column.path) or "(no heading)" for column in columns)
                told = {**form_named(form.title), "columns": heads, "measure": meaning.measure}
                return [ColumnsAlike.at(part.rows[0].grid.place, **told)]
    return []


def is_performance(form: Form) -> bool:
    """Whether a form sets targets and funds of a project or a body side by side, labels beside values."""
    return form.statement in PERFORMANCE or "自评" in form.title


def read_form(form: Form) -> FormReading:
    if is_performance(form):
        from difftool.forms.performance import read_performance

        return read_performance(form)
    if form.statement == "three_public":
        return read_three_public(form)
    if form.statement in ("summary", "appropriation") or is_two_sided(form):
        return read_two_sided(form)
    return read_coded(form)
