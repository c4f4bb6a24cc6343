"""Performance forms for tests, ruled as in a PDF or typed as in a text file."""

from __future__ import annotations

from difftool.forms.form import Form, FormReading
from difftool.forms.performance import read_performance
from difftool.model.document import Cell, Grid
from difftool.model.place import LinePlace, PagePlace


def ruled(*rows: str, page: int = 1, widths: tuple[int, ...] = ()) -> Grid:
    """A PDF's grid from rows of texts between bars; ">" goes on with the cell to the left, "^" with the one above."""
    texts = [[text.strip() for text in row.split("|")] for row in rows]
    columns = len(texts[0])
    edges = [sum(widths[:at]) for at in range(columns + 1)] if widths else [100 * at for at in range(columns + 1)]
    cells = []
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            if text in (">", "^"):
                continue
            wide = next((n for n in range(1, columns - column) if line[column + n] != ">"), columns - column)
            high = next((n for n in range(1, len(texts) - row) if texts[row + n][column] != "^"), len(texts) - row)
            box = (float(edges[column]), 10.0 * row, float(edges[column + wide]), 10.0 * (row + high))
            cells.append(Cell(text.replace("/n", "\n"), row, column, PagePlace(page, box), high, wide))
    return Grid(len(texts), columns, tuple(cells), PagePlace(page, (0.0, 0.0, 100.0 * columns, 10.0 * len(texts))))


def typed(*rows: str) -> Grid:
    """A grid out of a text file: nothing merged, short rows end early."""
    texts = [row.split("|") for row in rows]
    cells = tuple(
        Cell(text.strip(), row, column, LinePlace(row + 1))
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    )
    return Grid(len(texts), max(len(line) for line in texts), cells, LinePlace(1))


def read(statement: str, *parts: Grid, title: str = "", stage: str = "budget", unit: str = "万元") -> FormReading:
    return read_performance(Form(statement, title, "云州市林业局", unit, 2026, stage, parts))


def amounts(reading: FormReading) -> list[tuple[str, str, str]]:
    return [(fact.item, fact.measure, str(fact.amount)) for fact in reading.facts]


SHEET = (
    "项目名称 | > | > | 苗圃改造 | > | >",
    "主管部门 | > | > | 云州市林业局 | 实施单位 | 云州市苗圃",
    "项目资金/n（万元） | > | > | 年度预算资金总额： | 31.00 | >",
    "^ | ^ | ^ | 其中：财政拨款 | 0.00 | >",
    "^ | ^ | ^ | 其他资金 | 31.00 | >",
    "总体目标 | 改造两处苗圃 | > | > | > | >",
    " | 一级指标 | 二级指标 | 三级指标 | 指标值 | >",
    "绩效指标 | 成本指标 | 经济成本 | 项目总成本 | ≤31万元 | >",
    "绩效指标 | 产出指标 | 数量指标 | 苗圃数量 | ≥2个 | >",
)
