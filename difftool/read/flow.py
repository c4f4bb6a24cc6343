"""Running text put together from pieces: white space as it is shown, lines, and lines that belong together."""

from __future__ import annotations

import re

from difftool.model.document import Line, Paragraph
from difftool.model.place import TablePlace
from difftool.read.normalise import normalise

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
# A line break in the source between two Chinese characters is no space; elsewhere it is one.
_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_INDENT = re.compile(r"[\u3000\u00a0]{2}|\s{4}")
_ENDED = re.compile(r"[。；：:;！？!?]\s*[”」)）]?\s*$")
_ITEM = re.compile(
    r"\s*(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))"
)
LONGEST_TITLE_LINE = 40


class Flow:
    """Collects the text of one paragraph or one cell, with its forced line breaks."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._lines: list[str] = []

    def add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)

    def end_line(self) -> None:
        self._lines.append("".join(self._pieces))
        self._pieces = []

    def take(self) -> list[str]:
        """The lines so far, each as shown but with its indent, blank ones as ""; the flow is empty after."""
        self.end_line()
        lines = [shown(line) for line in self._lines]
        self._lines = []
        return lines


def shown(text: str) -> str:
    """The text with white space of the source as it is shown; hard spaces and the full-width indent stay."""
    text = normalise(_SPACES.sub(" ", _BREAK.sub("", text)).strip(" ").replace("\u00a0", "\u3000"))
    return text if text.strip() else ""


def cell_text(lines: list[str]) -> str:
    """The text of a cell: its lines without indents and blank lines."""
    return "\n".join(line.strip() for line in lines if line)


class Paragraphs:
    """Numbers the paragraphs of running text: table 0, the paragraph as row, the line in it as column."""

    def __init__(self) -> None:
        self.count = 0

    def of(self, lines: list[str]) -> list[Paragraph]:
        """The paragraphs in lines that were broken by force."""
        return [self._paragraph(group) for group in together(lines)]

    def _paragraph(self, lines: list[str]) -> Paragraph:
        self.count += 1
        return Paragraph(
            tuple(Line(line.strip(), TablePlace(0, self.count, at)) for at, line in enumerate(lines, start=1))
        )


def together(lines: list[str]) -> list[list[str]]:
    """Lines broken by force, in groups that are one paragraph: many pages and cells set all their text in one block."""
    groups: list[list[str]] = []
    before = ""
    for line in lines:
        if line and before and _goes_on(before, line):
            groups[-1].append(line)
        elif line:
            groups.append([line])
        before = line
    return groups


def _goes_on(before: str, line: str) -> bool:
    """Whether a line forced onto a new line still belongs to the one before it: a title set over two lines."""
    apart = _INDENT.match(line) or _ITEM.match(line) or _ITEM.match(before) or _ENDED.search(before)
    return not apart and len(line) < LONGEST_TITLE_LINE
