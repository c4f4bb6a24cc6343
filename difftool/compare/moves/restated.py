"""Lines that took in others before the year began: the later document counts last year's amount of them anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from difftool.compare.moves.confidence import digits_in, part, total
from difftool.compare.moves.ledger import TOTAL, Ledger, Line
from difftool.compare.roles import OWN, with_roles
from difftool.model.comparison import EXACT, Move, Part
from difftool.model.disclosure import Disclosure, Passage
from difftool.model.fact import NARRATIVE, Fact
from difftool.model.item import kind_of
from difftool.model.money import NUMBER, UNITS, read_money
from difftool.pattern import lazy_pattern

# "1,895万元，与上年相比减少134万元": last year the line had 2,029 by today's classification.
_TOLD_CHANGE = lazy_pattern(
    rf"(?P<now>{NUMBER})(?P<unit>{UNITS})[，,（(；;]?"
    r"(?:[与比较同])(?:上年|去年|20\d\d年)度?(?:预算|决算)?数?(?:相比|比较)?[，,]?"
    rf"(?P<way>增加|增长|减少|下降)了?(?P<by>{NUMBER})(?P<by_unit>{UNITS})"
)
_LEAST_DIGITS = 100


class Base(Struct, frozen=True):
    """Last year's amount of a line as the later document counts it, in yuan, and by how much it can be rounded."""

    amount: Decimal
    rounding: Decimal


def restated_bases(earlier: Disclosure, later: Disclosure) -> dict[str, Base]:
    """What the later of two years says that each functional line had the year before, by its forms or its sentences.

    Empty unless the documents are of one stage and of years that follow each other.
    """
    if later.year != earlier.year + 1 or later.stage != earlier.stage:
        return {}
    found: dict[str, Base] = {}
    for role, fact in with_roles(later):
        if role == f"-1 {earlier.phase}" and fact.statement == "general_public" and _is_line(fact):
            found.setdefault(fact.item, Base(fact.amount, fact.quantum / 2))
    told = [fact for role, fact in with_roles(later) if role == OWN and fact.statement == NARRATIVE and _is_line(fact)]
    for passage in later.passages:
        for item, base in _told_in(passage, told):
            found.setdefault(item, base)
    return found


def restated_moves(ledger: Ledger, bases: Mapping[str, Base], taken: frozenset[str]) -> list[Move]:
    """Lines of one 款 that went, wholly or in part, into one whose last year's amount is counted higher by as much.

    江苏 2018 tells that 公诉、审判、侦查、执行等检察监督支出 had 2,029 万元 in 2017, where 2017 prints 150: the other
    1,879 are the three lines that 2018 no longer has.
    """
    givers: defaultdict[str, list[tuple[Line, Decimal]]] = defaultdict(list)
    receivers: defaultdict[str, list[tuple[Line, Decimal]]] = defaultdict(list)
    for item in sorted(ledger.leaves - taken):
        line = ledger.lines[item]
        base = bases.get(item)
        if base is not None and base.amount - line.before() > base.rounding:
            receivers[line.section].append((line, base.amount - line.before()))
        elif base is not None and line.before() - base.amount > base.rounding:
            givers[line.section].append((line, line.before() - base.amount))
        elif base is None and line.went:
            givers[line.section].append((line, line.before()))
    moves = []
    for section, gained in sorted(receivers.items()):
        lost = givers.get(section, [])
        for line, amount in gained:
            gave = _making_up(amount, lost, bases[line.item].rounding)
            if gave and len(gained) == 1:
                moves.append(_move(ledger, gave, line))
    return moves


def _making_up(amount: Decimal, lost: Sequence[tuple[Line, Decimal]], rounding: Decimal) -> list[tuple[Line, Decimal]]:
    """All that the section lost, or the one line alone, that the amount can be."""
    if lost and abs(sum((fell for _, fell in lost), Decimal(0)) - amount) <= rounding:
        return [*lost]
    alone = [one for one in lost if abs(one[1] - amount) <= rounding]
    return alone if len(alone) == 1 else []


def _move(ledger: Ledger, gave: Sequence[tuple[Line, Decimal]], receiver: Line) -> Move:
    amount = sum((fell for _, fell in gave), Decimal(0))
    parts = (
        part("the later document counts last year's amount of the line higher by it", "0.5"),
        part("lines of its 款 lost as much", "0.25"),
        part("an uneven amount", "0.1" if digits_in(amount, ledger.step) >= _LEAST_DIGITS else "0"),
    )
    return Move(
        statement=ledger.statement,
        measure=TOTAL,
        givers=tuple(Part(line.item, fell) for line, fell in gave),
        receivers=(Part(receiver.item, amount),),
        amount=amount,
        evidence=EXACT,
        confidence=total(parts),
        confidence_parts=parts,
    )


def _is_line(fact: Fact) -> bool:
    return kind_of(fact.item) == "func" and fact.measure == TOTAL


def _told_in(passage: Passage, told: Sequence[Fact]) -> Iterator[tuple[str, Base]]:
    for match in _TOLD_CHANGE.finditer(passage.text):
        now, by = (read_money(match[number], match[unit]) for number, unit in (("now", "unit"), ("by", "by_unit")))
        if now is None or by is None:
            continue
        where = passage.place_at(match.start("now"))
        items = {fact.item for fact in told if fact.where == where and fact.amount == now.amount}
        if len(items) == 1:
            rise = by.amount if match["way"] in ("增加", "增长") else -by.amount
            yield items.pop(), Base(now.amount - rise, (now.quantum + by.quantum) / 2)
