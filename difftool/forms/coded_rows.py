"""The rows of a form of lines, one after the other: which line each is, and what its amounts are of."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from difftool.forms.classification import CodeReader, bare_name
from difftool.forms.column_roles import LABEL_ROLES
from difftool.forms.columns import CODE, NAME, PROJECT, UNIT, Column, Meaning
from difftool.forms.facts import fact_of
from difftool.forms.form import Form
from difftool.forms.labels import name_of, plain, squeeze
from difftool.forms.layout import Part
from difftool.forms.purchases import Listed, SharedNames, depth_of, goods_of
from difftool.forms.rows import Row, amounts_of, label_of
from difftool.forms.sources_and_uses import source_item
from difftool.model.document import Cell
from difftool.model.fact import Fact
from difftool.model.item import CLASSIFIED, kind_of
from difftool.model.money import read_money
from difftool.pattern import lazy_pattern

_TOTAL = lazy_pattern(
    r"^(?:合计|总计|共计|本年(?:支出|收入)(?:合计|总计)?|(?:支出|收入)(?:合计|总计)|总和|一般公共预算支出合计|.{0,12}支出合计)$"
)
_DIGITS = lazy_pattern(r"\d{3}")
_PERSONNEL_TOTAL = lazy_pattern(r"^人员(?:经费|支出)?(?:合计|小计|总计)$")
_PUBLIC_TOTAL = lazy_pattern(r"^(?:日常)?公用(?:经费|支出)?(?:合计|小计|总计)$")


class CodedRows:
    """Reads the rows of a form in order: a code may be continued, and a name shared, over the rows below it.

    `unread` are the cells that print digits where codes stand, which the classification cannot have.
    """

    def __init__(self, form: Form, *, economic: bool, by_source: bool) -> None:
        self.form = form
        self.unread: list[Cell] = []
        self._economic = economic
        self._by_source = by_source
        self._codes: dict[int, CodeReader] = {}  # by the number of the segment
        self._names = SharedNames()
        self._is_list = form.statement == "other"

    def read(self, part: Part) -> Iterator[Listed]:
        """The amounts of all rows of a part."""
        segments = part.segments()
        for row in part.rows:
            yield from self._row(self._names.filled(row, part.columns) if self._is_list else row, part, segments)

    def _row(self, row: Row, part: Part, segments: list[list[Column]]) -> Iterator[Listed]:
        left: list[Column] = []
        for number, segment in enumerate(segments):
            codes = self._codes.setdefault(number, CodeReader(self.form.year, economic=self._economic))
            amounts = list(amounts_of(row, segment, self.form.unit))
            labels = [column for column in segment if column.role in LABEL_ROLES]
            if number and amounts and not any(row.text(column.index) for column in labels):
                # A footer's label may stand one segment before its amount, or over other amounts: 公用经费合计.
                labels = footer_label(row, part, amounts[0][0]) or left or labels
            facts = list(self._facts(row, labels, amounts, codes))
            if facts:
                self.unread += codes_unread_in(row, labels, facts, codes)
                yield from listed(facts, row, segment, labels) if self._is_list else map(Listed, facts)
            left = [] if amounts else [column for column in labels if row.text(column.index)]

    def _facts(
        self, row: Row, labels: list[Column], amounts: list[tuple[Column, Meaning, Cell]], codes: CodeReader
    ) -> Iterator[Fact]:
        item, name, measure = self._item(row, labels, codes)
        if item is None:
            return
        for column, meaning, cell in amounts:
            own = replace(meaning, measure=measure) if measure and meaning.measure == "total" else meaning
            line, label = crossed(item, name, column)
            fact = fact_of(self.form, line, label, own, cell)
            if fact is not None:
                yield fact

    def _item(self, row: Row, labels: list[Column], codes: CodeReader) -> tuple[str | None, str, str]:
        """Item, name and, for the footers of a basic-expenditure form, the measure that the row names."""
        if self._by_source:
            label = label_of(row, labels)
            if squeeze(label):
                return source_item(label), name_of(label), ""
        texts = {column.index: row.text(column.index) for column in labels}
        total = total_in([plain(text) for text in texts.values() if text.strip()])
        if total is not None:
            return "total", *total
        item = codes.read(row, labels)
        if item is not None:
            return item, name_beside(labels, texts, codes.named_after), ""
        for column in (*of_role(labels, PROJECT), *of_role(labels, UNIT)):
            if texts[column.index]:
                name = bare_name(texts[column.index])
                # A list of projects may begin with the body's own sum.
                kind = "project" if column.role == PROJECT and name != self.form.entity else "unit"
                return f"{kind}:{name}", name, ""
        label = "/".join(label_path(row, labels)) if self._is_list else label_of(row, labels)
        label = label or first_text(row)
        if not label:
            # A total row may leave its label blank: 北京's 收入总表.
            return ("total", "", "") if not any(texts.values()) else (None, "", "")
        # A total may stand in a column whose head was not read, in a scan.
        return "total" if _TOTAL.match(plain(label)) else f"line:{name_of(label)}", name_of(label), ""


def listed(facts: list[Fact], row: Row, segment: list[Column], labels: list[Column]) -> Iterator[Listed]:
    """The facts of one row of a list with what else the row prints."""
    unit = bare_name(next((row.text(column.index) for column in of_role(labels, UNIT)), ""))
    goods, depth = goods_of(row, segment), depth_of(row, segment)
    return (Listed(fact, unit, goods, depth) for fact in facts)


def of_role(columns: list[Column], role: str) -> list[Column]:
    return [column for column in columns if column.role == role]


def codes_unread_in(row: Row, labels: list[Column], facts: list[Fact], codes: CodeReader) -> list[Cell]:
    """The cell of a row that prints a code which was not read: no fact has one, or what was read is broken."""
    if any(kind_of(fact.item) in CLASSIFIED for fact in facts):
        return [] if codes.broken is None else [codes.broken]
    cells = [row.own(column.index) for column in of_role(labels, CODE)]
    return [cell for cell in cells if cell is not None and _DIGITS.search(cell.text)][:1]


def total_in(texts: list[str]) -> tuple[str, str] | None:
    """The label of a total among these, with the measure that it is of; None where none is a total."""
    for text in texts:
        if _PERSONNEL_TOTAL.match(text):
            return text, "personnel"
        if _PUBLIC_TOTAL.match(text):
            return text, "public"
    return next(((text, "") for text in texts if _TOTAL.match(text)), None)


def footer_label(row: Row, part: Part, amount: Column) -> list[Column]:
    """The column, of whatever kind, in which the label of a total stands nearest left of its amount."""
    for column in reversed(part.columns[: amount.index]):
        text = plain(row.text(column.index))
        if text and read_money(text, "元") is None:
            return [replace(column, role=NAME)] if _PERSONNEL_TOTAL.match(text) or _PUBLIC_TOTAL.match(text) else []
    return []


def crossed(item: str, name: str, column: Column) -> tuple[str, str]:
    """Item and name of an amount where a row meets a column that is an economic line: both classifications together."""
    if not column.economic or "econ:" in item:
        return item, name
    label = next((bare_name(text) for text in reversed(column.path) if not is_sum(text)), name)
    return (f"econ:{column.economic}" if item == "total" else f"{item}/econ:{column.economic}"), label


def is_sum(text: str) -> bool:
    return plain(text) in ("小计", "合计", "总计", "金额")


def name_beside(labels: list[Column], texts: dict[int, str], code_column: int) -> str:
    """The name of the code that the item ends with: the one right of it, else the last; else what stands last.

    烟台 prints 301 工资福利支出 with 501 机关工资福利支出 beside it.
    """
    names = [column for column in labels if column.role == NAME and texts[column.index]]
    beside = [column for column in names if column.index >= code_column >= 0]
    chosen = beside[0] if beside else (names[-1] if names else None)
    name = bare_name(texts[chosen.index]) if chosen is not None else ""
    others = [texts[column.index] for column in labels if column.role in (NAME, PROJECT, UNIT)]
    return name or next((bare_name(text) for text in reversed(others) if text), "")


def label_path(row: Row, labels: list[Column]) -> list[str]:
    """All names of a row: a list of purchases names project, subject and goods, and only together are they one line."""
    return list(dict.fromkeys(name_of(row.text(c.index)) for c in labels if c.role == NAME and row.text(c.index)))


def first_text(row: Row) -> str:
    """The first text of a row that is no amount: a section of a list stands in a column of its own ("一、货物A")."""
    for cell in row.cells:
        if cell is not None and squeeze(cell.text) and read_money(cell.text, "元") is None:
            return squeeze(cell.text)
    return ""
