"""A document as read, before anyone knows what it means: pages of paragraphs and ruled grids, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from difftool.model.place import Place
from difftool.model.problem import Problem


class Source(Struct, frozen=True):
    """The file that a document was read from. `pages` is None where the format has none.

    Of a disclosure in several files `files` are these files, each with the name that places call it by; `path` is then
    the folder, archive or pattern, or the paths joined by " + ", and `format` "several".
    """

    path: str
    sha256: str
    format: str
    pages: int | None = None
    name: str = ""
    files: tuple[Source, ...] = ()

    def holding(self, place: Place) -> Source:
        """The file that this place is in."""
        return next((file for file in self.files if file.name == place.file), self)


class Line(Struct, frozen=True):
    """One printed line of running text. `size` is its type size in points, 0 where the format does not say."""

    text: str
    place: Place
    size: float = 0.0


class Paragraph(Struct, frozen=True):
    """Lines that belong together: a heading, a sentence run over several lines, a caption over a form."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)

    @property
    def place(self) -> Place:
        return self.lines[0].place


class Cell(Struct, frozen=True):
    """A cell of a grid at its top-left row and column (from 0), with the rows and columns that it spans."""

    text: str
    row: int
    column: int
    place: Place
    row_span: int = 1
    column_span: int = 1


class Grid(Struct, frozen=True, dict=True):
    """A table: `rows` by `columns`, with merged cells told once. Cells come in reading order.

    `ruled` is False where nothing but the alignment of the print tells its columns.
    """

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    place: Place
    ruled: bool = True

    @cached_property
    def _covering(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this position, merged or not; None where the table has a hole."""
        return self._covering.get((row, column))

    @cached_property
    def _by_row(self) -> dict[int, tuple[Cell, ...]]:
        rows: dict[int, tuple[Cell, ...]] = {}
        for row in range(self.rows):
            found: list[Cell] = []
            for column in range(self.columns):
                cell = self._covering.get((row, column))
                if cell is not None and (not found or found[-1] is not cell):
                    found.append(cell)
            rows[row] = tuple(found)
        return rows

    def row_cells(self, row: int) -> tuple[Cell, ...]:
        """The cells that cover this row, left to right, each once."""
        return self._by_row.get(row, ())


Block = Paragraph | Grid


class Page(Struct, frozen=True):
    """One page from top to bottom. A text file, a workbook sheet or a web page is one page.

    `recognised` is True where the page is a picture whose text was recognised.
    """

    number: int
    blocks: tuple[Block, ...]
    width: float = 0.0
    height: float = 0.0
    recognised: bool = False


class Reading(Struct, frozen=True):
    """A number, or unsure words, recognised in a picture of print: the text that is taken, and what else it may be.

    `sureness` is that of the less sure look, from 0 to 1.
    """

    text: str
    place: Place
    sureness: float
    others: tuple[str, ...] = ()


class Document(Struct, frozen=True):
    """What a reader hands on, whatever the format was."""

    source: Source
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()
    readings: tuple[Reading, ...] = ()

    def blocks(self) -> Iterator[tuple[Page, Block]]:
        for page in self.pages:
            for block in page.blocks:
                yield page, block
