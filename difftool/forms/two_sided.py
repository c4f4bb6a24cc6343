"""Forms of two sides, income beside expenditure: 收支总表, 财政拨款收支总表 and fund forms of that shape."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from difftool.forms.classification import CodeReader, bare_name
from difftool.forms.column_roles import LABEL_ROLES
from difftool.forms.columns import CODE, Column, Meaning
from difftool.forms.facts import fact_of
from difftool.forms.form import Form, FormReading
from difftool.forms.labels import name_of, squeeze
from difftool.forms.rows import Row, amounts_of, label_of
from difftool.forms.sources_and_uses import source_item, use_item
from difftool.model.fact import Fact
from difftool.model.item import kind_of, name_in

SOURCE, USE = "source", "use"


def is_two_sided(form: Form) -> bool:
    """Whether the form has income on one side and expenditure on the other."""
    sides = {side_of(segment, number) for part in form.laid_out for number, segment in enumerate(part.segments())}
    return sides == {SOURCE, USE} and any(
        "支出" in name for part in form.laid_out for column in part.columns[:-1] for name in column.path[:1]
    )


def read_two_sided(form: Form) -> FormReading:
    """The facts of both sides; labels name sources, uses, functional 类 or economic lines."""
    facts: list[Fact] = []
    sides: dict[int, SideReader] = {}
    for part in form.laid_out:
        for number, segment in enumerate(part.segments()):
            reader = sides.setdefault(number, SideReader(form, side_of(segment, number), economic_scheme(segment)))
            for row in part.rows:
                facts.extend(reader.read_row(row, segment))
    return FormReading(tuple(with_totals_named(facts)))


def side_of(segment: list[Column], number: int) -> str:
    heads = "".join(column.path[0] for column in segment if column.path)
    if "收入" in heads and "支出" not in heads:
        return SOURCE
    if "支出" in heads and "收入" not in heads:
        return USE
    return SOURCE if number == 0 else USE


def economic_scheme(segment: list[Column]) -> str | None:
    said = "".join(name for column in segment if column.role in LABEL_ROLES for name in column.path)
    if "经济" not in said:
        return None
    return "government" if "政府" in said else "department"


class SideReader:
    """Reads one side top to bottom; a line may be part of the line above it."""

    def __init__(self, form: Form, side: str, economic: str | None) -> None:
        self.form = form
        self.side = side
        self.economic = economic
        self.after = ""
        self.above = ""
        self.use = ""
        self.codes = CodeReader(form.year, economic=economic is not None)

    def read_row(self, row: Row, segment: list[Column]) -> list[Fact]:
        labels = [column for column in segment if column.role in LABEL_ROLES]
        label = label_of(row, labels)
        if not squeeze(label):
            return []
        item = self.item_of(row, label, labels)
        facts = []
        for _, meaning, cell in amounts_of(row, segment, self.form.unit):
            fact = fact_of(self.form, item, bare_name(label), self.measure(item, meaning), cell)
            if fact is not None:
                facts.append(fact)
        return facts

    def item_of(self, row: Row, label: str, labels: list[Column]) -> str:
        if any(column.role == CODE for column in labels):
            coded = self.codes.read(row, labels)
            if coded:
                return coded
        item = self.source_of(label) if self.side == SOURCE else self.use_of(bare_name(label))
        if "carryover" in item and item.count(".") == 0:
            self.after = item
        elif "carryover" not in item:
            self.after = ""
        if item in ("use:basic", "use:project"):
            self.use = name_in(item)
        elif kind_of(item) == "use":
            self.use = ""
        return item

    def source_of(self, label: str) -> str:
        """A source; 财政拨款 that is part of the general public budget above it, as in 河南, is not all of it."""
        item = source_item(label, self.after)
        if item == "source:fiscal" and squeeze(label).startswith("其中"):
            item = f"line:{name_of(label)}" if self.above == "source:general_public" else item
        else:
            self.above = item
        return item

    def use_of(self, label: str) -> str:
        """A use, or a line named under the functional line above it: 深圳's 收支总表 goes down to 项."""
        item = use_item(label, self.after, economic=self.economic)
        if self.economic is None and kind_of(item) in ("econ", "line", "func"):
            below = self.codes.by_name_below(label)
            item = f"func:{below}" if below else item
        if kind_of(item) == "func":
            self.codes.last["func"] = name_in(item)
        return item

    def measure(self, item: str, meaning: Meaning) -> Meaning:
        """Economic lines printed under 基本支出 or 项目支出 measure that part: 西安's 收支总表."""
        if self.use and kind_of(item) == "econ" and meaning.measure == "total" and self.economic == "department":
            return replace(meaning, measure=self.use)
        return meaning


def with_totals_named(facts: list[Fact]) -> Iterable[Fact]:
    """收入合计 is the grand total where no 总计 stands below it, else the year's total."""
    items = {fact.item for fact in facts}
    names = {
        "source:income_total": "source:year_total" if "source:total" in items else "source:total",
        "use:expenditure_total": "use:year_total" if "use:total" in items else "use:total",
    }
    for fact in facts:
        yield replace(fact, item=names.get(fact.item, fact.item), name=name_of(fact.name))
