"""第一部分, 第二部分…: the parts that the contents list against those that the text heads."""

from __future__ import annotations

import difflib
import re

from difftool.checks.case import Case
from difftool.checks.contents import LONGEST_TITLE
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_HEADING = lazy_pattern(r"^第([一二三四五六七八])部分[:：、]?(.{0,50})$")
_ENTRY = lazy_pattern(
    r"第([一二三四五六七八])部分[:：、]?([^第]{0,60}?)(?=第[一二三四五六七八]部分|[-—.…]|[一二三四五六七八九十]、|\d+$|$)"
)
_NEAR = 0.5
_FEWEST = 2
_NUMBERS = "一二三四五六七八"

Parts = dict[str, tuple[str, Place]]


class ContentsParts(Rule):
    code = "contents-parts"
    family = "names and labels"
    title = "The parts of a document are those of its contents"
    title_zh = "目录与各部分"
    why = "A reader looks for a part under its number; one that is not listed, or not headed, cannot be found."
    why_zh = "读者按序号找各部分；目录没有列出或正文没有标题的部分无从查找。"
    needs = "contents that list parts, and headings of parts"
    tolerance = "year, body and brackets in a title; parts on pages without text"
    grade = WORDING
    message_zh = "目录与正文的部分不一致：{found}"
    message_en = "the parts differ between contents and text: {found}"

    def examine(self, case: Case) -> Examination:
        listed, headed = parts_of(case)
        if len(listed) < _FEWEST or len(headed) < _FEWEST:
            return Examination()
        odd: list[tuple[str, str, Place]] = []
        for number, (title, place) in headed.items():
            entry = listed.get(number, ("", place))[0]
            if number not in listed:
                odd.append((f"正文“第{number}部分{title}”目录未列", f"part {number} is not in the contents", place))
            elif differs(entry, title):
                words = f"第{number}部分目录作“{entry}”、正文作“{title}”"
                odd.append((words, f"part {number} is “{entry}” in the contents, “{title}” in the text", place))
        last = max(map(_NUMBERS.index, headed))
        for number, (title, place) in listed.items():
            if number not in headed and _NUMBERS.index(number) < last:
                odd.append((f"目录列有“第{number}部分{title}”，正文无此标题", f"part {number} has no heading", place))
        if not odd:
            return Examination((), len(listed))
        english = {"found": "; ".join(each[1] for each in odd)}
        words = "；".join(each[0] for each in odd)
        return Examination((Finding("", words, tuple(each[2] for each in odd), {}, english),), len(listed))


def parts_of(case: Case) -> tuple[Parts, Parts]:
    """The parts as listed, up to where the first is headed again, and as headed from there on."""
    passages = case.disclosure.passages
    firsts = [number for number, passage in enumerate(passages) if passage.text.startswith("第一部分")]
    if len(firsts) < _FEWEST:
        return {}, {}
    listed: Parts = {}
    for passage in passages[firsts[0] : firsts[1]]:
        for match in _ENTRY.finditer(passage.text):
            listed.setdefault(match[1], (part_title(match[2], case), passage.place_at(match.start())))
    headed: Parts = {}
    for number, passage in enumerate(passages[firsts[1] :], start=firsts[1]):
        heading = _HEADING.match(passage.text)
        if heading is None or heading[1] in headed:
            continue
        # "第一部分", the body's name, "单位概况": a title may stand on lines of its own.
        lines = (heading[2], *(each.text for each in passages[number + 1 : number + 3]))
        titles = [part_title(line, case) for line in lines if len(line) <= LONGEST_TITLE]
        headed[heading[1]] = (next(filter(None, titles), ""), passage.where)
    return listed, headed


def part_title(text: str, case: Case) -> str:
    """A title without the body's name and the year."""
    entity = case.disclosure.entity
    bare = re.sub(r"\s+", "", text).replace(entity, "") if entity else re.sub(r"\s+", "", text)
    return re.sub(r"^\d{4}年度?", "", re.sub(r"[.…·\d]+$", "", bare))


def differs(entry: str, title: str) -> bool:
    """Whether two titles are one in two wordings: alike, and neither cut short or with a name before it."""
    if not entry or not title or entry in title or entry.startswith(title) or entry.endswith(title):
        return False
    return difflib.SequenceMatcher(None, entry, title, autojunk=False).ratio() >= _NEAR
