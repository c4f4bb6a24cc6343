"""Opposite amounts that fit to the step of the print and that chance does not explain."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from difftool.compare.moves.confidence import CLAIMED, Parts, digits_in, part, total
from difftool.compare.moves.crowd import Crowd
from difftool.compare.moves.ledger import BASIC, PROJECT, TOTAL, Ledger, Line
from difftool.compare.moves.reasons import has_own_cause, says_reclassified
from difftool.model.comparison import EXACT, Move, Part
from difftool.model.disclosure import Reason
from difftool.model.item import kind_of

# A split into more parts, or one out of very many new lines, is found by chance too easily to mean anything.
_MOST_PARTS = 3
_MOST_SEVERAL = 40

# How much surer one reading must be than another that uses the same line, else neither is told.
_LEAD = Decimal("0.05")


class _Match(Struct, frozen=True):
    givers: tuple[Line, ...]
    receivers: tuple[Line, ...]
    amount: Decimal
    parts: Parts

    @property
    def items(self) -> frozenset[str]:
        return frozenset(line.item for line in (*self.givers, *self.receivers))

    @property
    def confidence(self) -> Decimal:
        return total(self.parts)


def exact_moves(
    ledger: Ledger, reasons: Mapping[str, Sequence[Reason]], taken: frozenset[str], half_stated: frozenset[str]
) -> list[Move]:
    """Falls and rises of lines under one 类 that are equal, one to one, one to several or several to one.

    Several means lines that came or went wholly. Lines in `taken` have their move; `half_stated` are lines of which
    a sentence says that money went or came, but not where. Where two readings of one line are about as good, neither
    is told: the result does not depend on any order.
    """
    free = [line for line in ledger.changed_leaves() if line.item not in taken]
    matches: list[_Match] = []
    for lines in _by_class(free).values():
        falls = [line for line in lines if line.delta() < 0]
        rises = [line for line in lines if line.delta() > 0]

        crowd = Crowd(lines, reasons)

        def weigh(givers: tuple[Line, ...], receivers: tuple[Line, ...], crowd: Crowd = crowd) -> None:
            parts = _weigh(givers, receivers, crowd, ledger, reasons, half_stated)
            matches.append(_Match(givers, receivers, min(_size(givers), _size(receivers)), parts))

        near_fall, near_rise = _BySize(falls, ledger.slack), _BySize(rises, ledger.slack)
        _several(near_rise, falls, 1, lambda one, several: weigh(several, (one,)))
        came, went = [line for line in rises if line.came], [line for line in falls if line.went]
        for size in range(2, _MOST_PARTS + 1):
            _several(near_fall, came, size, lambda one, several: weigh((one,), several))
            _several(near_rise, went, size, lambda one, several: weigh(several, (one,)))
    return [_as_move(match, ledger) for match in _clear(matches)]


def _by_class(lines: Iterable[Line]) -> dict[str, list[Line]]:
    grouped: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        kind = kind_of(line.item)
        grouped[kind if kind == "unit" else f"{kind}:{line.code[:3]}"].append(line)
    return grouped


class _BySize:
    """Lines by the size of their change, to be found by it."""

    def __init__(self, lines: Iterable[Line], slack: Decimal) -> None:
        self._lines = sorted(lines, key=lambda line: abs(line.delta()))
        self._sizes = [abs(line.delta()) for line in self._lines]
        self._slack = slack

    def fitting(self, several: Sequence[Line]) -> Sequence[Line]:
        """The lines that changed by as much as several others together, but for what rounding may hide of each."""
        size, hidden = _size(several), self._slack * (1 + len(several))
        return self._lines[bisect_left(self._sizes, size - hidden) : bisect_right(self._sizes, size + hidden)]


def _several(ones: _BySize, lines: Sequence[Line], size: int, found: Callable[[Line, tuple[Line, ...]], None]) -> None:
    """Sums of so many of the lines that make up the change of one."""
    if size > 1 and len(lines) > _MOST_SEVERAL:
        return
    for chosen in combinations(lines, size):
        for one in ones.fitting(chosen):
            found(one, chosen)


def _size(lines: Iterable[Line]) -> Decimal:
    """How much lines that all fell, or all rose, did so together."""
    return abs(sum((line.delta() for line in lines), Decimal(0)))


def _weigh(
    givers: tuple[Line, ...],
    receivers: tuple[Line, ...],
    crowd: Crowd,
    ledger: Ledger,
    reasons: Mapping[str, Sequence[Reason]],
    half_stated: frozenset[str],
) -> Parts:
    ends = (*givers, *receivers)
    several = max((givers, receivers), key=len)
    amount = min(_size(givers), _size(receivers))
    digits = digits_in(amount, ledger.step, *(line.delta() for line in several))
    one_section = len({line.section for line in ends}) == 1
    parts = [
        part("equal and opposite", "0.4"),
        part("how uneven the amount is", _unevenness(digits)),
        part(*_kinship(ends[0].item, one_section)),
    ]
    if kind_of(ends[0].item) == "econ":
        parts.append(part("economic lines change often and by little", "-0.2"))
    columns = _columns_agree(ends, ledger.slack)
    if columns is not None:
        parts.append(part("in the columns of 基本 and 项目 as well", "0.05" if columns else "-0.15"))
    if any(line.came or line.went for line in ends):
        parts.append(part("a line came or went", "0.1"))
    if any(has_own_cause(reasons.get(line.item, ())) for line in givers):
        parts.append(part("a printed cause of its own for the fall", "-0.3"))
    if any(has_own_cause(reasons.get(line.item, ())) for line in receivers):
        parts.append(part("a printed cause of its own for the rise", "-0.3"))
    if any(says_reclassified(reasons.get(line.item, ())) for line in ends):
        parts.append(part("a printed reason speaks of another 科目", "0.05"))
    if any(line.item in half_stated for line in ends):
        parts.append(part("a sentence says money moved here", "0.15"))
    tries = crowd.pairs(amount, ends) if len(several) == 1 else crowd.splits(len(several), ends)
    # Where rounding hides up to half a step of each change, so many amounts more would have fitted.
    fitting = 1 + int(2 * ledger.slack * len(ends) / ledger.step)
    parts.append(part("chance", -_chance(tries * fitting, digits)))
    return tuple(parts)


def _kinship(item: str, one_section: bool) -> tuple[str, str]:
    if kind_of(item) == "unit":
        return "units of one body", "0.1"
    return ("under one 款", "0.15") if one_section else ("under one 类", "0.05")


def _unevenness(digits: int) -> str:
    for least, value in ((1000, "0.2"), (100, "0.15"), (10, "-0.15")):
        if digits >= least:
            return value
    return "-0.3"


def _columns_agree(ends: Sequence[Line], slack: Decimal) -> bool | None:
    """Whether 基本 and 项目 of the givers fell by what those of the receivers rose; None where none is printed."""
    if not any(abs(line.delta(column)) > slack for line in ends for column in (BASIC, PROJECT)):
        return None
    hidden = slack * len(ends)
    return all(abs(sum((line.delta(column) for line in ends), Decimal(0))) <= hidden for column in (BASIC, PROJECT))


def _chance(tries: int, digits: int) -> Decimal:
    """Twice the number of chance hits to expect among the changes of this size, at most 0.4.

    So many falls times so many rises (or choices of several), each hitting one of `digits` amounts by chance.
    """
    expected = Decimal(2 * tries) / max(digits, 1)
    return min(Decimal("0.4"), (expected / Decimal("1.5")).quantize(Decimal("0.01")))


def _clear(matches: Sequence[_Match]) -> list[_Match]:
    """The matches worth a claim that no other match about as good contests, best first."""
    worth = [match for match in matches if match.confidence >= CLAIMED]
    by_item: defaultdict[str, list[_Match]] = defaultdict(list)
    for match in worth:
        for item in match.items:
            by_item[item].append(match)
    ranked = sorted(worth, key=lambda match: (-match.confidence, sorted(match.items)))
    used: set[str] = set()
    clear = []
    for match in ranked:
        if match.items & used:
            continue
        rivals = {id(rival): rival for item in match.items for rival in by_item[item] if not rival.items & used}
        del rivals[id(match)]
        if all(rival.confidence + _LEAD <= match.confidence for rival in rivals.values()):
            clear.append(match)
        used |= match.items
    return clear


def _as_move(match: _Match, ledger: Ledger) -> Move:
    return Move(
        statement=ledger.statement,
        measure=TOTAL,
        givers=_parts(match.givers, match.amount),
        receivers=_parts(match.receivers, match.amount),
        amount=match.amount,
        evidence=EXACT,
        confidence=match.confidence,
        confidence_parts=match.parts,
    )


def _parts(lines: Sequence[Line], amount: Decimal) -> tuple[Part, ...]:
    """What each line gave or got of the amount; what rounding makes too much of it is taken from the greatest."""
    greatest = max(lines, key=lambda line: abs(line.delta()))
    excess = _size(lines) - amount
    return tuple(Part(line.item, abs(line.delta()) - (excess if line is greatest else 0)) for line in lines)
