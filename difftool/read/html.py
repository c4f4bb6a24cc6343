"""Web pages: what a browser shows of the article, its tables as grids, without the site that stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from difftool.model.bounds import bounds_in_force
from difftool.model.document import Block, Document, Grid, Page, Source
from difftool.model.file_problems import RowsNotShown, UndecodedCharacters
from difftool.model.problem import NothingInIt, Problem, TooManyCells
from difftool.read.flow import Flow, Paragraphs, cell_text
from difftool.read.markup import parse_page
from difftool.read.reader import fingerprint
from difftool.read.site_frame import SiteFrame
from difftool.read.spans import Spanned, place_cells

LONG_TEXT = 800  # characters in a table of a few cells: it sets out the page

UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "select",
        "option",
        "button",
        "textarea",
        "input",
        "iframe",
        "object",
        "svg",
        "math",
        "nav",
    ]
)
BLOCKS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "blockquote",
        "center",
        "form",
        "fieldset",
        "pre",
        "hr",
        "address",
        "figure",
        "figcaption",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read_html(path: Path, data: bytes) -> Document:
    """The document in a web page: one page; places are tables by number, running text is table 0.

    Raises `TooLarge`, `UnsafeFile`, `DamagedFile`, or `NothingInIt` where the page shows no text.
    """
    root, undecoded = parse_page(path, data)
    reader = PageReader(path, root)
    reader.read()
    if not reader.blocks:
        raise NothingInIt(path=path, detail="save the page from the browser as it is shown")
    if undecoded:
        reader.problems.append(UndecodedCharacters.at(count=undecoded))
    return Document(
        Source(str(path), fingerprint(data), "html"), (Page(1, tuple(reader.blocks)),), tuple(reader.problems)
    )


class PageReader:
    """Walks over a page in the order in which it is shown."""

    def __init__(self, path: Path, root: Any) -> None:
        self.path = path
        self.root = root
        self.frame = SiteFrame(root)
        self.blocks: list[Block] = []
        self.problems: list[Problem] = []
        self._flow = Flow()
        self._paragraphs = Paragraphs()
        self._tables = 0

    def read(self) -> None:
        self.most_cells = bounds_in_force().cells  # positions of one table, and cells of all
        if sum(1 for _ in self.root.iter("td", "th")) > self.most_cells:
            raise TooManyCells(path=self.path, detail=f"tables of more than {self.most_cells:,} cells; --max-cells")
        self._visit(self.root)
        self._end_paragraph()

    def _visit(self, element: Any) -> None:
        if element is self.frame.title:  # what stands over the title belongs to the site
            self._begin_here()
        if element.tag in UNSEEN or hidden(element) or element in self.frame.around:
            return
        if element.tag == "br":
            self._flow.end_line()
            return
        if element.tag == "table" and not sets_out_the_page(element):
            self._end_paragraph()
            self._read_table(element)
            return
        block = element.tag in BLOCKS
        if block:
            self._end_paragraph()
        self._flow.add(element.text)
        for child in element:
            self._visit(child)
            self._flow.add(child.tail)
        if block:
            self._end_paragraph()

    def _begin_here(self) -> None:
        """Leave out what stood over the title, where it is no more than the site's own words."""
        self._end_paragraph()
        if any(isinstance(block, Grid) or "。" in block.text for block in self.blocks):
            return
        self.blocks.clear()
        self._paragraphs = Paragraphs()

    def _end_paragraph(self) -> None:
        self.blocks.extend(self._paragraphs.of(self._flow.take()))

    def _read_table(self, table: Any) -> None:
        for caption in table.iterchildren("caption"):
            self.blocks.extend(self._paragraphs.of(shown_lines(caption)))
        rows = list(own(table, "tr"))
        shown = [row for row in rows if not hidden(row)]
        told = [[spanned(cell) for cell in own(row, "td", "th") if not hidden(cell)] for row in shown]
        grid = place_cells(told, self._tables + 1, self.most_cells)
        if grid is None and any(told):
            raise TooManyCells(path=self.path, detail=f"a table of more than {self.most_cells:,} cells; --max-cells")
        if grid is None or not any(cell.text for cell in grid.cells):
            return
        self._tables += 1
        self.blocks.append(grid)
        unseen = sum(bool(cell_text(shown_lines(row))) for row in rows if hidden(row))
        if unseen:
            self.problems.append(RowsNotShown.at(grid.place, table=self._tables, count=unseen))


def hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def own(element: Any, *tags: str) -> Iterator[Any]:
    """The descendants of these tags that do not stand in an inner table or in one another."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag != "table":
            yield from own(child, *tags)


def sets_out_the_page(table: Any) -> bool:
    """Whether a table is there for its looks: one column, a real table within it, or much text in a few cells."""
    rows = [list(own(row, "td", "th")) for row in own(table, "tr")]
    if max(map(len, rows), default=0) < 2:
        return True
    if any(max(len(list(own(row, "td", "th"))) for row in inner.iter("tr")) > 1 for inner in inner_tables(table)):
        return True
    return len(rows) <= 2 and any(len(cell_text(shown_lines(cell))) > LONG_TEXT for row in rows for cell in row)


def inner_tables(table: Any) -> Iterator[Any]:
    """Tables inside this one that have two rows or more."""
    for inner in table.iterdescendants("table"):
        if sum(1 for _ in inner.iter("tr")) > 1:
            yield inner


def spanned(cell: Any) -> Spanned:
    rows = span(cell.get("rowspan"))
    return Spanned(cell_text(shown_lines(cell)), rows if rows else bounds_in_force().cells, span(cell.get("colspan")))


def span(told: str | None) -> int:
    """A span as browsers take it: its leading digits; rowspan 0 reaches to the end of the table."""
    match = re.match(r"\s*(\d{1,6})", told or "")
    return int(match.group(1)) if match else 1


def shown_lines(element: Any) -> list[str]:
    """The lines of text that an element shows, inner tables row by row."""
    flow = Flow()

    def visit(node: Any) -> None:
        if node.tag in UNSEEN or (node is not element and hidden(node)):
            return
        if node.tag == "br" or node.tag in BLOCKS:
            flow.end_line()
        flow.add(node.text)
        for child in node:
            visit(child)
            flow.add(child.tail)
        if node.tag in BLOCKS:
            flow.end_line()

    visit(element)
    return flow.take()
