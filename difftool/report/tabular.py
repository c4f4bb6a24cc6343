"""The report as sheets of a workbook: each a title, typed columns and rows of texts and exact numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from difftool.model.comparison import Comparison
from difftool.model.disclosure import Disclosure
from difftool.report.amounts import MINUS
from difftool.report.context import reads_itself
from difftool.report.language import say
from difftool.report.row_words import mark_words, quote_words, reference_words, references_words, target_places
from difftool.report.sources import short_place
from difftool.report.view import CheckRow, Difference, Figure, MoveCard, ReportView, Row, Section, TextRow, TextView
from difftool.report.words import PHASES, SIDES, measure_name, statement_name


class Number(Struct, frozen=True):
    """An exact number and the decimals that it is shown with; a `share` of 0.25 is shown as 25%."""

    value: Decimal
    places: int
    share: bool = False


Cell = str | int | Number


class Sheet(Struct, frozen=True):
    """`columns` are headings with their widths in characters; a sheet without them is running text."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheets_of(view: ReportView, comparison: Comparison) -> Iterator[Sheet]:
    """The summary, changes, moves, checks, facts, and targets, changed sentences and problems where there are any."""
    yield Sheet(say("要点"), ((say("项目"), 22), (say("要点"), 70), *_sides(view, 16)), tuple(_summary(view)))
    sections = (*view.main_sections, *view.other_sections)
    rows = tuple(row for section in sections for row in _changes(section))
    yield Sheet(say("变动"), _change_columns(view), rows)
    moves = (*view.moves, *view.possible_moves)
    yield Sheet(
        say("换科目"),
        _move_columns(),
        tuple(row for number, move in enumerate(moves, 1) for row in _move(number, move)),
    )
    yield Sheet(say("核对"), _check_columns(), tuple(_checks(view)))
    yield Sheet(say("数字"), _fact_columns(), tuple(_facts(comparison)))
    if view.targets:
        yield Sheet(say("绩效指标"), _target_columns(view), tuple(_targets(view)))
    if view.texts:
        yield Sheet(say("文字的改动"), _text_columns(view), tuple(_texts(view.texts)))
    if view.problems:
        columns = ((say("文件"), 8), (say("出处"), 12), (say("没能读出的地方"), 80), (say("编码"), 20))
        yield Sheet(say("没能读出的地方"), columns, tuple(_problems(view)))


def _sides(view: ReportView, width: int) -> tuple[tuple[str, int], ...]:
    labels = view.old.label, view.new.label, view.delta_label, say("比例")
    return tuple((label, width) for label in labels)


def _summary(view: ReportView) -> Iterator[tuple[Cell, ...]]:
    yield say("结论"), view.headline
    yield say("文件"), view.title
    yield say("比较"), view.basis
    for notice in view.notices:
        yield say("注意"), notice
    for finding in view.findings:
        yield finding.tag, finding.sentence
    yield say("核对"), view.proof
    for total in view.key_figures:
        delta = total.difference
        yield total.label, "", number_of(total.old), number_of(total.new), number_of(delta), share_of(delta)
    yield say("单位"), view.unit_note
    for card in (view.old, view.new):
        yield card.label, say("，").join((card.entity, card.issue, card.file_name, card.details))


def _change_columns(view: ReportView) -> tuple[tuple[str, int], ...]:
    return (
        (say("表"), 20),
        (say("编码"), 10),
        (say("名称"), 34),
        (say("栏"), 12),
        (say("变动"), 8),
        *_sides(view, 15),
        (say("同口径"), 15),
        (say("换科目"), 36),
        (say("原因"), 50),
        (say("旧出处"), 10),
        (say("旧文件原文"), 15),
        (say("新出处"), 10),
        (say("新文件原文"), 15),
    )


def _changes(section: Section) -> Iterator[tuple[Cell, ...]]:
    """The changed rows of a form, each with the code and name of its line."""
    line: Row | None = None
    for row in section.rows:
        line = line if row.is_part else row
        if not row.changed or line is None:
            continue
        like = Number(row.like_value, _places(row.like)) if row.like_value is not None else ""
        yield (
            section.title,
            line.code,
            line.name,
            row.name if row.is_part else "",
            row.kind,
            number_of(row.old),
            number_of(row.new),
            number_of(row.difference),
            share_of(row.difference),
            like,
            _lines(mark_words(mark) for mark in row.marks),
            _lines((*row.notes, *(quote_words(quote) for quote in row.quotes))),
            row.old.short,
            row.old.raw,
            row.new.short,
            row.new.raw,
        )


def _move_columns() -> tuple[tuple[str, int], ...]:
    titles = ("序号", "去向", "编码", "名称", "金额", "变化", "依据", "把握", "原文", "出处")
    widths = (6, 10, 10, 36, 15, 24, 14, 8, 60, 12)
    return tuple((say(title), width) for title, width in zip(titles, widths, strict=True))


def _move(number: int, move: MoveCard) -> Iterator[tuple[Cell, ...]]:
    """One row for each line that gave and each that received."""
    words = ("调出", "调入") if move.likely else ("也许调出", "也许调入")
    for word, ends in zip(words, (move.givers, move.receivers), strict=True):
        for end in ends:
            amount: Cell = end.amount if end.value is None else Number(end.value, _places(end.amount))
            quoted = _lines(quote.text for quote in move.quotes)
            where = references_words(quote.source for quote in move.quotes)
            known = move.evidence, move.confidence
            yield number, say(word), end.code, end.name, amount, end.before_after, *known, quoted, where


def _check_columns() -> tuple[tuple[str, int], ...]:
    titles = ("文件", "核对", "规则", "说明", "应为", "实为", "出处")
    widths = (8, 12, 22, 70, 15, 15, 24)
    return tuple((say(title), width) for title, width in zip(titles, widths, strict=True))


def _checks(view: ReportView) -> Iterator[tuple[Cell, ...]]:
    checks = view.checks
    for check in (*checks.failed, *checks.minor):
        yield _check(check)
    for word, messages in (("相符", checks.passed), ("无法判定", checks.undecided)):
        for side, message in messages:
            yield side, say(word), "", message, "", "", ""


def _check(check: CheckRow) -> tuple[Cell, ...]:
    where = references_words(check.cells)
    return check.side, f"✗ {check.grade}", check.rule, check.message, check.expected, check.found, where


def _fact_columns() -> tuple[tuple[str, int], ...]:
    titles = ("文件", "表", "行", "名称", "栏", "年度", "阶段", "金额（元）", "原文", "出处")
    widths = (8, 24, 26, 36, 16, 8, 12, 20, 15, 12)
    return tuple((say(title), width) for title, width in zip(titles, widths, strict=True))


def _facts(comparison: Comparison) -> Iterator[tuple[Cell, ...]]:
    sides: Sequence[tuple[str, Disclosure]] = (("old", comparison.old), ("new", comparison.new))
    for side, disclosure in sides[1:] if reads_itself(comparison) else sides:
        for fact in disclosure.facts:
            yield (
                say(SIDES[side]),
                statement_name(fact.statement),
                fact.item,
                fact.name,
                measure_name(fact.measure),
                fact.year,
                say(PHASES.get(fact.phase, fact.phase)),
                Number(fact.amount, max(0, -int(fact.quantum.normalize().as_tuple().exponent))),
                fact.raw,
                short_place(fact.where),
            )


def _target_columns(view: ReportView) -> tuple[tuple[str, int], ...]:
    sides = ((say("{label}目标", label=card.label), 24) for card in (view.old, view.new))
    return (say("项目"), 30), (say("指标"), 50), (say("变动"), 10), *sides, (say("完成"), 24), (say("出处"), 16)


def _targets(view: ReportView) -> Iterator[tuple[Cell, ...]]:
    for target in view.targets:
        path = _lines(part for part in (target.path, target.former) if part)
        yield target.project, path, target.word, target.old, target.new, target.actual, target_places(target)


def _text_columns(view: ReportView) -> tuple[tuple[str, int], ...]:
    sides = ((card.label, 60) for card in (view.old, view.new))
    return (say("节"), 40), (say("变动"), 10), *sides, (say("说明"), 24), (say("出处"), 16)


def _texts(view: TextView) -> Iterator[tuple[Cell, ...]]:
    for section in (*view.worded, *view.figures):
        for row in (*section.rows, *section.figures):
            sides = (_on_side(row, side) for side in ("old", "new"))
            yield section.title, row.word, *sides, row.note, references_words(row.sources)


def _on_side(row: TextRow, side: str) -> str:
    return "".join(piece.text for piece in row.pieces if piece.side in (side, "both"))


def _problems(view: ReportView) -> Iterator[tuple[Cell, ...]]:
    for problem in view.problems:
        where = "" if problem.source is None else reference_words(problem.source)
        yield problem.side, where, problem.message, problem.code


def number_of(shown: Figure | Difference) -> Cell:
    """The exact number behind a shown one, with as many decimals as it shows; "" where there is none."""
    return "" if shown.value is None else Number(shown.value, _places(shown.text))


def share_of(difference: Difference) -> Cell:
    """The percentage as it is shown; "" where there is none."""
    shown = difference.percent.replace(",", "").replace(MINUS, "-").removesuffix("%")
    return Number(Decimal(shown).scaleb(-2), _places(shown), share=True) if shown else ""


def _places(shown: str) -> int:
    """The decimals of a shown amount: 2 of "↓ −1,234.50" and of "56.78 万元"."""
    digits = shown.partition(".")[2]
    return len(digits) - len(digits.lstrip("0123456789"))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)
