"""按项级科目分类统计 over a list that has a 类 in it."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.labels_told import DEPTH, LEVELS
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_ANNOUNCED = lazy_pattern(r"按(类|款|项)级科目(?:分类)?(?:统计|列示|说明)?[）)]?[:：]?$")
_ENTRY = lazy_pattern(
    r"^(?:[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．])(2\d{2}(?:\d{2}){0,2})[-—－]?([\u4e00-\u9fff（）()]+?)\d"
)


class ListLevel(Rule):
    code = "list-level"
    family = "names and labels"
    title = "A list by 项 lists 项"
    title_zh = "科目列举的级次"
    why = "A list that is announced by 项 and has a whole 类 in it hides what the 项 are."
    why_zh = "说是按项列举，其中却有整个类，就看不出各项是什么。"
    needs = "a list of coded lines under a sentence that says their level"
    tolerance = "none"
    grade = WORDING
    message_zh = "文字称按{level}级科目分类统计，却列有{found}"
    message_en = "the text announces a list by {level}, yet it has {found}"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        level = ""
        odd: dict[str, Place] = {}
        for passage in (*case.passages, None):
            entry = _ENTRY.match(passage.text) if passage is not None else None
            if entry and level and passage is not None:
                judged += 1
                if len(entry[1]) != DEPTH[level]:
                    odd[f"{LEVELS[len(entry[1])]}级“{entry[1]} {entry[2]}”"] = passage.where
                continue
            if odd:
                findings.append(Finding("", "、".join(odd), tuple(odd.values()), {"level": level}))
            announced = _ANNOUNCED.search(passage.text) if passage is not None else None
            level, odd = announced[1] if announced else "", {}
        return Examination(tuple(findings), judged)
