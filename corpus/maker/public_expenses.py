"""The 三公 form: a row for each body in a budget, 预算数 beside 决算数 in a final account."""

from __future__ import annotations

from decimal import Decimal

from maker.coded import amount, caption
from maker.columns import Column, header, leaves, numbers
from maker.figures import Figures
from maker.paper import Cell, Form, Key

NAMES = {
    "total": "“三公”经费",
    "abroad": "因公出国（境）费",
    "vehicle": "公务用车购置及运行费",
    "vehicle_purchase": "公务用车购置费",
    "vehicle_operation": "公务用车运行维护费",
    "reception": "公务接待费",
}


def expenses(amounts: dict[str, Decimal]) -> dict[str, Decimal]:
    """The six amounts of the form from the four that are figures: abroad, purchase, operation, reception."""
    found = {item: amounts.get(item, Decimal(0)) for item in NAMES}
    found["vehicle"] = found["vehicle_purchase"] + found["vehicle_operation"]
    found["total"] = found["abroad"] + found["vehicle"] + found["reception"]
    return found


def halves(total: str) -> tuple[Column, ...]:
    """The columns of one half; `measure` holds the item id here, since items stand in columns in this form."""
    cars = (
        Column("小计", "vehicle"),
        Column("公务用车购置费", "vehicle_purchase"),
        Column("公务用车运行维护费", "vehicle_operation"),
    )
    return (
        Column(total, "total"),
        Column("因公出国（境）费", "abroad"),
        Column("公务用车购置及运行费", parts=cars),
        Column("公务接待费", "reception"),
    )


def column_name(item: str) -> str:
    return {"total": "合计"}.get(item, NAMES[item])


def budget_form(figures: Figures, title: str, note: str) -> Form:
    """小计 and its parts for the body, with a row 合计 above where the layout has it."""
    columns = (Column("单位名称", width=26), Column("“三公”经费预算数（财政拨款）", parts=halves("合计")))
    yuan = expenses(figures.public_expenses)
    keys = [
        Key("three_public", f"public:{item}", column_name(item), "total", figures.year, figures.phase)
        for item in (leaf.measure for leaf in leaves(columns))
        if item
    ]
    cells = tuple(amount(figures, key, yuan[key.item.removeprefix("public:")]) for key in keys)
    names = ["合计", figures.entity] if figures.layout.get("public_total_row") else [figures.entity]
    return Form(
        title=title,
        caption=caption(figures, title),
        header=header(columns) + numbers(columns, figures.layout.get("numbers", "")),
        body=tuple((Cell(name), *cells) for name in names),
        widths=tuple(leaf.width for leaf in leaves(columns)),
        notes=(note,),
        landscape=bool(figures.layout.get("landscape")),
    )


def final_form(figures: Figures, title: str, note: str) -> Form:
    """预算数 on the left, 决算数 on the right; a body may have adjusted its budget until it equals the outturn."""
    assert figures.approved is not None
    columns = (Column("预算数", parts=halves("合计")), Column("决算数", parts=halves("合计")))
    executed = expenses(figures.public_expenses)
    to_outturn = bool(figures.layout.get("public_budget_adjusted_to_outturn"))
    adjusted = executed if to_outturn else expenses(figures.approved.public_expenses)
    cells: list[Cell] = []
    items = [leaf.measure for leaf in leaves(columns)]
    for place, item in enumerate(items):
        phase, yuan = ("adjusted", adjusted) if place < len(items) // 2 else ("executed", executed)
        key = Key("three_public", f"public:{item}", column_name(item), "total", figures.year, phase)
        cells.append(amount(figures, key, yuan[item]))
    numbered = tuple(Cell(str(number), align="center") for number in range(1, len(items) + 1))
    return Form(
        title=title,
        caption=caption(figures, title),
        header=(*header(columns), numbered),
        body=(tuple(cells),),
        widths=tuple(leaf.width for leaf in leaves(columns)),
        notes=(note,),
        landscape=True,
    )
