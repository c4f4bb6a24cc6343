"""Falls and rises left over, matched together as a smallest-cost flow: plausible only, never a claim.

The flow is solved by networkx: pure Python of two megabytes, where SciPy and OR-Tools bring compiled libraries of
thirty and more; it is imported only for a 款 in which several lines fell and several rose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from zlib import crc32

from difftool.compare.moves.confidence import MOST_INFERRED, part, total
from difftool.compare.moves.ledger import TOTAL, Ledger, Line
from difftool.compare.moves.reasons import has_own_cause, says_reclassified
from difftool.model.comparison import INFERRED, Move, Part
from difftool.model.disclosure import Reason
from difftool.model.item import kind_of

# Costs are for one fen. Two changes of one size cost nothing, the more they differ the more; a fen that finds no
# partner costs 40 on each side, so that lines of which one changed five times as much as the other stay apart.
_FULL_COST = 100
_COST_UNMATCHED = 40
_FINE = 1000

# A flow that is only a small part of what a line gained or lost says nothing about it.
_LEAST_SHARE = Decimal("0.5")

_FEN = Decimal(100)

Flow = dict[tuple[str, str], int]


def inferred_moves(ledger: Ledger, reasons: Mapping[str, Sequence[Reason]], taken: frozenset[str]) -> list[Move]:
    """What may have moved between lines of one 款 that changed without a printed cause of their own.

    `confidence` stays below a claim. The result does not depend on the order of lines or sides.
    """
    free = [
        line
        for line in ledger.changed_leaves()
        if line.item not in taken and kind_of(line.item) == "func" and not has_own_cause(reasons.get(line.item, ()))
    ]
    sections: defaultdict[str, list[Line]] = defaultdict(list)
    for line in free:
        sections[line.section].append(line)
    moves = []
    for lines in sections.values():
        falls = [line for line in lines if line.delta() < 0]
        rises = [line for line in lines if line.delta() > 0]
        if falls and rises:
            for (giver, receiver), fen in sorted(_flow(falls, rises).items()):
                move = _move(ledger, ledger.lines[giver], ledger.lines[receiver], fen / _FEN, reasons)
                if move is not None:
                    moves.append(move)
    return moves


def _flow(falls: Sequence[Line], rises: Sequence[Line]) -> Flow:
    """How many fen each fall gives to each rise at the least cost in all."""
    arcs = {(giver.item, receiver.item): _cost(giver, receiver) for giver in falls for receiver in rises}
    arcs = {ends: cost for ends, cost in arcs.items() if cost < 2 * _COST_UNMATCHED * _FINE}
    left = {line.item: int(abs(line.delta()) * _FEN) for line in (*falls, *rises)}
    if len({giver for giver, _ in arcs}) <= 1 or len({receiver for _, receiver in arcs}) <= 1:
        return _from_one_end(arcs, left)
    return _least_cost(arcs, left, {line.item for line in falls})


def _cost(giver: Line, receiver: Line) -> int:
    fall, rise = -giver.delta(), receiver.delta()
    unlike = 1 - min(fall, rise) / max(fall, rise)
    # The small last part makes equal costs differ, the same way for both directions.
    first, second = sorted((giver.item, receiver.item))
    return int(unlike * _FULL_COST) * _FINE + crc32(f"{first} {second}".encode()) % _FINE


def _from_one_end(arcs: Mapping[tuple[str, str], int], left: dict[str, int]) -> Flow:
    """With one line on one side the cheapest arcs are simply filled first."""
    flow: Flow = {}
    for (giver, receiver), _ in sorted(arcs.items(), key=lambda arc: (arc[1], arc[0])):
        fen = min(left[giver], left[receiver])
        if fen:
            flow[giver, receiver] = fen
            left[giver] -= fen
            left[receiver] -= fen
    return flow


def _least_cost(arcs: Mapping[tuple[str, str], int], left: Mapping[str, int], givers: Iterable[str]) -> Flow:
    import networkx

    givers = set(givers)
    graph = networkx.DiGraph()
    surplus = sum(fen if item in givers else -fen for item, fen in left.items())
    graph.add_node("", demand=surplus)
    for item, fen in sorted(left.items()):
        graph.add_node(item, demand=-fen if item in givers else fen)
        ends = (item, "") if item in givers else ("", item)
        graph.add_edge(*ends, weight=_COST_UNMATCHED * _FINE)
    for (giver, receiver), cost in sorted(arcs.items()):
        graph.add_edge(giver, receiver, weight=cost)
    flow = networkx.min_cost_flow(graph)
    return {(giver, receiver): flow[giver][receiver] for giver, receiver in arcs if flow[giver][receiver]}


def _move(
    ledger: Ledger, giver: Line, receiver: Line, amount: Decimal, reasons: Mapping[str, Sequence[Reason]]
) -> Move | None:
    share = amount / max(-giver.delta(), receiver.delta())
    if share < _LEAST_SHARE:
        return None
    parts = [
        part("a fall and a rise under one 款", "0.15"),
        part("how much of both it is", (share / 5).quantize(Decimal("0.01"))),
    ]
    if any(says_reclassified(reasons.get(line.item, ())) for line in (giver, receiver)):
        parts.append(part("a printed reason speaks of another 科目", "0.1"))
    return Move(
        statement=ledger.statement,
        measure=TOTAL,
        givers=(Part(giver.item, amount),),
        receivers=(Part(receiver.item, amount),),
        amount=amount,
        evidence=INFERRED,
        confidence=total(parts, MOST_INFERRED),
        confidence_parts=tuple(parts),
    )
