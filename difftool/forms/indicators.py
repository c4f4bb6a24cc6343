"""Rows of performance indicators, with columns that slid put back by what their cells say."""

from __future__ import annotations

from difftool.forms.labels import name_of, plain, squeeze
from difftool.forms.performance_headings import Header
from difftool.forms.performance_labels import (
    ACTUAL,
    INDICATOR_ROLES,
    LEVEL1,
    LEVEL2,
    LEVEL3,
    MEASURED_IN,
    RELATION,
    REMARK,
    SCORE,
    TARGET,
    WEIGHT,
)
from difftool.model.disclosure import Indicator
from difftool.model.document import Cell
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_LEVEL1 = r"(?:产出|效益|满意度|成本|效果)"
_LEVEL2 = (
    r"(?:数量|质量|时效|(?:经济|社会|生态|生态环境)?成本|(?:经济|社会|生态|环境)效益"
    r"|可持续(?:影响|发展)?|(?:社会公众或)?服务对象(?:满意度)?)"
)
_LEVEL1_ONLY = lazy_pattern(r"(?:产出|效益|满意度|效果)指标")
_LEVEL2_ONLY = lazy_pattern(
    r"(?:数量|质量|时效|(?:经济|社会|生态|生态环境)成本|(?:经济|社会|生态|环境)效益|可持续(?:影响|发展)|服务对象满意度)指标"
)
_JOINED = lazy_pattern(rf"({_LEVEL1}指标)({_LEVEL2}指标)(.+)")
_WEIGHT = lazy_pattern(r"\d{1,2}(?:\.\d)?|100")
_POINTS = lazy_pattern(r"\(\d+(?:\.\d+)?分\)$")
_RELATION = lazy_pattern(r"[≥≤≧≦＞＜><=＝]{1,2}|定性|定量")
_NOTHING = lazy_pattern(r"|无|/|[-—…]+|(?:指标|目标)\d*:?|\.+")
_BELONGS = (
    (lazy_pattern(r"^(?:数量|质量|时效)"), "产出指标"),
    (lazy_pattern(r"^(?:经济|社会|生态环境)成本"), "成本指标"),
    (lazy_pattern(r"^(?:经济|社会|生态|环境)效益|^可持续"), "效益指标"),
    (lazy_pattern(r"^服务对象"), "满意度指标"),
)


class IndicatorRows:
    """Reads the indicators of one form row by row, and carries the two upper levels down and over pages."""

    def __init__(self) -> None:
        self.level1 = ""
        self.level2 = ""
        self.weights_in_remarks: list[Place] = []

    def start(self) -> None:
        """A new project begins: no level of the one before it goes on."""
        self.level1 = self.level2 = ""

    def read(self, project: str, header: Header, cells: dict[str, Cell]) -> Indicator | None:
        """The indicator of a row, None where the row prints none.

        `cells` holds the row's cells by role, merged ones included.
        """
        text = {role: squeeze(cell.text) for role, cell in cells.items()}
        self.levels(text)
        name, target = text.get(LEVEL3, ""), target_of(text)
        joined = _JOINED.fullmatch(name)
        level1, level2 = self.level1, self.level2
        if joined and not header.has(LEVEL1):
            level1, level2, name = joined.groups()
        if _NOTHING.fullmatch(plain(name)) and _NOTHING.fullmatch(plain(target)):
            return None
        place = cells[LEVEL3].place if name else cells[next(r for r in (TARGET, MEASURED_IN) if text.get(r))].place
        return Indicator(
            project=project,
            level1=level1,
            level2=level2,
            level3=name,
            target=target,
            where=place,
            actual=text[ACTUAL] if text.get(ACTUAL) else None,
            weight=text.get(WEIGHT, "") or self.weight_in_remark(header, cells),
            score=text.get(SCORE, ""),
        )

    def weight_in_remark(self, header: Header, cells: dict[str, Cell]) -> str:
        """A bare number under 备注 in a form without a column of weights: 长沙's forms print the weights there."""
        remark = squeeze(cells[REMARK].text) if REMARK in cells and not header.has(WEIGHT) else ""
        if not _WEIGHT.fullmatch(remark):
            return ""
        self.weights_in_remarks.append(cells[REMARK].place)
        return remark

    def levels(self, text: dict[str, str]) -> None:
        """Take the upper levels that the row prints. A blank one goes on, unless the level below belongs elsewhere."""
        first, second = (_POINTS.sub("", plain(text.get(role, ""))) for role in (LEVEL1, LEVEL2))
        if _LEVEL1_ONLY.fullmatch(second) and not first:
            first, second = second, ""
            self.level2 = ""
        if first and first != self.level1:
            self.level1, self.level2 = first, ""
        if second:
            self.level2 = second
            if not first and (implied := next((name for rule, name in _BELONGS if rule.match(second)), "")):
                self.level1 = implied


def target_of(text: dict[str, str]) -> str:
    """The target as one would say it: relation, value and unit, which some forms print in three columns."""
    relation, value, unit = (text.get(role, "") for role in (RELATION, TARGET, MEASURED_IN))
    if relation in ("定性", "定量"):
        relation = ""
        unit = "" if value and not value[-1].isdigit() else unit
    if not value or value == unit:
        value, unit = unit or value, ""
    if unit and (value.endswith(unit) or not value[-1:].isdigit()):
        unit = ""
    if not value or value.startswith(relation):
        return value + unit
    return relation + value + unit


def shift_of(header: Header, cells: list[Cell]) -> int:
    """How many columns the indicators of an unruled row stand right (+) or left (-) of their headings.

    Tables turned into text lose blank cells. The cells that can stand in one column only say how far the row slid.
    """
    at = {heading.role: heading.column for heading in header.headings if heading.role in INDICATOR_ROLES}
    for role, pattern in ((RELATION, _RELATION), (LEVEL2, _LEVEL2_ONLY), (LEVEL1, _LEVEL1_ONLY)):
        found = [
            cell for cell in cells if pattern.fullmatch(squeeze(cell.text)) and abs(cell.column - at.get(role, -9)) < 3
        ]
        if role in at and found:
            if role == LEVEL1 and found[0].column == at.get(LEVEL2):
                return 0
            return found[0].column - at[role]
    return 0


def is_total_of_scores(cells: list[Cell]) -> bool:
    """Whether a row only adds up points (总分, 合计), not an indicator."""
    return bool(cells) and name_of(cells[0].text) in ("总分", "合计", "总计")
