"""The report as a sequence of blocks: the whole of it, or a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from difftool.report.blocks import Block, Column, Entries, Entry, Grid, GridRow, Heading, Paragraph
from difftool.report.language import say
from difftool.report.outline_appendix import (
    check_grid,
    checks_of_view,
    document_entry,
    problems_of_view,
    targets_of_view,
    texts_of_view,
)
from difftool.report.row_words import quote_words, why_words
from difftool.report.view import Finding, MoveCard, ReportView, Row, Section, SeriesView

# A summary fits a screen or two: the greatest changes and the first contradictions.
_MOST_IN_SUMMARY = 10


def outline_of(view: ReportView) -> Iterator[Block]:
    """All that the report says, unchanged lines left out."""
    yield from _opening(view)
    if view.waterfall:
        yield Heading(say("钱差在哪里"), 2)
        yield Paragraph(view.waterfall.title + say("（万元，同口径）"))
        steps = (GridRow((step.label, step.text), whole=step.total) for step in view.waterfall.steps)
        yield Grid((Column(say("科目")), Column(view.delta_label, True)), tuple(steps))
        if view.waterfall.caption:
            yield Paragraph(view.waterfall.caption)
    yield from _moves(view)
    if view.series:
        yield Heading(say("几年来的数"), 2)
        yield _series(view.series)
    yield Heading(say("逐行对照"), 2)
    for section in view.main_sections:
        yield from _section(section, view)
    if view.other_sections:
        yield Heading(say("其他各表与文字"), 2)
        for section in view.other_sections:
            yield from _section(section, view)
    yield from checks_of_view(view)
    yield Heading(say("没能读出的地方"), 2)
    yield from problems_of_view(view)
    yield from targets_of_view(view)
    yield from texts_of_view(view)
    yield Heading(say("两份文件"), 2)
    yield Entries(tuple(document_entry(card) for card in (view.old, view.new)))
    yield Paragraph(
        say("↑ 增，↓ 减；“同口径”指把换科目的钱放回原处之后的差额。由 difftool {version} 生成。", version=view.version)
    )


def summary_of(view: ReportView) -> Iterator[Block]:
    """The headline, the totals, what moved, the greatest changes and what contradicts itself."""
    yield from _opening(view)
    yield from _moves(view)
    if view.main_sections:
        yield from _greatest(view.main_sections[0], view)
    if view.checks.failed:
        yield Heading(say("数字对不对得上"), 2)
        yield Paragraph(view.checks.sentence)
        yield check_grid(view.checks.failed[:_MOST_IN_SUMMARY])
        left = len(view.checks.failed) - _MOST_IN_SUMMARY
        if left > 0:
            yield Paragraph(say("另有 {count} 处。", count=left).strip())


def _opening(view: ReportView) -> Iterator[Block]:
    yield Heading(view.headline, 1)
    yield Paragraph(view.title)
    yield Paragraph(view.basis)
    for notice in view.notices:
        yield Paragraph(notice, warns=True)
    if view.findings:
        yield Heading(say("要点"), 2)
        yield Entries(tuple(_finding(finding) for finding in view.findings))
    yield Paragraph(view.proof)
    if view.key_figures:
        yield Heading(say("总数"), 2)
        rows = (
            (total.label, total.old.text, total.new.text, total.difference.text, total.difference.percent)
            for total in view.key_figures
        )
        columns = (Column(say("项目")), *_sides(view), Column(view.delta_label, True), Column(say("比例"), True))
        yield Grid(columns, tuple(GridRow(row) for row in rows))
        yield Paragraph(view.unit_note)


def _finding(finding: Finding) -> Entry:
    return Entry(finding.tag, finding.sentence, tuple(quote_words(quote) for quote in finding.quotes))


def _moves(view: ReportView) -> Iterator[Block]:
    if view.moves:
        yield Heading(say("换了科目的钱"), 2)
        yield Paragraph(say("下面的钱没有多花也没有少花，只是从一个科目记到了另一个科目。"))
        yield Entries(tuple(_move(move) for move in view.moves))
    if view.possible_moves:
        count = len(view.possible_moves)
        yield Heading(say("也许换了科目"), 2)
        yield Paragraph(say("{count} 处，证据不足，没有从增减中扣除，请核对", count=count) + say("。"))
        yield Entries(tuple(_move(move) for move in view.possible_moves))


def _move(move: MoveCard) -> Entry:
    known = say("把握 {percent}。", percent=move.confidence) + move.explained
    return Entry(move.evidence, move.sentence + say("。"), (known, *(quote_words(quote) for quote in move.quotes)))


def _series(view: SeriesView) -> Grid:
    """The lines down, the moments across, in order of time."""
    lines = (*view.shown, *view.folded)
    rows = []
    for line in lines:
        texts = {point.label: point.figure.text for point in line.points}
        rows.append(GridRow((line.name, *(texts.get(moment, "—") for moment in view.moments))))
    return Grid((Column(say("项目")), *(Column(moment, True) for moment in view.moments)), tuple(rows))


def _section(section: Section, view: ReportView) -> Iterator[Block]:
    yield Heading(section.title, 3)
    yield Paragraph(section.summary)
    if section.printed_titles:
        yield Paragraph(say("原表名：") + say("、").join(section.printed_titles))
    rows = [row for row in section.rows if row.fold != "quiet"]
    if not any(row.changed for row in rows):
        return
    yield _lines(rows, section.has_likes, view)
    if section.quiet:
        yield Paragraph(say("另有未变的 {count} 行没有列出。", count=section.quiet))


def _greatest(section: Section, view: ReportView) -> Iterator[Block]:
    """The lowest lines of a section that changed most, the greatest first."""
    rows = [row for row in section.rows if row.changed and not (row.fold or row.is_part or row.is_whole)]
    rows.sort(key=lambda row: -abs(row.difference.value or Decimal(0)))
    if rows:
        yield Heading(say("变动最大的行：{form}", form=section.title), 2)
        yield _lines(rows[:_MOST_IN_SUMMARY], section.has_likes, view, indented=False)


def _lines(rows: Iterable[Row], has_likes: bool, view: ReportView, indented: bool = True) -> Grid:
    likes = (Column(say("同口径"), True),) if has_likes else ()
    columns = (
        Column(say("科目")),
        *_sides(view),
        Column(view.delta_label, True),
        Column(say("比例"), True),
        *likes,
        Column(say("去向与原因"), aside=True),
        Column(say("出处"), aside=True),
    )
    return Grid(columns, tuple(_line(row, has_likes, indented) for row in rows))


def _line(row: Row, has_likes: bool, indented: bool) -> GridRow:
    name = " ".join(part for part in (row.code, row.name, f"[{row.kind}]" if row.kind else "") if part)
    likes = (row.like,) if has_likes else ()
    amounts = (row.old.text, row.new.text, row.difference.text, row.difference.percent)
    cells = (name, *amounts, *likes, say("；").join(why_words(row)), row.place)
    return GridRow(cells, row.level if indented else 0, row.is_whole)


def _sides(view: ReportView) -> tuple[Column, Column]:
    return Column(view.old.label, True), Column(view.new.label, True)
