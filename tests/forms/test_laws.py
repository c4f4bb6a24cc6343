"""Laws of reading forms: what they say does not hang on line breaks in cells, on the order of forms or on the unit."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from difftool.forms import FormsReading, read_forms
from difftool.model.document import Cell, Document, Grid, Line, Page, Paragraph, Source
from difftool.model.place import TablePlace

Rows = list[list[str]]
Wrap = Callable[[str], str]

NAMES = {
    "2010401": "行政运行",
    "2010402": "一般行政管理事务",
    "2010450": "事业运行",
    "2080505": "机关事业单位基本养老保险缴费支出",
    "2210201": "住房公积金",
}
ABOVE = {
    "201": "一般公共服务支出",
    "20104": "发展与改革事务",
    "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出",
    "221": "住房保障支出",
    "22102": "住房改革支出",
}
PUBLIC = ("合计", "因公出国（境）费", "公务用车购置费", "公务用车运行费", "公务接待费")
UNITS = {"元": Decimal(1), "万元": Decimal(10_000)}

amounts = st.integers(0, 10**7).map(lambda hundreds: Decimal(100 * hundreds))
books = st.fixed_dictionaries({code: st.tuples(amounts, amounts) for code in NAMES})
expenses = st.tuples(*[amounts] * (len(PUBLIC) - 1))
orders = st.permutations(range(4))


def printed(amount: Decimal, unit: str) -> str:
    return f"{amount / UNITS[unit]:,.2f}"


def lines_of(book: dict[str, tuple[Decimal, Decimal]], unit: str) -> Rows:
    """The rows of a form: a total, then every line below its 款 and 类."""
    rows = [["科目编码", "科目名称", "合计", "基本支出", "项目支出"]]
    for code, name in [("", "合计"), *sorted((ABOVE | NAMES).items())]:
        basic, project = (sum(book[low][part] for low in book if low.startswith(code)) for part in (0, 1))
        rows.append([code, name, *(printed(amount, unit) for amount in (basic + project, basic, project))])
    return rows


def forms_of(book: dict[str, tuple[Decimal, Decimal]], spent: tuple[Decimal, ...], unit: str) -> list[tuple[str, Rows]]:
    """Four forms of a budget by their titles."""
    whole = printed(sum(basic + project for basic, project in book.values()), unit)
    return [
        (
            "部门收支总表",
            [
                ["收入项目", "预算数", "支出项目", "预算数"],
                ["一、一般公共预算拨款收入", whole, "一、基本支出", printed(sum(b for b, _ in book.values()), unit)],
                ["二、政府性基金预算拨款收入", "", "二、项目支出", printed(sum(p for _, p in book.values()), unit)],
                ["收入总计", whole, "支出总计", whole],
            ],
        ),
        ("部门支出总表", lines_of(book, unit)),
        ("一般公共预算支出表", lines_of(book, unit)),
        ("“三公”经费支出表", [[*PUBLIC], [printed(amount, unit) for amount in (sum(spent), *spent)]]),
    ]


def read(forms: list[tuple[str, Rows]], unit: str, wrapped: Wrap = str) -> FormsReading:
    blocks: list[Paragraph | Grid] = [Paragraph((Line("甲市发展和改革局2026年部门预算", TablePlace(0, 0, 1)),))]
    for number, (title, rows) in enumerate(forms, 1):
        place = TablePlace(number, 0, 1)
        cells = tuple(
            Cell(wrapped(text), row, column, TablePlace(number, row + 1, column + 1))
            for row, texts in enumerate(rows)
            for column, text in enumerate(texts)
        )
        blocks += [Paragraph((Line(text, place),)) for text in (title, f"单位：{unit}")]
        blocks.append(Grid(len(rows), len(rows[0]), cells, place))
    return read_forms(Document(Source("made.docx", "", "docx"), (Page(1, tuple(blocks)),)))


def said(reading: FormsReading) -> Counter[tuple[object, ...]]:
    """What the forms say, without where they say it and how it is printed."""
    return Counter(
        (fact.statement, fact.item, fact.name, fact.measure, fact.year, fact.phase, fact.amount)
        for fact in reading.facts
    )


@given(books, expenses)
@settings(max_examples=20, deadline=None)
def test_every_printed_amount_is_one_fact(book, spent):
    forms = forms_of(book, spent, "万元")
    cells = [text for _, rows in forms for row in rows[1:] for text in row if "." in text]
    reading = read(forms, "万元")
    assert len(reading.facts) == len(cells)
    assert Counter(fact.amount for fact in reading.facts) == Counter(
        Decimal(text.replace(",", "")) * UNITS["万元"] for text in cells
    )
    assert reading.problems == ()


@given(books, expenses, st.integers(0, 2**32).map(random.Random))
@settings(max_examples=40, deadline=None)
def test_line_breaks_in_cells_change_nothing(book, spent, chance: random.Random):
    def wrapped(text: str) -> str:
        return "".join(letter + "\n" * (chance.random() < 0.2) for letter in text[:-1]) + text[-1:]

    forms = forms_of(book, spent, "万元")
    assert said(read(forms, "万元", wrapped)) == said(read(forms, "万元"))


@given(books, expenses, orders)
@settings(max_examples=20, deadline=None)
def test_the_order_of_forms_changes_nothing(book, spent, order):
    forms = forms_of(book, spent, "万元")
    assert said(read([forms[place] for place in order], "万元")) == said(read(forms, "万元"))


@given(books, expenses)
@settings(max_examples=20, deadline=None)
def test_the_unit_of_the_print_changes_nothing(book, spent):
    assert said(read(forms_of(book, spent, "元"), "元")) == said(read(forms_of(book, spent, "万元"), "万元"))
