"""A copy of a PDF with every finding marked on its page, for reviewers who work on the document itself."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from difftool.model.comparison import Check
from difftool.model.disclosure import Disclosure
from difftool.model.place import PagePlace
from difftool.model.problem import CannotAnnotate, CannotOpen
from difftool.report.check_counts import findings_of

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
        for number, corners, color, note in marks(writer.pages, checks, language):
            writer.add_annotation(page_number=number, annotation=highlight(corners, color, note))
        text = io.BytesIO()
        writer.write(text)
    except OSError as error:
        raise CannotOpen(path=disclosure.source.path, detail=error.strerror or error) from error
    except PyPdfError as error:
        raise CannotAnnotate(path=disclosure.source.path, detail=error) from error
    return text.getvalue()


Quad = tuple[float, ...]
Mark = tuple[int, Quad, str, str]


def marks(pages: Sequence[PageObject], checks: Sequence[Check], language: str) -> Iterator[Mark]:
    """Page (from 0), corners in the page's own space, colour and note of every mark; contradictions lie on top."""
    for check in reversed(findings_of(checks)):
        message = check.message_en if language == "en" else check.message
        for number, place in enumerate(dict.fromkeys(check.cells)):
            if isinstance(place, PagePlace) and place.page <= len(pages):
                page = pages[place.page - 1]
                color = READ_BESIDE if number else COLORS.get(check.grade, OTHER_COLOR)
                yield place.page - 1, in_page_space(page, place), color, f"{message} [{check.rule}]"


def in_page_space(page: PageObject, place: PagePlace) -> Quad:
    """The corners of a box as the page is shown (top-left origin, turned by /Rotate), in the page's own coordinates.

    They come as the reader sees them, upper before lower and left before right, for viewers round the ends of a mark.
    """
    box = page.cropbox
    bottom_left, top_right = (float(box.left), float(box.bottom)), (float(box.right), float(box.top))
    turned = page.rotation % 360 // 90 * 90
    left, upper, right, lower = place.bbox
    seen = (left, upper), (right, upper), (left, lower), (right, lower)
    return tuple(edge for x, y in seen for edge in turned_back(x, y, bottom_left, top_right, turned))


def turned_back(
    x: float, y: float, bottom_left: tuple[float, float], top_right: tuple[float, float], turned: int
) -> tuple[float, float]:
    (left, bottom), (right, top) = bottom_left, top_right
    if turned == 90:
        return left + y, bottom + x
    if turned == 180:
        return right - x, bottom + y
    if turned == 270:
        return right - y, top - x
    return left + x, top - y


def highlight(corners: Quad, color: str, note: str) -> Any:
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    across, up = corners[::2], corners[1::2]
    mark = Highlight(
        rect=(min(across), min(up), max(across), max(up)),
        quad_points=ArrayObject(FloatObject(edge) for edge in corners),
        highlight_color=color,
    )
    mark[NameObject("/Contents")] = TextStringObject(note)
    mark[NameObject("/T")] = TextStringObject("difftool")
    return mark
