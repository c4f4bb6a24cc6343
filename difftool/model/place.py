"""Where something stands in its file: what a reader needs to find the printed figure again."""

from __future__ import annotations

from msgspec import Struct


class InFile:
    """What every place has: the name of its file where a disclosure lies in several, "" where it is one file."""

    __slots__ = ()
    file: str

    def named(self, told: dict[str, object]) -> dict[str, object]:
        """The place as told, after the name of its file where it has one."""
        return {"file": self.file, **told} if self.file else told


class PagePlace(InFile, Struct, frozen=True):
    """A box on a page of a PDF or OFD file, in points from its top-left corner: (left, top, right, bottom).

    Pages count from 1. `turn` tells in quarter turns clockwise how what is printed there lies on the page as displayed.
    """

    page: int
    bbox: tuple[float, float, float, float]
    file: str = ""
    turn: int = 0

    @property
    def upright(self) -> tuple[float, float, float, float]:
        """The box as it lies once the page is turned so that its print is upright; only differences of edges count."""
        left, top, right, bottom = self.bbox
        if self.turn == 1:
            return top, -right, bottom, -left
        if self.turn == 2:
            return -right, -bottom, -left, -top
        return (-bottom, left, -top, right) if self.turn == 3 else self.bbox

    def as_dict(self) -> dict[str, object]:
        return self.named({"page": self.page, "bbox": [round(edge, 2) for edge in self.bbox]})

    def on_page_of(self, other: object) -> bool:
        """Whether another place is on the same page of the same file."""
        return isinstance(other, PagePlace) and (other.file, other.page) == (self.file, self.page)


class LinePlace(InFile, Struct, frozen=True):
    """A line of a text file; lines count from 1."""

    line: int
    file: str = ""

    def as_dict(self) -> dict[str, object]:
        return self.named({"line": self.line})


class SheetPlace(InFile, Struct, frozen=True):
    """A cell of a workbook, named as the spreadsheet names it ("B7")."""

    sheet: str
    cell: str
    file: str = ""

    def as_dict(self) -> dict[str, object]:
        return self.named({"sheet": self.sheet, "cell": self.cell})


class TablePlace(InFile, Struct, frozen=True):
    """A cell of a table in DOCX or HTML; all count from 1. Running text has table 0, and its paragraph as row."""

    table: int
    row: int
    column: int
    file: str = ""

    def as_dict(self) -> dict[str, object]:
        return self.named({"table": self.table, "row": self.row, "column": self.column})


Place = PagePlace | LinePlace | SheetPlace | TablePlace

PlaceOrder = tuple[str, int, float, float, str]


def place_order(place: Place) -> PlaceOrder:
    """Where a place comes in the reading order of its document; sheets of a workbook come by name."""
    if isinstance(place, PagePlace):
        left, top, *_ = place.upright
        return place.file, place.page, top, left, ""
    if isinstance(place, LinePlace):
        return place.file, place.line, 0, 0, ""
    if isinstance(place, SheetPlace):
        column = place.cell.rstrip("0123456789")
        return f"{place.file}\0{place.sheet}", 0, int(place.cell[len(column) :] or 0), len(column), column
    return place.file, place.table, place.row, place.column, ""


PrintedRow = tuple[str, int, float]


def printed_row(place: Place) -> PrintedRow:
    """What tells one printed row of a document from another: its file or sheet, its page or table, and the row."""
    if isinstance(place, PagePlace):
        return place.file, place.page, round(place.upright[1], 1)
    if isinstance(place, LinePlace):
        return place.file, 0, place.line
    if isinstance(place, SheetPlace):
        letters = place.cell.rstrip("0123456789")
        return f"{place.file}\0{place.sheet}", 0, int(place.cell[len(letters) :] or 0)
    return place.file, place.table, place.row
