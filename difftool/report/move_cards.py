"""Each move told in full: who gave, who received, how we know, and a picture of the flow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from difftool.model.comparison import Move, Pair, Part
from difftool.model.item import CLASSIFIED, kind_of, name_in
from difftool.report.amounts import quanta
from difftool.report.context import Context, is_likely
from difftool.report.language import say
from difftool.report.pictures import move_pairs, pair_strips
from difftool.report.sources import Reference
from difftool.report.view import End, MoveCard, Quote
from difftool.report.words import EVIDENCE, EVIDENCE_EXPLAINED, measure_name

_SQUARE = Decimal(100)
_THICKEST = Decimal(64)
_FILL = Decimal("0.9")


def move_cards(context: Context, moves: Iterable[tuple[str, Move]]) -> tuple[MoveCard, ...]:
    return tuple(_card(context, anchor, move) for anchor, move in moves)


def move_sentence(context: Context, move: Move) -> str:
    """ "事业运行 → 其他发展与改革事务支出，56.78 万元"; columns are named where money stays in one line."""
    return say(
        "{givers} → {receivers}，{size}",
        givers=_side(context, move, move.givers),
        receivers=_side(context, move, move.receivers),
        size=move_size(context, move),
    )


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
        likely=is_likely(move),
        givers=tuple(_end(context, move, part) for part in move.givers),
        receivers=tuple(_end(context, move, part) for part in move.receivers),
        amount=move_size(context, move),
        ribbons=_ribbons(move),
        evidence=say(EVIDENCE.get(move.evidence, move.evidence)),
        explained=say(EVIDENCE_EXPLAINED.get(move.evidence, "")),
        confidence=f"{percent}%",
        quotes=move_quotes(context, move),
        strips=pair_strips(context, move_pairs(context, move)),
    )


def _side(context: Context, move: Move, parts: Sequence[Part]) -> str:
    names = [_end_name(context, move, part) for part in parts]
    return say("、").join(dict.fromkeys(names))


def _end_name(context: Context, move: Move, part: Part) -> str:
    name = context.name(part.item)
    if stays_inside_a_line(move):
        return say("{name}（{column}）", name=name, column=measure_name(part.measure or move.measure))
    return name


def _end(context: Context, move: Move, part: Part) -> End:
    pair = _pair_of(context, move, part)
    before_after = ""
    if pair is not None:
        before_after = f"{context.figure(pair.old, 'old').text} → {context.figure(pair.new, 'new').text}"
    return End(
        code=name_in(part.item) if kind_of(part.item) in CLASSIFIED else "",
        name=_end_name(context, move, part),
        amount=context.style.size(part.amount, *_steps(context, move, (part,))),
        href=context.item_link(part.item),
        before_after=before_after,
        value=context.style.value(part.amount),
    )


def _pair_of(context: Context, move: Move, part: Part) -> Pair | None:
    return context.pairs.get((move.statement, part.item, part.measure or move.measure))


def _steps(context: Context, move: Move, parts: Sequence[Part]) -> tuple[Decimal, ...]:
    pairs = [_pair_of(context, move, part) for part in parts]
    facts = [fact for pair in pairs if pair is not None for fact in (pair.old, pair.new)]
    return quanta(*facts) or (Decimal(100),)


def _ribbons(move: Move) -> tuple[str, ...]:
    """One band for each part of the side that has more parts, as paths in a square of 100 by 100.

    Bands are as thick as their share of the money; they lie on each other at the side that has one line.
    """
    spread, forward = (move.receivers, True) if len(move.receivers) >= len(move.givers) else (move.givers, False)
    whole = sum((abs(part.amount) for part in spread), Decimal(0)) or Decimal(1)
    shares = [abs(part.amount) / whole for part in spread]
    slot = _SQUARE / len(spread)
    thickness = min(_THICKEST, slot * _FILL / (max(shares) or Decimal(1)))
    paths = []
    top = (_SQUARE - thickness) / 2
    for number, share in enumerate(shares):
        thick = share * thickness
        joined, apart = top, slot * number + (slot - thick) / 2
        paths.append(_band(*((joined, apart) if forward else (apart, joined)), thick))
        top += thick
    return tuple(paths)


def _band(start: Decimal, end: Decimal, thick: Decimal) -> str:
    """A band from `start` at the left edge to `end` at the right, both its upper edge."""
    upper, lower = f"{start:.1f}", f"{start + thick:.1f}"
    upper_end, lower_end = f"{end:.1f}", f"{end + thick:.1f}"
    return f"M0 {upper}C50 {upper} 50 {upper_end} 100 {upper_end}V{lower_end}C50 {lower_end} 50 {lower} 0 {lower}Z"
