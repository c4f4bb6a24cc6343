"""Titles in the list of contents against the titles of the forms."""

from __future__ import annotations

import difflib

from difftool.checks.case import Case
from difftool.checks.contents import FEWEST_ENTRIES, bare_title, contents, headed_otherwise, is_form, titles_of
from difftool.checks.rule import Examination, Rule
from difftool.model.comparison import WORDING

_NEAR = 0.72


class ContentsTitles(Rule):
    code = "contents-titles"
    family = "names and labels"
    title = "The contents name the forms as they are headed"
    title_zh = "目录与表名"
    why = "A reader looks for a form under the name that the contents give it."
    why_zh = "读者按目录上的名称找表。"
    needs = "a list of contents that names forms, and headed forms"
    tolerance = "year, number, body and brackets in a title"
    grade = WORDING
    message_zh = "目录与表名不一致 {count} 处：{found}"
    message_en = "{count} titles differ between contents and forms: {found}"

    def examine(self, case: Case) -> Examination:
        entries = {bare_title(text): place for text, place in contents(case) if is_form(text)}
        titles = titles_of(case)
        if len(entries) < FEWEST_ENTRIES or len(titles) < FEWEST_ENTRIES:
            return Examination((), 0, "列出各表的目录", "contents that list the forms")
        free = [title for title in titles if title not in entries]
        pairs = []
        for entry, place in entries.items():
            # A title may have a body or a part of the document before it.
            if not any(title.endswith(entry) for title in titles):
                near = difflib.get_close_matches(entry, free, n=1, cutoff=_NEAR)
                if near:
                    pairs.append((entry, near[0], place, titles[near[0]]))
        return Examination(headed_otherwise(pairs, "表", "on the form"), len(entries))
