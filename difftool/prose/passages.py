"""Running text put together again: paragraphs over line, blank-line and page breaks, page furniture left out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from difftool.model.disclosure import Passage
from difftool.model.document import Document, Paragraph
from difftool.model.place import PagePlace, Place, TablePlace
from difftool.pattern import lazy_pattern
from difftool.prose.ordinals import BRACKETED, CHINESE, CIRCLED, DIGITS

Line = tuple[str, Place]

LONG_LINE = 12  # characters; a shorter line that does not end a sentence is a heading
INDENT = 4  # characters; the first line of a paragraph is indented by about two
SPACING = 2  # type heights between two lines of one paragraph at most
_SPACE = lazy_pattern(r"\s+")
_PAGE_NUMBER = lazy_pattern(r"[-—–―─━－~～•·第\s]*\d{1,3}[-—–―─━－~～•·页\s]*(?:[/共]\s*\d+\s*页?)?")
_ENDED = lazy_pattern(r"[。！？；;!?]$")
_LIST_RUNS_ON = lazy_pattern(r"[；;，,、]$")
# What begins a paragraph of its own: an ordinal, a heading, a note.
_BEGINS = lazy_pattern(rf"(?:{CHINESE}[、．.是]|{BRACKETED}|{DIGITS}|第{CHINESE}[部章节]|{CIRCLED}|附件|注[：:]|表\d)")
# A broken line that goes on holds more than a heading does: a comma, a colon, an open bracket.
_SENTENCE = lazy_pattern(r"[，,：:。；（(]")
# "…支出9万元，其中：" at the end of a page, or of a line of text that was set in lines: the parts follow.
_PARTS_FOLLOW = lazy_pattern(r"元[，,]其中[：:]$")
_STOP = lazy_pattern(r"[，,。；;：:]")
_COMMA = lazy_pattern(r"[，,]")
# "（一）决算结构情况" holds a bracket, but is a heading all the same.
_TITLE = lazy_pattern(rf"{BRACKETED}[^，,：:。；（(]*(?:情况|说明|概况|解释|职责|职能)")
_OPEN = lazy_pattern(r"[，、为是至约的]$")
_RUNS_ON = lazy_pattern(r"[\d,.]+(?:万元|元|%)|[，。、；）)]")
_FULL_WIDTH = frozenset("０１２３４５６７８９．％－")
# 重庆商务 2026 is set with half-width marks throughout, "费用552万元,与上年持平;公务接待费…": they end clauses just so.
_HALF_WIDTH_MARK = lazy_pattern(r"(?<=[一-鿿”）)%])[,;:]|[,;:](?=[一-鿿“（])")
_MARKS = {",": "，", ";": "；", ":": "："}


def read_passages(document: Document) -> tuple[Passage, ...]:
    """The paragraphs of running text in reading order; one that a break cuts in two is one passage.

    The text has no white space, half-width digits and full-width marks; running headers, footers and page numbers are
    left out.
    """
    furniture = running_lines(document)
    joined: list[list[Line]] = []
    for lines in paragraphs(document, furniture):
        if joined and goes_on(joined[-1], lines):
            joined[-1].extend(lines)
        else:
            joined.append(lines)
    return tuple(Passage("".join(text for text, _ in lines), starts(lines)) for lines in joined)


def paragraphs(document: Document, furniture: frozenset[str]) -> Iterator[list[Line]]:
    for _, block in document.blocks():
        if not isinstance(block, Paragraph):
            continue
        lines = [(text, line.place) for line in block.lines if (text := squeeze(line.text))]
        lines = [(text, place) for text, place in lines if text not in furniture]
        # Only at an edge is a number that of the page: inside a paragraph it is a broken amount.
        while lines and _PAGE_NUMBER.fullmatch(lines[0][0]):
            del lines[0]
        while lines and _PAGE_NUMBER.fullmatch(lines[-1][0]):
            del lines[-1]
        if lines:
            yield lines


def running_lines(document: Document) -> frozenset[str]:
    """Lines that open or close three pages or more: running headers and footers."""
    counted: Counter[str] = Counter()
    for page in document.pages:
        texts = [block for block in page.blocks if isinstance(block, Paragraph)]
        edges = {id(block): block for block in (*texts[:1], *texts[-1:])}
        counted.update({squeeze(block.text) for block in edges.values()})
    return frozenset(text for text, times in counted.items() if times >= 3 and len(text) <= 40)


def goes_on(before: list[Line], after: list[Line]) -> bool:
    """Whether a paragraph goes on from the one before it: cut by a page, or by a blank line in a text file."""
    last = before[-1][0]
    if is_flush_inside(before, after):
        return True
    if _ENDED.search(last) or _BEGINS.match(after[0][0]):
        return False
    if not _SENTENCE.search("".join(text for text, _ in before)):
        # 泉州: the first line of "2026年…安排的机关运|行经费支出9万元" holds no mark, but is as wide as the next.
        # 湖州: "…各单位差旅费预算|150.30万元，…" is narrower, for the amount did not fit; no paragraph begins with one.
        wide = is_full(before[-1][1], after[0][1]) or bool(_RUNS_ON.match(after[0][0]))
        full = len(last) >= LONG_LINE and wide
        return full and is_outdented(before, after) and any(_STOP.search(text) for text, _ in after)
    if _PARTS_FOLLOW.search(last) and not same_page_of(before, after):
        return not _BEGINS.match(before[0][0])
    if last.endswith(("：", ":")) or _TITLE.fullmatch("".join(text for text, _ in before)):
        return False
    same_page = same_page_of(before, after)
    # Word and web pages do not break their paragraphs over lines and pages.
    if same_page or isinstance(after[0][1], TablePlace):
        # A ragged line that is short because the next amount did not fit looks like the end of a paragraph.
        runs_on = _OPEN.search(last) or _RUNS_ON.match(after[0][0]) or is_outdented(before, after)
        return bool(runs_on) or is_set_wide(before, after)
    return len(last) >= LONG_LINE


def same_page_of(before: list[Line], after: list[Line]) -> bool:
    return isinstance(after[0][1], PagePlace) and after[0][1].on_page_of(before[-1][1])


def is_outdented(before: list[Line], after: list[Line]) -> bool:
    """Whether a line stands left of the first line of the paragraph above it, right below: no paragraph begins so."""
    first, last, place = before[0][1], before[-1][1], after[0][1]
    if not (isinstance(first, PagePlace) and isinstance(last, PagePlace) and isinstance(place, PagePlace)):
        return False
    size = place.upright[3] - place.upright[1]
    if size <= 0:  # a damaged file sets a line so far off that its height is lost
        return False
    indent = (first.upright[0] - place.upright[0]) / size
    return 1 <= indent <= INDENT and (place.upright[1] - last.upright[3]) / size < SPACING


def is_flush_inside(before: list[Line], after: list[Line]) -> bool:
    """Whether a line stands flush with the lines of an indented paragraph whose last line is full and ends a clause.

    深圳: "…预警能力；|3.编外人员9万元，…": a part of the project above that happens to begin a line or a page, not the
    third project, which would be indented.
    """
    places = [place for _, place in (*before, *after) if isinstance(place, PagePlace)]
    if len(before) < 2 or len(places) < len(before) + len(after) or not _LIST_RUNS_ON.search(before[-1][0]):
        return False
    first, *body = places[: len(before)]
    begun, *below = places[len(before) :]
    size = begun.upright[3] - begun.upright[1]
    left, right = min(place.upright[0] for place in body), max(place.upright[2] for place in (first, *body))
    indented = size <= first.upright[0] - left <= INDENT * size
    flush = all(abs(place.upright[0] - left) < size / 2 for place in (body[-1], begun, *below[:1]))
    return indented and flush and right - body[-1].upright[2] < SPACING * size


def is_full(last: Place, after: Place) -> bool:
    """Whether a line reaches the right edge of the one below it, but for a word or two that did not fit."""
    if not (isinstance(last, PagePlace) and isinstance(after, PagePlace)):
        return False
    return after.upright[2] - last.upright[2] < SPACING * (last.upright[3] - last.upright[1])


def is_set_wide(before: list[Line], after: list[Line]) -> bool:
    """Whether a sentence goes on below a line as wide as the next, though the lines stand far apart: 烟台."""
    last, place = before[-1][1], after[0][1]
    if not (isinstance(last, PagePlace) and isinstance(place, PagePlace)) or len(before[-1][0]) < LONG_LINE:
        return False
    size = place.upright[3] - place.upright[1]
    near = size > 0 and 0 <= place.upright[1] - last.upright[3] < SPACING * size
    aligned = abs(place.upright[0] - last.upright[0]) < size and last.upright[2] >= place.upright[2]
    return near and aligned and bool(_COMMA.search(before[-1][0])) and bool(_STOP.search(after[-1][0]))


def starts(lines: list[Line]) -> tuple[tuple[int, Place], ...]:
    found = []
    length = 0
    for text, place in lines:
        found.append((length, place))
        length += len(text)
    return tuple(found)


def squeeze(text: str) -> str:
    """The text without white space; digits, points and percent signs half-width, marks beside Chinese full-width."""
    bare = _SPACE.sub("", text)
    bare = "".join(unicodedata.normalize("NFKC", char) if char in _FULL_WIDTH else char for char in bare)
    return _HALF_WIDTH_MARK.sub(lambda mark: _MARKS[mark.group()], bare)
