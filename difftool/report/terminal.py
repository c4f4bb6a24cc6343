"""The report as text set for a terminal or a text file: columns in line, Chinese two wide, colour only if asked."""

from __future__ import annotations

import io
import shlex
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from difftool.model.comparison import Comparison
from difftool.report.blocks import Block, Entries, Entry, Grid, GridRow, Heading, Paragraph
from difftool.report.language import CHINESE, say, speaking
from difftool.report.outline import outline_of, summary_of
from difftool.report.pictures import NONE
from difftool.report.report_view import view_of
from difftool.report.visible_text import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

TEXT_WIDTH = 120
# Narrower, the figures would not stand on one line each.
_LEAST_WIDTH = 80
_STYLES = {"↑": "blue", "↓": "yellow", "✗": "bold"}


def comparison_text(
    comparison: Comparison,
    language: str = CHINESE,
    *,
    whole: bool = True,
    width: int = TEXT_WIDTH,
    coloured: bool = False,
) -> str:
    """A comparison as plain text, in Chinese ("zh-CN") or English ("en").

    `whole` says all that the HTML report says, without the lines that did not change; else the headline, the totals,
    the moves, the greatest changes and the contradictions. `width` is in columns of a terminal; `coloured` adds its
    escape codes. Control characters of documents are shown by their numbers, so that none reaches the terminal.
    """
    with speaking(language):
        view = view_of(comparison, pictures=NONE)
        return text_of(outline_of(view) if whole else summary_of(view), width=width, coloured=coloured)


def how_to_write(paths: Sequence[str], language: str = CHINESE) -> str:
    """The command that writes the whole report on these files."""
    with speaking(language):
        command = f"difftool compare {visible(shlex.join(paths))} -o report.html"
        return say("完整报告：{command}（另有 .xlsx .md .json .csv .txt）", command=command) + "\n"


def text_of(blocks: Iterable[Block], *, width: int = TEXT_WIDTH, coloured: bool = False) -> str:
    from rich.console import Console

    paper = io.StringIO()
    console = Console(
        file=paper,
        width=max(width, _LEAST_WIDTH),
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for block in blocks:
        _print(console, block)
    return "".join(f"{line.rstrip()}\n" for line in paper.getvalue().splitlines())


def _print(console: Console, block: Block) -> None:
    from rich.text import Text

    match block:
        case Heading(text, level):
            if level > 1:
                console.print()
            console.print(Text(visible(text), "bold" if level > 1 else "bold underline"))
        case Paragraph(text, warns):
            console.print(Text(f"{say('注意')}{say('：')}{visible(text)}" if warns else visible(text)))
        case Entries(entries):
            for entry in entries:
                console.print(_entry(entry))
        case Grid():
            _print_grid(console, block)


def _entry(entry: Entry) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    tag = f"[{visible(entry.tag)}] " if entry.tag else "- "
    below = (Padding(Text(visible(text), "dim"), (0, 0, 0, 2)) for text in entry.below)
    return Padding(Group(Text.assemble((tag, "bold"), visible(entry.text)), *below), (0, 0, 0, 2))


def _print_grid(console: Console, grid: Grid) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.cells import cell_len
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    shown = [number for number, column in enumerate(grid.columns) if not column.aside]
    for number in shown:
        column = grid.columns[number]
        # A figure is never broken nor cut, however narrow the terminal.
        widths = (cell_len(visible(row.cells[number])) for row in grid.rows)
        table.add_column(
            Text(visible(column.title)),
            justify="right" if column.numbers else "left",
            min_width=max(widths, default=0) if column.numbers else None,
            no_wrap=column.numbers,
            overflow="fold",
        )
    for row in grid.rows:
        texts = [Text(cell, _STYLES.get(cell[:1], "")) for cell in (visible(row.cells[number]) for number in shown)]
        table.add_row(_first_cell(grid, row), *texts[1:], style="bold" if row.whole else None)
    console.print(table, crop=False)


def _first_cell(grid: Grid, row: GridRow) -> RenderableType:
    """The name of a line, indented by its level, and below it the remarks."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    remarks = [visible(cell) for column, cell in zip(grid.columns, row.cells, strict=True) if column.aside and cell]
    below = (Padding(Text(remark, "not bold dim"), (0, 0, 0, 2)) for remark in remarks)
    return Padding(Group(Text(visible(row.cells[0])), *below), (0, 0, 0, 2 * row.level))
