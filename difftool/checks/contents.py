"""The list of contents and the headings that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from difftool.checks.case import Case
from difftool.checks.quoting import nested
from difftool.checks.rule import Finding
from difftool.model.place import Place
from difftool.pattern import lazy_pattern

_DOTS = lazy_pattern(r"[.…·—\-_]{2,}\d*(?:第.*)?$|\d{1,3}$")
# The heading of the next part, set on the line of the last entry before it.
_NEXT_PART = lazy_pattern(r"(?<=.)第[一二三四五六七八]部分.*$")
_BEFORE = lazy_pattern(
    r"^(?:[-—]*(?:第?[一二三四五六七八九十]+[、.．]|\d{1,2}[、.．]|[（(][一二三四五六七八九十\d]+[)）])"
    r"|附?表\d*[、.．:：]?|公开\d+表|预算\d+表|\d{4}年度?)+"
)
_BODY = lazy_pattern(r"^.{0,30}?\d{4}年度?")
_BRACKETS = lazy_pattern(r"[（(][^）)]*[）)]")
LONGEST_TITLE = 45
FEWEST_ENTRIES = 4


def contents(case: Case) -> list[tuple[str, Place]]:
    """The entries of the list of contents: from 目录 to where its first entry is printed again as a heading."""
    passages = case.disclosure.passages
    start = next((i for i, p in enumerate(passages[:40]) if p.text.endswith("目录") and len(p.text) < 40), None)
    if start is None:
        return [(passage.text, passage.where) for passage in case.contents]
    entries: list[tuple[str, Place]] = []
    seen: set[str] = set()
    for passage in passages[start + 1 : start + 80]:
        text = _DOTS.sub("", _NEXT_PART.sub("", passage.text))
        head = text[:4]
        if len(text) > 2 * LONGEST_TITLE or text in seen or text.endswith("。"):
            break
        if head == "第一部分" and (head in seen or len(entries) >= FEWEST_ENTRIES):
            break
        seen |= {text, head}
        entries.append((text, passage.where))
    return entries


def titles_of(case: Case) -> dict[str, Place]:
    """The titles of forms: as the forms are known, and short lines of text that end in 表."""
    listed = {place for _, place in contents(case)}
    found = {bare_title(table.title): table.where for table in case.disclosure.tables if is_form(table.title)}
    for passage in case.passages:
        if passage.where not in listed and len(passage.text) <= LONGEST_TITLE and is_form(passage.text):
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


def headed_otherwise(pairs: Sequence[tuple[str, str, Place, Place]], where: str, where_en: str) -> tuple[Finding, ...]:
    """One finding for all entries of the contents whose headings differ; none where there are no such pairs.

    A pair is entry and heading, then the place of each; `where` says where the headings stand.
    """
    if not pairs:
        return ()
    words = "；".join(f"目录“{nested(entry)}”、{where}“{nested(heading)}”" for entry, heading, _, _ in pairs)
    words_en = "; ".join(
        f"“{nested(entry)}” in the contents, “{nested(heading)}” {where_en}" for entry, heading, _, _ in pairs
    )
    places = tuple(dict.fromkeys(place for pair in pairs for place in pair[2:]))
    return (Finding(pairs[0][0], words, places, {"count": str(len(pairs))}, {"found": words_en}),)
