"""A document before it has a format: headings, sentences and ruled forms whose amounts know what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Key:
    """What an amount means, in the ids of the fact contract (docs/facts.md)."""

    statement: str
    item: str
    name: str
    measure: str
    year: int
    phase: str


@dataclass(frozen=True)
class Cell:
    """One cell, or one amount within a sentence. `key` and `unit` are set where it prints an amount that is a fact."""

    text: str = ""
    key: Key | None = None
    unit: str = ""
    rows: int = 1
    columns: int = 1
    align: str = "left"


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Form:
    """A ruled form. Rows hold a cell once, where it begins, as in HTML; what a span covers is left out.

    `widths` are the relative widths of the columns; `rows_per_page` above 0 breaks the form over pages that repeat
    title, caption and header.
    """

    title: str
    caption: tuple[str, ...]
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    widths: tuple[int, ...]
    notes: tuple[str, ...] = ()
    landscape: bool = False
    rows_per_page: int = 0

    def parts(self) -> list[Form]:
        """The form as it is printed: itself, or one form for each page."""
        if not self.rows_per_page or len(self.body) <= self.rows_per_page:
            return [self]
        step = self.rows_per_page
        chunks = [self.body[start : start + step] for start in range(0, len(self.body), step)]
        return [
            replace(self, body=chunk, notes=self.notes if chunk is chunks[-1] else (), rows_per_page=0)
            for chunk in chunks
        ]


@dataclass(frozen=True)
class Heading:
    """A line over what follows: level 0 the document's title, 1 a part, 2 a section."""

    text: str
    level: int


@dataclass(frozen=True)
class Sentence:
    """A paragraph of words and amounts."""

    parts: tuple[str | Cell, ...]

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)


@dataclass
class Paper:
    """What is printed, from the first page to the last; `justified` lines of a PDF reach the right margin."""

    justified: bool = True
    blocks: list[Heading | Sentence | Form] = field(default_factory=list)

    def heading(self, text: str, level: int = 2) -> None:
        self.blocks.append(Heading(text, level))

    def say(self, words: str, *amounts: Cell) -> None:
        """Adds a sentence; each {} in it takes the next amount."""
        pieces = words.split("{}")
        if len(pieces) != len(amounts) + 1:
            raise ValueError(f"{len(amounts)} amounts for: {words}")
        parts: list[str | Cell] = [pieces[0]]
        for amount, piece in zip(amounts, pieces[1:], strict=True):
            parts += [amount, piece]
        self.blocks.append(Sentence(tuple(parts)))

    def amounts(self) -> Iterator[Cell]:
        """Every printed amount that is a fact, in reading order."""
        for block in self.blocks:
            cells: Sequence[str | Cell] = ()
            if isinstance(block, Sentence):
                cells = block.parts
            elif isinstance(block, Form):
                cells = [cell for row in block.body for cell in row]
            yield from (cell for cell in cells if isinstance(cell, Cell) and cell.key is not None)


def positions(rows: Sequence[Row]) -> Iterator[tuple[int, int, Cell]]:
    """Each cell with the row and column (from 0) where it begins, once spans have taken their room."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            yield row, column, cell
            taken |= {(row + down, column + right) for down in range(cell.rows) for right in range(cell.columns)}
            column += cell.columns
