"""Which statement a form's title names. Titles differ by province; what they must contain does not."""

from __future__ import annotations

import re

from difftool.forms.labels import squeeze
from difftool.pattern import lazy_pattern

LONGEST_TITLE = 60

# 湖南's forms of one title add what they are about behind it: "基本支出表--人员经费(工资福利支出)".
_TITLE_END = lazy_pattern(
    r"表(?:[一二三四五六七八九十\d]{0,2}(?:-\d+)?)?(?:[-—–－]{1,2}[^-—–－，。；：:()（）\d]{2,16})?(?:[(（][^()（）]{1,24}[)）])*$"
)
_OPEN_TITLE = lazy_pattern(r"(?:收支|收入|支出|三公).{0,12}(?:情况|总体|预算|决算|明细)$")
_UNIT_BEHIND = lazy_pattern(r"(?:金额)?单位[:：]?(?:人民币)?(?:万元|千元|百万元|亿元|元)$")
# 五、《支出决算表》 and "支出决算表如下：" over the form.
_IN_MARKS = lazy_pattern(r"^((?:[一二三四五六七八九十]+、|\d+[.、])?)《([^《》]+)》$|(?<=表)(?:如下)?[:：]$")
# 预算公开表7 and 预算01表 are a form's number; some provinces print it below the title.
_NOT_A_TITLE = lazy_pattern(
    r"^(?:部门|单位|预算|决算|公开|财政|附|批复)+(?:表[一二三四五六七八九十\d]+(?:-\d+)?|\d+(?:-\d+)?表)$|[，。；？！]|^注|^说明|详见|^[（(]?[一二三四五六七八九十\d]+[)）、]?.*(?:本表|空表|此表)|^第.部分"
)

# 般公共 is 一般公共 whose first stroke was taken for a ruling; until 2014 it was 公共财政预算 or 公共预算.
_PUBLIC = r"(?:般公共(?:预算|服务)?|公共(?:财政)?预算)"
# The first rule that fits decides.
_RULES: tuple[tuple[str, str], ...] = (
    (r"基础数据表", "performance_data"),
    (r"整体.*自评", "performance_review"),
    (r"自评|评价得分|评分", "other"),
    (r"(?:整体支出|部门整体|单位整体|整体预算|整体).*绩效(?:目标|表|申报)", "overall_performance"),
    (r"绩效", "project_performance"),
    (r"三公|机构运行信息", "three_public"),
    (
        r"机关运行经费|政府采购|购买服务|资产|上年结转|专项业务经费|会议费|培训费|债务|社会保险基金|新增|转移支付"
        r"|行政事业性收费|财政专户|专项资金",
        "other",
    ),
    (r"政府性?基金", "government_fund"),
    (r"国有资本", "state_capital"),
    (rf"{_PUBLIC}.*基本支出", "general_public_basic"),
    (rf"{_PUBLIC}.*项目支出", "other"),
    (rf"{_PUBLIC}.*收(?:入)?支(?:出)?", "appropriation"),
    (rf"{_PUBLIC}.*收入", "other"),
    (rf"{_PUBLIC}.*(?:支出|明细|功能|经济)", "general_public"),
    (r"财政拨款.*收(?:入)?支(?:出)?", "appropriation"),
    (r"财政拨款.*基本支出|财政拨款|基本支出|项目(?:支出|收)", "other"),
    (r"收(?:入)?支(?:出)?", "summary"),
    (r"收入.*支出.*总表", "summary"),
    (r"收入", "income"),
    (r"支出", "expenditure"),
    (r"预算|决算", "other"),
)
_OTHER_FUNDS = {"政府性基金": "government_fund", "国有资本": "state_capital"}
_COMPILED = tuple((lazy_pattern(pattern), statement) for pattern, statement in _RULES)
# A heading over all the forms, not a form: "第二部分 2024年部门预算表", "部门预算报表", "公开报表".
_PART_HEADING = lazy_pattern(
    r"^(?:.{0,30}年)?(?:度)?(?:部门|单位|预算单位|部门综合|.{2,20}(?:局|厅|委|院|中心|办|办公室))?(?:综合)?(?:预算|决算)(?:公开)?(?:报)?表$|公开报表$|(?<!申)(?<!填)报表$"
)
_NUMBER = lazy_pattern(
    r"^(?:附件[一二三四五六七八九十\d]*[:：]?"
    r"|(?:公开|预算|决算|财预|附)?表[一二三四五六七八九十\d]+(?:-\d+)?[:：、.．]?"
    r"|(?:公开|预算|决算)\d+表[:：]?"
    r"|(?:\d+|[一二三四五六七八九十]+)[.．、])(?=\D)"
)
_TAIL_BRACKETS = lazy_pattern(r"(?:[(（][^()（）]*[)）])+$")


def statement_of(text: str) -> str | None:
    """The statement that a line names as a title, "other" for a form of no standard kind, None where it is no title."""
    printed = _UNIT_BEHIND.sub("", squeeze(text))
    bare = _IN_MARKS.sub(r"\1\2", printed)
    if not 3 < len(bare) <= LONGEST_TITLE or _NOT_A_TITLE.search(bare) or not _TITLE_END.search(bare):
        return None
    core = without_number(bare)
    if _PART_HEADING.search(core):
        return None
    head = _TAIL_BRACKETS.sub("", core) or core
    for pattern, statement in _COMPILED:
        if pattern.search(head):
            # What a sentence announces ("情况见下表：") may be any table; a standard form is one for all that.
            return None if statement == "other" and bare != printed else statement
    return None


def fund_named(title: str) -> str:
    """The fund other than the general public budget that is the only one a title names, "" where there is none."""
    found = [fund for name, fund in _OTHER_FUNDS.items() if name in squeeze(title)]
    return found[0] if len(found) == 1 and not names_general_public(title) else ""


def names_general_public(title: str) -> bool:
    """Whether a title names the general public budget as the one that its form is about."""
    return bool(re.search(_PUBLIC, squeeze(title)))


def statement_without_word(text: str) -> str | None:
    """The standard statement that a line without 表 names ("部门收支预算总体情况"), None where it names none."""
    bare = squeeze(text)
    if len(bare) > LONGEST_TITLE // 2 or not _OPEN_TITLE.search(bare) or re.search(r"[:：（(]|说明$", bare):
        return None
    statement = statement_of(bare + "表")
    return None if statement == "other" else statement


def without_number(title: str) -> str:
    """A title without the number of its form: "公开03表", "表5", "5．", "附件2："."""
    numbered = _NUMBER.match(title)
    return title[numbered.end() :] if numbered and numbered.end() < len(title) - 3 else title
