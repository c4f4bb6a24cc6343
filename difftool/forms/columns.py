"""What a column is for: a code, a name, an amount; and of an amount, which measure, year and phase."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from difftool import codes
from difftool.forms.labels import REMEMBERED, is_count, plain
from difftool.model.fact import ADJUSTED, APPROVED, CHANGE, EXECUTED
from difftool.model.funds import NAMED_BUDGET
from difftool.pattern import lazy_pattern

CODE, NAME, UNIT, PROJECT, ORDINAL, AMOUNT, TEXT, DIFFERENCE = (
    "code",
    "name",
    "unit",
    "project",
    "ordinal",
    "amount",
    "text",
    "difference",
)

# Columns that say which line a row is. The first pattern that fits the lowest heading decides.
_LABELS: tuple[tuple[str, str], ...] = (
    # 类款项: in forms without lines the three may stand too near to be told apart.
    (r"^(?:类|款|项|目|类款项?|款项)$", CODE),
    (r"^(?:行次|序号|栏次|编号|行号)$", ORDINAL),
    (r"(?:单位|部门|预算单位)\)?(?:代码|编码|编号)$|^(?:单位|部门)编?代?码$|项目编码|项目代码", "unit_code"),
    (r"(?:编码|代码|编号|科目码)$", CODE),
    (
        r"(?:单位|部门)\W?(?:项目)\W?名称|^项目名称$|^项目单位$|一级项目名称|二级项目名称|^支出项目(?:类别)?(?:名称)?(?:\(.*\))?$",
        PROJECT,
    ),
    (
        r"^(?:预算)?(?:单位|部门)(?:\(.*\))?(?:名称)?$|(?:单位|部门)\)?名称(?:\(.*\))?$|^(?:主管部门|填报单位|预算单位)",
        UNIT,
    ),
    (
        r"名称(?:\(.*\))?$|科目(?:\(.*\))?$|^项目(?:\(.*\))?$|^(?:收入|支出)?(?:项目|内容|类别)(?:\(.*\))?$|^项目\(",
        NAME,
    ),
    (r"^(?:年度|年份)$", NAME),
    (r"^(?:采购|购买)(?:服务)?(?:项目|目录|物品|品目|内容)(?:大类|名称)?$|^(?:一|二|三)级(?:目录)?$", NAME),
    (r"分类(?:\(.*\))?$|^(?:预算)?科目|^经济(?:分类|科目)|^功能(?:分类|科目)|按大类", NAME),
    (
        r"^(?:备注|说明|绩效目标|简要说明|依据|资金性质|项目类型|类型|是否.*|采购.*方式|数量|单价|规格.*|计量单位)$",
        TEXT,
    ),
    (r"增减|增长|比上年|占.*比|完成.*%|%|比例|幅度|(?<!收支)差额|变动|增\(减\)", DIFFERENCE),
)
_QUANTITY = lazy_pattern(r"数量|单价|面积|编号|规格|计量单位")
_SHARE = lazy_pattern(r"%|％|比例|幅度|比重|占.*比|率")
_LABEL_RULES = tuple((lazy_pattern(pattern), role) for pattern, role in _LABELS)

# Headings that name no column of their own: the heading above them does.
_NEUTRAL = lazy_pattern(
    r"^(?:总计|合计|小计|金额|数额|计|(?:收入|支出|收支)(?:合计|总计)|总额|资金总额|本年|当年|全年|预算|决算|年初|调整|执行|预算数|决算数|执行数|本年支出|"
    r"(?:20\d\d年?(?:度)?|本年度?|当年|上年度?|年初|全年|调整)?(?:预\(?决?\)?算|决算|执行|支出|安排)?(?:预算)?(?:合计|总计|小计|金额|数额|数)?)"
    r"(?:\((?:(?:单位:?)?(?:万元|千元|元)|.*财政拨款.*)\))?$"
)
# Measures by the words of a heading, deepest heading first; ids as in the fact contract.
_MEASURES: tuple[tuple[str, str], ...] = (
    (r"扣除.*(?:基建|资本)|不含.*(?:基建|资本)", "total_excl_central_capital"),
    (r"小微|小型和微型|小型、微型", "procurement.small_micro"),
    (r"中小企业|面向中小", "procurement.sme"),
    (r"政府采购", "procurement"),
    (r"^(?:其中:)?经费拨款", "fiscal_regular"),
    (r"(?:上年|年初|以前年度|上年末).*实户|实户资金", "account_balance_in"),
    (r"(?:年末|年终).*结[转余]|结转.*下年|结余.*下年|结转结余下年", "carryover_out"),
    (r"(?:上年|年初|以前年度|历年|期初).*结[转余]|结转.*上年|^(?:财政拨款)?结转结余|^结转资金", "carryover_in"),
    (r"使用非财政拨款结余|事业基金.*(?:弥补|差额)|非财政拨款结余", "surplus_used"),
    (r"对?(?:附属|下级)单位(?:的)?(?:补助|支出)", "affiliated"),
    (r"附属单位", "affiliated"),
    (r"上缴上级", "superior"),
    (r"上级(?:单位)?(?:补助|拨款|转移)", "superior"),
    (r"人员(?:经费|支出|类|费用)|^人员$", "personnel"),
    (r"公用(?:经费|支出|类|费用)|日常公用|^公用$|(?<!其他)运转类", "public"),
    (r"基本支出", "basic"),
    (r"项目支出|专项业务(?:经费|费)|特定目标|其他运转类", "project"),
    (r"专项资金.*列入", "general_public.special"),
    (r"(?<!不含)教育收费", "special_account.education"),
    (r"其他.*专户|专户.*其他", "special_account.other"),
    (r"财政专户|专户管理|纳入专户|预算外", "special_account"),
    (r"经营(?:服务)?(?:收入|支出|资金)|^经营$", "operating"),
    (r"事业(?:单位)?(?:收入|资金)|^事业", "institutional"),
    (r"政府性基金", "government_fund"),
    (r"国有资本", "state_capital"),
    (r"一般公共(?:预算|服务预算)|公共(?:预算|财政)(?:拨款|财政)?|^一般预算", "general_public"),
    (r"单位资金|自有资金|单位自筹", "unit_funds"),
    (r"其[他它](?:收入|资金|来源)?(?:收入)?$", "other"),
    (r"(?:本级)?财政拨款|财政资金|预算拨款|财政性资金|^财政", "fiscal"),
    (r"^(?:本年|当年)(?:度)?收入", "income"),
)
_MEASURE_RULES = tuple((lazy_pattern(pattern), measure) for pattern, measure in _MEASURES)
_PARTS_OF_CARRYOVER = {
    "general_public": "general_public",
    "government_fund": "government_fund",
    "state_capital": "state_capital",
    "special_account": "special_account",
    "unit_funds": "unit_funds",
    "fiscal": "fiscal",
    "surplus_used": "non_fiscal",
    "other": "other",
}
_NAMED_BUDGET = lazy_pattern(NAMED_BUDGET)
_YEAR = lazy_pattern(r"(20[0-4]\d)年?")
_CODED_LINE = lazy_pattern(r"^[\[(]?([35]\d{2}(?:\d{2})?)[\])]?[-_.]?(?=[^\d.,])")
_OTHER_HEADINGS = lazy_pattern(
    r"^(?:(?:收入|支出|收支)(?:预算|决算)?(?:数)?|栏次|类|款|项|目|来源|去向|单位:?(?:万元|元)|经费|资金来源|支出构成|按.*分|绩效.*|.*指标.*|年度.*|.*目标.*|.*标准|"
    r"购置.*|运行.*|因公.*|公务.*|会议费|培训费|三公.*|\W?三公\W?.*|机关运行.*|.*购置.*费|.*运行.*费|.*接待.*|.*出国.*|"
    r"部门预算|单位预算|财政拨款.*|其中|.*功能.*科目.*|.*经济.*科目.*|.*功能分类.*|.*经济分类.*|部门|单位|.*\(类\)|.*\(款\)|.*\(项\)|科目|"
    r"工资福利.*|商品和服务.*|对个人和家庭.*|资本性.*|分值|得分|执行率|备注|说明|职能|项目.*)$"
)


class Meaning(Struct, frozen=True):
    """What an amount column measures. `year` 0 and `phase` "" mean the document's own, `unit` "" the form's."""

    measure: str
    year: int = 0
    phase: str = ""
    unit: str = ""


class Column(Struct, frozen=True):
    """One column of a form: its headings, its role and, for amounts, their meaning.

    `economic` is the code of an economic line where the heading names one: 工资福利支出 over the lines of a 湖南 form.
    """

    index: int
    path: tuple[str, ...]
    role: str
    level: str = ""
    meaning: Meaning | None = None
    segment: int = 0
    economic: str = ""


@lru_cache(REMEMBERED)
def is_heading(text: str) -> bool:
    """Whether a cell's text can be a column heading, by the words that headings are made of."""
    bare = plain(text)
    if len(bare) > 40:
        return False
    if _NEUTRAL.match(bare) or _OTHER_HEADINGS.match(bare):
        return True
    if label_role(bare) is not None or measure_word(bare) is not None:
        return True
    return any(economic_line(bare, government=government) for government in (False, True))


def is_neutral(heading: str) -> bool:
    """Whether a heading names no column of its own, but a sum, a phase or a period: 小计, 预算数."""
    return bool(_NEUTRAL.match(heading))


def is_amount_heading(path: tuple[str, ...]) -> bool:
    """Whether headings name an amount: a measure, or a bare 合计, 金额, 预算数 at the lowest."""
    lowest = plain(path[-1])
    return bool(_NEUTRAL.match(lowest)) or measure_word(lowest) is not None or bool(_YEAR.search(lowest))


@lru_cache(REMEMBERED)
def label_role(heading: str) -> str | None:
    if is_count(heading):
        return TEXT
    for pattern, role in _LABEL_RULES:
        if pattern.search(heading):
            return role
    return None


def is_quantity(heading: str) -> bool:
    """Whether a heading stands over numbers that are no money of a line: pieces, prices of one piece, areas, ids."""
    return bool(_QUANTITY.search(heading)) or is_count(heading)


def is_share(names: Iterable[str]) -> bool:
    """Whether headings or a label name a percentage: 增减幅度, 占比, 完成率."""
    return any(_SHARE.search(plain(name)) for name in names)


def as_change(meaning: Meaning) -> Meaning:
    """What a column of differences (比上年增减) measures, of the form's own year and phase."""
    named = meaning.measure != "total" and not meaning.measure.startswith("line:")
    return Meaning(f"{CHANGE}.{meaning.measure}" if named else CHANGE, unit=meaning.unit)


@lru_cache(REMEMBERED)
def measure_word(heading: str) -> str | None:
    for pattern, measure in _MEASURE_RULES:
        if pattern.search(heading):
            return measure
    return None


@lru_cache(REMEMBERED)
def economic_line(heading: str, parent: str = "", *, government: bool = False) -> str | None:
    """The code of the economic line that a heading names, with its code before it or by its name under `parent`."""
    coded = _CODED_LINE.match(heading)
    if coded:
        return coded.group(1)
    below = codes.economic_by_name(heading, parent=parent) if parent else None
    return below or codes.economic_by_name(heading, scheme="government" if government else "department")


def economic_of(path: tuple[str, ...], *, government: bool = False) -> str | None:
    """The economic line that the headings over an amount name, lowest first; None where they name a measure."""
    code: str | None = None
    for name in map(plain, path):
        if _NEUTRAL.match(name):
            continue
        code = None if measure_word(name) else economic_line(name, (code or "")[:3], government=government)
    return code


def measure_words(path: tuple[str, ...]) -> str:
    """The measures that the headings over a column name, from the top: "fiscal.basic"; "" where fewer than two do."""
    words = [word for name in map(plain, path) if not _NEUTRAL.match(name) and (word := measure_word(name))]
    return ".".join(dict.fromkeys(words)) if len(set(words)) > 1 else ""


@lru_cache(REMEMBERED)
def read_meaning(path: tuple[str, ...], *, year: int) -> Meaning:
    """The measure of an amount column by its headings, the lowest that says anything first."""
    names = [plain(name) for name in path]
    words = [None if _NEUTRAL.match(name) else measure_word(name) for name in names]
    measure = next((word for word in reversed(words) if word), "")
    if measure == "total_excl_central_capital" and "project" in words:
        measure = "project_excl_capital"
    if not measure:
        own = next((n for n in reversed(names) if not _NEUTRAL.match(n) and not _OTHER_HEADINGS.match(n)), "")
        measure = f"line:{own}" if own else "total"
    carried = [word for word in words[:-1] if word in ("carryover_in", "carryover_out")]
    if carried and measure in _PARTS_OF_CARRYOVER:
        measure = f"{carried[0]}.{_PARTS_OF_CARRYOVER[measure]}"
    column_year, phase = period("".join(names), year)
    return Meaning(measure, column_year, phase)


@lru_cache(REMEMBERED)
def period(text: str, year: int) -> tuple[int, str]:
    """Year and phase that a heading says: "2023年执行数", "上年预算数", "年初预算数"; 0 and "" where it says none."""
    text = _NAMED_BUDGET.sub("", text)
    match = _YEAR.search(text)
    said = int(match.group(1)) if match else (year - 1 if re.search(r"上年(?:度)?(?!.*(?:结[转余]|余额))", text) else 0)
    phase = ""
    if re.search(r"执行|决算", text):
        phase = EXECUTED
    elif re.search(r"全年预算|调整.*预算|调整后", text):
        phase = ADJUSTED
    elif re.search(r"年初预算|预算", text):
        phase = APPROVED
    if re.search(r"预决算|预\(决\)算|预算执行", text) and not re.search(r"执行数|执行情况", text):
        phase = ""
    return said, phase
