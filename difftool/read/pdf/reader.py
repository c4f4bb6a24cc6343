"""Open a PDF and read it page by page; a page that cannot be read is told and the rest is read."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfpage import PDFPage

from difftool.model.bound_problems import bound_reached, in_part, nothing_after
from difftool.model.bounds import PAGES, Bounds, bounds_in_force
from difftool.model.document import Document, Grid, Page, Reading, Source
from difftool.model.file_problems import (
    GarbledText,
    PageNotLaidOut,
    PageNotRecognised,
    PageReadInPart,
    PageWithoutText,
    PictureOnPage,
    UncheckedText,
    UnreadableGlyphs,
    UnreadablePages,
)
from difftool.model.place import PagePlace
from difftool.model.problem import DamagedFile, EncryptedFile, NoText, NothingInIt, NothingRecognised, Problem
from difftool.read.pdf.bounds import Budget, TooMuch, nothing_read
from difftool.read.pdf.content import content_length, read_content
from difftool.read.pdf.document import open_document
from difftool.read.pdf.faces import UNREADABLE
from difftool.read.pdf.fonts import Fonts
from difftool.read.pdf.garbled import is_garbled
from difftool.read.pdf.ink import page_matrix, shared
from difftool.read.pdf.page import Foot, lay_out
from difftool.read.pdf.runs import Box, Printed, Run
from difftool.read.pdf.scans import FEW_GLYPHS, Scans, is_all_picture, is_background, is_scan, letters
from difftool.read.pdf.stock import read_with_stock
from difftool.read.reader import fingerprint

logging.getLogger("pdfminer").addHandler(logging.NullHandler())


def read_pdf(path: Path, data: bytes, bounds: Bounds | None = None, kept: Path | None = None) -> Document:
    """The document in a PDF: its pages with their ruled grids and paragraphs, each with its box on the page.

    Pages that are pictures are recognised where the extra for it is installed; `kept` is a folder for what was
    recognised. `bounds` are those in force unless given. Raises `EncryptedFile`, `DamagedFile`, `NoText` where there
    are only pictures, `NothingInIt` where there is nothing at all, `NothingRecognised`, or `TooLarge` or `TookTooLong`
    where a bound was reached before any text. A page that cannot be read, or only in part, and a bound that was reached
    are problems of the document.
    """
    budget = Budget(bounds or bounds_in_force())
    reader = PdfReader(_open(path, data, budget), budget, Scans.of(data, budget.bounds, kept))
    reader.read()
    if not any(page.blocks for page in reader.pages):
        if reader.problems and not reader.pictures:
            raise nothing_read(path, reader.problems[0], budget.bounds)
        if not reader.pages:
            raise DamagedFile(path=path, detail="it has no pages")
        if not reader.pictures:
            raise NothingInIt(path=path, detail="its pages show neither letters nor pictures")
        raise NothingRecognised(path=path) if reader.scans else NoText(path=path)
    source = Source(str(path), fingerprint(data), "pdf", len(reader.pages))
    return Document(source, tuple(reader.pages), tuple(reader.problems), tuple(reader.readings))


def _open(path: Path, data: bytes, budget: Budget) -> PDFDocument:
    try:
        return open_document(data, budget)
    except PDFEncryptionError as error:
        raise EncryptedFile(path=path) from error
    except Exception as error:
        raise DamagedFile(path=path, detail=reason(error)) from error


class PdfReader:
    """Reads the pages of one document, and keeps what could not be read."""

    def __init__(self, document: PDFDocument, budget: Budget, scans: Scans | None = None) -> None:
        self.document = document
        self.budget = budget
        self.scans = scans
        self.readings: list[Reading] = []
        self.fonts = Fonts()
        self.foot = Foot()
        self.pages: list[Page] = []
        self.problems: list[Problem] = []
        self.pictures = 0
        self.pasted: list[PagePlace] = []  # the pages of text with pictures as large as a form
        self.garbled: list[PagePlace] = []  # the pages whose text is not what they show

    def read(self) -> None:
        try:
            for number, page in enumerate(PDFPage.create_pages(self.document), start=1):
                if number > self.budget.bounds.pages:
                    most = self.budget.bounds.pages
                    raise TooMuch(PAGES, f"the document has more than {most:,} pages (--max-pages)")
                self.budget.check_time()
                read = self.page(page, number)
                self.budget.spend_cells(sum(len(block.cells) for block in read.blocks if isinstance(block, Grid)))
                self.pages.append(read)
        except TooMuch as error:
            self.problems.append(
                bound_reached(error.code).at(None, **nothing_after(len(self.pages)), detail=reason(error))
            )
        except Exception as error:
            self.problems.append(UnreadablePages.at(page=len(self.pages), detail=reason(error)))
        for kind, places in ((PictureOnPage, self.pasted), (GarbledText, self.garbled)):
            if places:
                numbers = [str(place.page) for place in places]
                told = {"pages": ", ".join(numbers), "pages_zh": "、".join(numbers)}
                self.problems.append(kind.at(places[0], **told))

    def page(self, page: Any, number: int) -> Page:
        """One page as far as it can be read."""
        matrix, width, height = page_matrix(visible_box(page), page.rotate)
        place = PagePlace(number, (0.0, 0.0, width, height))
        printed, error = self.print(page, Printed(width, height, bounds=self.budget.bounds), matrix)
        if error is not None:
            if isinstance(error, TooMuch):
                told = bound_reached(error.code).at(place, **in_part(number), detail=reason(error))
            else:
                told = PageReadInPart.at(place, page=number, detail=reason(error))
            self.problems.append(told)
        self.pictures += printed.pictures
        unreadable = sum(run.texts.count(UNREADABLE) for run in printed.runs)
        if unreadable:
            self.problems.append(UnreadableGlyphs.at(place, page=number, count=unreadable))
        recognised = False
        if is_scan(printed):
            layer = printed.runs
            if self.scans is not None and (scanned := self.recognise(number, place, layer)) is not None:
                printed, recognised = scanned, True
            elif letters(layer) > FEW_GLYPHS:
                recognised = True
                self.problems.append(UncheckedText.at(place, page=number))
            elif not layer or is_all_picture(printed):
                kind = PageNotRecognised if self.scans else PageWithoutText
                self.problems.append(kind.at(place, page=number))
        elif is_garbled(printed.runs):
            if (scanned := self.recognise(number, place, ())) is not None:
                printed, recognised = scanned, True
            else:
                self.garbled.append(place)
        elif printed.large_pictures and not is_background(printed):
            self.pasted.append(place)
        try:
            laid_out, omissions = lay_out(printed, number, self.foot)
        except Exception as failure:
            self.problems.append(PageNotLaidOut.at(place, page=number, detail=reason(failure)))
            return Page(number, (), width, height)
        self.problems.extend(omissions)
        return replace(laid_out, recognised=True) if recognised else laid_out

    def recognise(self, number: int, place: PagePlace, layer: Sequence[Run]) -> Printed | None:
        """What the picture of a page says; recognition has bounds of its own, and its time is not the reader's.

        Where the text behind the picture, `layer`, has another amount, that is another reading.
        """
        if self.scans is None:
            return None
        with self.budget.paused():
            scanned = self.scans.read(number, place.bbox[2], place.bbox[3])
        if scanned is None or not scanned.printed.runs:
            return None
        scanned.hold_against(layer)
        self.readings.extend(scanned.readings_on(number))
        self.problems.extend(scanned.problems_on(number))
        return scanned.printed

    def print(self, page: Any, printed: Printed, matrix: Any) -> tuple[Printed, Exception | None]:
        """What the page shows, by the fast reader or, where that one does not get on, by pdfminer.six's interpreter."""
        try:
            read_content(page, printed, matrix, self.fonts, self.budget)
        except TooMuch as error:
            return printed, error
        except Exception as error:
            if content_length(page) > self.budget.bounds.stock_bytes:
                return printed, error
            again = Printed(printed.width, printed.height, bounds=printed.bounds)
            try:
                read_with_stock(page, again, matrix, self.budget, self.fonts)
            except Exception as failure:
                return max(again, printed, key=lambda each: len(each.runs)), failure
            return again, None
        return printed, None


def reason(error: Exception) -> str:
    return str(error) or type(error).__name__


def visible_box(page: Any) -> Box:
    """The part of the page that is displayed: the crop box as far as it lies on the media box."""
    box = shared(page.mediabox, page.cropbox)
    return box if box[2] > box[0] and box[3] > box[1] else page.mediabox
