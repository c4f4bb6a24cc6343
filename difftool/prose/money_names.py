"""The name that the words before an amount give it, where it is of no budget line."""

from __future__ import annotations

import re

from difftool import codes
from difftool.pattern import lazy_pattern
from difftool.prose.clauses import AmountInText, clause_outside_brackets
from difftool.prose.lines import Lines
from difftool.prose.lines_by_purpose import is_purchase, unit_of
from difftool.prose.ordinals import BRACKETED, CHINESE, CIRCLED, DIGITS

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
HOLDINGS = r"资产(?:总|净|原|账|合计|金额|价值|余额|处置|出租|使用|占用|[为共约]*(?:[\d,]|$))"
# No name of money, or an amount that is none of the year: a threshold, the worth of goods, a change, what others did.
_NO_NAME = lazy_pattern(
    rf"单价|单位价值|原值|价值|人均|平均|每|限额|{HOLDINGS}|差额|同期|扣除|剔除|不[少低高多]于|不超过|突破|达到|达$|标准为?$|占(?!用|地)|[比较](?:上|去|20|年)|"
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
# "2024年计划购置车辆0辆、0万元；单价100万元以上设备1台（套）、165万元"
_ACQUIRED = lazy_pattern(r"(车辆|设备)\d+(?:辆|台)(?:[（(]套[）)])?、$")


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


def balanced(name: str) -> bool:
    opened, closed = re.findall(r"[（(]", name), re.findall(r"[)）]", name)
    return len(opened) == len(closed)
