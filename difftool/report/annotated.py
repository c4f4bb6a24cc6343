"""A copy of a PDF with every finding marked on its page, for reviewers who work on the document itself."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from difftool.model.comparison import FAIL, Check
from difftool.model.disclosure import Disclosure
from difftool.model.place import PagePlace
from difftool.model.problem import CannotAnnotate, CannotOpen

if TYPE_CHECKING:
    from pypdf import PageObject

COLORS = {"contradiction": "ffb060", "rounding": "ffe9b0", "form": "a8cff5", "wording": "d5e6f7"}
OTHER_COLOR = "e0e0e0"
# The first place of a check is the figure in question; paler are those that it was held against.
READ_BESIDE = "fff6cc"


def annotated_pdf(disclosure: Disclosure, checks: Sequence[Check], language: str = "zh-CN") -> bytes:
    """The document as a PDF with a highlight on every figure that a failed check reads, its message in the note.

    Raises `CannotAnnotate` where the document is no PDF, and `CannotOpen` where the file is gone.
    """
    if disclosure.source.format != "pdf":
        raise CannotAnnotate(path=disclosure.source.path, detail=f"it is {disclosure.source.format}")
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import PyPdfError

    try:
        writer = PdfWriter(clone_from=PdfReader(disclosure.source.path))
        for number, rectangle, color, note in marks(writer.pages, checks, language):
            writer.add_annotation(page_number=number, annotation=highlight(rectangle, color, note))
        text = io.BytesIO()
        writer.write(text)
    except OSError as error:
        raise CannotOpen(path=disclosure.source.path, detail=error.strerror or error) from error
    except PyPdfError as error:
        raise CannotAnnotate(path=disclosure.source.path, detail=error) from error
    return text.getvalue()


Mark = tuple[int, tuple[float, float, float, float], str, str]


def marks(pages: Sequence[PageObject], checks: Sequence[Check], language: str) -> Iterator[Mark]:
    """Page (from 0), rectangle in the page's own space, colour and note of every mark."""
    for check in checks:
        if check.status != FAIL:
            continue
        message = check.message_en if language == "en" else check.message
        for number, place in enumerate(dict.fromkeys(check.cells)):
            if isinstance(place, PagePlace) and place.page <= len(pages):
                page = pages[place.page - 1]
                color = READ_BESIDE if number else COLORS.get(check.grade, OTHER_COLOR)
                yield place.page - 1, in_page_space(page, place), color, f"{message} [{check.rule}]"


def in_page_space(page: PageObject, place: PagePlace) -> tuple[float, float, float, float]:
    """A box as the page is shown (top-left origin, turned by /Rotate) in the page's own coordinates."""
    box = page.cropbox
    left, bottom, right, top = (float(edge) for edge in (box.left, box.bottom, box.right, box.top))
    corners = []
    for x, y in (place.bbox[:2], place.bbox[2:]):
        corners.append(
            {
                0: (left + x, top - y),
                90: (left + y, bottom + x),
                180: (right - x, bottom + y),
                270: (right - y, top - x),
            }[page.rotation % 360 // 90 * 90]
        )
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def highlight(rectangle: tuple[float, float, float, float], color: str, note: str) -> Any:
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    x0, y0, x1, y1 = rectangle
    corners = (x0, y1, x1, y1, x0, y0, x1, y0)
    mark = Highlight(
        rect=rectangle, quad_points=ArrayObject(FloatObject(edge) for edge in corners), highlight_color=color
    )
    mark[NameObject("/Contents")] = TextStringObject(note)
    mark[NameObject("/T")] = TextStringObject("difftool")
    return mark
