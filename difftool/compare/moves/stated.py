"""Moves that a sentence states, checked against the figures of the lines it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from difftool.compare.mentions import place_order
from difftool.compare.moves.confidence import Parts, part, total
from difftool.compare.moves.ledger import TOTAL, Ledger
from difftool.model.comparison import STATED, Move, Part
from difftool.model.disclosure import StatedMove

End = tuple[str, str]
"""Item and column."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One giver and one receiver, as sentences tell of them; `amount` is None where none gives one."""

    giver: End
    receiver: End
    amount: Decimal | None
    sentence: StatedMove


def stated_moves(sentences: Sequence[StatedMove], ledger: Ledger, side: str) -> list[Move]:
    """The moves of the sentences whose lines the ledger has, each told once however often it is said.

    An amount that the sentence gives is taken as it stands. Without one, the smaller of fall and rise moved; of a
    split or merger, each line on the side of the several moved by its own change. What the figures contradict
    (nothing fell, nothing rose, the money was never there) stays below the confidence of a claim.
    """
    moves: list[Move] = []
    for group in _groups(_usable(sentences, ledger)):
        move = _move(group, ledger, side)
        if move is not None:
            moves.append(move)
    return moves


def _usable(sentences: Iterable[StatedMove], ledger: Ledger) -> list[StatedMove]:
    return [
        sentence
        for sentence in sentences
        if sentence.givers
        and sentence.receivers
        and (len(sentence.givers) == 1 or len(sentence.receivers) == 1)
        and all(item in ledger.lines for item in (*sentence.givers, *sentence.receivers))
        and _ends(sentence)[0] != _ends(sentence)[1]
    ]


def _ends(sentence: StatedMove) -> tuple[tuple[End, ...], tuple[End, ...]]:
    """Givers and receivers with their columns; columns count only inside one line, else the whole lines are meant."""
    inside = set(sentence.givers) == set(sentence.receivers)
    giving, receiving = (sentence.giver_measure, sentence.receiver_measure) if inside else (TOTAL, TOTAL)
    return tuple((item, giving) for item in sentence.givers), tuple((item, receiving) for item in sentence.receivers)


@dataclass(frozen=True, slots=True)
class _Group:
    """A star: one end and all that money went to or came from; `amount` is the whole where a sentence gives it."""

    links: tuple[_Told, ...]
    amount: Decimal | None


def _groups(sentences: Sequence[StatedMove]) -> list[_Group]:
    """Sentences gathered into moves: the same link told twice is one, links that share an end are a split or merger."""
    links: dict[tuple[End, End], _Told] = {}
    wholes: dict[frozenset[tuple[End, End]], Decimal] = {}
    ordered = sorted(sentences, key=lambda sentence: (place_order(sentence.where), sentence.givers, sentence.receivers))
    for sentence in ordered:
        givers, receivers = _ends(sentence)
        keys = [(giver, receiver) for giver in givers for receiver in receivers]
        if len(keys) > 1 and sentence.amount is not None:
            wholes.setdefault(frozenset(keys), sentence.amount)
        amount = sentence.amount if len(keys) == 1 else None
        for key in keys:
            known = links.get(key)
            if known is None or (known.amount is None and amount is not None):
                links[key] = _Told(*key, amount, sentence)
    groups = []
    for star in _stars(links):
        whole = wholes.get(frozenset(star))
        groups.append(_Group(tuple(links[key] for key in star), whole))
    return groups


def _stars(keys: Iterable[tuple[End, End]]) -> list[list[tuple[End, End]]]:
    """Links gathered by the end they share; what shares ends on both sides stays single links."""
    by_giver: defaultdict[End, set[End]] = defaultdict(set)
    by_receiver: defaultdict[End, set[End]] = defaultdict(set)
    keys = sorted(keys)
    for giver, receiver in keys:
        by_giver[giver].add(receiver)
        by_receiver[receiver].add(giver)
    stars: defaultdict[tuple[str, object], list[tuple[End, End]]] = defaultdict(list)
    for giver, receiver in keys:
        split = len(by_giver[giver]) > 1 and all(len(by_receiver[end]) == 1 for end in by_giver[giver])
        merger = len(by_receiver[receiver]) > 1 and all(len(by_giver[end]) == 1 for end in by_receiver[receiver])
        if split:
            stars["split", giver].append((giver, receiver))
        elif merger:
            stars["merger", receiver].append((giver, receiver))
        else:
            stars["link", (giver, receiver)].append((giver, receiver))
    return list(stars.values())


def _move(group: _Group, ledger: Ledger, side: str) -> Move | None:
    split = len({link.giver for link in group.links}) == 1
    amounts = _amounts(group, ledger, split)
    if amounts is None:
        return None
    amount = sum(amounts, Decimal(0))
    first = group.links[0]
    giving, receiving = first.giver[1], first.receiver[1]
    givers: tuple[Part, ...]
    receivers: tuple[Part, ...]
    if split:
        givers = (Part(first.giver[0], amount),)
        receivers = tuple(Part(link.receiver[0], part) for link, part in zip(group.links, amounts, strict=True))
    else:
        givers = tuple(Part(link.giver[0], part) for link, part in zip(group.links, amounts, strict=True))
        receivers = (Part(first.receiver[0], amount),)
    if receiving != giving:
        receivers = tuple(Part(end.item, end.amount, receiving) for end in receivers)
    told = group.amount is not None or all(link.amount is not None for link in group.links)
    parts = _confidence(ledger, givers, receivers, giving, receiving, told)
    return Move(
        statement=ledger.statement,
        measure=giving,
        givers=givers,
        receivers=receivers,
        amount=amount,
        evidence=STATED,
        confidence=total(parts),
        quote=first.sentence.quote,
        where=first.sentence.where,
        side=side,
        confidence_parts=parts,
    )


def _amounts(group: _Group, ledger: Ledger, split: bool) -> list[Decimal] | None:
    """What each link carried, in the order of the links; None where neither words nor figures tell."""
    if len(group.links) == 1:
        link = group.links[0]
        amount = group.amount if link.amount is None else link.amount
        if amount is None:
            fall, rise = -_delta(ledger, link.giver), _delta(ledger, link.receiver)
            # Inside one line the receiving column tells; between lines either may have changed for other reasons.
            amount = rise if link.giver[0] == link.receiver[0] else min(fall, rise)
        return [amount] if amount > 0 else None
    amounts = [
        link.amount if link.amount is not None else max(_several_side_change(ledger, link, split), Decimal(0))
        for link in group.links
    ]
    if group.amount is not None:
        amounts = _fitted(amounts, group, split, ledger)
    return amounts if all(amount > 0 for amount in amounts) else None


def _fitted(amounts: list[Decimal], group: _Group, split: bool, ledger: Ledger) -> list[Decimal]:
    """Parts made to add up to the amount that the sentence gives for all of them.

    What is over or short is taken by the link whose line changed most: it is the likeliest to have grown or shrunk
    for other reasons as well.
    """
    short = (group.amount or Decimal(0)) - sum(amounts, Decimal(0))
    free = [place for place, link in enumerate(group.links) if link.amount is None]
    if short and free:
        widest = max(free, key=lambda place: (_several_side_change(ledger, group.links[place], split), -place))
        amounts[widest] += short
    return amounts


def _several_side_change(ledger: Ledger, link: _Told, split: bool) -> Decimal:
    return _delta(ledger, link.receiver) if split else -_delta(ledger, link.giver)


def _delta(ledger: Ledger, end: End) -> Decimal:
    return ledger.lines[end[0]].delta(end[1])


def _confidence(
    ledger: Ledger, givers: Sequence[Part], receivers: Sequence[Part], giving: str, receiving: str, told: bool
) -> Parts:
    falls = [-ledger.lines[end.item].delta(giving) for end in givers]
    rises = [ledger.lines[end.item].delta(receiving) for end in receivers]
    fits = all(fall >= end.amount for fall, end in zip(falls, givers, strict=True)) and all(
        rise >= end.amount for rise, end in zip(rises, receivers, strict=True)
    )
    parts = [part("a sentence names the lines", "0.6")]
    if told:
        parts.append(part("it gives the amount", "0.05"))
    parts.append(part("the giving line fell", "0.15" if all(fall > 0 for fall in falls) else "-0.1"))
    parts.append(part("the receiving line rose", "0.15" if all(rise > 0 for rise in rises) else "-0.1"))
    if fits:
        parts.append(part("both changed by as much or more", "0.04"))
    had = all(ledger.lines[end.item].before(giving) >= end.amount for end in givers)
    has = all(ledger.lines[end.item].after(receiving) >= end.amount for end in receivers)
    if not (had and has):
        parts.append(part("the money was not in these lines", "-0.5"))
    return tuple(parts)
