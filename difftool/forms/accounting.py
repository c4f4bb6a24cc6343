"""Where every number in the cells of a form went: into a fact, or what else it is; what is left is a problem."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from difftool.forms.columns import AMOUNT, Column, is_quantity, is_share
from difftool.forms.form import Form, FormReading
from difftool.forms.labels import squeeze
from difftool.forms.layout import Part
from difftool.model.disclosure import Accounting
from difftool.model.document import Cell
from difftool.model.form_problems import UnreadAmounts, form_named
from difftool.model.money import read_money
from difftool.model.problem import Problem
from difftool.pattern import lazy_pattern

FACT, HEADING, PERCENTAGE, QUANTITY, DIFFERENCE_TOLD, TEXT, UNREAD = (
    "facts",
    "headings",
    "percentages",
    "quantities",
    "differences",
    "in_text",
    "unread",
)
SHOWN = 3  # amounts named in one problem
_COUNTED = (AMOUNT, QUANTITY, PERCENTAGE)

_DECIMAL = lazy_pattern(r"[-−△▲]?[\d,]+\.\d{2,6}")
_WHOLE = lazy_pattern(r"[-−]?\d{1,3}(?:,\d{3})+|[-−]?\d{4,}")
_HASHES = lazy_pattern(r"#{2,}")
MONEY_LIKE = lazy_pattern(r"(?<![\d.,])[-−]?(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d+\.\d{2,6})(?![\d.,%％])")


def account_for(form: Form, reading: FormReading, *, of_targets: bool) -> tuple[Accounting, list[Problem]]:
    """The numbers of one form by what became of them, and a problem for those that nothing accounts for.

    `of_targets` says that the form states performance targets: its numbers beside the facts are scores and targets.
    """
    read = {(fact.where, fact.raw) for fact in reading.facts}
    kinds = kinds_of_cells(form.laid_out)
    counted: Counter[str] = Counter()
    left: list[Cell] = []
    for grid in form.parts:
        for cell in grid.cells:
            text = squeeze(cell.text)
            if not text:
                continue
            kind = kinds.get(id(cell), HEADING)
            if (cell.place, cell.text.replace("\n", "").strip()) in read:
                counted[FACT] += 1
            elif is_number(text, kind):
                what = what_else(kind, of_targets=of_targets)
                counted[what] += 1
                if what == UNREAD:
                    left.append(cell)
            elif "." in text or "," in text:
                counted[HEADING if kind == HEADING else TEXT] += len(MONEY_LIKE.findall(cell.text))
    problems: list[Problem] = []
    if left:
        shown = "、".join(squeeze(cell.text) for cell in left[:SHOWN])
        problems.append(UnreadAmounts.at(left[0].place, **form_named(form.title), count=len(left), shown=shown))
    return accounting(counted), problems


def kinds_of_cells(parts: Sequence[Part]) -> dict[int, str]:
    """What an unread number in each cell of the body is, by the cell's identity; cells of the head are left out."""
    found: dict[int, str] = {}
    for part in parts:
        kinds = {column.index: kind_of(column) for column in part.columns}
        for row in part.rows:
            texts = [cell.text for cell in row.cells if cell is not None]
            share_row = any("增减" in text and is_share([text]) for text in texts)
            for index in range(row.grid.columns):
                cell = row.own(index)
                if cell is not None:
                    found[id(cell)] = PERCENTAGE if share_row else kinds.get(index, "")
    return found


def is_number(text: str, kind: str) -> bool:
    """Whether a cell of this kind prints a number: a decimal anywhere, a whole or garbled one where amounts stand.

    Hashes are an amount that a spreadsheet found too wide for its column.
    """
    return bool(_DECIMAL.fullmatch(text) or _HASHES.fullmatch(text)) or (
        kind in _COUNTED and (bool(_WHOLE.fullmatch(text)) or is_garbled(text))
    )


def what_else(kind: str, *, of_targets: bool) -> str:
    """What becomes of a number that is in no fact, by the kind of its cell."""
    if of_targets and kind != HEADING:
        return TEXT
    return UNREAD if kind in ("", AMOUNT) else kind


def accounting(counted: Counter[str]) -> Accounting:
    return Accounting(*(counted[kind] for kind in (FACT, HEADING, PERCENTAGE, QUANTITY, DIFFERENCE_TOLD, TEXT, UNREAD)))


def kind_of(column: Column) -> str:
    """What an unread number in a column is: a percentage, a quantity, an amount, or "" where the column names lines."""
    if is_share(column.path):
        return PERCENTAGE
    if column.path and is_quantity(column.path[-1]):
        return QUANTITY
    return AMOUNT if column.role == AMOUNT else ""


def is_garbled(text: str) -> bool:
    """Whether a cell prints digits and marks of an amount that are none together: two numbers run into one."""
    bare = squeeze(text)
    return bool(re.fullmatch(r"[\d.,，．-]*\d[\d.,，．-]*", bare)) and read_money(bare, "元") is None
