"""Passages in order: what a heading, a label or a list says of the sentences below it."""

from __future__ import annotations

from msgspec.structs import replace

from difftool.model.disclosure import Passage
from difftool.pattern import lazy_pattern
from difftool.prose.amounts import amounts_in
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.openings import is_numbered, opening, unresolved_path
from difftool.prose.periods import phase_said
from difftool.prose.telling import Telling
from difftool.prose.told import Setting

# 深圳 budgets list projects below their sum, and some bear the name of a line: "1.统计管理352.27万元，主要包括：…",
# or begin with a year: "2.2026年…".
_PROJECTS_FOLLOW = lazy_pattern(r"项目支出[^。；;]*[：:]$")
_LISTED_ITEM = lazy_pattern(r"\d{1,2}[.．、](?:(?!\d)|(?=20\d\d年))")
_COLON = ("：", ":")
# A passage numbered "一、" is a heading or a section, not an item of what is above it.
_ITEM_MARK = lazy_pattern(r"[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]")
_NUMBER = lazy_pattern(r"[一二三四五六七八九十\d①-⑳]+")


class Teller:
    """Reads passages in order; a label names the line of the sentences after it."""

    def __init__(self, lines: Lines, year: int, stage: str) -> None:
        self._setting = Setting(lines, year, stage)
        self._label: Mention | None = None
        self._divided = ""  # the mark of the passage whose fund has its parts told below it

    def read(self, passage: Passage) -> Telling:
        """What the amounts of a passage are told of."""
        text = passage.text
        lines = self._setting.lines
        amounts = list(amounts_in(text))
        opened = opening(text, lines)
        self._look_for_list(text)
        self._look_for_parts(text)
        if not amounts:
            if opened is not None or is_numbered(text):
                headed = phase_said(text) if is_numbered(text) else None
                self._setting = replace(self._setting, headed=headed)
                self._label = replace(opened, start=-1, end=-1) if opened else None
            return Telling(passage, self._setting, None)
        unknown, start = ("", 0) if opened else unresolved_path(text, lines)
        telling = Telling(passage, self._setting, None if unknown else opened or self._label, unknown)
        self._label = None
        telling.read(amounts, start)
        if text.endswith(_COLON):
            # 湖南: "一般公共预算拨款支出9万元，…具体安排情况如下：", then "（一）基本支出：…8万元" below it.
            self._setting = replace(self._setting, fund=telling.fund_divided())
            self._divided = item_mark(text)
        return telling

    def _look_for_parts(self, text: str) -> None:
        """Note whether a passage can tell a part of the fund above: an item, numbered otherwise than the fund."""
        mark = item_mark(text)
        if not mark or mark == self._divided:
            self._setting = replace(self._setting, fund="total")

    def _look_for_list(self, text: str) -> None:
        """Note whether a list of projects begins, goes on or ends with a passage."""
        begins, is_item = bool(_PROJECTS_FOLLOW.search(text)), bool(_LISTED_ITEM.match(text))
        among = begins if begins or not is_item else self._setting.among_projects
        self._setting = replace(self._setting, among_projects=among, listed=among and is_item)


def item_mark(text: str) -> str:
    """How an item is numbered, whatever its number: "（）" for "（二）基本支出…", "" where it is no item."""
    match = _ITEM_MARK.match(text)
    return _NUMBER.sub("", match.group()) or "○" if match else ""
