from __future__ import annotations

import pytest

from difftool.compare.moves.reasons import has_own_cause, says_reclassified
from difftool.model.disclosure import Reason
from difftool.model.place import LinePlace


def reasons(text):
    return [Reason("func:2010450", text, LinePlace(1))]


@pytest.mark.parametrize(
    "text",
    ["人员调出", "缴费基数调整", "补助标准提高", "新增信息系统运维费", "业务量增长", "上年的设备购置本年不再安排"],
)
def test_a_reason_that_names_a_cause(text):
    assert has_own_cause(reasons(text))


@pytest.mark.parametrize(
    "text",
    ["科目调整", "项目调整", "按实际需要编制", "年度间任务不同", "据实安排", "根据年度工作任务，相应调整支出", ""],
)
def test_a_reason_that_says_nothing_but_that_it_was_arranged_so(text):
    assert not has_own_cause(reasons(text))


@pytest.mark.parametrize(
    ("text", "said"), [("预算科目调整", True), ("因调整功能科目", True), ("本科目人员减少", False)]
)
def test_a_reason_that_speaks_of_another_line(text, said):
    assert says_reclassified(reasons(text)) is said
