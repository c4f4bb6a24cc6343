"""The code of a row, however the print carries it: joined, split over columns, before the name, or not at all."""

from __future__ import annotations

import re

from difftool import codes
from difftool.forms.columns import CODE, NAME, Column
from difftool.forms.labels import name_of, squeeze
from difftool.forms.rows import Row
from difftool.model.document import Cell
from difftool.pattern import lazy_pattern

_FULL = lazy_pattern(r"[23456]\d{2}(?:\d{2}){0,2}")
_BEFORE_NAME = lazy_pattern(r"^[\[(（【]?([235]\d{2}(?:\d{2}){0,2})[\])）】]?[-—_:：.、]*(?=[^\d.,])(.+)$", re.DOTALL)
_AFTER_NAME = lazy_pattern(r"^(\D+)[\[(（【]([235]\d{2}(?:\d{2}){0,2})[\])）】]$")
_BEFORE_UNIT_CODE = lazy_pattern(r"([23]\d{2}) (\d{2})(?: (\d{2}))? \d{6,}")
_DIGITS = lazy_pattern(r"\d+")


class CodeReader:
    """Reads codes row by row; remembers the codes above, which split columns and bare names lean on."""

    def __init__(self, year: int, *, economic: bool = False) -> None:
        self.year = year
        self.economic = economic
        self.last: dict[str, str] = {"func": "", "econ": ""}
        self.named_after = (
            -1
        )  # the column in which the last code of the row read stands; its name stands there or right
        self.broken: Cell | None = None  # the 类 of the row read, where it is none of a classification

    def read(self, row: Row, columns: list[Column]) -> str | None:
        """The item id of a row ("func:2010450", "econ:30101" or both joined by "/"), None where it names no code."""
        found: dict[str, str] = {}
        stands: dict[str, int] = {}
        self.broken = None
        for group in code_groups(columns):
            code = self.code_in(row, group)
            if code and prefers(code, found.get(scheme_of(code))):
                found[scheme_of(code)], stands[scheme_of(code)] = code, group[-1].index
        if not found:
            for column in columns:
                if column.role != NAME:
                    continue
                prefixed = code_before_name(row.text(column.index))
                if prefixed and prefers(prefixed, found.get(scheme_of(prefixed))):
                    found[scheme_of(prefixed)], stands[scheme_of(prefixed)] = prefixed, column.index
        if not found:
            named = self.by_name(row, columns)
            if named:
                found[scheme_of(named)] = named
        self.last.update(found)
        self.named_after = max(stands.values(), default=-1)
        return "/".join(f"{scheme}:{found[scheme]}" for scheme in ("func", "econ") if scheme in found) or None

    def code_in(self, row: Row, group: list[Column]) -> str | None:
        """The code printed in one group of code columns: one joined, or 类, 款, 项 side by side.

        None where a 类 is printed that is none: 普陀 prints "7 11 02" below "210 11", and what it means its name tells.
        """
        texts = ["".join(_DIGITS.findall(squeeze(row.text(column.index)))) for column in group]
        if len(group) == 1:
            return texts[0] if _FULL.fullmatch(texts[0]) else before_unit_code(row.text(group[0].index))
        if group[0].level == "类" and texts[0] and not _FULL.fullmatch(texts[0]):
            self.broken = row.own(group[0].index)
            return None
        code = ""
        for depth, text in enumerate(texts):
            if not text:
                continue
            if _FULL.fullmatch(text) and (depth == 0 or text.startswith(code)) and len(text) >= 3:
                code = text
            elif len(text) <= 2 and depth > 0:
                above = code or self.above(depth)
                if len(above) != 3 + 2 * (depth - 1):
                    return None
                code = above + text.zfill(2)
        return code if _FULL.fullmatch(code) else None

    def above(self, depth: int) -> str:
        """The code of the row above down to the level over `depth`: rows may print 款 and 项 only."""
        last = self.last["econ" if self.economic else "func"]
        return last[: 3 + 2 * (depth - 1)]

    def by_name(self, row: Row, columns: list[Column]) -> str | None:
        """The code of a line that is printed by its name only, found under the lines above it.

        An economic line beside other names is a part of what the row is: in a list of purchases, 物业管理费 beside
        物业管理服务, or 维修（护）费 beside the project 物业管理费.
        """
        names = [name for column in columns if column.role == NAME and (name := name_of(row.text(column.index)))]
        if not names:
            return None
        if self.economic:
            found = {self.economic_by_name(name) for name in names}
            return found.pop() if len(found) == 1 else None
        name = names[0]
        below = self.by_name_below(name)
        return below or codes.top_category(name) or codes.functional_by_name(name, year=self.year)

    def economic_by_name(self, name: str) -> str | None:
        """The economic code of a name under the 类 of the last code read, else of the only line of that name."""
        return codes.economic_by_name(name, parent=self.last["econ"][:3] or None) or codes.economic_by_name(name)

    def by_name_below(self, name: str) -> str | None:
        """The functional code of a name under the last code read: its 款, else its 类."""
        for depth in (5, 3):
            parent = self.last["func"][:depth]
            if len(parent) == depth:
                code = codes.functional_by_name(name, year=self.year, parent=parent)
                if code:
                    return code
        return None


def before_unit_code(text: str) -> str | None:
    """The code in "201 04 01 102001": in forms without lines the unit's code may stand too near to be told apart."""
    match = _BEFORE_UNIT_CODE.fullmatch(text.strip())
    return "".join(match.groups("")) if match else None


def code_groups(columns: list[Column]) -> list[list[Column]]:
    """Neighbouring code columns that make one code together: 类|款|项; a joined code is a group of its own."""
    groups: list[list[Column]] = []
    for column in columns:
        if column.role != CODE:
            continue
        together = (
            groups
            and groups[-1][-1].index == column.index - 1
            and column.level in ("款", "项", "目")
            and groups[-1][-1].level in ("类", "款", "项")
        )
        if together:
            groups[-1].append(column)
        else:
            groups.append([column])
    return groups


def prefers(code: str, other: str | None) -> bool:
    """Whether a code is to be read: a department's own economic code goes before the government's beside it."""
    return other is None or (code[0] == "3" and other[0] == "5")


def scheme_of(code: str) -> str:
    return "func" if code.startswith("2") else "econ"


def code_before_name(text: str) -> str | None:
    """The code in "2010601-行政运行", "[2010999]其他支出" or "行政运行（2010601）"."""
    bare = squeeze(text)
    match = _BEFORE_NAME.match(bare)
    if match:
        return match.group(1)
    match = _AFTER_NAME.match(bare)
    return match.group(2) if match else None


def bare_name(text: str) -> str:
    """The line's name without a code before or after it."""
    bare = squeeze(text)
    match = _BEFORE_NAME.match(bare)
    if match:
        return name_of(match.group(2))
    match = _AFTER_NAME.match(bare)
    return name_of(match.group(1) if match else bare)
