"""Forms whose rows are classification codes, units or projects: 收入, 支出, 一般公共预算, 基本支出, 基金, 国有资本."""

from __future__ import annotations

from msgspec.structs import replace

from difftool import codes
from difftool.forms.classification import CodeReader, bare_name, code_before_name
from difftool.forms.column_roles import LABEL_ROLES
from difftool.forms.columns import CODE, NAME, PROJECT, UNIT, Column, Meaning
from difftool.forms.facts import fact_of
from difftool.forms.form import Form, FormReading
from difftool.forms.labels import name_of, plain, squeeze
from difftool.forms.layout import Part
from difftool.forms.purchases import SharedNames, below_projects, by_goods, depth_of, goods_of
from difftool.forms.rows import Row, amounts_of, label_of
from difftool.forms.sources_and_uses import source_item
from difftool.forms.units import beside_units
from difftool.model.document import Cell
from difftool.model.fact import Fact
from difftool.model.form_problems import UnreadCodes, form_named
from difftool.model.item import CLASSIFIED, kind_of
from difftool.model.money import read_money
from difftool.model.problem import Problem
from difftool.pattern import lazy_pattern

_TOTAL = lazy_pattern(
    r"^(?:合计|总计|共计|本年(?:支出|收入)(?:合计|总计)?|(?:支出|收入)(?:合计|总计)|总和|一般公共预算支出合计|.{0,12}支出合计)$"
)
_DIGITS = lazy_pattern(r"\d{3}")
SHOWN = 3  # codes named in one problem
_PERSONNEL_TOTAL = lazy_pattern(r"^人员(?:经费|支出)?(?:合计|小计|总计)$")
_PUBLIC_TOTAL = lazy_pattern(r"^(?:日常)?公用(?:经费|支出)?(?:合计|小计|总计)$")


def read_coded(form: Form) -> FormReading:
    """The facts of a form whose rows are lines and whose columns are measures."""
    facts: list[Fact] = []
    beside: list[str] = []
    goods: list[str] = []
    depths: list[int] = []
    parts = form.laid_out
    economic = is_economic(form, parts)
    by_source = form.statement == "income" and is_by_source(parts)
    readers: dict[int, CodeReader] = {}
    unread: list[Cell] = []
    shared = SharedNames()
    for part in parts:
        segments = part.segments()
        for printed in part.rows:
            row = shared.filled(printed, part.columns) if form.statement == "other" else printed
            left: list[Column] = []
            for number, segment in enumerate(segments):
                reader = readers.setdefault(number, CodeReader(form.year, economic=economic))
                amounts = list(amounts_of(row, segment, form.unit))
                labels = [column for column in segment if column.role in LABEL_ROLES]
                if number and amounts and not any(row.text(column.index) for column in labels):
                    # A footer's label may stand one segment before its amount, or over other amounts: 公用经费合计.
                    labels = footer_label(row, part, amounts[0][0]) or left or labels
                found = read_row(form, row, labels, amounts, reader, by_source=by_source)
                facts.extend(found)
                if found and not any(is_coded(fact.item) for fact in found):
                    unread.extend(codes_printed(row, labels))
                elif found and reader.broken is not None:
                    unread.append(reader.broken)
                if form.statement == "other":
                    unit = next((row.text(column.index) for column in labels if column.role == UNIT), "")
                    beside.extend([bare_name(unit)] * len(found))
                    goods.extend([goods_of(row, segment) if found else ""] * len(found))
                    depths.extend([depth_of(row, segment)] * len(found))
                left = [] if amounts else [column for column in labels if row.text(column.index)]
    told = tuple(facts)
    if form.statement == "other":
        told = beside_units(below_projects(by_goods(facts, goods), depths), beside)
    return FormReading(told, (), codes_unread(form, unread))


def is_coded(item: str) -> bool:
    """Whether a row was read as a line of the classification, not by its name alone."""
    return kind_of(item) in CLASSIFIED


def codes_printed(row: Row, labels: list[Column]) -> list[Cell]:
    """The cells of a row that print digits where its code stands."""
    cells = [row.own(column.index) for column in labels if column.role == CODE]
    return [cell for cell in cells if cell is not None and _DIGITS.search(cell.text)][:1]


def codes_unread(form: Form, unread: list[Cell]) -> tuple[Problem, ...]:
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


def footer_label(row: Row, part: Part, amount: Column) -> list[Column]:
    """The column, of whatever kind, in which the label of a total stands nearest left of its amount."""
    for column in reversed(part.columns[: amount.index]):
        text = plain(row.text(column.index))
        if text and read_money(text, "元") is None:
            return [replace(column, role=NAME)] if _PERSONNEL_TOTAL.match(text) or _PUBLIC_TOTAL.match(text) else []
    return []


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


def read_row(
    form: Form,
    row: Row,
    labels: list[Column],
    amounts: list[tuple[Column, Meaning, Cell]],
    reader: CodeReader,
    *,
    by_source: bool = False,
) -> list[Fact]:
    item, name, measure = row_item(form, row, labels, reader, by_source=by_source)
    if item is None:
        return []
    facts = []
    for column, meaning, cell in amounts:
        own = Meaning(measure, meaning.year, meaning.phase) if measure and meaning.measure == "total" else meaning
        line, label = crossed(item, name, column)
        fact = fact_of(form, line, label, own, cell)
        if fact is not None:
            facts.append(fact)
    return facts


def crossed(item: str, name: str, column: Column) -> tuple[str, str]:
    """Item and name of an amount where a row meets a column that is an economic line: both classifications together."""
    if not column.economic or "econ:" in item:
        return item, name
    label = next((bare_name(text) for text in reversed(column.path) if not is_sum(text)), name)
    return (f"econ:{column.economic}" if item == "total" else f"{item}/econ:{column.economic}"), label


def is_sum(text: str) -> bool:
    return plain(text) in ("小计", "合计", "总计", "金额")


def row_item(
    form: Form, row: Row, labels: list[Column], reader: CodeReader, *, by_source: bool = False
) -> tuple[str | None, str, str]:
    """Item, name and, for the footers of a basic-expenditure form, the measure that the row names."""
    if by_source:
        label = label_of(row, labels)
        if squeeze(label):
            return source_item(label), name_of(label), ""
    texts = {column.index: row.text(column.index) for column in labels}
    plains = [plain(text) for text in texts.values() if text.strip()]
    for text in plains:
        if _PERSONNEL_TOTAL.match(text):
            return "total", text, "personnel"
        if _PUBLIC_TOTAL.match(text):
            return "total", text, "public"
    if any(_TOTAL.match(text) for text in plains):
        return "total", next(text for text in plains if _TOTAL.match(text)), ""
    names = [texts[column.index] for column in labels if column.role in (NAME, PROJECT, UNIT)]
    item = reader.read(row, labels)
    if item is not None:
        name = name_beside(labels, texts, reader.named_after)
        return item, name or next((bare_name(text) for text in reversed(names) if text), ""), ""
    for role, prefix in ((PROJECT, "project"), (UNIT, "unit")):
        for column in labels:
            if column.role == role and texts[column.index]:
                name = bare_name(texts[column.index])
                # A list of projects may begin with the body's own sum.
                return f"{'unit' if name == form.entity else prefix}:{name}", name, ""
    label = label_of(row, labels) if form.statement != "other" else "/".join(label_path(row, labels))
    label = label or first_text(row)
    if not label:
        # A total row may leave its label blank: 北京's 收入总表.
        return ("total", "", "") if not any(texts.values()) else (None, "", "")
    # A total may stand in a column whose head was not read, in a scan.
    return "total" if _TOTAL.match(plain(label)) else f"line:{name_of(label)}", name_of(label), ""


def name_beside(labels: list[Column], texts: dict[int, str], code_column: int) -> str:
    """The name of the code that the item ends with: the one right of it, else the last.

    烟台 prints 301 工资福利支出 with 501 机关工资福利支出 beside it.
    """
    names = [column for column in labels if column.role == NAME and texts[column.index]]
    beside = [column for column in names if column.index >= code_column >= 0]
    chosen = beside[0] if beside else (names[-1] if names else None)
    return bare_name(texts[chosen.index]) if chosen is not None else ""


def label_path(row: Row, labels: list[Column]) -> list[str]:
    """All names of a row: a list of purchases names project, subject and goods, and only together are they one line."""
    return list(dict.fromkeys(name_of(row.text(c.index)) for c in labels if c.role == NAME and row.text(c.index)))


def first_text(row: Row) -> str:
    """The first text of a row that is no amount: a section of a list stands in a column of its own ("一、货物A")."""
    for cell in row.cells:
        if cell is not None and squeeze(cell.text) and read_money(cell.text, "元") is None:
            return squeeze(cell.text)
    return ""
