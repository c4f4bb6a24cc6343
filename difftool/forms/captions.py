"""Find the forms of a document: which grids carry which title, unit and entity, and which go on over pages."""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from difftool.forms.caption import (
    ENTITY,
    SMALL,
    UNIT,
    Caption,
    caption_rows,
    is_caption_row,
    pieces,
    read_caption,
    trivial,
    unit_of_headings,
)
from difftool.forms.form import Form
from difftool.forms.head import Head, read_head
from difftool.forms.labels import squeeze
from difftool.forms.sideways import with_columns_beside
from difftool.forms.titles import statement_of
from difftool.model.document import Document, Grid, Line, Page, Paragraph
from difftool.model.place import PagePlace

USUAL_UNIT = "万元"
CAPTION_LINES = 14  # printed lines above a grid in which its title can stand

Captioned = tuple[Caption, list[Grid]]


def find_forms(document: Document, unit: str = USUAL_UNIT) -> tuple[Head, tuple[Form, ...]]:
    """The document's head and its forms in order; a grid without a title goes on with the form before it.

    `unit` is that of the forms where none prints one.
    """
    found = grids_by_caption(document)
    head = read_head(document, [caption for caption, _ in found])
    forms: list[Form] = []
    usual = unit = head.unit or unit
    for caption, grids in found:
        unit = caption.unit or unit
        forms.append(
            Form(
                statement=caption.statement or "other",
                title=caption.title,
                entity=caption.entity,
                unit=unit if caption.statement else caption.unit or usual,
                year=caption.year or head.year,
                stage="final" if "决算" in caption.title else head.stage,
                parts=tuple(grids),
                unit_printed=bool(caption.unit),
                unit_unread="" if caption.unit else caption.unit_unread,
            )
        )
    return head, tuple(forms)


def grids_by_caption(document: Document) -> list[Captioned]:
    """The grids of each form under its caption, in order."""
    gathering = Gathering(running_lines(document))
    last: Page | None = None
    for page, block in document.blocks():
        if page is not last:
            last = page
            gathering.turn_page()
        if isinstance(block, Paragraph):
            gathering.read_paragraph(block)
        else:
            gathering.read_grid(block)
    return gathering.found


class Gathering:
    """Gathers the blocks of a document in order: texts may be the caption of the grid that comes after them."""

    def __init__(self, running: frozenset[str]) -> None:
        self.found: list[Captioned] = []
        self._running = running
        self._above: Line | None = None  # the line right above, where a paragraph stands there
        self._pending: list[str] = []  # the texts since the last grid
        self._here: list[str] = []  # those of them on the page in hand

    def turn_page(self) -> None:
        self._here = []

    def read_paragraph(self, paragraph: Paragraph) -> None:
        texts = caption_texts(paragraph, self._running)
        self._here.extend(texts)
        if self._pending and texts and self._above is not None and is_broken_title(self._above, paragraph.lines[0]):
            self._pending[-1] += texts.pop(0)
        self._pending.extend(texts)
        self._above = paragraph.lines[-1]

    def read_grid(self, grid: Grid) -> None:
        self._above = None
        rows = caption_rows(grid)
        if rows and is_caption_alone(grid):
            self._pending.extend(rows)
            return
        caption = read_caption([*self._pending[-CAPTION_LINES:], *rows])
        caption = replace(caption, unit=caption.unit or unit_of_headings(grid))
        before, parts = self.found[-1] if self.found else (None, [])
        wider = with_columns_beside(parts, grid) if before is not None and is_untitled(caption, self._here) else None
        if before is not None and (wider or goes_on(before, caption, self._pending)):
            self.found[-1] = (replace(before, unit=before.unit or caption.unit), wider or [*parts, grid])
        else:
            self.found.append((caption, [grid]))
        self._pending, self._here = [], []


def is_caption_alone(grid: Grid) -> bool:
    """Whether a grid stands over a form and is none: one row, or rows that hold title, body and unit alone.

    Pages set these in a table of their own, so that the body stands left and the unit right.
    """
    if grid.rows == 1:
        return True
    filled = [[cell for cell in grid.row_cells(row) if cell.text.strip()] for row in range(grid.rows)]
    texts = [squeeze(cell.text) for row in filled for cell in row]
    named = any(UNIT.search(text) for text in texts) and any(statement_of(text) for text in texts)
    return named and all(not row or is_caption_row(grid, row) for row in filled)


def caption_texts(paragraph: Paragraph, running: frozenset[str]) -> list[str]:
    """The texts of a paragraph as caption lines; a title set over several lines is one."""
    if 1 < len(paragraph.lines) <= 3 and statement_of(paragraph.text):
        return [paragraph.text]
    return [part for line in paragraph.lines if without_digits(line.text) not in running for part in pieces(line.text)]


def is_broken_title(first: Line, second: Line) -> bool:
    """Whether two lines are one title broken in the middle of a name: as large, set close, the first the longer."""
    if not isinstance(first.place, PagePlace) or not isinstance(second.place, PagePlace):
        return False
    if not first.place.on_page_of(second.place):
        return False
    bare = squeeze(first.text)
    one, other = first.place.upright, second.place.upright
    close = 0 <= other[1] - one[3] < second.size
    longer = one[2] - one[0] >= other[2] - other[0]
    whole = re.search(r"[，。；：:]|表$|^第.部分|^[(（]?[一二三四五六七八九十\d]+[)）、.．]", bare)
    alike = first.size > 0 and abs(first.size - second.size) < 0.5
    return bool(close and longer and alike and not whole and not trivial(bare) and statement_of(bare + second.text))


def running_lines(document: Document) -> frozenset[str]:
    """Headers and footers that run over the pages: texts that open or close at least three pages, digits aside.

    A title, a body or a unit printed again over each form is no running line: 北京 has a form on each page.
    """
    counted: Counter[str] = Counter()
    for page in document.pages:
        texts = [block for block in page.blocks if isinstance(block, Paragraph)]
        edges = {id(block): block for block in (*texts[:1], *texts[-1:])}
        counted.update({without_digits(line.text) for block in edges.values() for line in block.lines})
    return frozenset(
        text
        for text, times in counted.items()
        if times >= 3 and not statement_of(text) and not UNIT.search(text) and not ENTITY.match(text)
    )


def without_digits(text: str) -> str:
    return re.sub(r"\d+", "0", squeeze(text))


def is_untitled(caption: Caption, above: list[str]) -> bool:
    """Whether a grid has no title, be it of a kind that is known or a text above it that may be one."""
    return caption.statement is None and not any(
        len(squeeze(text)) > 2 and not SMALL.match(squeeze(text)) for text in above if not trivial(text)
    )


def goes_on(before: Caption, caption: Caption, pending: list[str]) -> bool:
    """Whether a grid belongs to the form before it: no title of its own, or the same title printed again.

    A form whose title is lost still may print its number (公开09表), which is another.
    """
    if before.number and caption.number and caption.number != before.number:
        return False
    if caption.statement is None:
        return is_untitled(caption, pending)
    same_entity = not caption.entity or not before.entity or caption.entity == before.entity
    return (
        caption.statement == before.statement
        and squeeze(caption.title) == squeeze(before.title)
        and same_entity
        and not caption.prose
    )
