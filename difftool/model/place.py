"""Where something stands in its file: what a reader needs to find the printed figure again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A box on a PDF page, in points from the top-left corner: (left, top, right, bottom); pages count from 1."""

    page: int
    bbox: tuple[float, float, float, float]

    def as_dict(self) -> dict[str, object]:
        return {"page": self.page, "bbox": [round(edge, 2) for edge in self.bbox]}


@dataclass(frozen=True, slots=True)
class LinePlace:
    """A line of a text file; lines count from 1."""

    line: int

    def as_dict(self) -> dict[str, object]:
        return {"line": self.line}


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A cell of a workbook, named as the spreadsheet names it ("B7")."""

    sheet: str
    cell: str

    def as_dict(self) -> dict[str, object]:
        return {"sheet": self.sheet, "cell": self.cell}


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A cell of a table in DOCX or HTML; all count from 1. Running text has table 0, and its paragraph as row."""

    table: int
    row: int
    column: int

    def as_dict(self) -> dict[str, object]:
        return {"table": self.table, "row": self.row, "column": self.column}


Place = PagePlace | LinePlace | SheetPlace | TablePlace
