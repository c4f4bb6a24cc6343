"""Titles in the list of contents against the titles of the forms."""

from __future__ import annotations

import difflib
import re

from difftool.checks.case import Case
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import Place

_DOTS = re.compile(r"[.…·—\-_]{2,}\d*(?:第.*)?$|\d{1,3}$")
_BEFORE = re.compile(
    r"^(?:[-—]*(?:第?[一二三四五六七八九十]+[、.．]|\d{1,2}[、.．]|[（(][一二三四五六七八九十\d]+[)）])"
    r"|附?表\d*[、.．:：]?|公开\d+表|预算\d+表|\d{4}年度?)+"
)
_BODY = re.compile(r"^.{0,30}?\d{4}年度?")
_BRACKETS = re.compile(r"[（(][^）)]*[）)]")
_LONGEST = 45
_NEAR = 0.72
_FEWEST = 4


class ContentsTitles(Rule):
    code = "contents-titles"
    family = "names and labels"
    title = "The contents name the forms as they are headed"
    title_zh = "目录与表名"
    why = "A reader looks for a form under the name that the contents give it."
    needs = "a list of contents that names forms, and headed forms"
    tolerance = "year, number, body and brackets in a title"
    grade = WORDING
    message_zh = "目录与表名不一致 {count} 处：{found}"
    message_en = "{count} titles differ between contents and forms: {found}"

    def examine(self, case: Case) -> Examination:
        entries = {bare_title(text): place for text, place in contents(case) if is_form(text)}
        titles = titles_of(case)
        if len(entries) < _FEWEST or len(titles) < _FEWEST:
            return Examination((), 0, "列出各表的目录", "contents that list the forms")
        free = [title for title in titles if title not in entries]
        pairs = []
        for entry, place in entries.items():
            # A title may have a body or a part of the document before it.
            if not any(title.endswith(entry) for title in titles):
                near = difflib.get_close_matches(entry, free, n=1, cutoff=_NEAR)
                if near:
                    pairs.append((entry, near[0], place, titles[near[0]]))
        if not pairs:
            return Examination((), len(entries))
        words = "；".join(f"目录“{entry}”、表“{title}”" for entry, title, _, _ in pairs)
        words_en = "; ".join(f"“{entry}” in the contents, “{title}” on the form" for entry, title, _, _ in pairs)
        places = tuple(dict.fromkeys(place for pair in pairs for place in pair[2:]))
        finding = Finding(pairs[0][0], words, places, {"count": str(len(pairs))}, {"found": words_en})
        return Examination((finding,), len(entries))


def contents(case: Case) -> list[tuple[str, Place]]:
    """The entries of the list of contents: from 目录 to where its first entry is printed again as a heading."""
    passages = case.disclosure.passages
    start = next((i for i, p in enumerate(passages[:40]) if p.text.endswith("目录") and len(p.text) < 40), None)
    if start is None:
        return [(passage.text, passage.where) for passage in case.contents]
    entries: list[tuple[str, Place]] = []
    seen: set[str] = set()
    for passage in passages[start + 1 : start + 80]:
        text = _DOTS.sub("", passage.text)
        head = text[:4]
        if len(text) > 2 * _LONGEST or text in seen or text.endswith("。"):
            break
        if head == "第一部分" and (head in seen or len(entries) >= _FEWEST):
            break
        seen |= {text, head}
        entries.append((text, passage.where))
    return entries


def titles_of(case: Case) -> dict[str, Place]:
    """The titles of forms: as the forms are known, and short lines of text that end in 表."""
    listed = {place for _, place in contents(case)}
    found = {bare_title(table.title): table.where for table in case.disclosure.tables if is_form(table.title)}
    for passage in case.passages:
        if passage.where not in listed and len(passage.text) <= _LONGEST and is_form(passage.text):
            found.setdefault(bare_title(passage.text), passage.where)
    return found


def is_form(text: str) -> bool:
    return re.search(r"表(?:[（(][^）)]*[）)])?$", _DOTS.sub("", text)) is not None and len(bare_title(text)) > 3


def bare_title(text: str) -> str:
    """A title without number, year, body and brackets."""
    bare = _BRACKETS.sub("", _DOTS.sub("", re.sub(r"\s+", "", text)))
    for pattern in (_BEFORE, _BODY, _BEFORE):
        bare = pattern.sub("", bare)
    return re.sub(r"^[：:]|公开(?:\d+)?表$|[\"“”＂]", "", bare)
