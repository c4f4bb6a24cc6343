"""What the labels of performance forms say: roles of columns, funds, phases, units, and whom a form is about."""

from __future__ import annotations

import re
from functools import lru_cache

from difftool.forms.labels import REMEMBERED, plain, squeeze
from difftool.model.fact import ADJUSTED, APPROVED, EXECUTED
from difftool.pattern import lazy_pattern

SUBJECT, CODE, FUND, GOAL, GROUP, NOTE, ACTIVITY = "subject", "code", "fund", "goal", "group", "note", "activity"
LEVEL1, LEVEL2, LEVEL3, TARGET, ACTUAL = "level1", "level2", "level3", "target", "actual"
RELATION, MEASURED_IN, WEIGHT, SCORE, REMARK = "relation", "measured_in", "weight", "score", "remark"
INDICATOR_ROLES = frozenset({LEVEL1, LEVEL2, LEVEL3, TARGET, ACTUAL, RELATION, MEASURED_IN})

_ROLES: tuple[tuple[str, str], ...] = (
    (r"一级指标", LEVEL1),
    (r"二级指标", LEVEL2),
    (r"(?:三级|四级)指标|指标(?:内容|名称)|具体指标", LEVEL3),
    (r"指标值内容|指标(?:解释|说明|释义)|评\(?扣?\)?分标准|.*偏差.*原因.*|是否核心.*|执行率.*", NOTE),
    (r"备注", REMARK),
    (r"(?:绩效)?指标(?:值)?(?:性质|类型|方向)|运算符号?", RELATION),
    (r"(?:绩效)?指标(?:方向性|属性|类别)", NOTE),
    (r"(?:本年|年度|预期|年初)?(?:绩效)?(?:指标|目标)(?:目标)?值.*", TARGET),
    (r"(?:全年|年度)?实际(?:完成|达到)?(?:指标)?值|(?:指标)?完成值|实际完成情况", ACTUAL),
    (r"(?:指标)?(?:分值|权重).*", WEIGHT),
    (r"(?:自评)?得分", SCORE),
    (r"(?:绩效)?(?:度量|计量)单位", MEASURED_IN),
    (r"(?:单位|部门|项目)(?:编码|代码)(?:\((?:单位|部门|项目)(?:编码|代码)\))?|序号", CODE),
    (
        r"项目名称.*|(?:项目)?单位(?:名称)?[、/(]项目名称\)?|(?:预算)?(?:单位|部门)\(?(?:单位|项目)?\)?名称"
        r"|任务名称|转移支付名称|政策\(?项目\)?名称",
        SUBJECT,
    ),
    (r"活动(?:名称)?", ACTIVITY),
    (r"(?:当年|年度|整体|项目|总体|本年|预期|实施期)*(?:绩效)?目标|主要内容|项目概况", GOAL),
    (
        r"其中:?|按(?:收入|支出|资金).*分:?|年度预算申请(?:\(.*\))?|(?:年度|部门整体支出年度)?绩效(?:目标)?(?:指标)?"
        r"|预算(?:安排)?(?:情况|资金)|资金来源",
        GROUP,
    ),
)
_ROLE_RULES = tuple((lazy_pattern(pattern), role) for pattern, role in _ROLES)

# A form's own labels for whom its funds are, with the kind of item that they name.
_SUBJECT_LABEL = lazy_pattern(
    r"(?:(?:专项)?(?:项目|资金|政策|转移支付)(?:\(?(?:政策|项目|资金)\)?)?名称)|"
    r"(?:市级|省级|区级|县级)?(?:预算)?(?:部门|单位)(?:\((?:部门|单位)\))?名称(?:\(.*\))?"
)
_TOTAL = (
    r"(?:年度|当年|本年|全年|项目|实施期|中期|总体|专项)*(?:财政)?(?:预算)?(?:支出|安排|资金|经费)*"
    r"(?:总额|总量|总计|合计|金额|预算)"
)
_FUNDS: tuple[tuple[str, str], ...] = (
    (r".*政府性基金.*", "government_fund"),
    (r".*国有资本.*", "state_capital"),
    (r".*(?:一般公共(?:预算|财政)|^一般预算).*", "general_public"),
    (r".*(?:财政专户|专户管理).*", "special_account"),
    (r"(?:单位|自有|自筹|单位自筹)(?:资金|收入)", "unit_funds"),
    (r"(?:上年|以前年度|年初)?结[转余].*|上年.*结[转余].*", "carryover_in"),
    (r"其[他它](?:资金|收入|来源|经费)?", "other"),
    (r"基本支出(?:预算|资金)?", "basic"),
    (r"项目支出(?:预算|资金)?", "project"),
    (r"人员(?:经费|支出|类项目)", "personnel"),
    (r"公用经费", "public"),
    (r"(?:其中)?中央(?:财政)?(?:资金|补助|拨款|支出)", "central"),
    (r"(?:地方|省级|市级|区级|县级|市本级|区本级)(?:财政)?(?:资金|支出|拨款|补助)", "local"),
    (r"补助(?:区县|市县|县区|下级|地方).*", "transfer"),
    (r"上级(?:财政)?(?:补助|资金|拨款).*", "superior"),
    (r"(?:本级|当年|年度|本年)?财政(?:性)?(?:拨款|资金|补助)(?:合计|小计)?|政府预算资金", "fiscal"),
    (r"(?:事业)?单位?经营(?:收入|资金|服务收入)", "operating"),
    (r"事业(?:收入|资金)", "institutional"),
    (_TOTAL + r"|项目总额|资金总额|总额|总计|合计|小计|金额|当年财政拨款预算金额|预算支出总额", "total"),
)
_FUND_RULES = tuple((lazy_pattern(pattern), measure) for pattern, measure in _FUNDS)
_BRACKETS_AT_END = lazy_pattern(r"\([^()]*\)$")
_UNIT = lazy_pattern(r"[(（]\s*(?:单位[:：])?\s*(万元|千元|亿元|元)\s*[)）]")
_PERIOD = lazy_pattern(r"(?:20\d\d年)?(?:年初|全年|调整后?|当年|年度)?(?:预算|执行|决算|支出)数?")
_FIRST_LEVEL = lazy_pattern(r"(?:产出|效益|满意度|成本)指标")
_OF_THE_TERM = lazy_pattern(r"^实施期|^中期")


@lru_cache(REMEMBERED)
def role_of(text: str) -> str | None:
    """The role of a column with this heading, None where the text is no heading of a performance form."""
    bare = plain(text)
    for pattern, role in _ROLE_RULES:
        if pattern.fullmatch(bare):
            return role
    return None


@lru_cache(REMEMBERED)
def fund_of(text: str) -> str | None:
    """The measure that a fund's label names, None where the text names no fund."""
    bare = plain(text).rstrip(":")
    bare = _BRACKETS_AT_END.sub("", bare) or bare
    for pattern, measure in _FUND_RULES:
        if pattern.fullmatch(bare):
            return measure
    return None


def is_of_the_term(text: str) -> bool:
    """Whether a fund label is about all the years of a project (实施期资金总额), not the budget year."""
    return bool(_OF_THE_TERM.match(plain(text)))


def is_of_the_year(text: str) -> bool:
    """Whether a label is of the budget year's own total (年度资金总额)."""
    return fund_of(text) == "total" and plain(text).startswith(("年度", "当年", "本年"))


@lru_cache(REMEMBERED)
def phase_of(text: str) -> str:
    """The phase that a heading names: 年初预算数, 全年预算数 or 执行数; "" for any other text."""
    bare = plain(text)
    if not _PERIOD.fullmatch(_BRACKETS_AT_END.sub("", bare)):
        return ""
    if re.search(r"执行|决算", bare):
        return EXECUTED
    if re.search(r"年初", bare):
        return APPROVED
    return ADJUSTED if re.search(r"全年|调整", bare) else ""


@lru_cache(REMEMBERED)
def unit_in(text: str) -> str:
    """The unit of money in brackets after a label ("资金金额（万元）"), "" where there is none."""
    match = _UNIT.search(squeeze(text))
    return match.group(1) if match else ""


@lru_cache(REMEMBERED)
def subject_kind(text: str) -> str:
    """Whom a label announces (项目名称: "project", 部门（单位）名称: "unit"), "" for any other text."""
    bare = plain(text).rstrip(":")
    if not _SUBJECT_LABEL.fullmatch(bare):
        return ""
    return "unit" if re.search(r"部门|单位", bare) else "project"


def kind_of_row(heading: str, with_goal: bool) -> str:
    """What a list's rows are, by the heading over their names; 单位（项目）名称 has both, and units have no goal."""
    if "任务" in heading:
        return "line"
    unit = bool(re.search(r"单位|部门", heading))
    return "unit" if unit and not ("项目" in heading and with_goal) else "project"


def is_first_level(text: str) -> bool:
    """Whether a text names one of the first levels of indicators, which may stand over columns of their own."""
    return bool(_FIRST_LEVEL.fullmatch(plain(text)))


def measure_of(texts: list[str]) -> str:
    """The measure under these names from the top: 财政拨款 over 基本支出 is `basic`, 其他资金 over it `other.basic`."""
    measures = [measure for text in texts if (measure := fund_of(text)) is not None]
    if not measures:
        return "total"
    *above, own = measures
    over = next((measure for measure in reversed(above) if measure != "total"), "")
    if own == "total":
        return over or "total"
    if over in ("", "fiscal", own):
        return own
    return f"{over}.{own}"
