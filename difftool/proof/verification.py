"""How far a reading proves itself: which sums bear out each fact, and which tables have sums that fail or none."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from difftool.model.disclosure import Table
from difftool.model.fact import NARRATIVE, Fact, Key
from difftool.model.form_problems import NoSums, PrintedSumsFail, SumsFail, form_named
from difftool.model.place import Place, PlaceOrder, place_order
from difftool.model.problem import Problem
from difftool.proof.code_trees import totals_short_of_lines
from difftool.proof.identities import bearing_out, identities
from difftool.proof.identity import Identity
from difftool.proof.ledger import CODED, TWO_SIDED, Ledger

SHOWN = 3  # failing sums told in one problem
SUMMED = (*CODED, *TWO_SIDED, "three_public")  # the forms that add up, as they are defined

Mark = tuple[str, str, Decimal]
"""What is the same where one misprint stands in several forms: the line, its amount and what its parts lack."""


def prove(
    facts: Sequence[Fact], tables: Sequence[Table], told: Iterable[Fact] = ()
) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts with the kinds of sums that hold them, and a problem for each table that does not prove itself.

    A sum that fails may be a misprint of the body itself as well as a misreading. It was printed so where two forms
    fail alike, or where the sentences, the facts `told`, give the same figure; the checks tell which figure is wrong.
    """
    sums = identities(facts)
    proved = verified(facts, (*sums, *bearing_out(facts)))
    broken = [identity for identity in sums if not identity.holds]
    broken += totals_short_of_lines(Ledger(facts))
    forms = Forms(tables)
    failing: dict[int, list[Identity]] = defaultdict(list)
    for identity in broken:
        failing[forms.number(identity.whole)].append(identity)
    return proved, (*failing_sums(failing, printed_so(broken, told), forms), *without_sums(proved, failing, forms))


def verified(facts: Iterable[Fact], sums: Iterable[Identity]) -> tuple[Fact, ...]:
    """The facts with the kinds of sums that hold them."""
    kinds: dict[tuple[Key, Decimal], set[str]] = defaultdict(set)
    for identity in sums:
        if identity.holds:
            for fact in identity.facts:
                kinds[fact.key, fact.amount].add(identity.kind)
    return tuple(
        replace(fact, verified=tuple(sorted(own))) if (own := kinds.get((fact.key, fact.amount))) else fact
        for fact in facts
    )


class Forms:
    """Finds the table that a fact stands in: the last of its statement that begins before it."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self.tables = tables
        self._starts: dict[str, list[tuple[PlaceOrder, int]]] = defaultdict(list)
        for number, table in enumerate(tables):
            self._starts[table.statement].append((place_order(table.where), number))
        for starts in self._starts.values():
            starts.sort()

    def number(self, fact: Fact) -> int:
        """The place of the fact's table among all, -1 where none is known."""
        starts = self._starts.get(fact.statement)
        if not starts:
            return -1
        at = bisect_right(starts, place_order(fact.where), key=lambda start: start[0]) - 1
        return starts[max(at, 0)][1]

    def head(self, number: int, fact: Fact) -> tuple[str, Place]:
        """The title of a table and where it begins; what is known of a fact in it where there is no table."""
        if number < 0:
            return fact.statement, fact.where
        return self.tables[number].title, self.tables[number].where


def failing_sums(failing: Mapping[int, list[Identity]], printed: Container[Mark], forms: Forms) -> Iterator[Problem]:
    """A problem for each table of which sums fail: one for those that were printed so, one for the others."""
    for number, own in failing.items():
        title, where = forms.head(number, own[0].whole)
        body = [identity for identity in own if mark(identity) in printed]
        rest = [identity for identity in own if mark(identity) not in printed]
        if body:
            yield PrintedSumsFail.at(where, **told_failing(title, body))
        if rest:
            yield SumsFail.at(where, **told_failing(title, rest))


def mark(identity: Identity) -> Mark:
    return identity.whole.item, str(identity.whole.amount), identity.gap


def printed_so(broken: Iterable[Identity], told: Iterable[Fact]) -> set[Mark]:
    """The marks of sums that fail although they were read as printed."""
    forms: dict[Mark, set[str]] = defaultdict(set)
    said = {(fact.item, fact.year, fact.phase, fact.amount) for fact in told}
    for identity in broken:
        forms[mark(identity)].add(identity.whole.statement)
        if all((fact.item, fact.year, fact.phase, fact.amount) in said for fact in identity.facts):
            forms[mark(identity)].add(NARRATIVE)
    return {each for each, statements in forms.items() if len(statements) > 1}


def without_sums(facts: Iterable[Fact], failing: Container[int], forms: Forms) -> list[Problem]:
    """A problem for each table that should add up, but of which nothing is borne out and nothing fails."""
    tables: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.statement in SUMMED:
            tables[forms.number(fact)].append(fact)
    problems: list[Problem] = []
    for number, own in tables.items():
        if number not in failing and not any(fact.verified for fact in own) and any(fact.amount for fact in own):
            title, where = forms.head(number, own[0])
            problems.append(NoSums.at(where, **form_named(title), count=len(own)))
    return problems


def told_failing(title: str, broken: list[Identity]) -> dict[str, str | int]:
    """The failing sums of a form in words: "支出总表", "2 sums fail: 合计 12.00 is 1.00 yuan over its parts"."""
    shown, shown_zh = [], []
    for identity in broken[:SHOWN]:
        whole, gap = f"{identity.whole.name or identity.whole.item} {identity.whole.raw}", f"{abs(identity.gap):,}"
        over = identity.gap > 0
        shown.append(f"{whole} is {gap} yuan {'over' if over else 'under'} its parts")
        shown_zh.append(f"{whole} 比分项之和{'多' if over else '少'} {gap} 元")
    more = " …" if len(broken) > SHOWN else ""
    fail = "1 sum fails" if len(broken) == 1 else f"{len(broken)} sums fail"
    return {
        **form_named(title),
        "sums": f"{fail}: {'; '.join(shown)}{more}",
        "sums_zh": f"{'；'.join(shown_zh)}{more}",
        "count": len(broken),
    }
