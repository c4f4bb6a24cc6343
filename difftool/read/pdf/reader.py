"""Open a PDF and read it page by page; a page that cannot be read is told and the rest is read."""

from __future__ import annotations

import logging
from io import BytesIO
from pathlib import Path
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from difftool.model.document import Document, Page, Source
from difftool.model.place import PagePlace
from difftool.model.problem import DamagedFile, EncryptedFile, NoText, Problem
from difftool.read.pdf.glyphs import UNREADABLE
from difftool.read.pdf.ink import page_matrix, shared
from difftool.read.pdf.page import lay_out
from difftool.read.pdf.runs import Box, Printed
from difftool.read.pdf.stock import Device, Interpreter, read_with_stock
from difftool.read.reader import fingerprint

logging.getLogger("pdfminer").addHandler(logging.NullHandler())


def read_pdf(path: Path, data: bytes) -> Document:
    """The document in a PDF: its pages with their ruled grids and paragraphs, each with its box on the page.

    Raises `EncryptedFile`, `DamagedFile`, or `NoText` where no page has text. A page that cannot be read, or only in
    part, is a problem of the document.
    """
    document = _open(path, data)
    pages: list[Page] = []
    problems: list[Problem] = []
    pictures = 0
    manager = PDFResourceManager()
    interpreter = Interpreter(manager, Device(manager))
    try:
        for number, page in enumerate(PDFPage.create_pages(document), start=1):
            read, pictured, told = _read_page(page, number, interpreter)
            pages.append(read)
            pictures += pictured
            problems.extend(told)
    except RecursionError as error:
        raise DamagedFile(path=path, detail="the page tree does not end") from error
    except Exception as error:
        raise DamagedFile(path=path, detail=f"the page tree cannot be read: {error}") from error
    if not pages:
        raise DamagedFile(path=path, detail="it has no pages")
    if not any(page.blocks for page in pages):
        if problems and not pictures:
            raise DamagedFile(path=path, detail=problems[0].message)
        raise NoText(path=path)
    return Document(Source(str(path), fingerprint(data), "pdf", len(pages)), tuple(pages), tuple(problems))


def _open(path: Path, data: bytes) -> PDFDocument:
    try:
        return PDFDocument(PDFParser(BytesIO(data)))
    except PDFEncryptionError as error:
        raise EncryptedFile(path=path) from error
    except Exception as error:
        raise DamagedFile(path=path, detail=_reason(error)) from error


def _read_page(page: Any, number: int, interpreter: Interpreter) -> tuple[Page, int, list[Problem]]:
    """One page as far as it can be read, how many pictures it shows, and what could not be read."""
    matrix, width, height = page_matrix(visible_box(page), page.rotate)
    printed = Printed(width, height)
    place = PagePlace(number, (0.0, 0.0, width, height))
    problems: list[Problem] = []
    try:
        read_with_stock(interpreter, page, printed, matrix)
    except Exception as error:
        message = f"page {number} could be read only in part: {_reason(error)}"
        problems.append(Problem("unreadable-page", message, place))
    try:
        laid_out = lay_out(printed, number)
    except Exception as error:
        message = f"page {number} could not be laid out: {_reason(error)}"
        problems.append(Problem("unreadable-page", message, place))
        laid_out = Page(number, (), width, height)
    unreadable = sum(run.texts.count(UNREADABLE) for run in printed.runs)
    if unreadable:
        message = f"page {number}: {unreadable} glyphs of fonts that do not say which characters they show"
        problems.append(Problem("unreadable-glyphs", message, place))
    if printed.pictures and not printed.runs:
        message = f"page {number} shows a picture and no text; what the picture says is not read"
        problems.append(Problem("page-without-text", message, place))
    return laid_out, printed.pictures, problems


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__


def visible_box(page: Any) -> Box:
    """The part of the page that is displayed: the crop box as far as it lies on the media box."""
    box = shared(page.mediabox, page.cropbox)
    return box if box[2] > box[0] and box[3] > box[1] else page.mediabox
