"""A short notation for forms whose every amount says what it means, to draw the layouts of provinces that none of the
corpus's documents follows.

A line of a head or body has its cells between bars; `{2,1}` behind a cell gives the rows and columns that it spans. A body
line begins with its item, or one item for each side between semicolons, and `::`. The columns are told in one string:
`-` for a label, `x` for what is no fact, else the measure; `1;total` is on the second side, `public:abroad=total` brings
its own item, `/302=basic` crosses the line with an economic one, `total@2023:executed` is of another year or phase, as is
every amount of a line `x@2024:adjusted`.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from difftool.model.money import read_money
from difftool.pipeline import extract

BODY = "岚桥县档案馆"
YEAR = 2024
_SPAN = re.compile(r"\{(\d+),(\d+)\}$")

NAMES = {
    "201": "一般公共服务支出", "20126": "档案事务", "2012601": "行政运行", "2012602": "一般行政管理事务",
    "2012604": "档案馆", "205": "教育支出", "20508": "进修及培训", "2050803": "培训支出",
    "208": "社会保障和就业支出", "20805": "行政事业单位养老支出", "2080501": "行政单位离退休",
    "2080505": "机关事业单位基本养老保险缴费支出", "2080506": "机关事业单位职业年金缴费支出",
    "210": "卫生健康支出", "21011": "行政事业单位医疗", "2101101": "行政单位医疗",
    "212": "城乡社区支出", "21208": "国有土地使用权出让收入安排的支出", "2120899": "其他国有土地使用权出让收入安排的支出",
    "221": "住房保障支出", "22102": "住房改革支出", "2210201": "住房公积金",
    "301": "工资福利支出", "30101": "基本工资", "30102": "津贴补贴", "30103": "奖金",
    "30108": "机关事业单位基本养老保险缴费", "30113": "住房公积金", "302": "商品和服务支出", "30201": "办公费",
    "30207": "邮电费", "30211": "差旅费", "30217": "公务接待费", "30228": "工会经费", "30231": "公务用车运行维护费",
    "303": "对个人和家庭的补助", "30302": "退休费", "310": "资本性支出", "31002": "办公设备购置",
}  # fmt: skip
FUNCTIONAL = (
    "2012601", "2012602", "2012604", "2050803", "2080501", "2080505", "2080506", "2101101", "2210201",
)  # fmt: skip
ECONOMIC = (
    "30101", "30102", "30103", "30108", "30113", "30201", "30207", "30211", "30217", "30228", "30231", "30302", "31002",
)  # fmt: skip
FUND = ("2120899",)
PUBLIC = ("total", "abroad", "vehicle", "vehicle_purchase", "vehicle_operation", "reception")
Labels = Callable[[str], list[str]]


def cells_of(line: str) -> list[tuple[str, int, int]]:
    """Text, rows and columns of each cell of a line."""
    cells = []
    for part in line.split("|"):
        text = part.strip(" ")
        span = _SPAN.search(text)
        cells.append((_SPAN.sub("", text), *((int(span[1]), int(span[2])) if span else (1, 1))))
    return cells


def key_of(maker: Any, statement: str, items: Sequence[str], told: str, year: int, phase: str) -> Any:
    """What the amounts of a column mean in a line; None where they are no facts."""
    side, _, told = told.rpartition(";")
    item = items[int(side or 0)] if int(side or 0) < len(items) else ""
    if (items[0] == "-" and not side) or item in ("", "-"):
        return None
    if told.startswith("/"):
        code, _, part = told[1:].partition("=")
        item, told = (f"econ:{code}" if item == "total" else f"{item}/econ:{code}"), part or "total"
    elif "=" in told:
        own, told = told.split("=")
        item, told = (item, own) if item.startswith("unit:") else (own, told)
    measure, _, when = told.partition("@")
    when = when or items[0].partition("@")[2]
    said_year, _, said_phase = when.partition(":")
    return maker.Key(statement, item, "", measure, int(said_year or year), said_phase or phase)


def form(
    maker: Any,
    statement: str,
    title: str,
    head: Sequence[str],
    columns: str,
    body: Sequence[str],
    *,
    caption: Sequence[str] = (),
    unit: str = "万元",
    stage: str = "budget",
) -> Any:
    """A form of the corpus maker, its cells keyed as the columns and lines tell."""
    told = columns.split()
    phase = "executed" if stage == "final" else "approved"
    rows = []
    for line in body:
        said, _, cells = line.partition("::")
        items = [item.strip() for item in said.split(";")]
        row: list[Any] = []
        at = 0
        for text, down, across in cells_of(cells):
            amount = told[at] != "-"
            printed = amount and told[at] != "x" and read_money(text, unit) is not None
            key = key_of(maker, statement, items, told[at], YEAR, phase) if printed else None
            row.append(maker.Cell(text, key, unit, down, across, "right" if amount else "left"))
            at += across
        assert at == len(told), (title, line)
        rows.append(tuple(row))
    return maker.Form(
        title,
        tuple(caption) or (f"部门：{BODY}", f"单位：{unit}"),
        tuple(tuple(maker.Cell(t, None, "", r, c, "center") for t, r, c in cells_of(line)) for line in head),
        tuple(rows),
        tuple(14 if each == "-" else 9 for each in told),
        landscape=True,
    )


def paper_of(maker: Any, stage: str, forms: Sequence[Any]) -> Any:
    """The forms under a line that names body, year and stage."""
    paper = maker.Paper()
    paper.heading(f"{BODY}{YEAR}年度部门{'决算' if stage == 'final' else '预算'}", 0)
    paper.blocks.extend(forms)
    return paper


def tree(leaves: Sequence[str], columns: Sequence[Sequence[int] | None], seed: str) -> list[tuple[str, list[str]]]:
    """Codes with the amounts of each column, sums included; the first line, without a code, is the total.

    A column is made up where it is None, else it is the sum of the columns that it names.
    """
    chance = random.Random(seed)
    made = {
        code: [
            None if told is not None or chance.random() < 0.3 else Decimal(chance.randint(101, 99_999)) / 100
            for told in columns
        ]
        for code in leaves
    }

    def below(start: str) -> list[str]:
        sums = [
            [values[at] for code, values in made.items() if code.startswith(start) and values[at] is not None]
            for at in range(len(columns))
        ]
        found: list[Any] = [sum(each) if each else None for each in sums]
        for _ in columns:
            for at, told in enumerate(columns):
                if told is not None:
                    parts = [found[part] for part in told if found[part] is not None]
                    found[at] = sum(parts) if parts else None
        return ["" if value is None else f"{value:.2f}" for value in found]

    codes = sorted({code[:length] for code in leaves for length in (3, 5, 7) if length <= len(code)})
    return [(code, below(code)) for code in ("", *codes)]


def lines(
    leaves: Sequence[str],
    columns: Sequence[Sequence[int] | None],
    seed: str,
    labels: Labels,
    *,
    total_last: bool = False,
) -> list[str]:
    """Body lines of codes, their labels set as the province sets them."""
    scheme = "func" if leaves[0].startswith("2") else "econ"
    width = len(labels(leaves[0]))
    made = [
        f"{f'{scheme}:{code}' if code else 'total'} :: "
        + " | ".join([*(labels(code) if code else ["" for _ in range(width - 1)] + ["合计"]), *amounts])
        for code, amounts in tree(leaves, columns, seed)
    ]
    return [*made[1:], made[0]] if total_last else made


def joined(code: str) -> list[str]:
    return [code, NAMES[code]]


def indented(code: str) -> list[str]:
    return [code, "　" * ((len(code) - 3) // 2) + NAMES[code]]


def split(code: str) -> list[str]:
    return [code[:3], code[3:5], code[5:7], NAMES[code]]


def split_in_two(code: str) -> list[str]:
    return [code[:3], code[3:5], NAMES[code]]


def meant(paper: Any) -> Counter[tuple[Any, ...]]:
    """What the paper says, amount for amount."""
    found: Counter[tuple[Any, ...]] = Counter()
    for cell in paper.amounts():
        money = read_money(cell.text, cell.unit)
        key = cell.key
        assert money is not None
        found[key.statement, key.item, key.measure, key.year, key.phase, str(money.amount)] = 1
    return found


def read(path: Path) -> tuple[Counter[tuple[Any, ...]], list[str]]:
    """What the file is read to say, and the codes of the problems told."""
    disclosure = extract(path)
    found: Counter[tuple[Any, ...]] = Counter()
    for fact in disclosure.facts:
        if fact.statement != "narrative" and not fact.is_change:
            found[fact.statement, fact.item, fact.measure, fact.year, fact.phase, str(fact.amount)] = 1
    return found, [problem.code for problem in disclosure.problems]
