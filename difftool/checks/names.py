"""How messages name forms, columns and lines."""

from __future__ import annotations

from difftool.model.fact import NARRATIVE, Fact
from difftool.model.funds import APPROPRIATED
from difftool.model.item import CLASSIFIED, kind_of, name_in, split_last

_FORMS = {
    "summary": ("收支总表", "summary form"),
    "income": ("收入表", "income form"),
    "expenditure": ("支出表", "expenditure form"),
    "appropriation": ("财政拨款收支总表", "appropriation form"),
    "general_public": ("一般公共预算支出表", "general public budget form"),
    "general_public_basic": ("一般公共预算基本支出表", "basic expenditure form"),
    "three_public": ("“三公”经费表", "three-public form"),
    "government_fund": ("政府性基金预算支出表", "government fund form"),
    "state_capital": ("国有资本经营预算支出表", "state capital form"),
    "project_performance": ("项目支出绩效目标表", "project performance form"),
    "overall_performance": ("整体支出绩效目标表", "overall performance form"),
    "performance_data": ("绩效评价基础数据表", "performance data form"),
    "performance_review": ("绩效自评表", "performance review form"),
    "other": ("其他表", "other form"),
    "narrative": ("文字说明", "text"),
}
COLUMNS = {
    "total": "合计",
    "basic": "基本支出",
    "project": "项目支出",
    "personnel": "人员经费",
    "public": "公用经费",
    "operating": "经营",
    "affiliated": "附属单位",
    "superior": "上级",
    "fiscal": "财政拨款",
    "general_public": "一般公共预算",
    "government_fund": "政府性基金预算",
    "state_capital": "国有资本经营预算",
    "special_account": "财政专户",
    "institutional": "事业收入",
    "other": "其他",
    "carryover_in": "上年结转",
    "carryover_out": "结转下年",
    "surplus_used": "使用非财政拨款结余",
    "unit_funds": "单位资金",
    "year_total": "本年合计",
    "income": "本年收入",
    "fiscal_regular": "经费拨款",
    "total_excl_central_capital": "扣除中央基建投资后",
    "procurement": "政府采购",
    "procurement.sme": "面向中小企业采购",
    "procurement.small_micro": "面向小微企业采购",
    "non_fiscal": "非财政拨款",
}
_PHASES = {"approved": "预算", "adjusted": "全年预算", "executed": "决算"}
_USUAL_LINES = {
    "public:total": "“三公”经费合计",
    "public:vehicle": "公务用车购置及运行维护费",
    "public:vehicle_purchase": "公务用车购置费",
    "public:vehicle_operation": "公务用车运行维护费",
    "public:abroad": "因公出国（境）费",
    "public:reception": "公务接待费",
    "total": "合计",
    "use:total": "支出总计",
    "source:total": "收入总计",
    "use:year_total": "本年支出合计",
}


def form_name(statement: str) -> str:
    return _FORMS.get(statement, _FORMS["other"])[0]


def form_name_en(statement: str) -> str:
    return _FORMS.get(statement, _FORMS["other"])[1]


def column_name(measure: str) -> str:
    """The column in words; of a part ("carryover_in.general_public") the whole, then the part."""
    if measure.startswith("line:"):
        return measure.removeprefix("line:")
    return COLUMNS.get(measure) or "·".join(COLUMNS.get(part, part) for part in measure.split("."))


def column_name_en(measure: str) -> str:
    return measure.removeprefix("line:").replace("_", " ").replace(".", ", ")


def phase_name(phase: str) -> str:
    return _PHASES[phase]


def line_name(fact: Fact) -> str:
    """The line with its code where it has one: "2010450 事业运行"."""
    usual = _USUAL_LINES.get(fact.item, "")
    told = fact.statement == NARRATIVE  # named by the words around it: "“三公”经费财政拨款支出预算"
    if told and fact.measure in APPROPRIATED and fact.name:
        return fact.name  # 财政拨款收支总预算 is not 收入总计
    name = usual if usual and (told or len(fact.name) <= len("购置费")) else fact.name or usual or fact.item
    return f"{name_in(split_last(fact.item)[1])} {name}" if kind_of(fact.item) in CLASSIFIED else name
