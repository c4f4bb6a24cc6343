"""A final account (部门决算): its nine forms, then its explanation, every line against its budget."""

from __future__ import annotations

from decimal import Decimal

from maker import public_expenses
from maker.coded import amount, caption, code_columns, coded_form
from maker.columns import Column, header, leaves, numbers
from maker.economic import side_by_side
from maker.figures import FUNDS, Figures, sums
from maker.final_words import explain
from maker.paper import Cell, Form, Key, Paper, Row
from maker.two_sided import appropriation_form, summary_form

ZERO = Decimal(0)


def final_account(figures: Figures) -> Paper:
    """The whole document: title, contents, forms, words."""
    paper = Paper(justified=not figures.layout.get("ragged"))
    forms = final_forms(figures)
    paper.heading(f"{figures.year}年度{figures.entity}部门决算", 0)
    paper.heading("目录", 2)
    for place, form in enumerate(forms, start=1):
        paper.say(f"{place}. {form.title}")
    paper.heading("第一部分 单位概况", 1)
    paper.heading("一、部门职责")
    paper.say(figures.words.get("duties", "承担上级交办的各项工作。"))
    paper.heading("二、决算单位构成")
    paper.say(f"{figures.entity}{figures.year}年部门决算公开范围为单位本级。")
    paper.heading("第二部分 部门决算表", 1)
    paper.blocks.extend(forms)
    paper.heading(f"第三部分 {figures.year}年度部门决算情况说明", 1)
    explain(figures, paper)
    return paper


def final_forms(figures: Figures) -> list[Form]:
    """The nine forms in their order."""
    total = Column("本年支出合计", "total")
    basic, project = Column("基本支出", "basic"), Column("项目支出", "project")
    rest = (
        Column("上缴上级支出", "superior"),
        Column("经营支出", "operating"),
        Column("对附属单位补助支出", "affiliated"),
    )
    income = (
        Column("本年收入合计", "total"),
        Column("财政拨款收入", "fiscal"),
        Column("上级补助收入", "superior"),
        Column("事业收入", "institutional"),
        Column("经营收入", "operating"),
        Column("附属单位上缴收入", "affiliated"),
        Column("其他收入", "other"),
    )
    within = (
        Column("小计", "total", width=14),
        Column("基本支出", "basic", width=14),
        Column("项目支出", "project", width=14),
    )
    return [
        summary_form(figures, "收入支出决算总表", "注：本表反映部门本年度的总收支和年末结转结余情况。"),
        coded_form(
            figures, "income", "收入决算表", income, figures.lines, "注：本表反映部门本年度取得的各项收入情况。"
        ),
        coded_form(
            figures,
            "expenditure",
            "支出决算表",
            (total, basic, project, *rest),
            figures.lines,
            "注：本表反映部门本年度各项支出情况。",
        ),
        appropriation_form(
            figures, "财政拨款收入支出决算总表", "注：本表反映部门本年度财政拨款的总收支和年末结转结余情况。"
        ),
        coded_form(
            figures,
            "general_public",
            "一般公共预算财政拨款支出决算表",
            (Column("本年支出", parts=within),),
            figures.of("general_public"),
            "注：本表反映部门本年度一般公共预算财政拨款支出情况。",
        ),
        side_by_side(
            figures,
            "一般公共预算财政拨款基本支出决算明细表",
            "注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。",
        ),
        fund_form(figures, "政府性基金预算财政拨款收入支出决算表"),
        coded_form(
            figures,
            "state_capital",
            "国有资本经营预算财政拨款支出决算表",
            (Column("本年支出", parts=within),),
            [],
            "注：本表反映部门本年度国有资本经营预算财政拨款支出情况。",
            "说明：本单位没有使用国有资本经营预算安排的支出，故本表无数据。",
        ),
        public_expenses.final_form(
            figures, "财政拨款“三公”经费支出决算表", "注：预算数为“三公”经费全年预算数，决算数为当年实际支出。"
        ),
    ]


def fund_form(figures: Figures, title: str) -> Form:
    """Income and expenditure of government funds: carried in, income, the three columns of expenditure, carried out."""
    spent = (Column("小计", "total"), Column("基本支出", "basic"), Column("项目支出", "project"))
    values = (
        Column("年初结转和结余", "carryover_in"),
        Column("本年收入", "income"),
        Column("本年支出", parts=spent),
        Column("年末结转和结余", "carryover_out"),
    )
    columns = code_columns(figures) + values
    lines = figures.of("government_fund")
    measures = [leaf.measure for leaf in leaves(columns) if leaf.measure]
    words = len(leaves(columns)) - len(measures)
    body: list[Row] = [(Cell("合计", columns=words, align="center"), *(Cell() for _ in measures))]
    if lines:
        rows = [("total", "合计", body[0][:1], sums(lines))]
        rows += [(f"func:{n.code}", n.name, (Cell(n.code), Cell(n.name)), n.values) for n in figures.tree(lines)]
        body = []
        for item, name, first, yuan in rows:
            yuan = yuan | {"income": yuan["total"]}
            keys = [Key("government_fund", item, name, measure, figures.year, figures.phase) for measure in measures]
            body.append((*first, *(amount(figures, key, yuan.get(key.measure, ZERO)) for key in keys)))
    empty = "说明：本单位没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。"
    note = f"注：本表反映部门本年度{FUNDS['government_fund']}财政拨款收入、支出及结转和结余情况。"
    return Form(
        title=title,
        caption=caption(figures, title),
        header=header(columns) + numbers(columns, figures.layout.get("numbers", "")),
        body=tuple(body),
        widths=tuple(leaf.width for leaf in leaves(columns)),
        notes=(note,) if lines else (note, empty),
        landscape=bool(figures.layout.get("landscape")),
    )
