"""Every number of a page that stands in no cell of a form: told by a sentence, a row of an unread form, or in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from difftool.forms.accounting import (
    DIFFERENCE_TOLD,
    FACT,
    MONEY_LIKE,
    PERCENTAGE,
    SHOWN,
    TEXT,
    UNREAD,
    accounting,
)
from difftool.model.disclosure import Accounting
from difftool.model.document import Document, Line, Page, Paragraph
from difftool.model.fact import Fact
from difftool.model.form_problems import AmountsOutsideForms, UntoldAmounts
from difftool.model.place import LinePlace, PagePlace, Place, TablePlace
from difftool.model.problem import Problem
from difftool.pattern import lazy_pattern

Printed = tuple[Place, str]
"""Where a number stands, and how it is printed."""
Leaf = tuple[str, str, int]
"""A page, or where there are none a line or paragraph: its file, what it is counted in, and its number."""

NEAR = 15  # paragraphs: about as many stand on half a page
_SPACED_PERCENT = lazy_pattern(r"\d+\.\d{2,6}(?=\s+[%％])")
LEAST_ALONE = 3  # amounts in paragraphs of their own that are a form: a web page may build its rows without a table
_APART = lazy_pattern(r"\t|\u3000|\s{2,}")
_SENTENCE = lazy_pattern(r"[，。；：:]")


def beside_forms(
    document: Document, facts: Iterable[Fact], differences: Iterable[Printed] = (), untold: Sequence[Printed] = ()
) -> tuple[Accounting, list[Problem]]:
    """The numbers of every page that stand in no cell of a form.

    `facts` are what the sentences tell, `differences` what they tell of changes, `untold` their amounts that are
    neither. Amounts in columns of their own are a form that was not recognised as one, and told, as are untold ones.
    """
    facts = tuple(facts)
    # What stands far from all facts praises, promises or explains: what it counts is no money of the budget.
    near = {leaf for fact in facts for leaf in leaves_near(fact.where)}
    untold = [(place, raw) for place, raw in untold if leaf_of(place) in near]
    by_kind = {
        FACT: by_page((fact.where, fact.raw) for fact in facts),
        DIFFERENCE_TOLD: by_page(differences),
        UNREAD: by_page(untold),
    }
    counted: Counter[str] = Counter()
    problems: list[Problem] = []
    for page in document.pages:
        lines = [line for block in page.blocks if isinstance(block, Paragraph) for line in block.lines]
        rows = rows_among(lines)
        if rows:
            problems.append(outside_forms(page, rows))
        told = {kind: pages[page.number] for kind, pages in by_kind.items() if page.number in pages}
        for line in lines:
            counted += numbers_by_kind(line, told, rest=UNREAD if line in rows else TEXT)
    if untold:
        shown = "、".join(raw for _, raw in untold[:SHOWN])
        problems.append(UntoldAmounts.at(untold[0][0], count=len(untold), shown=shown))
    return accounting(counted), problems


def numbers_by_kind(line: Line, told: dict[str, Counter[str]], *, rest: str) -> Counter[str]:
    """How many numbers of a line are of each kind: those `told` on its page, percentages, and the `rest`."""
    numbers = Counter(bare(number) for number in MONEY_LIKE.findall(line.text))
    counted: Counter[str] = Counter()
    known = told | {PERCENTAGE: Counter(_SPACED_PERCENT.findall(line.text))}
    for kind in (FACT, DIFFERENCE_TOLD, PERCENTAGE, UNREAD):
        same = numbers & known.get(kind, Counter())
        counted[kind] += same.total()
        numbers -= same
    counted[rest] += numbers.total()
    return counted


def rows_among(lines: Sequence[Line]) -> list[Line]:
    """The lines that are rows of a form that was not recognised as one."""
    rows = [line for line in lines if is_row(line)]
    alone = [line for line in lines if is_amount_alone(line)]
    if len(alone) >= LEAST_ALONE:
        return [line for line in lines if line in rows or line in alone]
    # A single amount beside a word may be anything.
    return rows if len(rows) > 1 or any(amounts_in(line) > 1 for line in rows) else []


def outside_forms(page: Page, rows: Sequence[Line]) -> Problem:
    shown = "、".join(MONEY_LIKE.findall(rows[0].text)[:SHOWN])
    stand = f"{len(rows)} lines of amounts stand" if rows[1:] else "a line of amounts stands"
    return AmountsOutsideForms.at(rows[0].place, page=page.number, lines=stand, count=len(rows), shown=shown)


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
    return amounts_in(line) > 0 and _APART.search(line.text.strip()) is not None and not _SENTENCE.search(line.text)


def is_amount_alone(line: Line) -> bool:
    """Whether a paragraph of a file without pages is an amount alone; on a page that may be the number of a chart."""
    return not isinstance(line.place, PagePlace) and MONEY_LIKE.fullmatch(line.text.strip()) is not None


def amounts_in(line: Line) -> int:
    """How many pieces of a line, which stand apart, are an amount alone."""
    return sum(MONEY_LIKE.fullmatch(piece.strip()) is not None for piece in _APART.split(line.text))
