"""Where something stands in its file: what a reader needs to find the printed figure again."""

from __future__ import annotations

from dataclasses import dataclass


class InFile:
    """What every place has: the name of its file where a disclosure lies in several, "" where it is one file."""

    __slots__ = ()
    file: str

    def named(self, told: dict[str, object]) -> dict[str, object]:
        """The place as told, after the name of its file where it has one."""
        return {"file": self.file, **told} if self.file else told


@dataclass(frozen=True, slots=True)
class PagePlace(InFile):
    """A box on a page of a PDF or OFD file, in points from its top-left corner: (left, top, right, bottom).

    Pages count from 1.
    """

    page: int
    bbox: tuple[float, float, float, float]
    file: str = ""

    def as_dict(self) -> dict[str, object]:
        return self.named({"page": self.page, "bbox": [round(edge, 2) for edge in self.bbox]})

    def on_page_of(self, other: object) -> bool:
        """Whether another place is on the same page of the same file."""
        return isinstance(other, PagePlace) and (other.file, other.page) == (self.file, self.page)


@dataclass(frozen=True, slots=True)
class LinePlace(InFile):
    """A line of a text file; lines count from 1."""

    line: int
    file: str = ""

    def as_dict(self) -> dict[str, object]:
        return self.named({"line": self.line})


@dataclass(frozen=True, slots=True)
class SheetPlace(InFile):
    """A cell of a workbook, named as the spreadsheet names it ("B7")."""

    sheet: str
    cell: str
    file: str = ""

    def as_dict(self) -> dict[str, object]:
        return self.named({"sheet": self.sheet, "cell": self.cell})


@dataclass(frozen=True, slots=True)
class TablePlace(InFile):
    """A cell of a table in DOCX or HTML; all count from 1. Running text has table 0, and its paragraph as row."""

    table: int
    row: int
    column: int
    file: str = ""

    def as_dict(self) -> dict[str, object]:
        return self.named({"table": self.table, "row": self.row, "column": self.column})


Place = PagePlace | LinePlace | SheetPlace | TablePlace
