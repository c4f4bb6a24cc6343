"""Pages of a PDF that are pictures: rendered, and given to recognition where that is installed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from difftool.model.bounds import Bounds
from difftool.read.pdf.page import seen
from difftool.read.pdf.runs import Printed, Run
from difftool.worker import now_at, still_working

if TYPE_CHECKING:
    from difftool.read.scan import Scanned

DOTS = 200  # an inch
MOST_PIXELS = 30_000_000  # of one page
FEW_GLYPHS = 12  # beside a picture: a page number or a stamp, no text
MANY_GLYPHS = 200  # on a picture: a page of text on its ground
PICTURED = 0.5  # of a page: a picture as large is the page itself, no mark on it


def is_scan(printed: Printed) -> bool:
    """Whether a page is a picture of print, with no text of its own or a page number at most.

    Text that stands unseen behind the picture was recognised by another program, rightly or wrongly.
    """
    if not printed.pictures or printed.horizontal:
        return False
    if letters(printed.runs) <= FEW_GLYPHS:
        return True
    return is_all_picture(printed) and letters(seen(printed)) <= FEW_GLYPHS


def is_all_picture(printed: Printed) -> bool:
    """Whether pictures fill most of a page."""
    return printed.pictured >= PICTURED * printed.width * printed.height


def is_background(printed: Printed) -> bool:
    """Whether a picture is the ground that the text of a page is printed on."""
    return is_all_picture(printed) and letters(printed.runs) >= MANY_GLYPHS


def letters(runs: Sequence[Run]) -> int:
    return sum(len(run.texts) for run in runs)


class Scans:
    """The pages of one document as pictures."""

    def __init__(self, data: bytes, bounds: Bounds, kept: Path | None) -> None:
        self._data = data
        self._bounds = bounds
        self._kept = kept
        self._document: Any = None

    @classmethod
    def of(cls, data: bytes, bounds: Bounds, kept: Path | None) -> Scans | None:
        """None where recognition is not installed."""
        installed = all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2", "pypdfium2"))
        return cls(data, bounds, kept) if installed else None

    def read(self, number: int, width: float, height: float) -> Scanned | None:
        """What the picture of a page says, None where the page cannot be rendered."""
        import pypdfium2

        from difftool.read.scan import read_picture

        now_at(f"recognising page {number}")
        scale = min(DOTS / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        try:
            if self._document is None:
                self._document = pypdfium2.PdfDocument(self._data)
            picture = self._document[number - 1].render(scale=scale).to_numpy()
        except (pypdfium2.PdfiumError, IndexError):
            return None
        scanned = read_picture(picture, width, height, self._bounds, self._kept)
        still_working()
        return scanned
