"""What each column of a form holds: a code, a name, amounts, by its headings or by what stands in it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from difftool.forms.columns import (
    AMOUNT,
    CODE,
    DIFFERENCE,
    NAME,
    ORDINAL,
    PROJECT,
    TEXT,
    Column,
    is_amount_heading,
    is_quantity,
    label_role,
)
from difftool.forms.headers import is_amount
from difftool.forms.labels import plain, squeeze
from difftool.model.document import Cell
from difftool.model.money import read_money
from difftool.pattern import lazy_pattern

_CODE = lazy_pattern(r"[23]\d{2}(?:\d\d){0,2}")
_GOALS = ("绩效目标", "项目绩效目标")
LABEL_ROLES = frozenset({CODE, "unit_code", NAME, "unit", "project", ORDINAL})


def column_role(path: tuple[str, ...], cells: list[Cell | None]) -> str:
    """The role by the lowest heading; by what stands in the column where the headings say nothing."""
    if path and is_quantity(path[-1]):
        return TEXT  # 西安: the list of purchases prints 3,146 boxes beside 890,360.00
    said = label_role(plain(path[-1])) if path else None
    if any(label_role(plain(name)) == DIFFERENCE for name in path):
        return DIFFERENCE
    texts = [squeeze(cell.text) for cell in cells if cell is not None and cell.text.strip()]
    money = sum(is_amount(text) for text in texts)
    coded = [text for text in texts if _CODE.fullmatch(text)]
    if said in (NAME, "project") and len(coded) * 2 > len(texts) and any(len(text) > 3 for text in coded):
        return CODE
    if said in (NAME, TEXT, "unit", "project") and texts and money * 2 > len(texts):
        return AMOUNT
    if said is not None:
        return said
    if len(coded) * 2 > len(texts) and is_tree(coded):
        return CODE
    if texts and money * 2 >= len(texts):
        return AMOUNT
    if path:
        numbers = sum(read_money(text, "元") is not None for text in texts)
        return AMOUNT if is_amount_heading(path) or (texts and numbers * 2 >= len(texts)) else TEXT
    codes = sum(bool(re.fullmatch(r"\d{3}(?:\d\d){0,2}", text)) for text in texts)
    if texts and codes * 2 > len(texts):
        return CODE
    return NAME if texts else AMOUNT


def is_tree(coded: list[str]) -> bool:
    """Whether numbers are codes below each other, 201 · 20104 · 2010401, whatever the heading over them says."""
    known = set(coded)
    return any(code[:-2] in known and code[:-4] in known for code in known if len(code) == len("2010401"))


def with_projects(columns: list[Column]) -> list[Column]:
    """The columns with 项目 as one of projects where each of its rows has a 绩效目标 too: lines have none."""
    if not any(column.role == TEXT and column.path and plain(column.path[-1]) in _GOALS for column in columns):
        return columns
    return [
        replace(column, role=PROJECT)
        if column.role == NAME and column.path and plain(column.path[-1]) == "项目"
        else column
        for column in columns
    ]


def in_segments(columns: list[Column]) -> list[Column]:
    """Number the segments: a label column after amounts begins a new one."""
    segment, amounts = 0, False
    numbered = []
    for column in columns:
        if column.role in LABEL_ROLES and amounts:
            segment += 1
            amounts = False
        amounts = amounts or column.role in (AMOUNT, DIFFERENCE)
        numbered.append(replace(column, segment=segment))
    return numbered
