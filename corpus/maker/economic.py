"""The form of basic expenditure by economic lines: a list with its columns, or 人员 | 公用 | 公用 side by side."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest

from maker.coded import amount, caption
from maker.columns import Column, header, leaves, numbers
from maker.figures import Figures
from maker.paper import Cell, Form, Key, Row

STATEMENT = "general_public_basic"
PERSONNEL = ("301", "303")


def parents(figures: Figures) -> dict[str, Decimal]:
    """Yuan by 类, as sums of the 款 below."""
    found: dict[str, Decimal] = {}
    for code, value in figures.economic.items():
        found[code[:3]] = found.get(code[:3], Decimal(0)) + value
    return found


def listed(figures: Figures, title: str, note: str) -> Form:
    """One row for each line that has money, with the columns 合计, 人员经费 and 公用经费."""
    values = (
        Column("合计", "total", width=14),
        Column("人员经费", "personnel", width=14),
        Column("公用经费", "public", width=14),
    )
    words = (Column("经济科目编码", width=14), Column("经济科目名称", width=34))
    columns: tuple[Column, ...] = (*words, *values)
    if figures.layout.get("headers") == "three_level":
        columns = (*words, Column("本年一般公共预算基本支出", parts=values))
    measures = [leaf.measure for leaf in leaves(columns) if leaf.measure]

    def row(item: str, name: str, first: tuple[Cell, ...], yuan: dict[str, Decimal]) -> Row:
        keys = [Key(STATEMENT, item, name, measure, figures.year, figures.phase) for measure in measures]
        return (*first, *(amount(figures, key, yuan.get(key.measure)) for key in keys))

    people, public = figures.personnel(), figures.public()
    grand = {"total": people + public, "personnel": people, "public": public}
    body = [row("total", "合计", (Cell(), Cell("合计", align="center")), grand)]
    for code, value in sorted((parents(figures) | figures.economic).items()):
        share = "personnel" if code[:3] in PERSONNEL else "public"
        name = figures.names[code]
        body.append(row(f"econ:{code}", name, (Cell(code), Cell(name)), {"total": value, share: value}))
    return Form(
        title=title,
        caption=caption(figures, title),
        header=header(columns) + numbers(columns, figures.layout.get("numbers", "")),
        body=tuple(body),
        widths=tuple(leaf.width for leaf in leaves(columns)),
        notes=(note,),
        landscape=bool(figures.layout.get("landscape")),
        rows_per_page=figures.layout.get("rows_per_page", 0),
    )


def side_by_side(figures: Figures, title: str, note: str) -> Form:
    """The final account's form: every line of the classification in three halves, and what both groups add up to."""
    every = sorted(code for code in figures.names if code[:1] == "3")
    people = [code for code in every if code[:3] in PERSONNEL]
    goods = [code for code in every if code[:3] == "302"]
    rest = [code for code in every if code[:3] not in (*PERSONNEL, "302")]
    yuan = parents(figures) | figures.economic

    def third(code: str | None) -> tuple[Cell, ...]:
        if code is None:
            return (Cell(), Cell(), Cell())
        key = Key(STATEMENT, f"econ:{code}", figures.names[code], "total", figures.year, figures.phase)
        return (Cell(code), Cell(figures.names[code]), amount(figures, key, yuan.get(code)))

    body: list[Row] = [(*third(a), *third(b), *third(c)) for a, b, c in zip_longest(people, goods, rest)]

    def footer(name: str, measure: str, value: Decimal, columns: int) -> tuple[Cell, ...]:
        key = Key(STATEMENT, "total", name, measure, figures.year, figures.phase)
        return (Cell(name, columns=columns, align="center"), amount(figures, key, value))

    body.append(
        (
            *footer("人员经费合计", "personnel", figures.personnel(), 2),
            *footer("公用经费合计", "public", figures.public(), 5),
        )
    )
    third_head = (Column("科目代码", width=9), Column("科目名称", width=22), Column("决算数", "total", width=10))
    columns = (Column("人员经费", parts=third_head), Column("公用经费", parts=third_head * 2))
    return Form(
        title=title,
        caption=caption(figures, title),
        header=header(columns),
        body=tuple(body),
        widths=tuple(leaf.width for leaf in leaves(columns)),
        notes=(note,),
        landscape=True,
    )
