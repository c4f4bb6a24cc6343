"""Passages in order: what a heading, a label or a list says of the sentences below it."""

from __future__ import annotations

from msgspec.structs import replace

from difftool.model.disclosure import Passage
from difftool.pattern import lazy_pattern
from difftool.prose.amounts import amounts_in
from difftool.prose.divided import Divided, fund_divided, is_section, item_mark, part_divided, still_divided
from difftool.prose.lines import Lines
from difftool.prose.mention import Mention
from difftool.prose.openings import is_numbered, opening, unresolved_path
from difftool.prose.ordinals import DIGITS
from difftool.prose.periods import phase_said
from difftool.prose.telling import Telling
from difftool.prose.told import Setting

# 深圳 budgets list projects below their sum, and some bear the name of a line: "1.统计管理352.27万元，主要包括：…",
# or begin with a year: "2.2026年…".
_PROJECTS_FOLLOW = lazy_pattern(r"项目支出[^。；;]*[：:]$")
_LISTED_ITEM = lazy_pattern(DIGITS)
_RUNNING = ("。", "；", "，")


class Teller:
    """Reads passages in order; a label names the line of the sentences after it."""

    def __init__(self, lines: Lines, year: int, stage: str) -> None:
        self._setting = Setting(lines, year, stage)
        self._label: Mention | None = None
        self._item: Telling | None = None  # the item of a list of projects read last
        self._list_mark = ""  # how the passage is numbered that a list of projects stands below
        self._above: tuple[Divided, ...] = ()

    def read(self, passage: Passage) -> Telling:
        """What the amounts of a passage are told of."""
        text = passage.text
        lines = self._setting.lines
        amounts = list(amounts_in(text))
        opened = opening(text, lines)
        self._look_for_list(text, tells=bool(amounts))
        self._above = still_divided(self._above, text)
        if not amounts:
            if opened is not None or is_numbered(text):
                headed = phase_said(text) if is_numbered(text) else None
                self._setting = replace(self._setting, headed=headed)
                self._label = replace(opened, start=-1, end=-1) if opened else None
            return Telling(passage, self._setting, None)
        unknown, start = ("", 0) if opened else unresolved_path(text, lines)
        mark = item_mark(text)
        fund = fund_divided(self._above) if mark else "total"  # what is no item may tell of the whole body again
        below = self._setting.among_projects and not self._setting.listed and mark
        project = self._item.project if self._item is not None and below else ""
        setting = replace(self._setting, fund=fund, part=part_divided(self._above), project=project)
        telling = Telling(passage, setting, None if unknown else opened or self._label, unknown)
        self._label = None
        telling.read(amounts, start)
        if self._setting.listed:
            self._item = telling
        if not mark and telling.tells_of_body():
            self._above = ()
        if text.endswith(("：", ":")):
            self._above = (*self._above, Divided(mark, telling.fund_divided(), telling.part_divided()))
        return telling

    def _look_for_list(self, text: str, *, tells: bool) -> None:
        """Note whether a list of projects begins, goes on or ends with a passage, which `tells` amounts or none.

        What a project is for, told below it, does not end the list, nor do parts of it that are numbered otherwise.
        """
        begins, is_item, mark = bool(_PROJECTS_FOLLOW.search(text)), bool(_LISTED_ITEM.match(text)), item_mark(text)
        is_part = self._item is not None and mark not in ("", self._list_mark)
        beside = is_part if mark or tells else text.endswith(_RUNNING) and not is_section(text)
        goes_on = self._setting.among_projects and (is_item or beside)
        if begins:
            self._list_mark, self._item = mark, None
        self._setting = replace(self._setting, among_projects=begins or goes_on, listed=is_item and (begins or goes_on))
