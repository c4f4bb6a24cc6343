"""Running text for the rules: paragraphs put together over line and page breaks, page furniture left out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from difftool.model.disclosure import Passage
from difftool.model.document import Document, Page, Paragraph
from difftool.model.place import Place

_SPACE = re.compile(r"\s+")
_PAGE_NUMBER = re.compile(r"[-—–―─•·第\s]*\d{1,3}[-—–―─•·页\s]*(?:[/共]\s*\d+\s*页?)?")
_ENDED = re.compile(r"[。！？：；:;!?]$")
# What begins a paragraph of its own: an ordinal, a heading, a table's caption.
_BEGINS = re.compile(
    r"(?:[一二三四五六七八九十]+[、.．是]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]|第[一二三四五六七八九十]+[部章节]|表\d|附|注)"
)
_NOTE = re.compile(r"[（(]?(?:备?注|说明)[:：]|本表|本部门|本单位")
_LONG_LINE = 15

Line = tuple[str, Place]


def passages_of(document: Document) -> tuple[Passage, ...]:
    """The paragraphs of a document in reading order; one that a page break cuts in two is one passage.

    Text is without white space and with half-width digits; a running header or footer is no passage.
    """
    furniture = running_lines(document)
    joined: list[list[Line]] = []
    for page in document.pages:
        first = True
        for paragraph in paragraphs(page):
            lines = [(squeeze(line.text), line.place) for line in paragraph.lines]
            lines = [line for line in lines if line[0]]
            if len(lines) <= 1 and is_furniture("".join(text for text, _ in lines), furniture):
                continue
            if first and joined and goes_on(joined[-1], lines):
                joined[-1].extend(lines)
            else:
                joined.append(lines)
            first = False
    return tuple(Passage("".join(text for text, _ in lines), offsets(lines)) for lines in joined)


def paragraphs(page: Page) -> Iterator[Paragraph]:
    for block in page.blocks:
        if isinstance(block, Paragraph):
            yield block


def running_lines(document: Document) -> set[str]:
    """Short paragraphs that stand on three pages or more: running headers and footers, but not the note of a form."""
    seen = Counter(
        text for page in document.pages for text in {squeeze(paragraph.text) for paragraph in paragraphs(page)}
    )
    return {text for text, count in seen.items() if count >= 3 and len(text) <= 40 and not _NOTE.match(text)}


def is_furniture(text: str, furniture: set[str]) -> bool:
    return not text or text in furniture or _PAGE_NUMBER.fullmatch(text) is not None


def goes_on(before: list[Line], after: list[Line]) -> bool:
    """Whether a paragraph at the top of a page goes on from the one at the foot of the page before."""
    last = before[-1][0]
    running = len(last) >= _LONG_LINE or len(before) > 1
    return bool(after) and running and not _ENDED.search(last) and not _BEGINS.match(after[0][0])


def offsets(lines: list[Line]) -> tuple[tuple[int, Place], ...]:
    starts = []
    length = 0
    for text, place in lines:
        starts.append((length, place))
        length += len(text)
    return tuple(starts)


def squeeze(text: str) -> str:
    """The text without white space; digits, letters and percent signs half-width, Chinese punctuation as printed."""
    folded = "".join(
        unicodedata.normalize("NFKC", char) if char in _FULL_WIDTH else char for char in _SPACE.sub("", text)
    )
    return folded.replace("\u3000", "")


_FULL_WIDTH = set("０１２３４５６７８９．％－，") - {"，"}
