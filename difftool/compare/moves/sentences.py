"""Sentences about moves gathered into the moves that they tell of, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from difftool.compare.moves.ledger import TOTAL, Ledger
from difftool.compare.names import same_name
from difftool.model.disclosure import StatedMove
from difftool.model.place import place_order

End = tuple[str, str]
"""Item and column."""

Link = tuple[End, End]
"""Giver and receiver."""


_ZERO = Decimal(0)

# A sentence that says "3万元" means 3.00 as a rule: no rounding takes more than this part of the amount.
_LEAST_PRECISION = 500


class Telling(Struct, frozen=True):
    """A move as sentences tell it: yuan for each end and for the whole, None where no sentence gives them."""

    givers: dict[End, Decimal | None]
    receivers: dict[End, Decimal | None]
    whole: Decimal | None
    sentence: StatedMove


def tellings(sentences: Iterable[StatedMove], ledger: Ledger) -> list[Telling]:
    """The moves told by sentences whose lines the ledger has, in the order of their codes.

    A move said under the giving line, under the receiving line and in general is one. Links that share an end are one
    split or merger, whether one sentence names them all or each has its own; a link that the figures contradict
    stands alone, so that it does not spoil what it happens to share an end with.
    """
    usable = sorted(
        (_unrounded(one, ledger) for each in sentences if _usable(each, ledger) for one in _distributed(each, ledger)),
        key=lambda sentence: (place_order(sentence.where), sentence.givers, sentence.receivers),
    )
    told = [_of_many(sentence) for sentence in usable if len(sentence.givers) > 1 and len(sentence.receivers) > 1]
    by_link: dict[Link, StatedMove] = {}
    wholes: dict[frozenset[Link], StatedMove] = {}
    for sentence in usable:
        links = _links(sentence)
        if len(sentence.givers) > 1 and len(sentence.receivers) > 1:
            continue
        if len(links) > 1 and sentence.amount is not None:
            wholes.setdefault(frozenset(links), sentence)
        for link in links:
            known = by_link.get(link)
            if known is None or (_amount(known) is None and _amount(sentence) is not None):
                by_link[link] = sentence
    supported = [link for link, sentence in by_link.items() if not _contradicted(link, sentence, ledger)]
    stars = _stars(supported) + [[link] for link in sorted(by_link.keys() - set(supported))]
    return told + [_of_star(star, by_link, wholes.get(frozenset(star))) for star in stars]


def _usable(sentence: StatedMove, ledger: Ledger) -> bool:
    if not sentence.givers or not sentence.receivers:
        return False
    if any(item not in ledger.lines for item in (*sentence.givers, *sentence.receivers)):
        return False
    return not any(giver == receiver for giver, receiver in _links(sentence))


def _distributed(sentence: StatedMove, ledger: Ledger) -> list[StatedMove]:
    """A sentence of several givers and as many receivers, one for each pair of one name.

    "甲款的事业运行、机关服务、其他甲支出分别改列乙款事业运行、机关服务、其他乙支出" are three moves;
    the pair of names that is left over belongs together. A 款 named only to say where its 项 stand is no end of a move.
    """
    givers, receivers = _lowest(sentence.givers), list(_lowest(sentence.receivers))
    sentence = replace(sentence, givers=givers, receivers=tuple(receivers))
    if len(givers) != len(receivers) or len(givers) == 1:
        return [sentence]
    pairs: list[tuple[str, str]] = []
    unpaired = []
    for giver in givers:
        name = same_name(ledger.lines[giver].old_name)
        named = [item for item in receivers if same_name(ledger.lines[item].new_name) == name]
        if len(named) == 1:
            pairs.append((giver, named[0]))
            receivers.remove(named[0])
        else:
            unpaired.append(giver)
    if len(unpaired) > 1 or not pairs or sentence.amount is not None:
        return [sentence]
    pairs.extend(zip(unpaired, receivers, strict=True))
    return [replace(sentence, givers=(giver,), receivers=(receiver,)) for giver, receiver in pairs]


def _lowest(items: Sequence[str]) -> tuple[str, ...]:
    return tuple(item for item in items if not any(other != item and other.startswith(item) for other in items))


def _unrounded(sentence: StatedMove, ledger: Ledger) -> StatedMove:
    """The sentence with the exact amount that the lines show, where its own can be that amount rounded.

    A document that prints 30,560 yuan in its forms says "3.06万元".
    """
    if not sentence.amount:
        return sentence
    givers, receivers = _ends(sentence)
    gave = [ledger.lines[item] for item, _ in givers]
    got = [ledger.lines[item] for item, _ in receivers]
    giving, receiving = givers[0][1], receivers[0][1]
    shown = (
        sum((line.delta(receiving) for line in got), _ZERO),
        sum((-line.delta(giving) for line in gave), _ZERO),
        sum((line.after(receiving) for line in got), _ZERO),
        sum((line.before(giving) for line in gave), _ZERO),
    )
    said = sentence.amount
    nearest = min(shown, key=lambda amount: abs(amount - said))
    if abs(nearest - said) <= rounding(said):
        return replace(sentence, amount=nearest)
    return sentence


def rounding(said: Decimal) -> Decimal:
    """By how much an amount of a sentence can differ from the exact one: half of its last digit, seldom all of it."""
    grain = Decimal(1)
    while said and said % (grain * 10) == 0:
        grain *= 10
    return min(grain / 2, said / _LEAST_PRECISION)


def _links(sentence: StatedMove) -> list[Link]:
    givers, receivers = _ends(sentence)
    return [(giver, receiver) for giver in givers for receiver in receivers]


def _ends(sentence: StatedMove) -> tuple[list[End], list[End]]:
    """Givers and receivers with their columns; columns count only inside one line, else the whole lines are meant."""
    inside = set(sentence.givers) == set(sentence.receivers)
    giving, receiving = (sentence.giver_measure, sentence.receiver_measure) if inside else (TOTAL, TOTAL)
    return [(item, giving) for item in sentence.givers], [(item, receiving) for item in sentence.receivers]


def _amount(sentence: StatedMove) -> Decimal | None:
    """The amount of a sentence that names one giver and one receiver: of several it gives the whole only."""
    return sentence.amount if len(sentence.givers) == len(sentence.receivers) == 1 else None


def _contradicted(link: Link, sentence: StatedMove, ledger: Ledger) -> bool:
    """Whether the money cannot have been there, or the lines did not change as the sentence says.

    Where it gives an amount, one of them may have: the other then grew or was cut by more than that.
    """
    (giver, giving), (receiver, receiving) = link
    fell = ledger.lines[giver].delta(giving) < 0
    rose = ledger.lines[receiver].delta(receiving) > 0
    if sentence.amount is None:
        return not (fell and rose)
    there = min(ledger.lines[giver].before(giving), ledger.lines[receiver].after(receiving))
    return not (fell or rose) or there < (_amount(sentence) or 0)


def _stars(links: Iterable[Link]) -> list[list[Link]]:
    """Links gathered by the end they share; what shares ends on both sides stays single links."""
    by_giver: defaultdict[End, set[End]] = defaultdict(set)
    by_receiver: defaultdict[End, set[End]] = defaultdict(set)
    ordered = sorted(links)
    for giver, receiver in ordered:
        by_giver[giver].add(receiver)
        by_receiver[receiver].add(giver)
    stars: defaultdict[tuple[str, object], list[Link]] = defaultdict(list)
    for giver, receiver in ordered:
        split = len(by_giver[giver]) > 1 and all(len(by_receiver[end]) == 1 for end in by_giver[giver])
        merger = len(by_receiver[receiver]) > 1 and all(len(by_giver[end]) == 1 for end in by_receiver[receiver])
        if split:
            stars["split", giver].append((giver, receiver))
        elif merger:
            stars["merger", receiver].append((giver, receiver))
        else:
            stars["link", (giver, receiver)].append((giver, receiver))
    return list(stars.values())


def _of_star(star: Sequence[Link], by_link: dict[Link, StatedMove], whole: StatedMove | None) -> Telling:
    amounts = {link: _amount(by_link[link]) for link in star}
    givers: dict[End, Decimal | None] = {giver: None for giver, _ in star}
    receivers: dict[End, Decimal | None] = {receiver: None for _, receiver in star}
    for (giver, receiver), amount in amounts.items():
        if len(givers) > 1:
            givers[giver] = amount
        if len(receivers) > 1:
            receivers[receiver] = amount
    sentence = whole or max((by_link[link] for link in star), key=lambda told: len(_links(told)))
    if len(star) == 1:
        return Telling(givers, receivers, amounts[star[0]], sentence)
    return Telling(givers, receivers, whole.amount if whole else None, sentence)


def _of_many(sentence: StatedMove) -> Telling:
    givers, receivers = _ends(sentence)
    return Telling(dict.fromkeys(givers), dict.fromkeys(receivers), sentence.amount, sentence)
