"""Forms that a document prints twice for one body: a department's and its own level's, or two drafts of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from difftool.forms.form import Form
from difftool.forms.labels import squeeze
from difftool.model.fact import Fact
from difftool.model.form_problems import RepeatedForm, form_named
from difftool.model.problem import Problem

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
