"""The "三公" form: expenses as columns over units or years, or as rows beside funds or years."""

from __future__ import annotations

from functools import lru_cache

from difftool.forms.caption import unit_of_column
from difftool.forms.classification import bare_name
from difftool.forms.column_roles import LABEL_ROLES
from difftool.forms.columns import (
    AMOUNT,
    DIFFERENCE,
    NAME,
    ORDINAL,
    UNIT,
    Column,
    Meaning,
    as_change,
    is_share,
    period,
    read_meaning,
)
from difftool.forms.facts import fact_of
from difftool.forms.form import Form, FormReading
from difftool.forms.labels import REMEMBERED, is_count, name_of, plain
from difftool.forms.layout import Part
from difftool.forms.rows import Row, amounts_of
from difftool.forms.titles import fund_named
from difftool.model.fact import ADJUSTED, APPROVED, Fact
from difftool.pattern import lazy_pattern

_ITEMS: tuple[tuple[str, str], ...] = (
    (r"出国|出境", "abroad"),
    (
        r"购置及运行|购置和运行|购置、运行|购置与运行|购置费及运行|购置费和运行|购置及维护|购置和维护|用车(?:费|经费|费用)?(?:小计|合计)$",
        "vehicle",
    ),
    (r"用车.*购置|购置.*(?:车|费)|^购置费?$|^车辆购置", "vehicle_purchase"),
    (r"用车.*(?:运行|维护)|运行.*维护|^运行费?$|车辆运行|^(?:其中:)?公务用车运行", "vehicle_operation"),
    (r"(?<!国内)(?<!外事)(?<!外宾)(?<!国\(境\)外)(?<!境外)接待", "reception"),
    (r"机关运行|行政经费|运转经费", "agency_operation"),
    (r"会议", "meeting"),
    (r"培训", "training"),
    (r"政府采购(?!.{0,3}(?:货物|工程|服务|授予|中小|小微))", "procurement"),
    (r"公务用车", "vehicle"),
    (r"三公", "total"),
)
_RULES = tuple((lazy_pattern(pattern), item) for pattern, item in _ITEMS)
_PURCHASE = lazy_pattern(
    r"^(?:其中[:：]?)?(政府采购(?:货物|工程|服务))(?:类)?(?:支出|预算|金额)*$|^(?:其中[:：]?)?(?:政府采购)?(授予(?:中小|小微)企业合同(?:金额|支出))$"
)
_SUM = lazy_pattern(r"^(?:总计|合计|小计|共计|支出合计)$")
# A row of one year or phase: 2023年, 上年决算数; 陕西 prints 预算数 and 决算数 one under the other.
_YEAR_ROW = lazy_pattern(
    r"^(?:20[0-4]\d(?:年(?:度)?|$)|上年|本年).{0,8}$|^(?:年初|全年|调整后?|调整)?(?:预算|决算|执行)数?$"
)

# Of each column the 三公 item that its headings name, and what its amounts measure.
Heads = dict[int, tuple[str | None, Meaning]]


@lru_cache(REMEMBERED)
def public_word(name: str) -> str | None:
    """The 三公 item that a heading or label names: "abroad", "vehicle" …, None where it names none."""
    for pattern, item in _RULES:
        if pattern.search(name):
            return item
    return None


def read_three_public(form: Form) -> FormReading:
    """The facts of a 三公 form, whichever way it is turned."""
    facts: list[Fact] = []
    named = ""
    for part in form.laid_out:
        units = {unit for row in part.rows if (unit := unit_of(row, part.columns))}
        shared = over_all_amounts(part.columns)
        heads = {
            column.index: (column_item(column.path), fund_meaning(form, column.path, shared)) for column in part.columns
        }
        items = {item for item, _ in heads.values()}
        across = bool(items - {None, "total"})
        for row in part.rows:
            if across:
                named = unit_of(row, part.columns) or named
                whole = "total" if "total" in items else "public:total"
                facts.extend(read_across(form, part, row, heads, whole, named if len(units) > 1 else ""))
            else:
                for segment in part.segments():
                    facts.extend(read_down(form, segment, row, heads))
    return FormReading(tuple(facts))


def column_item(path: tuple[str, ...]) -> str | None:
    """The 三公 item of a column: its lowest heading that names one; 小计 under 公务用车 is the vehicle total."""
    for name in reversed([plain(name) for name in path]):
        word = public_word(name)
        if word is not None:
            return word
    return None


def over_all_amounts(columns: tuple[Column, ...]) -> frozenset[str]:
    """The headings that stand over every amount of a form: 四川's 当年财政拨款预算安排 tells no column from another."""
    paths = [set(column.path) for column in columns if column.role in (AMOUNT, DIFFERENCE)]
    return frozenset(set.intersection(*paths)) if len(paths) > 1 else frozenset()


def read_across(form: Form, part: Part, row: Row, heads: Heads, whole: str, above: str) -> list[Fact]:
    """Expenses are columns; the row is the total, a unit or a year of the unit named `above`."""
    year, phase, unit = row_head(form, row, part.columns)
    change = change_row(row, part.columns)
    if change and is_share([change]):
        return []
    if unit is None and above and (year or change):
        unit = above
    several = bool(above) or sum(1 for other in part.rows if row_head(form, other, part.columns)[2] is None) > 0
    facts = []
    for column, _, cell in amounts_of(row, list(part.columns), form.unit):
        word, meaning = heads[column.index]
        item = f"public:{word}" if word else whole
        measure = meaning.measure
        name = heading_of(column.path)
        if unit is not None and several:
            item, measure, name = f"unit:{unit}", item if item != "total" else "total", unit
        own = Meaning(measure, year or meaning.year, phase or meaning.phase, meaning.unit)
        if change or column.role == DIFFERENCE:
            own = as_change(own)
        fact = fact_of(form, item, name_of(name), own, cell)
        if fact is not None:
            facts.append(fact)
    return facts


def heading_of(path: tuple[str, ...]) -> str:
    """The heading of an expense; of a sum of expenses 合计, which may stand under a year that is no name of it."""
    expense = next((name for name in reversed(path) if public_word(plain(name))), "")
    return expense or next((name for name in reversed(path) if _SUM.match(plain(name))), next(iter(path), ""))


def row_head(form: Form, row: Row, columns: tuple[Column, ...]) -> tuple[int, str, str | None]:
    """Year and phase that the row's label says, and the unit that it names (None for a total or a year)."""
    unit: str | None = None
    for column in columns:
        if column.role not in LABEL_ROLES or column.role in (ORDINAL, "unit_code"):
            continue
        text = plain(row.text(column.index))
        if not text or _SUM.match(text):
            continue
        if "增减" in text:
            return 0, "", None
        if _YEAR_ROW.match(text):
            year, phase = period(text, form.year)
            return year, phase_in(form, phase, text), None
        # A unit may bear the name of an expense: 某市财经培训中心.
        if column.role == UNIT or (column.role == NAME and public_word(text) is None):
            unit = bare_name(text)
    return 0, "", unit


def unit_of(row: Row, columns: tuple[Column, ...]) -> str:
    """The unit that a row names in a column of units, "" where it names none."""
    texts = (plain(row.text(column.index)) for column in columns if column.role == UNIT)
    return next((bare_name(text) for text in texts if text and not _SUM.match(text)), "")


def change_row(row: Row, columns: tuple[Column, ...]) -> str:
    """The label of a row of differences between the years above it (增减变化金额), "" for any other row."""
    texts = (plain(row.text(column.index)) for column in columns if column.role in LABEL_ROLES)
    return next((text for text in texts if "增减" in text), "")


def read_down(form: Form, segment: list[Column], row: Row, heads: Heads) -> list[Fact]:
    """Expenses are rows; the columns are funds, years or phases. 重庆's 机构运行信息表 has two lists side by side."""
    label = next((text for column in reversed(segment) if column.role == NAME and (text := row.text(column.index))), "")
    word = public_word(plain(label)) or ("total" if _SUM.match(plain(label)) else None)
    if is_count(label) or (word is None and not label.strip()):
        return []
    item = f"public:{word}" if word else f"line:{line_name(label)}"
    facts = []
    for column, _, cell in amounts_of(row, segment, form.unit):
        _, meaning = heads[column.index]
        fact = fact_of(form, item, name_of(label), as_change(meaning) if column.role == DIFFERENCE else meaning, cell)
        if fact is not None:
            facts.append(fact)
    return facts


def line_name(label: str) -> str:
    """The name of a row that is no expense of the 三公 kinds, as sentences name it too: 政府采购货物 without 支出."""
    name = name_of(label)
    purchase = _PURCHASE.match(plain(name))
    return purchase[1] or purchase[2] if purchase else name


def fund_meaning(form: Form, path: tuple[str, ...], shared: frozenset[str]) -> Meaning:
    """Measure, year and phase of a column by the headings that are not 三公 items themselves.

    A fund that stands over all amounts (`shared`) is what the form is about. 四川 prints another form of 政府性基金, in
    which no amount is a total.

    In a final account 预算数 is the adjusted budget, as the form's own note says.
    """
    funds = tuple(name for name in path if public_word(plain(name)) is None and name not in shared)
    year, phase = period("".join(plain(name) for name in path if "三公" not in name), form.year)
    measure = read_meaning(funds, year=form.year).measure
    if measure == "total" or measure.startswith("line:"):
        measure = fund_named(form.title) or "total"
    return Meaning(measure, year, phase_in(form, phase, "".join(path)), unit_of_column(path))


def phase_in(form: Form, phase: str, said: str) -> str:
    """In a final account 预算数 is the adjusted budget, as the form's own note says, unless it is that of 年初."""
    return ADJUSTED if form.stage == "final" and phase == APPROVED and "年初" not in said else phase
