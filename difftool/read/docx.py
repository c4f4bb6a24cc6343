"""Word documents (.docx): paragraphs, and tables with their merged cells, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from difftool.model.bounds import bounds_in_force
from difftool.model.document import Block, Document, Grid, Page, Source
from difftool.model.file_problems import PictureNotRead
from difftool.model.problem import DamagedFile, NothingInIt, Problem, TooManyCells
from difftool.read.flow import Flow, Paragraphs, cell_text
from difftool.read.package import Package
from difftool.read.pasted import as_large_as_a_form
from difftool.read.reader import fingerprint
from difftool.read.spans import Placed, grid_of

MOST_TABLES = 5_000
WIDEST = 1_000  # columns
EMU = 12_700  # of Word's units, a point
UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75}
_SIZE = re.compile(r"(?<![\w-])(width|height):(\d+(?:\.\d+)?)(pt|in|cm|mm|px)")

# Parts of the text that are not shown, or shown a second time.
UNSEEN = frozenset(["moveFrom", "del", "Fallback", "rPr", "pPr", "instrText", "delText", "footnoteReference", "rPh"])
WRAPPERS = frozenset(["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body"])


def read_docx(path: Path, data: bytes, package: Package) -> Document:
    """The document in a Word file: one page; places are tables by number, running text is table 0.

    Raises `DamagedFile`, `EncryptedFile`, `NothingInIt`, `TooLarge` or `UnsafeFile`.
    """
    main = package.of_kind("", "officeDocument") or "word/document.xml"
    body = next(package.xml(main).iter("{*}body"), None)
    if body is None:
        raise DamagedFile(path=path, detail=f"{main} has no body")
    most = bounds_in_force().cells
    if sum(1 for _ in body.iter("{*}tc")) > most:
        raise TooManyCells(path=path, detail=f"tables of more than {most:,} cells; --max-cells")
    reader = BodyReader(path)
    reader.read(body)
    if not reader.blocks:
        raise NothingInIt(path=path, detail="a document of pictures must be read by OCR first")
    page = Page(1, tuple(reader.blocks))
    return Document(Source(str(path), fingerprint(data), "docx"), (page,), unread_pictures(body))


def unread_pictures(body: Any) -> tuple[Problem, ...]:
    """A problem where the text holds pictures large enough for a form: bodies paste scans of stamped forms."""
    drawings = (drawn for drawn in body.iter("{*}drawing", "{*}pict") if not is_unseen(drawn))
    count = sum(as_large_as_a_form(width, height) for width, height in map(size_of, drawings))
    if not count:
        return ()
    return (PictureNotRead.at(pictures="1 picture" if count == 1 else f"{count} pictures", count=count),)


def is_unseen(element: Any) -> bool:
    return any(name(above) in UNSEEN for above in element.iterancestors())


def size_of(drawn: Any) -> tuple[float, float]:
    """Width and height in points of the picture in a drawing, 0 where it holds none."""
    if next(drawn.iter("{*}blip", "{*}imagedata"), None) is None:
        return 0.0, 0.0
    extent = next(drawn.iter("{*}extent"), None)
    if extent is not None:
        wide, high = attribute(extent, "cx"), attribute(extent, "cy")
        return (float(wide) / EMU, float(high) / EMU) if wide.isdecimal() and high.isdecimal() else (0.0, 0.0)
    style = " ".join(attribute(shape, "style") for shape in drawn.iter("{*}shape"))
    told = {side: float(size) * UNITS[unit] for side, size, unit in _SIZE.findall(style)}
    return told.get("width", 0.0), told.get("height", 0.0)


class BodyReader:
    """Reads the blocks of the body one after the other."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.blocks: list[Block] = []
        self._paragraphs = Paragraphs()
        self._tables = 0

    def read(self, parent: Any) -> None:
        for child in parent:
            kind = name(child)
            if kind == "p":
                self.blocks.extend(self._paragraphs.of(lines_of(child)))
            elif kind == "tbl":
                self._table(child)
            elif kind in WRAPPERS:
                self.read(child)

    def _table(self, table: Any) -> None:
        if sets_out_the_page(table):
            for cell in own(table, "tc"):
                self.read(cell)
            return
        rows = list(own(table, "tr"))
        placed = list(place(rows))
        most = bounds_in_force().cells
        grid = grid_of(placed, len(rows), self._tables + 1, most)
        if self._tables >= MOST_TABLES or (grid is None and placed):
            raise TooManyCells(path=self.path, detail=f"tables of more than {most:,} cells; --max-cells")
        if isinstance(grid, Grid) and any(cell.text for cell in grid.cells):
            self._tables += 1
            self.blocks.append(grid)


def name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def own(element: Any, kind: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, not those of tables within; also inside content controls."""
    for child in element:
        if name(child) == kind:
            yield child
        elif (kind == "tc" and name(child) == "tr") or name(child) in WRAPPERS:
            yield from own(child, kind)


def sets_out_the_page(table: Any) -> bool:
    """Whether a table is there for its looks: one cell a row, or a real table within a cell."""
    if max((sum(1 for _ in own(row, "tc")) for row in own(table, "tr")), default=0) < 2:
        return True
    return any(
        sum(1 for _ in own(inner, "tr")) > 1 and any(sum(1 for _ in own(row, "tc")) > 1 for row in own(inner, "tr"))
        for inner in table.iterdescendants("{*}tbl")
    )


def place(rows: list[Any]) -> Iterator[Placed]:
    """The cells with their rows and columns; a cell that goes on from above (vMerge) belongs to the one there."""
    above: dict[int, Placed] = {}
    for index, row in enumerate(rows):
        column = number(row, "trPr", "gridBefore", 0)
        here: dict[int, Placed] = {}
        for cell in own(row, "tc"):
            width = min(max(number(cell, "tcPr", "gridSpan", 1), 1), WIDEST)
            text = cell_text(lines_of(cell))
            before = above.get(column)
            if merged_upwards(cell) and before is not None and before.column_span == width:
                before.row_span += 1
                if text:  # what stands in a merged cell's lower part is shown nowhere else
                    before.text = f"{before.text}\n{text}".strip()
                here[column] = before
            else:
                here[column] = Placed(text, index, column, 1, width)
                yield here[column]
            column += width
        above = here


def number(element: Any, properties: str, setting: str, default: int) -> int:
    found = element.find(f"{{*}}{properties}/{{*}}{setting}")
    said = attribute(found, "val") if found is not None else ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 7 else default


def merged_upwards(cell: Any) -> bool:
    found = cell.find("{*}tcPr/{*}vMerge")
    return found is not None and attribute(found, "val") != "restart"


def attribute(element: Any, own_name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == own_name), "")


def lines_of(element: Any) -> list[str]:
    """The lines of text in a paragraph or a cell, paragraphs and text boxes in it one after the other."""
    flow = Flow()

    def visit(node: Any) -> None:
        kind = name(node)
        if kind in UNSEEN or (kind == "r" and is_hidden(node)):
            return
        if kind == "t":
            flow.add(node.text)
        elif kind in ("tab", "ptab"):
            flow.add("\u3000\u3000\u3000")
        elif kind in ("br", "cr"):
            flow.end_line()
        elif kind == "noBreakHyphen":
            flow.add("-")
        else:
            for child in node:
                visit(child)
        if kind == "p":
            flow.end_line()

    visit(element)
    return flow.take()


def is_hidden(run: Any) -> bool:
    found = run.find("{*}rPr/{*}vanish")
    return found is not None and attribute(found, "val") not in ("0", "false", "off")
