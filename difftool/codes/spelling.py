"""Names of lines that were recognised in pictures, spelled as the classification spells them where they are near."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from msgspec.structs import replace

from difftool.codes import DEPARTMENT, TODAY, economic, functional
from difftool.model.document import Cell, Document, Grid
from difftool.model.problem import Problem
from difftool.model.scan_problems import NamePutRight
from difftool.pattern import lazy_pattern

LIKE = 0.7  # of the letters, to be compared at all
LONG = 12  # letters: two of them may be misread, else one
SHORTEST = 5  # letters: shorter names are near to many
# Heads of columns that every city prints, two letters apart from other heads of four: 日 for 目 makes another column.
HEADS = ("项目支出", "基本支出", "人员经费", "本年支出", "本年收入")
_NAME = lazy_pattern(r"((?:[一二三四五六七八九十]{1,3}、)?\d{0,7})([一-鿿]+)")


def spell_recognised(document: Document) -> Document:
    """The document with the names in the cells of recognised pages put right; each that changed is told.

    A recognised 外交文出 is 外交支出. What is near to no name of the classification, or to two, stays as recognised.
    """
    problems: list[Problem] = []

    def spelled(cell: Cell) -> Cell:
        match = _NAME.fullmatch(re.sub(r"\s", "", cell.text))
        name = near_name(match.group(2)) if match else None
        if match is None or name is None:
            return cell
        problems.append(NamePutRight.at(cell.place, read=match.group(2), name=name))
        return replace(cell, text=match.group(1) + name)

    pages = tuple(
        replace(
            page,
            blocks=tuple(
                replace(block, cells=tuple(map(spelled, block.cells))) if isinstance(block, Grid) else block
                for block in page.blocks
            ),
        )
        if page.recognised
        else page
        for page in document.pages
    )
    return replace(document, pages=pages, problems=(*document.problems, *problems))


@cache
def near_name(text: str) -> str | None:
    """The one name of the classification, or head of a column, that a text nearly is; None where there is no one."""
    if len(text) == len(HEADS[0]) and text not in HEADS:
        heads = [head for head in HEADS if letters_apart(text, head) == 1]
        return heads[0] if len(heads) == 1 else None
    names = official_names()
    if len(text) < SHORTEST or text in names:
        return None
    most = 1 if len(text) < LONG else 2
    near = [name for name in get_close_matches(text, names, n=5, cutoff=LIKE) if letters_apart(text, name) <= most]
    return near[0] if len(near) == 1 else None


def letters_apart(one: str, other: str) -> int:
    """How many letters must be changed, put in or left out to make one text the other."""
    before = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        now = [at]
        for to, theirs in enumerate(other, 1):
            now.append(min(before[to] + 1, now[-1] + 1, before[to - 1] + (letter != theirs)))
        before = now
    return before[-1]


@cache
def official_names() -> frozenset[str]:
    """The names in force today, of functional lines and of the economic lines of departments."""
    return frozenset(line.name for line in (*functional().lines, *economic(DEPARTMENT).lines) if line.in_force(TODAY))
