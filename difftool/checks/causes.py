"""Broken sums led back to their causes: a misprint that breaks six sums is one cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from difftool.model.fact import Fact
from difftool.proof.identity import FORMS, Identity


class Cause(Struct, frozen=True):
    """Identities that break together. `culprit` is the figure whose correction to `right` mends them all.

    Where a single sum is broken, the culprit is its only figure that no other sum bears out; where there are several,
    nothing tells which of them is wrong: the culprit is the whole. Then `sure` is False.
    """

    culprit: Fact
    right: Decimal
    broken: tuple[Identity, ...]
    sure: bool

    @property
    def kind(self) -> str:
        """The kind of rule that tells of this cause: sums before agreements between forms."""
        kinds = [identity.kind for identity in self.broken]
        return next((kind for kind in kinds if kind != FORMS), FORMS)


def causes_of(identities: Iterable[Identity]) -> list[Cause]:
    """The fewest causes that explain every broken identity, those that explain most first.

    A figure that also stands in sums that hold is the less likely culprit, for its correction would break them.
    """
    broken: list[Identity] = []
    held: dict[int, int] = defaultdict(int)
    for identity in identities:
        if identity.holds:
            for fact in identity.facts:
                held[id(fact)] += 1
        else:
            broken.append(identity)
    causes = []
    while broken:
        causes.append(best_cause(broken, held))
        mended = {id(identity) for identity in causes[-1].broken}
        broken = [identity for identity in broken if id(identity) not in mended]
    return together(causes)


def together(causes: list[Cause]) -> list[Cause]:
    """Causes that miss the same line by the same amount are one: a line left out of five columns and three forms."""
    merged: dict[tuple[str, Decimal, Decimal], Cause] = {}
    for cause in causes:
        key = (cause.culprit.item, cause.culprit.amount, cause.right)
        known = merged.get(key)
        merged[key] = cause if known is None else replace(known, broken=(*known.broken, *cause.broken))
    return list(merged.values())


def best_cause(broken: list[Identity], held: dict[int, int]) -> Cause:
    corrections: dict[int, list[tuple[Fact, Decimal, Identity]]] = defaultdict(list)
    for identity in broken:
        for fact, right in suspects(identity):
            corrections[id(fact)].append((fact, right, identity))
    best: tuple[tuple[int, int, int], Cause] | None = None
    for number, told in corrections.items():
        for fact, right, _ in told:
            mended = [i for _, other, i in told if abs(other - right) <= i.tolerance]
            whole = any(identity.whole is fact for identity in mended)
            rank = (len(mended) - held[number], len(mended), int(whole))
            if best is None or rank > best[0]:
                best = (rank, Cause(fact, right, tuple(mended), sure=rank[0] > 1))
    assert best is not None
    if best[1].sure:
        return best[1]
    alone = best[1].broken[0]
    unproven = [(fact, right) for fact, right in suspects(alone) if not held[id(fact)]]
    fact, right = unproven[0] if len(unproven) == 1 else (alone.whole, alone.whole.amount - alone.gap)
    return Cause(fact, right, best[1].broken, sure=False)


def suspects(identity: Identity) -> Iterable[tuple[Fact, Decimal]]:
    """Each figure of a broken identity with the amount that would mend it."""
    yield identity.whole, identity.whole.amount - identity.gap
    for part in identity.parts:
        yield part, part.amount + identity.gap
