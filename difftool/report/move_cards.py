"""Each move told in full: who gave, who received, how we know, and a picture of the flow."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from difftool.model.comparison import Move, Pair, Part
from difftool.report.amounts import quanta
from difftool.report.context import Context
from difftool.report.sources import Reference
from difftool.report.view import End, MoveCard, Quote
from difftool.report.words import EVIDENCE, EVIDENCE_EXPLAINED, measure_name

_SQUARE = Decimal(100)
_THICKEST = Decimal(64)


def move_cards(context: Context) -> tuple[MoveCard, ...]:
    return tuple(_card(context, anchor, move) for anchor, move in context.moves)


def move_sentence(context: Context, move: Move) -> str:
    """ "事业运行 → 其他发展与改革事务支出，56.78 万元"; columns are named where money stays in one line."""
    return f"{_side(context, move, move.givers)} → {_side(context, move, move.receivers)}，{move_size(context, move)}"


def move_size(context: Context, move: Move) -> str:
    return context.style.size(move.amount, *_steps(context, move, (*move.givers, *move.receivers)))


def moved_size(context: Context) -> str:
    """All moved money together; "" where nothing moved."""
    moves = [move for _, move in context.moves]
    if not moves:
        return ""
    steps = [step for move in moves for step in _steps(context, move, (*move.givers, *move.receivers))]
    return context.style.size(sum((move.amount for move in moves), Decimal(0)), *steps)


def stays_inside_a_line(move: Move) -> bool:
    return len({part.item for part in (*move.givers, *move.receivers)}) == 1


def move_quotes(context: Context, move: Move) -> tuple[Quote, ...]:
    """The sentence that states the move, with its place; nothing where no sentence does."""
    if not move.quote:
        return ()
    links = context.links[move.side]
    source = links.reference(move.where) if move.where is not None else Reference(move.side, "", "", "")
    return (Quote(move.quote, source),)


def _card(context: Context, anchor: str, move: Move) -> MoveCard:
    percent = (move.confidence * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return MoveCard(
        anchor=anchor,
        sentence=move_sentence(context, move),
        givers=tuple(_end(context, move, part) for part in move.givers),
        receivers=tuple(_end(context, move, part) for part in move.receivers),
        amount=move_size(context, move),
        ribbons=_ribbons(move),
        evidence=EVIDENCE.get(move.evidence, move.evidence),
        explained=EVIDENCE_EXPLAINED.get(move.evidence, ""),
        confidence=f"{percent}%",
        quotes=move_quotes(context, move),
    )


def _side(context: Context, move: Move, parts: Sequence[Part]) -> str:
    names = [_end_name(context, move, part) for part in parts]
    return "、".join(dict.fromkeys(names))


def _end_name(context: Context, move: Move, part: Part) -> str:
    name = context.name(part.item)
    if stays_inside_a_line(move):
        return f"{name}（{measure_name(part.measure or move.measure)}）"
    return name


def _end(context: Context, move: Move, part: Part) -> End:
    pair = _pair_of(context, move, part)
    before_after = ""
    if pair is not None:
        before_after = f"{context.figure(pair.old, 'old').text} → {context.figure(pair.new, 'new').text}"
    return End(
        code=part.item.partition(":")[2] if part.item.startswith(("func:", "econ:")) else "",
        name=_end_name(context, move, part),
        amount=context.style.size(part.amount, *_steps(context, move, (part,))),
        href=context.item_link(part.item),
        before_after=before_after,
    )


def _pair_of(context: Context, move: Move, part: Part) -> Pair | None:
    return context.pairs.get((move.statement, part.item, part.measure or move.measure))


def _steps(context: Context, move: Move, parts: Sequence[Part]) -> tuple[Decimal, ...]:
    pairs = [_pair_of(context, move, part) for part in parts]
    facts = [fact for pair in pairs if pair is not None for fact in (pair.old, pair.new)]
    return quanta(*facts) or (Decimal(100),)


def _ribbons(move: Move) -> tuple[str, ...]:
    """One band for each part of the side that has more parts, as a path in a square of 100 by 100."""
    givers, receivers = len(move.givers), len(move.receivers)
    if givers == 1:
        ends = [(0, number) for number in range(receivers)]
        parts = move.receivers
    else:
        ends = [(number, min(number, receivers - 1) if receivers == givers else 0) for number in range(givers)]
        parts = move.givers
    whole = sum((abs(part.amount) for part in parts), Decimal(0)) or Decimal(1)
    slot = _THICKEST / max(givers, receivers)
    paths = []
    for (giver, receiver), part in zip(ends, parts, strict=True):
        half = max(slot * abs(part.amount) / whole * len(parts) / 2, Decimal(2)) if len(parts) > 1 else slot / 2
        half = min(half, slot / 2)
        start, end = _middle(giver, givers), _middle(receiver, receivers)
        paths.append(_band(start, end, half))
    return tuple(paths)


def _middle(number: int, count: int) -> Decimal:
    return _SQUARE * (2 * number + 1) / (2 * count)


def _band(start: Decimal, end: Decimal, half: Decimal) -> str:
    top, bottom = f"{start - half:.1f}", f"{start + half:.1f}"
    top_end, bottom_end = f"{end - half:.1f}", f"{end + half:.1f}"
    return f"M0 {top}C50 {top} 50 {top_end} 100 {top_end}V{bottom_end}C50 {bottom_end} 50 {bottom} 0 {bottom}Z"
