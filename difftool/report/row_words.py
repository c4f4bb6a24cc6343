"""The marks, quotes and places of a row as plain words, for forms of the report that have no links."""

from __future__ import annotations

from collections.abc import Iterable

from difftool.report.language import say
from difftool.report.sources import Reference
from difftool.report.view import MoveMark, Piece, Quote, Row, TargetRow
from difftool.report.words import SIDES


def mark_words(mark: MoveMark) -> str:
    """ "⇄ 调出 56.78 万元 → 其他发展与改革事务支出"."""
    return f"⇄ {mark.word} {mark.amount} {mark.arrow} {say('、').join(name for name, _ in mark.others)}"


def reference_words(source: Reference) -> str:
    """ "新·14 页"."""
    return f"{say(SIDES[source.side])}·{source.short}" if source.short else ""


def quote_words(quote: Quote) -> str:
    """The sentence in quotation marks, with its place in brackets."""
    where = reference_words(quote.source)
    return f"“{quote.text}”" + (say("（{percent}）", percent=where) if where else "")


def references_words(sources: Iterable[Reference]) -> str:
    return say("、").join(dict.fromkeys(reference_words(source) for source in sources))


def why_words(row: Row) -> tuple[str, ...]:
    """Where the money went or came from, what to know of the line, and the printed reasons."""
    return (*(mark_words(mark) for mark in row.marks), *row.notes, *(quote_words(quote) for quote in row.quotes))


def target_places(target: TargetRow) -> str:
    return references_words(source for source in (target.old_source, target.new_source) if source is not None)


def pieces_words(pieces: Iterable[Piece]) -> str:
    """A sentence that changed on one line, what went and what came in brackets."""
    marks = {"old": "［删：{text}］", "new": "［增：{text}］"}
    return "".join(say(marks[piece.side], text=piece.text) if piece.side in marks else piece.text for piece in pieces)
