"""Which printed rows the report shows, as pictures or as words, and each with its caption."""

from __future__ import annotations

import struct
from base64 import b64encode
from collections.abc import Iterable, Iterator

from difftool.model.comparison import Change, Check, Move, Pair
from difftool.model.document import Source
from difftool.model.fact import Fact
from difftool.model.place import LinePlace, PagePlace, Place
from difftool.report.context import Context, Prints, Spot, reads_itself
from difftool.report.language import say
from difftool.report.quoted_lines import lines_of
from difftool.report.strips import Picture, strips_of
from difftool.report.view import Strip

NONE, MAIN, ALL = "none", "main", "all"
_SIDES = ("old", "new")
# Rows are drawn finer than they are shown, so that print and dense screens stay sharp.
_SHOWN = 0.75
_PNG_SIZE = slice(16, 24)


def printed_rows(context: Context, spots: Iterable[Spot]) -> Prints:
    """The printed rows at these places; those that cannot be shown are left out."""
    wanted = tuple(dict.fromkeys(spots))
    sources = {(side, place): context.disclosure(side).source.holding(place) for side, place in wanted}
    boxes: dict[Source, list[PagePlace]] = {source: [] for source in sources.values()}
    lines: dict[Source, list[LinePlace]] = {source: [] for source in sources.values()}
    for (_, place), source in sources.items():
        if isinstance(place, PagePlace):
            boxes[source].append(place)
        elif isinstance(place, LinePlace):
            lines[source].append(place)
    strips = strips_of(boxes)
    found: dict[Source, dict[Place, Picture | str]] = {
        source: {**strips.get(source, {}), **lines_of(source, lines[source])} for source in boxes
    }
    return {spot: found[source][spot[1]] for spot, source in sources.items() if spot[1] in found[source]}


def spots_of(pairs: Iterable[Pair | Change]) -> Iterator[Spot]:
    """The places of both figures of each pair."""
    for pair in pairs:
        for side, fact in zip(_SIDES, (pair.old, pair.new), strict=True):
            if fact is not None:
                yield side, fact.where


def check_spots(context: Context, check: Check) -> list[Spot]:
    """The places that a check read; between two documents those that only one of them has a figure at."""
    if check.side in _SIDES:
        return [(check.side, place) for place in check.cells]
    found = []
    for place in check.cells:
        sides = [side for side in _SIDES if place in context.places[side]]
        found += [(side, place) for side in sides if len(sides) == 1]
    return sorted(found, key=lambda spot: _SIDES.index(spot[0]))


def move_pairs(context: Context, move: Move) -> list[Pair]:
    """The lines that gave and received, as the statement of the move prints them."""
    keys = [(move.statement, part.item, part.measure or move.measure) for part in (*move.givers, *move.receivers)]
    return [pair for key in dict.fromkeys(keys) if (pair := context.pairs.get(key)) is not None]


def pair_strips(context: Context, pairs: Iterable[Pair | Change]) -> tuple[Strip, ...]:
    """The print of both figures of each pair, old above new; one line that tells both is shown once."""
    found = []
    for pair in pairs:
        for side, fact in zip(_SIDES, (pair.old, pair.new), strict=True):
            if fact is None or (side, fact.where) not in context.prints:
                continue
            if side == "new" and pair.old is not None and told_together(context, pair.old, fact):
                continue
            found.append(_strip(context, side, fact.where, _told(context, side, fact)))
    return tuple(found)


def told_together(context: Context, old: Fact, new: Fact) -> bool:
    """Whether one printed line tells both figures: a sentence of a document compared with itself."""
    return reads_itself(context.comparison) and old.where == new.where


def place_strips(context: Context, spots: Iterable[Spot]) -> tuple[Strip, ...]:
    """The pictures at these places, without words about what stands there."""
    return tuple(
        _strip(context, side, place, context.label(side)) for side, place in spots if (side, place) in context.prints
    )


def _told(context: Context, side: str, fact: Fact) -> str:
    return say("，").join((context.label(side), f"{fact.name} {context.figure(fact, side).text}"))


def _strip(context: Context, side: str, place: Place, told: str) -> Strip:
    printed = context.prints[side, place]
    width, height = (0, 0) if isinstance(printed, str) else struct.unpack(">II", printed.png[_PNG_SIZE])
    return Strip(
        uri="" if isinstance(printed, str) else f"data:image/png;base64,{b64encode(printed.png).decode()}",
        middle=50 if isinstance(printed, str) else printed.middle,
        width=round(width * _SHOWN),
        height=round(height * _SHOWN),
        words=printed if isinstance(printed, str) else "",
        told=told,
        side=side,
        at=context.links[side].cell(place),
        source=context.links[side].reference(place),
    )
