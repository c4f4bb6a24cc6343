"""Forms that a document prints twice for one body, and lines that a form prints under one name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from difftool.forms.form import Form
from difftool.forms.labels import squeeze
from difftool.model.fact import Fact
from difftool.model.form_problems import LinesAlike, RepeatedForm, form_named
from difftool.model.problem import Problem

SHOWN = 3  # names in one problem
FEWEST = 3  # lines that two forms print with different amounts: fewer are slips of print

Key = tuple[str, str, int, str]


def repeated_forms(told: Iterable[tuple[Form, Sequence[Fact]]]) -> list[Problem]:
    """A problem for each standard form that comes again under the same title and body with other amounts.

    随州 prints all forms of the department, then all of its own level, and some name one body over both.
    """
    first: dict[tuple[str, str], dict[Key, Decimal]] = {}
    problems: list[Problem] = []
    for form, facts in told:
        if form.statement == "other" or not form.title or not facts:
            continue
        amounts = {(fact.item, fact.measure, fact.year, fact.phase): fact.amount for fact in facts}
        before = first.setdefault((form.statement, squeeze(form.title)), amounts)
        other = sum(before.get(key, amount) != amount for key, amount in amounts.items())
        common = sum(bool(amount or before[key]) for key, amount in amounts.items() if key in before)
        if other >= FEWEST and other * 2 >= common:
            problems.append(RepeatedForm.at(form.parts[0].place, **form_named(form.title), count=other))
    return problems


def lines_alike(form: Form, facts: Sequence[Fact]) -> list[Problem]:
    """A problem where lines of a form have one name or code and other amounts.

    烟台 lists the projects of all units in one list: 安保经费 stands in it once for each of them. 北京 prints the codes
    of each unit without its name, and 西安 301 once for each code of the government's classification beside it.
    """
    amounts: dict[Key, dict[Decimal, Fact]] = {}
    for fact in facts:
        told = amounts.setdefault((fact.item, fact.measure, fact.year, fact.phase), {})
        told.setdefault(fact.amount, fact)
    alike: dict[str, Fact] = {}
    for (item, *_), told in amounts.items():
        if len(told) > 1:
            alike.setdefault(item, next(iter(told.values())))
    if not alike:
        return []
    names = list(dict.fromkeys(fact.name for fact in alike.values()))
    shown = "、".join(names[:SHOWN]) + " …" * (len(names) > SHOWN)
    place = next(iter(alike.values())).where
    return [LinesAlike.at(place, **form_named(form.title), count=len(alike), shown=shown)]
