"""Forms with 收入 on the left and 支出 on the right: the summary and the appropriation form."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest

from maker.coded import amount, caption
from maker.figures import FUNDS, Figures, sums
from maker.paper import Cell, Form, Key, Row

# What the two forms name on the right, whether a body spends on it or not.
CATEGORIES = [
    "201",
    "202",
    "203",
    "204",
    "205",
    "206",
    "207",
    "208",
    "210",
    "211",
    "212",
    "213",
    "214",
    "215",
    "216",
    "217",
    "219",
    "220",
    "221",
    "222",
    "223",
    "224",
    "229",
]
FUND_COLUMNS = {
    "general_public": "一般公共预算财政拨款",
    "government_fund": "政府性基金预算财政拨款",
    "state_capital": "国有资本经营预算财政拨款",
}
ORDINALS = "一二三四五六七八九十"
Entry = tuple[str, str, dict[str, Decimal]]


def ordinal(number: int) -> str:
    """1 as 一, 12 as 十二, 23 as 二十三."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else ORDINALS[tens - 1] + "十")
    return head + (ORDINALS[ones - 1] if ones else "")


def categories(figures: Figures, funds: list[str]) -> list[Entry]:
    lines = figures.of(*funds)
    return [
        (f"func:{code}", figures.names[code], sums([line for line in lines if line.code[:3] == code]))
        for code in CATEGORIES
    ]


def sources(figures: Figures, labels: dict[str, str]) -> list[Entry]:
    return [
        (f"source:{fund}", label, {"total": figures.total(fund) if fund in figures.funds else Decimal(0)})
        for fund, label in labels.items()
    ]


def two_sided(
    figures: Figures, statement: str, title: str, left: list[Entry], right: list[Entry], funds: list[str], note: str
) -> Form:
    """The form: numbered lines on both sides, then this year's totals, what is carried over, and the grand totals."""
    final = figures.stage == "final"
    right_measures = ["total", *(FUND_COLUMNS if statement == "appropriation" else ())]
    lines = figures.of(*funds)
    totals = sums(lines) if lines else {"total": Decimal(0)}

    def side(entry: Entry | None, measures: list[str], place: int, numbered: str) -> tuple[Cell, ...]:
        index = (Cell(str(place), align="center"),) if final else ()
        if entry is None:
            return (Cell(), *index, *(Cell() for _ in measures))
        item, name, values = entry
        keys = [Key(statement, item, name, measure, figures.year, figures.phase) for measure in measures]
        cells = tuple(amount(figures, key, values.get(key.measure)) if item else Cell() for key in keys)
        return (Cell(numbered + name, align="left" if numbered else "center"), *index, *cells)

    rows: list[tuple[Entry | None, Entry | None, bool]] = [
        *((a, b, True) for a, b in zip_longest(left, right)),
        (
            ("source:year_total", "本年收入合计", {"total": totals["total"]}),
            ("use:year_total", "本年支出合计", totals),
            False,
        ),
        (("", carried_words(statement, final)[0], {}), ("", carried_words(statement, final)[1], {}), False),
        (
            ("source:total", "总计" if final else "收入总计", {"total": totals["total"]}),
            ("use:total", "总计" if final else "支出总计", totals),
            False,
        ),
    ]
    body: list[Row] = []
    for place, (a, b, counted) in enumerate(rows, start=1):
        label = f"{ordinal(place)}、" if counted else ""
        body.append((*side(a, ["total"], place, label), *side(b, right_measures, place + len(rows), label)))
    names = (Cell("项目", align="center"), *((Cell("行次", align="center"),) if final else ()))
    word = "金额" if final else "本年预算"
    funds_named = [Cell(text, align="center") for text in ("合计", *FUND_COLUMNS.values())]
    amounts = funds_named if statement == "appropriation" else [Cell(word, align="center")]
    head: tuple[Row, ...] = (
        (
            Cell("收入", columns=len(names) + 1, align="center"),
            Cell("支出", columns=len(names) + len(amounts), align="center"),
        ),
        (*names, Cell(word, align="center"), *names, *amounts),
    )
    narrow = [4] if final else []
    return Form(
        title=title,
        caption=caption(figures, title),
        header=head,
        body=tuple(body),
        widths=(26, *narrow, 11, 26, *narrow, *([11] * len(amounts))),
        notes=(note,),
        landscape=bool(figures.layout.get("landscape")),
        rows_per_page=figures.layout.get("rows_per_page", 0),
    )


def carried_words(statement: str, final: bool) -> tuple[str, str]:
    if not final:
        return "上年结转", "结转下年"
    if statement == "appropriation":
        return "年初财政拨款结转和结余", "年末财政拨款结转和结余"
    return "年初结转和结余", "年末结转和结余"


def summary_form(figures: Figures, title: str, note: str) -> Form:
    """All income against all expenditure, the latter by function, or by nature where the body prints it so."""
    final = figures.stage == "final"
    ending = "财政拨款收入" if final else "拨款收入"
    labels = {fund: FUNDS[fund] + ending for fund in ("general_public", "government_fund")}
    labels |= {"state_capital": "国有资本经营预算" + ending, "superior": "上级补助收入", "institutional": "事业收入"}
    labels |= {"operating": "经营收入", "affiliated": "附属单位上缴收入", "other": "其他收入"}
    right = categories(figures, figures.funds)
    left = sources(figures, labels)
    if figures.layout.get("summary") == "nature":
        basic, project = figures.total(column="basic"), figures.total(column="project")
        right = [
            ("use:basic", "基本支出", {"total": basic}),
            ("use:project", "项目支出", {"total": project}),
            ("use:operating", "事业单位经营支出", {}),
            ("use:affiliated", "对附属单位补助支出", {}),
            ("use:superior", "上缴上级支出", {}),
        ]
        fiscal = figures.total(*figures.fiscal)
        left = [("source:fiscal", "本级财政拨款收入", {"total": fiscal}), *left[3:]]
    return two_sided(figures, "summary", title, left, right, figures.funds, note)


def appropriation_form(figures: Figures, title: str, note: str) -> Form:
    """What the treasury gives, by fund, against what it is spent on."""
    right = categories(figures, figures.fiscal)
    return two_sided(figures, "appropriation", title, sources(figures, FUND_COLUMNS), right, figures.fiscal, note)
