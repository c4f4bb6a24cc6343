"""Headings of the text against the list of contents."""

from __future__ import annotations

import difflib

from difftool.checks.case import Case
from difftool.checks.contents import FEWEST_ENTRIES, LONGEST_TITLE, bare_title, contents, headed_otherwise, is_form
from difftool.checks.rule import Examination, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_ORDINAL = lazy_pattern(r"^[-—]*([一二三四五六七八九十]+)[、.．]")
_NEAR = 0.6
_LONG = 12


class ContentsHeadings(Rule):
    code = "contents-headings"
    family = "names and labels"
    title = "The contents name the sections as they are headed"
    title_zh = "目录与标题"
    why = "A reader looks for a section under the name that the contents give it."
    why_zh = "读者按目录上的名称找正文的一节。"
    needs = "a list of contents that names sections, and headed sections"
    tolerance = "year, body and brackets in a heading"
    grade = WORDING
    message_zh = "目录与正文标题不一致 {count} 处：{found}"
    message_en = "{count} headings differ between contents and text: {found}"

    def examine(self, case: Case) -> Examination:
        entries = [(text, place) for text, place in contents(case) if _ORDINAL.match(text) and not is_form(text)]
        if len(entries) < FEWEST_ENTRIES:
            return Examination((), 0, "列出各节的目录", "contents that list the sections")
        headings = headings_of(case, {place for _, place in entries})
        named = {heading for headings_here in headings.values() for heading in headings_here}
        pairs: list[tuple[str, str, Place, Place]] = []
        for text, place in entries:
            entry = bare_title(text)
            if any(heading in (entry, text) or heading.endswith(entry) or is_cut(entry, heading) for heading in named):
                continue
            match = _ORDINAL.match(text)
            here = headings.get(match[1], {}) if match else {}
            near = difflib.get_close_matches(entry, here, n=1, cutoff=_NEAR)
            if near:
                pairs.append((entry, near[0], place, here[near[0]]))
        return Examination(headed_otherwise(pairs, "正文", "in the text"), len(entries))


def is_cut(entry: str, heading: str) -> bool:
    """Whether an entry is a long heading whose end stands on the next line of the contents."""
    return len(entry) >= _LONG and heading.startswith(entry)


def headings_of(case: Case, listed: set[Place]) -> dict[str, dict[str, Place]]:
    """The headings of the text by their ordinal, each with its place; the contents themselves left out."""
    found: dict[str, dict[str, Place]] = {}
    for passage in case.passages:
        match = _ORDINAL.match(passage.text)
        short = len(passage.text) <= LONGEST_TITLE and not passage.text.endswith(("。", "；", "，"))
        if match and short and passage.where not in listed:
            found.setdefault(match[1], {}).setdefault(bare_title(passage.text), passage.where)
    return found
