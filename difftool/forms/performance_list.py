"""Lists of projects or units with their amounts: 项目支出绩效目标表 of one row a project, 部门整体支出绩效目标表."""

from __future__ import annotations

import re

from difftool.forms.columns import NAME, PROJECT, UNIT, Column, Meaning
from difftool.forms.facts import fact_of
from difftool.forms.form import Form
from difftool.forms.labels import name_of, plain, squeeze
from difftool.forms.layout import Row, amounts_of, lay_out
from difftool.forms.performance_funds import in_printed_unit
from difftool.model.fact import Fact

# A budget unit rather than a project, by how the names of bodies end.
_BODY = re.compile(
    r"(?:中心|局|委员会|委|办公室|办|厅|院|处|所|站|馆|校|部|队|室|府|公司|学院|大学|医院|检察院|法院|协会|总队|支队)(?:[（(].*[)）])?$"
)
_PROJECT_CODE = re.compile(r"^[\dA-Z]{10,}-?")
_FUNDS = frozenset(
    {"total", "fiscal", "other", "general_public", "government_fund", "special_account", "basic", "project"}
)


def read_list(form: Form) -> tuple[Fact, ...]:
    """The amounts of a list, each under its project, its unit or the total."""
    form = in_printed_unit(form)
    facts: list[Fact] = []
    for part in lay_out(form):
        for row in part.rows:
            item, name = row_item(form, row, part.columns)
            if item is None:
                continue
            for column, meaning, cell in amounts_of(row, list(part.columns), form.unit):
                if is_indicator(column) or meaning.measure not in _FUNDS:
                    continue
                fact = fact_of(form, item, name, Meaning(meaning.measure, meaning.year, ""), cell)
                if fact is not None:
                    facts.append(fact)
    return tuple(facts)


def is_indicator(column: Column) -> bool:
    """Whether a column holds targets or points, which print numbers but no money."""
    said = plain(column.path[-1]) if column.path else ""
    return bool(re.search(r"指标|标准|分值|权重|得分|单位$|备注|解释|类型|性质|数量", said))


def row_item(form: Form, row: Row, columns: tuple[Column, ...]) -> tuple[str | None, str]:
    """The project, unit or total that a row is about; None for a row that only goes on with indicators."""
    texts = [(column, squeeze(row.text(column.index))) for column in columns]
    if any(plain(text) in ("合计", "总计") for _, text in texts[:4]):
        return "total", "合计"
    for role in (PROJECT, UNIT, NAME):
        for column, text in texts:
            if column.role != role or not text or is_indicator(column):
                continue
            name = name_of(_PROJECT_CODE.sub("", text))
            unit = form.statement == "overall_performance" or (_BODY.search(name) and mixed(column))
            if role == UNIT and any(other.role == PROJECT for other, value in texts if value):
                continue
            return f"{'unit' if unit or role == UNIT else 'project'}:{name}", name
    return None, ""


def mixed(column: Column) -> bool:
    """Whether a column names units and projects in turn: 单位（项目）名称."""
    said = "".join(column.path)
    return "单位" in said or "部门" in said
