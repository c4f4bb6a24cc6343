"""The later parts of the report as blocks: targets, text that changed, checks, problems and the documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from difftool.report.blocks import Block, Column, Entries, Entry, Grid, GridRow, Heading, Paragraph
from difftool.report.language import say
from difftool.report.row_words import pieces_words, reference_words, references_words, target_places
from difftool.report.view import CheckRow, DocumentCard, ReportView, TargetRow, TextRow


def targets_of_view(view: ReportView) -> Iterator[Block]:
    """Performance targets that changed, or that one document alone lists."""
    if not view.targets:
        return
    yield Heading(say("绩效指标"), 2)
    yield Paragraph(view.targets_told + say("。"))
    rows = tuple(_target(target) for target in view.targets if not target.quiet)
    if rows:
        titles = (
            say("项目"),
            say("指标"),
            say("变动"),
            say("{label}目标", label=view.old.label),
            say("{label}目标", label=view.new.label),
            say("完成"),
        )
        yield Grid((*(Column(title) for title in titles), Column(say("出处"), aside=True)), rows)


def _target(target: TargetRow) -> GridRow:
    path = " ".join(part for part in (target.path, target.former) if part)
    texts = target.word or "—", target.old or "—", target.new or "—", target.actual or "—"
    return GridRow((target.project, path, *texts, target_places(target)))


def texts_of_view(view: ReportView) -> Iterator[Block]:
    """The sentences that changed, section by section."""
    if view.texts is None:
        return
    yield Heading(say("文字的改动"), 2)
    yield Paragraph(view.texts.summary + say("。") + view.texts.note)
    for section in (*view.texts.worded, *view.texts.figures):
        yield Heading(section.title, 3)
        yield Paragraph(" ".join(part for part in (section.tag, section.summary) if part))
        yield Entries(tuple(_sentence(row) for row in (*section.rows, *section.figures)))


def _sentence(row: TextRow) -> Entry:
    below = (row.note, references_words(row.sources))
    return Entry(row.word, pieces_words(row.pieces), tuple(part for part in below if part))


def checks_of_view(view: ReportView) -> Iterator[Block]:
    yield Heading(say("数字对不对得上"), 2)
    yield Paragraph(view.checks.sentence)
    if view.checks.failed:
        yield check_grid(view.checks.failed)
    if view.checks.minor:
        yield Heading(say("尾差、格式与措辞 {count} 处", count=len(view.checks.minor)), 3)
        yield check_grid(view.checks.minor)
    if view.checks.passed:
        yield Heading(say("相符的 {count} 项", count=len(view.checks.passed)), 3)
        yield Entries(_told(view.checks.passed))
    if view.checks.undecided:
        yield Heading(say("无法判定的 {count} 项", count=len(view.checks.undecided)), 3)
        yield Entries(_told(view.checks.undecided))


def _told(messages: Sequence[tuple[str, str]]) -> tuple[Entry, ...]:
    return tuple(Entry("", side + say("：") + message) for side, message in messages)


def check_grid(checks: Sequence[CheckRow]) -> Grid:
    columns = (
        Column(say("文件")),
        Column(say("不符之处")),
        Column(say("应为"), True),
        Column(say("实为"), True),
        Column(say("出处")),
    )
    rows = (
        (
            check.side,
            f"✗ {check.grade}{say('：')}{check.message}",
            check.expected,
            check.found,
            references_words(check.cells),
        )
        for check in checks
    )
    return Grid(columns, tuple(GridRow(row) for row in rows))


def problems_of_view(view: ReportView) -> Iterator[Block]:
    if not view.problems:
        yield Paragraph(say("没有。"))
        return
    entries = []
    for problem in view.problems:
        where = problem.side if problem.source is None else reference_words(problem.source) or problem.side
        entries.append(Entry("", f"{where}{say('：')}{problem.message}", (problem.code,)))
    yield Entries(tuple(entries))


def document_entry(card: DocumentCard) -> Entry:
    who = say("，").join((card.entity, card.issue))
    return Entry(card.label, who, (card.file_name, card.details))
