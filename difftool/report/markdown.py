"""The report as Markdown: what the HTML file says, for a mail, an issue or a wiki."""

from __future__ import annotations

from collections.abc import Iterable

from difftool.model.comparison import Comparison
from difftool.pattern import lazy_pattern
from difftool.report.blocks import Block, Entries, Entry, Grid, GridRow, Heading, Paragraph
from difftool.report.language import CHINESE, say, speaking
from difftool.report.outline import outline_of
from difftool.report.pictures import NONE
from difftool.report.report_view import view_of
from difftool.report.visible_text import visible

# Braces too: sites that are made from Markdown run what stands in double ones, and in "{% %}".
_MARKS = lazy_pattern(r"[\\`*_{}\[\]<>|~$&]|(?<=\{)%|#(?=#*$)")
_NUMBERED = lazy_pattern(r"\d{1,9}[.)](?=\s|$)")
_LINKS = lazy_pattern(r"(?i)(https?|ftp)(?=://)|(www)(?=\.)")
_INDENT = "\N{EM SPACE}"


def comparison_markdown(comparison: Comparison, language: str = CHINESE) -> str:
    """A comparison as Markdown (CommonMark with tables), in Chinese ("zh-CN") or English ("en").

    It says what the HTML report says, without pictures and without the lines that did not change. What documents print
    is escaped, so that it is shown and never read as Markdown or HTML.
    """
    with speaking(language):
        blocks = tuple(outline_of(view_of(comparison, pictures=NONE)))
        return markdown_of(blocks)


def markdown_of(blocks: Iterable[Block]) -> str:
    return "\n\n".join(_printed(block) for block in blocks) + "\n"


def escaped(text: str) -> str:
    """The text on one line so that Markdown shows it as it is."""
    shown = _MARKS.sub(r"\\\g<0>", visible(text))
    shown = _LINKS.sub(r"\g<0>\\", shown)
    if shown.startswith(("-", "+", "#", "=")):
        return f"\\{shown}"
    if _NUMBERED.match(shown):
        return _NUMBERED.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", shown, count=1)
    return shown


def _printed(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {escaped(text)}"
        case Paragraph(text, warns):
            return f"> **{escaped(say('注意'))}** {escaped(text)}" if warns else escaped(text)
        case Entries(entries):
            return "\n".join(_entry(entry) for entry in entries)
        case Grid():
            return _grid(block)


def _entry(entry: Entry) -> str:
    tag = f"**{escaped(entry.tag)}** " if entry.tag else ""
    below = "".join(f"\n  - {escaped(text)}" for text in entry.below)
    return f"- {tag}{escaped(entry.text)}{below}"


def _grid(grid: Grid) -> str:
    titles = (escaped(column.title) for column in grid.columns)
    rules = ("---:" if column.numbers else "---" for column in grid.columns)
    lines = [_joined(titles), _joined(rules), *(_joined(_cells(row)) for row in grid.rows)]
    return "\n".join(lines)


def _cells(row: GridRow) -> Iterable[str]:
    first, *others = (escaped(cell) for cell in row.cells)
    yield _INDENT * row.level + (f"**{first}**" if row.whole and first else first)
    yield from others


def _joined(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
