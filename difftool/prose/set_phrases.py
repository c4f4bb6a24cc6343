"""Reasons that explain nothing: set phrases of thrift, of change as such, and of budgeting itself."""

from __future__ import annotations

import re

from difftool.pattern import lazy_pattern

_THRIFT = (
    r"八项规定(?:及其?)?(?:实施细则)?|过?紧日子|厉行节约|勤俭节约|勤俭办\w{2,4}|反对浪费|艰苦奋斗|思想|精神|有关|牢固|树立|习惯"
    r"|党政机关|中央|国家|国务院|省委|省政府|市委|市政府|区委|区政府|县委|县政府|上级|政策|制度|贯彻|落实|认真|严格|积极|切实|坚持|进一步|不断"
    r"|从严|严控|控制|压缩|压减|节约|节俭|勤俭|降低|开支|成本|费用|[“\"]?三公[”\"]?经费|一般性支出|非急需|非刚性|公用经费"
)
_CHANGE_AS_SUCH = (
    r"人员(?:的|正常)?(?:变动|变化|调整|增减变动|增减变化|增减)|(?:项目|工作|任务|业务)(?:的)?(?:正常)?(?:调整|变动|变化|增减)"
    r"|工作开展|工作实际|工作需要|业务需要|实际需要|实际发生|无增减变化|持平|基本一致|差异"
)
# Words that say only that something was budgeted, spent, raised or lowered.
_BUDGETING = (
    r"\d{4}年|年度|年初|年中|年末|本年|上年|当年|今年|去年|预算|决算|编制|编报|口径|安排|调整|调剂|调增|调减|追加"
    r"|项目|任务|工作|实际|需要|需求|情况|根据|依据|按照|按|据实|不同|变化|变动|结构|经费|支出|资金|财政拨款|拨款|相应|相关|正常|合理|统筹"
    r"|单位|部门|我局|我委|我办|增加|减少|增长|下降|上升|节省|导致|影响|造成|形成|所致|从而|因而|由于|主要|实施|执行|使用|列支|要求"
    r"|进度|财政|规定|变更|计划|具体|统一|部分|内部|各项|其他|预计|所有"
)
_PARTICLES = r"[因是的有等和及与间之本各为对数额了量年其进行受将按在中并且以来该此项]"
_HOLLOW = lazy_pattern(f"{_THRIFT}|{_CHANGE_AS_SUCH}|{_BUDGETING}|{_PARTICLES}")
_LEAST_OF_A_CAUSE = 2


def is_set_phrase(reason: str) -> bool:
    """Whether a printed reason names no cause: nothing is left of it but words of thrift, change and budgeting."""
    left = _HOLLOW.sub("", reason)
    # "本部门无此项支出" is why an amount is 0.
    return sum("一" <= letter <= "鿿" for letter in left) < _LEAST_OF_A_CAUSE and not re.search(r"[\d无未没]", left)
