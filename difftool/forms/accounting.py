"""Where every number of a form went: into a fact, or what else it is; what is left is told as a problem."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from difftool.forms.columns import AMOUNT, Column, is_quantity, is_share
from difftool.forms.form import Form, FormReading
from difftool.forms.labels import squeeze
from difftool.forms.layout import Part
from difftool.model.disclosure import Accounting
from difftool.model.document import Cell, Document, Line, Paragraph
from difftool.model.fact import Fact
from difftool.model.form_problems import AmountsOutsideForms, UnreadAmounts, UntoldAmounts, form_named
from difftool.model.money import read_money
from difftool.model.place import LinePlace, PagePlace, Place, TablePlace
from difftool.model.problem import Problem
from difftool.pattern import lazy_pattern

Printed = tuple[Place, str]
"""Where a number stands, and how it is printed."""
Leaf = tuple[str, str, int]
"""A page, or where there are none a line or paragraph: its file, what it is counted in, and its number."""

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
NEAR = 15  # paragraphs: about as many stand on half a page
_COUNTED = (AMOUNT, QUANTITY, PERCENTAGE)

_DECIMAL = lazy_pattern(r"[-−△▲]?[\d,]+\.\d{2,6}")
_WHOLE = lazy_pattern(r"[-−]?\d{1,3}(?:,\d{3})+|[-−]?\d{4,}")
_MONEY_LIKE = lazy_pattern(r"(?<![\d.,])[-−]?(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d+\.\d{2,6})(?![\d.,%％])")
_SPACED_PERCENT = lazy_pattern(r"\d+\.\d{2,6}(?=\s+[%％])")
_SENTENCE = lazy_pattern(r"[，。；：:]")


def account_for(
    form: Form, parts: Sequence[Part], reading: FormReading, *, of_targets: bool
) -> tuple[Accounting, list[Problem]]:
    """The numbers of one form by what became of them, and a problem for those that nothing accounts for.

    `of_targets` says that the form states performance targets: its numbers beside the facts are scores and targets.
    """
    read = {(fact.where, fact.raw) for fact in reading.facts}
    printed = {raw for _, raw in read}
    counted: Counter[str] = Counter()
    left: list[Cell] = []
    body: dict[int, str] = {}
    for part in parts:
        kinds = {column.index: kind_of(column) for column in part.columns}
        for row in part.rows:
            texts = [cell.text for cell in row.cells if cell is not None]
            share_row = any("增减" in text and is_share([text]) for text in texts)
            for index in range(row.grid.columns):
                cell = row.own(index)
                if cell is not None:
                    body[id(cell)] = PERCENTAGE if share_row else kinds.get(index, "")
    for grid in form.parts:
        for cell in grid.cells:
            text = squeeze(cell.text)
            if not text:
                continue
            kind = body.get(id(cell), HEADING)
            raw = cell.text.replace("\n", "").strip()
            if raw in printed and (cell.place, raw) in read:
                counted[FACT] += 1
            elif _DECIMAL.fullmatch(text) or (kind in _COUNTED and (_WHOLE.fullmatch(text) or is_garbled(text))):
                what = TEXT if of_targets and kind != HEADING else kind if kind not in ("", AMOUNT) else UNREAD
                counted[what] += 1
                if what == UNREAD:
                    left.append(cell)
            else:
                counted[TEXT if id(cell) in body else HEADING] += len(_MONEY_LIKE.findall(cell.text))
    problems: list[Problem] = []
    if left:
        shown = "、".join(squeeze(cell.text) for cell in left[:SHOWN])
        problems.append(UnreadAmounts.at(left[0].place, **form_named(form.title), count=len(left), shown=shown))
    return accounting(counted), problems


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


def beside_forms(
    document: Document, facts: Iterable[Fact], differences: Iterable[Printed] = (), untold: Sequence[Printed] = ()
) -> tuple[Accounting, list[Problem]]:
    """The numbers of every page that stand in no cell of a form.

    `facts` are what the sentences tell, `differences` what they tell of changes, `untold` their amounts that are
    neither. Amounts in columns of their own are a form that was not recognised as one, and told, as are untold ones.
    """
    facts = tuple(facts)
    told = by_page((fact.where, fact.raw) for fact in facts)
    # What stands far from all facts praises, promises or explains: what it counts is no money of the budget.
    near = {leaf for fact in facts for leaf in leaves_near(fact.where)}
    untold = [(place, raw) for place, raw in untold if leaf_of(place) in near]
    changed, unnamed = by_page(differences), by_page(untold)
    counted: Counter[str] = Counter()
    problems: list[Problem] = []
    for page in document.pages:
        lines = [line for block in page.blocks if isinstance(block, Paragraph) for line in block.lines]
        rows = [line for line in lines if is_row(line)]
        if len(rows) < 2 and not any(amounts_in(line) > 1 for line in rows):
            rows = []  # a single amount beside a word may be anything
        if rows:
            shown = "、".join(_MONEY_LIKE.findall(rows[0].text)[:SHOWN])
            stand = f"{len(rows)} lines of amounts stand" if rows[1:] else "a line of amounts stands"
            problems.append(
                AmountsOutsideForms.at(rows[0].place, page=page.number, lines=stand, count=len(rows), shown=shown)
            )
        for line in lines:
            numbers = Counter(bare(number) for number in _MONEY_LIKE.findall(line.text))
            shares = Counter(_SPACED_PERCENT.findall(line.text))
            for kind, known in (
                (FACT, told.get(page.number)),
                (DIFFERENCE_TOLD, changed.get(page.number)),
                (PERCENTAGE, shares),
                (UNREAD, unnamed.get(page.number)),
            ):
                if known and numbers:
                    counted[kind] += (numbers & known).total()
                    numbers -= known
            counted[UNREAD if line in rows else TEXT] += numbers.total()
    if untold:
        shown = "、".join(raw for _, raw in untold[:SHOWN])
        problems.append(UntoldAmounts.at(untold[0][0], count=len(untold), shown=shown))
    return accounting(counted), problems


def leaf_of(place: Place) -> Leaf:
    """The page of a place; of a file without pages a line or a paragraph, of a workbook the sheet."""
    if isinstance(place, PagePlace):
        return place.file, "page", place.page
    if isinstance(place, LinePlace):
        return place.file, "line", place.line
    if isinstance(place, TablePlace):
        return place.file, f"table {place.table}", place.row
    return place.file, place.sheet, 0


def leaves_near(place: Place) -> list[Leaf]:
    """The page of a place; of a file without pages as many lines or paragraphs around it as stand on one."""
    file, kind, number = leaf_of(place)
    if isinstance(place, LinePlace | TablePlace):
        return [(file, kind, other) for other in range(number - NEAR, number + NEAR + 1)]
    return [(file, kind, number)]


def by_page(printed: Iterable[Printed]) -> dict[int, Counter[str]]:
    """The numbers told on each page, as often as they are told."""
    found: dict[int, Counter[str]] = {}
    for place, raw in printed:
        if isinstance(place, PagePlace):
            found.setdefault(place.page, Counter())[bare(raw)] += 1
    return found


def bare(number: str) -> str:
    return re.sub(r"[^\d.-]", "", number)


def is_row(line: Line) -> bool:
    """Whether a line outside of tables is a row of one: amounts that stand apart, and no sentence."""
    return amounts_in(line) > 0 and "\t" in line.text and not _SENTENCE.search(line.text)


def amounts_in(line: Line) -> int:
    """How many pieces of a line, which stand apart, are an amount alone."""
    return sum(_MONEY_LIKE.fullmatch(piece.strip()) is not None for piece in line.text.split("\t"))
