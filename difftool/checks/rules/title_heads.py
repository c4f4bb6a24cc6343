"""2021年部综合预算收入总表 among forms that are all headed 2021年部门综合预算…: a character lost in a title."""

from __future__ import annotations

from collections import Counter

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING

_SHORTEST, _LONGEST = 6, 16
_FEWEST = 4


class TitleHeads(Rule):
    code = "title-heads"
    family = "names and labels"
    title = "Forms that share the head of their titles share all of it"
    title_zh = "表名写法"
    why = "The forms of one document are named after one pattern; a title that lacks a character of it is misprinted."
    why_zh = "一份文件的各表按同一格式命名；缺了字的表名是印错了。"
    needs = "forms most of whose titles begin with the same words"
    tolerance = "titles that begin otherwise by more than one character"
    grade = WORDING
    message_zh = "表名写作“{found}”，其他各表以“{expected}”开头"
    message_en = "one form is titled “{found}”, the others begin with “{expected}”"

    def examine(self, case: Case) -> Examination:
        titles = {table.title: table.where for table in case.disclosure.tables if table.title}
        head = shared_head(list(titles))
        if not head:
            return Examination()
        odd = {title: place for title, place in titles.items() if one_off(title, head)}
        findings = tuple(Finding(head, title, (place,)) for title, place in odd.items())
        return Examination(findings, len(titles))


def shared_head(titles: list[str]) -> str:
    """The longest beginning that most titles share, "" where there is none."""
    for length in range(_LONGEST, _SHORTEST - 1, -1):
        heads = Counter(title[:length] for title in titles if len(title) > length)
        head, count = heads.most_common(1)[0] if heads else ("", 0)
        if count >= max(_FEWEST, (len(titles) + 1) // 2):
            return head
    return ""


def one_off(title: str, head: str) -> bool:
    """Whether a title begins with the head but for one character lost or doubled, in its words and not in its end."""
    if title.startswith(head):
        return False
    lost = {head[:place] + head[place + 1 :] for place in range(1, len(head) - 1)}
    doubled = {head[:place] + head[place] + head[place:] for place in range(1, len(head) - 1)}
    return any(title.startswith(each) for each in lost | doubled)
