"""Performance targets: three levels of names, the target, and what was reached."""

from __future__ import annotations

import re
from itertools import pairwise

from difftool.forms.form import Form
from difftool.forms.labels import plain, squeeze
from difftool.model.disclosure import Indicator
from difftool.model.document import Cell, Grid

_COLUMNS: tuple[tuple[str, str], ...] = (
    (r"^一级指标", "level1"),
    (r"^二级指标", "level2"),
    (r"^(?:三级指标|指标内容|指标名称)", "level3"),
    (r"^(?:绩效)?(?:指标性质|指标值类型)|指标性质$", "sign"),
    (r"^(?:年度|预期|本年绩效|绩效)?(?:指标值|目标值)$|^指标值", "target"),
    (r"^(?:实际|全年)?(?:完成值|完成情况|实现值)|实际完成", "actual"),
    (r"^(?:分值|权重|指标权重)", "weight"),
    (r"^得分", "score"),
    (r"度量单位|计量单位", "measure"),
)
_RULES = tuple((re.compile(pattern), name) for pattern, name in _COLUMNS)
_LEVEL1 = re.compile(r"^(?:产出|效益|满意度|成本|过程|投入|管理|决策)指标(?:\(.*\))?$|^(?:产出|效益|满意度|成本)$")
_LEVEL2 = re.compile(
    r"^(?:数量|质量|时效|成本|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续影响|可持续发展|(?:社会公众或)?服务对象满意度|满意度|生态环境效益)(?:指标)?$"
)
_SIGNS = frozenset({"≥", "≤", "=", "＝", ">", "<", "＞", "＜"})
_KINDS = _SIGNS | {"定性", "定量"}
_NAME_LABEL = re.compile(r"项目名称|单位名称|部门名称|单位\(项目\)名称|专项名称")


def read_indicators(form: Form) -> tuple[Indicator, ...]:
    """Every printed target of a form, under its project or unit; blanks below a merged name take the name above."""
    found: list[Indicator] = []
    columns: dict[str, int] = {}
    project, names = "", {"level1": "", "level2": ""}
    named = -1
    for grid in form.parts:
        for row in range(grid.rows):
            cells = [cell for cell in grid.row_cells(row) if cell.text.strip()]
            header = header_columns(cells)
            if "level1" in header or ("level3" in header and "target" in header):
                columns, names = header, {"level1": "", "level2": ""}
                named = next((c.column for c in cells if _NAME_LABEL.search(plain(c.text))), -1)
                continue
            if not columns:
                project = sheet_name(cells) or project
                continue
            if named >= 0 and (own := grid.at(row, named)) is not None and own.text.strip() and own.row == row:
                project, names = squeeze(own.text), {"level1": "", "level2": ""}
            indicator = read_row(grid, row, columns, names, project)
            if indicator is not None:
                found.append(indicator)
    return tuple(found)


def header_columns(cells: list[Cell]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for cell in cells:
        text = plain(cell.text)
        name = next((name for pattern, name in _RULES if pattern.search(text)), None)
        if name is not None:
            columns.setdefault(name, cell.column)
    return columns


def sheet_name(cells: list[Cell]) -> str:
    for label, value in pairwise(cells):
        if _NAME_LABEL.search(plain(label.text)):
            return squeeze(value.text)
    return ""


def read_row(grid: Grid, row: int, columns: dict[str, int], names: dict[str, str], project: str) -> Indicator | None:
    """The indicator of a row, by its columns; by the order of its cells where they have slid from their heads."""
    values = {name: text_at(grid, row, column) for name, column in columns.items()}
    if slid(values):
        values = by_order(grid, row, columns)
    for level in ("level1", "level2"):
        if values.get(level):
            if level == "level1" and values[level] != names["level1"]:
                names["level2"] = ""
            names[level] = values[level]
    level3, target = values.get("level3", ""), values.get("target", "")
    place = grid.at(row, columns.get("level3", columns.get("target", 0)))
    if not level3 or level3 in ("无", "/") or place is None:
        return None
    sign = values.get("sign", "")
    if sign in _SIGNS and not target.startswith(tuple(_SIGNS)):
        target = sign + target
    measure = values.get("measure", "")
    if target and measure and target[-1:].isdigit():
        target += measure
    return Indicator(
        project=project,
        level1=names["level1"],
        level2=names["level2"],
        level3=level3,
        target=target,
        where=place.place,
        actual=values.get("actual") if "actual" in columns else None,
        weight=values.get("weight", ""),
        score=values.get("score", ""),
    )


def text_at(grid: Grid, row: int, column: int) -> str:
    cell = grid.at(row, column)
    return squeeze(cell.text) if cell is not None else ""


def slid(values: dict[str, str]) -> bool:
    """Whether a name stands in the column of another level: a lost merged cell moves a row to the left (长沙 2023)."""
    level1, level2, level3 = (values.get(name, "") for name in ("level1", "level2", "level3"))
    return bool(
        _LEVEL2.match(level1)
        or _LEVEL1.match(level2)
        or _LEVEL2.match(level3)
        or level3 in _KINDS
        or (level2 and not _LEVEL2.match(level2) and values.get("sign", "") not in {*_KINDS, ""})
    )


def by_order(grid: Grid, row: int, columns: dict[str, int]) -> dict[str, str]:
    """The row's texts from the first that can be a level name, given to the heads in their order."""
    first = min(columns.values()) - 2
    texts = [squeeze(cell.text) for cell in grid.row_cells(row) if cell.column >= first and cell.text.strip()]
    texts = [text for text in texts if len(text) < 120]
    values: dict[str, str] = {}
    if texts and _LEVEL1.match(texts[0]):
        values["level1"] = texts.pop(0)
    if texts and _LEVEL2.match(texts[0]):
        values["level2"] = texts.pop(0)
    heads = [name for name, _ in sorted(columns.items(), key=lambda pair: pair[1]) if name not in ("level1", "level2")]
    values.update(zip(heads, texts, strict=False))
    return values
