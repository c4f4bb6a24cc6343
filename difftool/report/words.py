"""The ids of the fact contract in the words that Chinese readers of budgets use."""

from __future__ import annotations

from difftool.checks.names import COLUMNS
from difftool.model.comparison import (
    CONTRADICTION,
    CROSSWALK,
    EXACT,
    FORM,
    INFERRED,
    ROUNDING,
    STATED,
    WORDING,
)
from difftool.model.disclosure import BUDGET, Disclosure
from difftool.model.fact import ADJUSTED, APPROVED, EXECUTED
from difftool.pattern import lazy_pattern
from difftool.report.language import say

STATEMENTS = {
    "summary": "收支总表",
    "income": "收入总表",
    "expenditure": "支出总表",
    "appropriation": "财政拨款收支总表",
    "general_public": "一般公共预算支出",
    "general_public_basic": "一般公共预算基本支出",
    "three_public": "“三公”经费",
    "government_fund": "政府性基金预算支出",
    "state_capital": "国有资本经营预算支出",
    "project_performance": "项目支出绩效目标",
    "overall_performance": "整体支出绩效目标",
    "performance_data": "整体支出绩效评价基础数据",
    "performance_review": "整体支出绩效自评",
    "other": "其他表",
    "narrative": "文字说明中的数字",
}
# Forms in one row print only the heading of its column ("决算数") where the name of the line should be.
ITEMS = {"public:total": "“三公”经费合计"}
EVIDENCE = {
    STATED: "文件写明",
    CROSSWALK: "科目表调整",
    EXACT: "金额恰好相抵",
    INFERRED: "推断",
}
EVIDENCE_EXPLAINED = {
    STATED: "文件用一句话写明了这笔钱从哪一科目调到哪一科目。",
    CROSSWALK: "两个年度之间，官方科目表改了编码或名称。",
    EXACT: "一行减少的数与另一行增加的数分毫不差；文件没有写明。",
    INFERRED: "从金额和科目关系推断；文件没有写明，请核对。",
}
PHASES = {APPROVED: "年初预算数", ADJUSTED: "调整预算数", EXECUTED: "决算数"}
GRADES = {
    CONTRADICTION: "自相矛盾",
    FORM: "格式",
    WORDING: "措辞",
    ROUNDING: "尾差",
}
ALONE = "alone"
"""The side of a document that is compared with itself."""
SIDES = {"old": "旧", "new": "新", "both": "两者之间", ALONE: "原文"}

_YEARS = {-1: "上年", 0: "本年", 1: "下年"}
_ROLE = lazy_pattern(r"([+-]\d+) (\w+)")


def statement_name(statement: str) -> str:
    return say(STATEMENTS.get(statement, statement))


def measure_name(measure: str) -> str:
    """The column in words; a part of a fund ("carryover_in.general_public") is told whole and part."""
    if measure.startswith("line:"):
        return measure.removeprefix("line:")
    if measure in COLUMNS:
        return say(COLUMNS[measure])
    return "·".join(say(COLUMNS.get(part, part)) for part in measure.split("."))


def stage_name(disclosure: Disclosure) -> str:
    return say("预算") if disclosure.stage == BUDGET else say("决算")


def issue_name(disclosure: Disclosure) -> str:
    """Year and stage: 2024 年预算."""
    return say("{year} 年{stage}", year=disclosure.year, stage=stage_name(disclosure))


def role_name(role: str) -> str:
    """What an amount is beside its document's own: "-1 executed" is 上年决算数; "" for the own amounts."""
    match = _ROLE.fullmatch(role)
    if match is None:
        return "" if role == "own" else role
    offset, phase = int(match[1]), say(PHASES.get(match[2], match[2]))
    if offset in _YEARS:
        year = say(_YEARS[offset])
    else:
        year = say("{count} 年前", count=-offset) if offset < 0 else say("{count} 年后", count=offset)
    return f"{year}{phase}"


def entity_name(disclosure: Disclosure) -> str:
    return disclosure.entity or say("未写明单位")
