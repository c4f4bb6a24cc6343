"""Two lines in one order in a form, in the other order in the next."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from difftool.checks.case import Case
from difftool.checks.names import form_name, form_name_en, line_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.fact import Fact
from difftool.model.item import kind_of, stands_within
from difftool.model.place import printed_row

_MOST = 3  # more pairs than this, and one of the forms follows another order


class LineOrder(Rule):
    code = "line-order"
    family = "between forms"
    title = "Lines stand in one order in all forms"
    title_zh = "科目次序"
    why = "The classification has one order; a line out of it in one form is easily taken for another."
    why_zh = "科目编码只有一种次序；一张表中错了次序的科目容易被看作另一科目。"
    needs = "two forms that list the same lines"
    tolerance = "forms that follow another order throughout"
    grade = WORDING
    message_zh = "{form}中“{expected}”在“{found}”之前，{other}中在其后"
    message_en = "the {form} has {expected} before {found}, the {other} after it"

    def examine(self, case: Case) -> Examination:
        forms: dict[str, dict[str, Fact]] = defaultdict(dict)
        for fact in case.own_year:
            if kind_of(fact.item) == "func" and not stands_within(fact.item):
                forms[fact.statement].setdefault(fact.item, fact)
        listed = [(statement, ordered(lines)) for statement, lines in forms.items()]
        judged = 0
        findings: dict[frozenset[str], Finding] = {}
        for number, (statement, lines) in enumerate(listed):
            for other, twins in listed[number + 1 :]:
                places = {fact.item: place for place, fact in enumerate(twins)}
                shared = [fact for fact in lines if fact.item in places]
                judged += len(shared) > 1
                odd = [
                    (one, following)
                    for one, following in pairwise(shared)
                    if places[one.item] > places[following.item] and len(one.item) == len(following.item)
                ]
                if 0 < len(odd) <= _MOST:
                    for one, following in odd:
                        key = frozenset((one.item, following.item))
                        findings.setdefault(key, tell(one, following, statement, other, twins))
        return Examination(tuple(findings.values()), judged)


def ordered(lines: dict[str, Fact]) -> list[Fact]:
    return sorted(lines.values(), key=lambda fact: printed_row(fact.where))


def tell(one: Fact, following: Fact, form: str, other: str, twins: list[Fact]) -> Finding:
    there = [fact.where for fact in twins if fact.item in (one.item, following.item)]
    return Finding(
        line_name(one),
        line_name(following),
        (one.where, following.where, *there),
        {"form": form_name(form), "other": form_name(other)},
        {"form": form_name_en(form), "other": form_name_en(other)},
    )
