"""What the printed reason of a line says for or against a move."""

from __future__ import annotations

from collections.abc import Iterable

from difftool.model.disclosure import Reason
from difftool.pattern import lazy_pattern

# A reason that says only that something was arranged or adjusted explains nothing. What remains of it without the
# words of budgeting itself tells whether it names a cause of its own (人员, 设备, 补助标准 …).
_BUDGETING = lazy_pattern(
    "年度|年初|年中|年末|本年|上年|当年|今年|去年|年|预算|决算|编制|编报|口径|安排|调整|调剂|科目|功能|分类|项目|任务|工作"
    "|实际|需要|需求|情况|根据|依据|按照|按|据实|不同|变化|变动|结构|经费|支出|资金|相应|相关|有关|正常|合理|统筹|单位|部门"
    "|增加|减少|增长|下降|上升|压减|因|由于|主要|是|的|所|有|等|和|及|与|间|之|本|各|其他|为|对|数|额|实施|执行|使用|列支"
    "|要求|进度|财政|规定|变更|计划|具体|统一|部分|内部|了|量"
)
_RECLASSIFIED = lazy_pattern("科目.{0,4}(?:调整|调剂|变更|变动|修订)|(?:调整|调剂).{0,4}科目")
_CHINESE = lazy_pattern(r"[\u4e00-\u9fff]")
_LEAST_OF_A_CAUSE = 2


def has_own_cause(reasons: Iterable[Reason]) -> bool:
    """Whether a printed reason names a cause of its own, which makes a chance match of the amounts likely."""
    return any(len(_CHINESE.findall(_BUDGETING.sub("", reason.text))) >= _LEAST_OF_A_CAUSE for reason in reasons)


def says_reclassified(reasons: Iterable[Reason]) -> bool:
    """Whether a printed reason speaks of a change of 科目, without saying which."""
    return any(_RECLASSIFIED.search(reason.text) for reason in reasons)
