"""基本支出 and 项目支出 called a split 按经济分类."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_SAID = lazy_pattern(
    r"按(?:支出)?(经济|功能)(?:科目)?分类(?:科目)?[^。；]{0,14}?(?:划分)?[为：:，,]?(?:基本支出|项目支出)\d"
)


class SplitNamed(Rule):
    code = "split-named"
    family = "names and labels"
    title = "基本支出 and 项目支出 are no economic classification"
    title_zh = "支出分类的说法"
    why = "By economic classification money is 工资福利支出, 商品和服务支出 and so on (政府收支分类科目)."
    why_zh = "按经济分类，支出分为工资福利支出、商品和服务支出等（政府收支分类科目）。"
    needs = "a sentence that splits expenditure and says by what"
    tolerance = "none"
    grade = WORDING
    message_zh = "把基本支出、项目支出的划分称为“{found}”"
    message_en = "the split into 基本支出 and 项目支出 is called “{found}”"

    def examine(self, case: Case) -> Examination:
        places: dict[str, list[Place]] = {}
        for passage in case.passages:
            for match in _SAID.finditer(passage.text):
                places.setdefault(f"按{match[1]}分类", []).append(passage.place_at(match.start()))
        return Examination(tuple(Finding("", said, tuple(where)) for said, where in places.items()), len(case.passages))
