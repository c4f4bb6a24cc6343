"""How far a reading proves itself: which sums bear out each fact, and which tables have sums that fail or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from difftool.checks.identities import CODED, Identity, identities
from difftool.model.disclosure import Table
from difftool.model.fact import NARRATIVE, Fact
from difftool.model.problem import Problem

SHOWN = 3  # failing sums told in one problem
SUMMED = (*CODED, "summary", "appropriation", "three_public")  # the forms that add up, as they are defined


def prove(
    facts: Sequence[Fact], tables: Iterable[Table], told: Iterable[Fact] = ()
) -> tuple[tuple[Fact, ...], tuple[Problem, ...]]:
    """The facts with the kinds of sums that hold them, and a problem for each statement that does not prove itself.

    A sum that fails may be a misprint of the body itself as well as a misreading. It was printed so where two forms
    fail alike, or where the sentences, the facts `told`, give the same figure; the checks tell which figure is wrong.
    """
    sums = identities(facts)
    borne_out: dict[tuple[str, str, str, int, str], set[str]] = defaultdict(set)
    failing: dict[str, list[Identity]] = defaultdict(list)
    for identity in sums:
        if identity.holds:
            for fact in identity.facts:
                borne_out[fact.key].add(identity.kind)
        else:
            failing[identity.whole.statement].append(identity)
    titles = {table.statement: table.title for table in reversed(tuple(tables))}
    proved = tuple(
        replace(fact, verified=tuple(sorted(borne_out[fact.key]))) if fact.key in borne_out else fact for fact in facts
    )
    printed = printed_so(failing.values(), told)
    problems = []
    for statement, broken in failing.items():
        title = titles.get(statement, statement)
        body = [identity for identity in broken if mark(identity) in printed]
        own = [identity for identity in broken if mark(identity) not in printed]
        if body:
            message = told_failing(title, body) + "; printed so: other forms or sentences give the same figures"
            problems.append(Problem("printed-sums-fail", message, body[0].whole.where))
        if own:
            problems.append(Problem("sums-fail", told_failing(title, own), own[0].whole.where))
    return proved, (*problems, *without_sums(proved, failing, titles))


def mark(identity: Identity) -> tuple[str, str, Decimal]:
    """What is the same where one misprint stands in several forms: the line, its amount and what its parts lack."""
    return identity.whole.item, str(identity.whole.amount), identity.gap


def printed_so(failing: Iterable[Sequence[Identity]], told: Iterable[Fact]) -> set[tuple[str, str, Decimal]]:
    """The marks of sums that fail although they were read as printed."""
    forms: dict[tuple[str, str, Decimal], set[str]] = defaultdict(set)
    said = {(fact.item, fact.year, fact.phase, fact.amount) for fact in told}
    for broken in failing:
        for identity in broken:
            whole = identity.whole
            forms[mark(identity)].add(whole.statement)
            if all((fact.item, fact.year, fact.phase, fact.amount) in said for fact in identity.facts):
                forms[mark(identity)].add(NARRATIVE)
    return {each for each, statements in forms.items() if len(statements) > 1}


def without_sums(facts: Sequence[Fact], failing: Iterable[str], titles: dict[str, str]) -> list[Problem]:
    """A problem for each form that should add up, but of which nothing is borne out and nothing fails."""
    forms: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.statement in SUMMED:
            forms[fact.statement].append(fact)
    known = set(failing)
    return [
        Problem("no-sums", f"{titles.get(statement, statement)}: no sum bears out its {len(own)} amounts", own[0].where)
        for statement, own in forms.items()
        if statement not in known and not any(fact.verified for fact in own) and any(fact.amount for fact in own)
    ]


def told_failing(title: str, broken: list[Identity]) -> str:
    """The failing sums of a table in one line: "支出总表: 2 sums fail: 合计 12.00 is 1.00 万元 over its parts"."""
    shown = []
    for identity in broken[:SHOWN]:
        whole = identity.whole
        way = "over" if identity.gap > 0 else "under"
        shown.append(f"{whole.name or whole.item} {whole.raw} is {abs(identity.gap):,} yuan {way} its parts")
    more = " …" if len(broken) > SHOWN else ""
    return f"{title}: {len(broken)} {'sum fails' if len(broken) == 1 else 'sums fail'}: {'; '.join(shown)}{more}"
