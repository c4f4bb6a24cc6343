"""Forms whose rows are codes of the functional classification: income, expenditure, one fund's expenditure."""

from __future__ import annotations

from decimal import Decimal

from maker.columns import Column, header, leaves, numbers
from maker.figures import Figures, Line, Node, sums
from maker.paper import Cell, Form, Key, Row

# The measure of a column that holds last year's budget.
PRIOR = "prior"


def amount(figures: Figures, key: Key, yuan: Decimal | None) -> Cell:
    """A cell with an amount. What is not there is blank, or 0.00 in a body that prints its zeros."""
    if not yuan and figures.layout.get("zeros") != "print":
        return Cell(align="right")
    return Cell(figures.press.show(yuan or Decimal(0)), key, figures.unit, align="right")


def before(figures: Figures, lines: list[Line], code: str) -> Decimal:
    """Yuan of last year's budget under this code, from the funds that pay for these lines."""
    funds = {line.fund for line in lines}
    prior = figures.prior.of(*funds) if figures.prior else []
    return sum((line.total for line in prior if line.code.startswith(code)), Decimal(0))


def code_columns(figures: Figures) -> tuple[Column, ...]:
    """The columns of words before the amounts: joined codes, or 类, 款, 项 apart."""
    final = figures.stage == "final"
    name = Column("科目名称" if final else "功能科目名称", width=34)
    if figures.layout.get("codes", "joined") == "joined":
        code = Column("科目代码" if final else "科目编码", width=12)
        return (Column("项目", parts=(code, name)),) if final else (code, name)
    parts = (Column("类", width=5), Column("款", width=5), Column("项", width=5))
    return (Column("科目编码", parts=parts), name)


def code_cells(figures: Figures, code: str) -> tuple[Cell, ...]:
    """A code as this body prints it: joined, split with repeats, or split with a 款 row that holds only its own."""
    style = figures.layout.get("codes", "joined")
    if style == "joined":
        return (Cell(code),)
    parts = [code[:3], code[3:5], code[5:7]]
    if style == "split_bare" and len(code) == 5:
        parts[0] = ""
    return tuple(Cell(part, align="center") for part in parts)


def coded_form(
    figures: Figures,
    statement: str,
    title: str,
    values: tuple[Column, ...],
    lines: list[Line],
    note: str,
    empty_note: str = "",
) -> Form:
    """A form with a total row and a row for each 类, 款 and 项; without lines it is printed empty, with its note."""
    columns = code_columns(figures) + values
    measures = [leaf.measure for leaf in leaves(columns) if leaf.measure]
    words = len(leaves(columns)) - len(measures)

    def row(item: str, node: Node, first: tuple[Cell, ...]) -> Row:
        cells = list(first)
        for measure in measures:
            if measure == PRIOR:
                key = Key(statement, item, node.name, "total", figures.year - 1, figures.phase)
                cells.append(amount(figures, key, before(figures, lines, node.code)))
            else:
                key = Key(statement, item, node.name, measure, figures.year, figures.phase)
                cells.append(amount(figures, key, node.values.get(measure)))
        return tuple(cells)

    body: list[Row] = []
    if lines:
        if figures.stage == "final":
            label: tuple[Cell, ...] = (Cell("合计", columns=words, align="center"),)
        else:
            label = (*(Cell() for _ in range(words - 1)), Cell("合计", align="center"))
        body.append(row("total", Node("", "合计", sums(lines)), label))
        for node in figures.tree(lines):
            indent = "　" * ((len(node.code) - 3) // 2) if figures.layout.get("indent") else ""
            body.append(row(f"func:{node.code}", node, (*code_cells(figures, node.code), Cell(indent + node.name))))
    elif figures.stage == "final":
        body.append((Cell("合计", columns=words, align="center"), *(Cell() for _ in measures)))
    else:
        body += [tuple(Cell() for _ in range(words + len(measures))) for _ in range(3)]
    return Form(
        title=title,
        caption=caption(figures, title),
        header=header(columns) + numbers(columns, figures.layout.get("numbers", "")),
        body=tuple(body),
        widths=tuple(leaf.width for leaf in leaves(columns)),
        notes=(note,) if lines else (note, empty_note),
        landscape=bool(figures.layout.get("landscape")) or len(measures) > 6,
        rows_per_page=figures.layout.get("rows_per_page", 0),
    )


def caption(figures: Figures, title: str) -> tuple[str, ...]:
    """The lines between title and form: number of the form, unit of money, the body that publishes."""
    word = "部门" if figures.stage == "final" else "部门名称"
    number = figures.layout.get("form_numbers", {}).get(title.removeprefix(f"{figures.year}年"), "")
    return tuple(part for part in (number, f"{word}：{figures.entity}", f"单位：{figures.unit}") if part)
