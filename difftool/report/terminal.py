"""The report as text set for a terminal or a text file: columns in line, Chinese two wide, colour only if asked."""

from __future__ import annotations

import io
import shlex
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from difftool.model.comparison import Comparison
from difftool.report.blocks import Block, Entries, Grid, Heading, Paragraph
from difftool.report.language import CHINESE, say, speaking
from difftool.report.outline import outline_of, summary_of
from difftool.report.pictures import NONE
from difftool.report.report_view import view_of
from difftool.report.visible_text import visible

if TYPE_CHECKING:
    from rich.console import Console

TEXT_WIDTH = 120
# Narrower, the figures would not stand on one line each.
_LEAST_WIDTH = 80
_WIDEST_FIGURE = 24


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
    match block:
        case Heading(text, level):
            if level > 1:
                console.print()
            _say(console, (visible(text), "bold" if level > 1 else "bold underline"))
        case Paragraph(text, warns):
            _say(console, (f"{say('注意')}{say('：')}{visible(text)}" if warns else visible(text), ""))
        case Entries(entries):
            for entry in entries:
                tag = f"[{visible(entry.tag)}] " if entry.tag else "- "
                _say(console, (tag, "bold"), (visible(entry.text), ""), indent=2)
                for below in entry.below:
                    _say(console, (visible(below), "dim"), indent=4)
        case Grid() if all(column.numbers or column.aside for column in block.columns[1:]):
            _print_lines(console, block)
        case Grid():
            _print_table(console, block)


def _say(console: Console, *pieces: tuple[str, str], indent: int = 0) -> None:
    """Print words, each with its style, as one paragraph."""
    from rich.padding import Padding

    from difftool.report.line_breaks import RunningText

    console.print(Padding(RunningText.assemble(*pieces), (0, 0, 0, indent)))


def _print_lines(console: Console, grid: Grid) -> None:
    from rich.text import Text

    from difftool.report.line_grid import lines_of

    for pieces in lines_of(grid, console.width):
        console.print(Text.assemble(*pieces), no_wrap=True, overflow="ignore", crop=False)


def _print_table(console: Console, grid: Grid) -> None:
    """A grid with several columns of words: words wrap, and remarks stand below the first cell."""
    from rich.box import SIMPLE_HEAD
    from rich.cells import cell_len
    from rich.console import Group
    from rich.table import Table

    from difftool.report.line_breaks import RunningText
    from difftool.report.line_grid import FIGURE_STYLES

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    shown = [number for number, column in enumerate(grid.columns) if not column.aside]
    for number in shown:
        column = grid.columns[number]
        widest = max((cell_len(visible(row.cells[number])) for row in grid.rows), default=0)
        # A figure is never broken, however narrow the terminal; words in a column of figures are.
        figures = column.numbers and widest <= _WIDEST_FIGURE
        table.add_column(
            visible(column.title),
            justify="right" if figures else "left",
            min_width=widest if figures else None,
            no_wrap=figures,
            overflow="fold",
        )
    for row in grid.rows:
        cells = [visible(cell) for cell in row.cells]
        first, *texts = (RunningText(cells[number], FIGURE_STYLES.get(cells[number][:1], "")) for number in shown)
        remarks = [cell for column, cell in zip(grid.columns, cells, strict=True) if column.aside and cell]
        below = (RunningText(remark, "not bold dim") for remark in remarks)
        table.add_row(Group(first, *below), *texts, style="bold" if row.whole else None)
    console.print(table, crop=False)
