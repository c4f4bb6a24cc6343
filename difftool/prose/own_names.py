"""Amounts of no budget line that a sentence gives a name of their own: projects, purchases by kind, funds set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from difftool import codes
from difftool.model.item import kind_of, name_in, stands_within
from difftool.pattern import lazy_pattern
from difftool.prose.amounts import Amount
from difftool.prose.clauses import AmountInText, clause_outside_brackets
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.names import plain
from difftool.prose.ordinals import BRACKETED, CHINESE, CIRCLED, DIGITS
from difftool.prose.told import Setting

LONGEST_NAME = 48

# What stands before a name without being part of it.
_HEAD = lazy_pattern(
    rf"(?:[、和及与]|其中|(?:主要)?(?:包括|用于|是|为)|已?安排(?:的)?|另有?|{DIGITS}|{BRACKETED}|{CIRCLED}|{CHINESE}(?:是|、)"
    r"|当年|今年|本年度|全年|本(?:部门|单位)|我[局委院部厅办]|共?(?=涉及)|[“\"])+"
)
_YEAR = lazy_pattern(r"(20[0-4]\d)年(?:度)?")
# What stands between a name and its amount; 预算 can be the end of the name of a fund, but then 安排 or 拨款 follows.
_TAIL = lazy_pattern(
    r"(?:(?:支出)?(?:年初|全年|调整)?(?:预算|决算|执行)(?:安排|金额|总额|总计|数额?)?|安排|合计|共计|总计|总额|共|约|为|是|[“”\"])+$"
)
# The kinds of words that a name of money ends with; in a list of projects a name needs none.
_MONEY_NAME = lazy_pattern(
    r"(?:支出|经费|费用?|资金|金额|拨款|收入|补[助贴偿]|专项|转移支付|工资|奖[金励]|公积金|增资|机动|预备费|准备金|贷款|债券|收益"
    r"|采购)(?:[（(][^（）()]+[)）])?$"
)
# What a body owns; 国有资产监管 and 资产清查 are work that is paid for, and 国有资产监督管理委员会 is a body.
_HOLDINGS = r"资产(?:总|净|原|账|合计|金额|价值|余额|处置|出租|使用|占用|[为共约]*(?:[\d,]|$))"
# No name of money, or an amount that is none of the year: a threshold, the worth of goods, a change, what others did.
_NO_NAME = lazy_pattern(
    rf"单价|单位价值|原值|价值|人均|平均|每|限额|{_HOLDINGS}|差额|同期|扣除|剔除|不[少低高多]于|不超过|突破|达到|达$|标准为?$|占(?!用|地)|[比较](?:上|去|20|年)|"
    r"^(?:完成|实现|新增|增加|减少|压减|累计|下达|拨付|发放|收取|支付|上缴|缴纳|争取|节约|带动|处置|项目?数)|"
    r"(?:增加|减少|增长|下降|压减|压缩|追加|核减|调整)|(?:分别|依次|各)$"
)
# Outside of a list of projects these begin a part of some other amount.
_PART = lazy_pattern(r"(?:上年|去年|年初|年末|项目(?:实际|累计|总))")
_GENERIC = lazy_pattern(
    r"(?:该|本|此|各|其他)?(?:一级|二级)?(?:项目|资金|经费|费用|支出|收入|采购|服务|工程|货物|金额|补助|预算|决算|拨款|其他|财政|专项|业务)*"
)
_FUND = lazy_pattern(
    r"(?:当年|本年)?(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|财政|预算)+(?:当年)?(?:拨款|资金|收入|支出|安排|的)*"
)
# A sentence that tells why an amount changed tells of money that came or went, not of what there is.
_REASON = lazy_pattern(r"原因|由于|因为|系因|主要是因|同比|新增|(?:增加|减少)了?(?!值)|" + _HOLDINGS)
_BESIDE = lazy_pattern(
    rf"单价|单位价值|{_HOLDINGS}|原值|(?:原因|由于|因为|主要是因|主要是|系)[^。；;]*$|每[^，,。；;]{{0,6}}$|人均|平均"
)
_OF_PURCHASES = lazy_pattern(
    r"(?:政府|拟)?采?购?买?(?P<kind>货物|工程|服务)(?:类)?(?:采购|项目)*(?:金额|支出)?$|(?:货物|工程|服务)类?采购$"
)
_PURCHASED = lazy_pattern(r"采购|购买")
# 重庆 2026 tells the kinds twice, of all purchases and "；其中一般公共预算拨款政府采购9万元：政府采购货物预算…".
_PURCHASES = lazy_pattern(
    r"(?P<fund>一般公共预算(?:财政)?拨款)?政府采购(?:预算|支出|资金)?(?:总额|总计|合计|金额)?[为共]?(?=\d)"
)
# Many cities tell what the body, or one of its funds, spends on work that it gives to others.
_ENTRUSTED = lazy_pattern(r"委托业务费(?P<fiscal>(?:涉及)?财(?:政)?拨(?:款|资金))?$")
# "整体支出纳入绩效目标管理，涉及财政性资金9万元；6个项目纳入绩效目标管理，涉及财政性资金8万元": one fund or more.
_CONCERNED = lazy_pattern(r"绩效(?:目标|跟踪|自评|评价|管理)[^。；;]*[，,]共?涉及(?![^。；;]*(?:增加|减少))[^。；;]*$")
_MANAGED = lazy_pattern(r"绩效(?:目标|跟踪|自评|评价|管理)")
_FUNDS = lazy_pattern(
    r"(?:预算|项目|财政性?|一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|资金|拨款|收入|支出|当年|金额)+$"
)
# "2024年计划购置车辆0辆、0万元；单价100万元以上设备1台（套）、165万元"
_ACQUIRED = lazy_pattern(r"(车辆|设备)\d+(?:辆|台)(?:[（(]套[）)])?、$")
# 广州: what a body owns is no money of the year; what it is to buy is: "本年度拟购置固定资产9万元，其中：…".
_TO_BE_ACQUIRED = lazy_pattern(
    r"(?:(?:拟|计划|安排)(?:新增)?|(?P<fund>政府性基金)预算)购置固定资产(?:总额|金额|共|约)*$"
)
_ACQUIRING = lazy_pattern(r"购置固定资产$")
_LIST = lazy_pattern(r"(?:主要用于|包括|分别(?:为|是))[^，,。；;：:]*$")
# "常用装备保障项目615.04万元，其中结转结余126万元": the part of the amount before that was carried over.
_CARRIED_OVER = lazy_pattern(r"[，,（(](?:其中)?(?:含)?(?:上年|年初)?结转(?:和|及|与)?(?:结余)?(?:资金)?$")
_REVIEWED = lazy_pattern(
    r"(?:[（(]?[一二三四五六七八九十\d]+[)）.．、])?[“\"]?(?P<name>[^，,。；;：:“”\"]{2,40}?)[”\"]?(?:项目)?(?:绩效)?(?:自评|评价)?(?:情况)?综述[：:]"
)
_REVIEW_AMOUNT = lazy_pattern(r"(?:^|[。；;，,])(?:项目)?(?:全年预算|年初预算|执行|实际支出)数?为?$")


class OwnName(Struct, frozen=True):
    """An amount with the line that its own words make: `said` are the words that tell its year and phase."""

    amount: Amount
    line: Mention
    said: str

    @property
    def project(self) -> str:
        """The name of the project that the line is, "" for other lines and for parts of one."""
        item = self.line.item
        return name_in(item) if kind_of(item) == "project" and not stands_within(item) else ""

    @property
    def is_economic(self) -> bool:
        """Whether the line is one of the economic classification."""
        item = self.line.item
        kind = kind_of(item)
        return kind == "econ" or (kind == "line" and codes.economic_by_name(name_in(item)) is not None)


def by_own_names(text: str, left: Iterable[AmountInText], setting: Setting) -> Iterator[OwnName]:
    """The amounts of a passage that have a name of their own, in order.

    In an item of a list of projects the first amount is the project's, the others are parts of it; in an item below
    such a one all are.
    """
    lines, project = setting.lines, setting.project
    among_projects = setting.listed or bool(project)
    before: OwnName | None = None
    review = _REVIEWED.match(text)
    for one in left:
        if review is not None:
            if _REVIEW_AMOUNT.search(one.lead):
                yield OwnName(one.amount, mention(f"project:{review['name']}", review["name"]), one.lead)
            continue
        if before is not None and before.amount.end == one.offset and _CARRIED_OVER.search(one.lead):
            yield OwnName(one.amount, replace(before.line, measure="carryover_in"), "")
            continue
        goes_on = before is not None and one.lead.startswith("、")
        before = None
        if not among_projects and (funds := managed_funds(one)):
            yield OwnName(one.amount, funds, clause_outside_brackets(one.lead))
            continue
        if acquired := _TO_BE_ACQUIRED.search(one.lead):
            measure = "government_fund" if acquired["fund"] else "total"
            yield OwnName(
                one.amount, mention("line:购置固定资产", "购置固定资产", measure), clause_outside_brackets(one.lead)
            )
            continue
        if _REASON.search(one.sentence):
            continue
        listed = goes_on or bool(_LIST.search(one.lead))
        opens = among_projects and not project
        name, said = own_name(one, lines, among_projects=among_projects, listed=listed, opens=opens)
        if not name:
            continue
        if among_projects:
            line = mention(f"project:{project}/line:{name}" if project else f"project:{name}", name)
            project = project or name
        else:
            line = line_of(name, one, lines)
        before = OwnName(one.amount, line, said)
        yield before


def is_beside_the_budget(one: AmountInText) -> bool:
    """Whether an amount is no money of the year: the price from which equipment is listed, what assets are worth."""
    return bool(_BESIDE.search(one.sentence)) and not _ACQUIRING.search(one.lead)


def own_name(one: AmountInText, lines: Lines, *, among_projects: bool, listed: bool, opens: bool) -> tuple[str, str]:
    """The name that ends the words before an amount, with the words that tell its year and phase; "" for none.

    `opens` says that it is the first of an item of a list of projects: there the name of a fund is a project's.
    """
    clause = clause_outside_brackets(one.lead)
    tail = _TAIL.search(clause)
    body = clause[: tail.start()] if tail else clause
    said = clause[tail.start() :] if tail else ""
    name = _HEAD.sub("", body, count=1) if _HEAD.match(body) else body
    if said.startswith("支出") and codes.economic_by_name(f"{name}支出"):
        name += "支出"  # 广西: "工资福利支出预算9元"
    if opens and said.startswith("预算") and _FUND.fullmatch(name):
        name += "预算"  # 深圳: "2.国有资本经营预算9万元" is the project that a form lists under the same words
    if (match := _YEAR.match(name)) and (int(match.group(1)) == lines.year or not among_projects):
        said = match.group() + said
        name = name[match.end() :]
        name = _HEAD.sub("", name, count=1) if _HEAD.match(name) else name
    if not among_projects:
        # 陕西: "人员经费主要包括基本工资9万元". 湖州: "某某局各单位差旅费预算9万元" is of all, as the form's is.
        name = re.split("(?:主要)?包括|各(?:预算)?单位(?=.)", name)[-1]
    if acquired := _ACQUIRED.search(one.lead):
        return f"购置{acquired[1]}", said
    shortest = 2 if among_projects or codes.economic_by_name(name) else 3  # 奖金, 水费, 电费
    if not shortest <= len(name) <= LONGEST_NAME or not balanced(name) or not re.search(r"[一-鿿]{2}", name):
        return "", ""
    if _NO_NAME.search(name) or _GENERIC.fullmatch(name) or (_FUND.fullmatch(name) and not opens):
        return ("", "") if not is_purchase(name, one) else (name, said)
    named = among_projects or listed or unit_of(name, lines) or _MONEY_NAME.search(name)
    if (not named and not is_purchase(name, one)) or (not among_projects and _PART.match(name)):
        return "", ""
    return name, said


def line_of(name: str, one: AmountInText, lines: Lines) -> Mention:
    """The line of a name outside of lists of projects: a kind of purchase, a unit, an economic line, or the name."""
    if is_purchase(name, one) and (kind := re.search("货物|工程|服务", name)):
        wholes = list(_PURCHASES.finditer(one.before.rpartition("。")[2]))
        of_fund = wholes and wholes[-1]["fund"]
        return mention(f"line:政府采购{kind.group()}", name, "general_public" if of_fund else "total")
    if entrusted := _ENTRUSTED.search(name):
        bare = name if name.startswith("一般公共预算") else entrusted.group()
        fund = "general_public" if bare != entrusted.group() else "fiscal" if entrusted["fiscal"] else "total"
        return mention("line:委托业务费", bare, fund)
    own = unit_of(name, lines) or economic(name, lines)
    return mention(own or f"line:{without_year(name, lines.year)}", name)


def managed_funds(one: AmountInText) -> Mention | None:
    """The line of funds under performance management: of what kind, of the whole body or of projects, which funds."""
    if not _CONCERNED.search(one.sentence):
        return None
    funds = _FUNDS.search(clause_outside_brackets(one.lead).rstrip("合总计共为约"))
    if funds is None:
        return None
    whose = next((word for word in ("整体支出", "项目") if word in one.sentence), "")
    kind = _MANAGED.findall(one.sentence)[-1]
    return mention(f"line:{whose}{kind}涉及{funds.group().removeprefix('当年')}", funds.group())


def unit_of(name: str, lines: Lines) -> str | None:
    """The unit of the document's own forms that a name ends with: "一、渔业局渔业局预算9万元，包括…"."""
    return next((item for unit, item in lines.others["unit"].items() if plain(name).endswith(unit)), None)


def economic(name: str, lines: Lines) -> str | None:
    """The economic line of the document's own forms with this name: 对个人和家庭补助支出 is 对个人和家庭的补助."""
    bare = bare_name(name)
    return next((item for own, item in lines.others["econ"].items() if bare_name(own) == bare), None)


def bare_name(name: str) -> str:
    return plain(name).removesuffix("支出").replace("的", "")


def without_year(name: str, year: int) -> str:
    """A name without the year of the document, so that it meets itself in the next one."""
    return re.sub(rf"{year}年(?:度)?", "", name)


def is_purchase(name: str, one: AmountInText) -> bool:
    """Whether an amount is what is bought of goods, works or services: one of the three, in a sentence on purchases."""
    return bool(_OF_PURCHASES.fullmatch(name)) and bool(_PURCHASED.search(one.sentence))


def mention(item: str, name: str, measure: str = "total") -> Mention:
    return Mention(item, name, -1, -1, False, measure=measure)


def balanced(name: str) -> bool:
    opened, closed = re.findall(r"[（(]", name), re.findall(r"[)）]", name)
    return len(opened) == len(closed)
