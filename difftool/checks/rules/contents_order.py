"""Forms that stand in another order than the contents list them."""

from __future__ import annotations

from itertools import pairwise

from difftool.checks.case import Case
from difftool.checks.contents import FEWEST_ENTRIES, bare_title, contents, is_form, titles_of
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import WORDING
from difftool.model.place import LinePlace, PagePlace, Place


class ContentsOrder(Rule):
    code = "contents-order"
    family = "names and labels"
    title = "The forms stand in the order of the contents"
    title_zh = "目录次序"
    why = "Numbers and pages of the contents are those of another form where the order differs."
    why_zh = "次序不同，目录上的序号和页码就指到了别的表。"
    needs = "a list of contents that names forms, and headed forms"
    tolerance = "forms that are headed otherwise are left out"
    grade = WORDING
    message_zh = "目录次序与各表次序不同：“{expected}”列在“{found}”之前，表却在其后"
    message_en = "the contents list “{expected}” before “{found}”, the forms stand the other way round"

    def examine(self, case: Case) -> Examination:
        titles = titles_of(case)
        entries = [bare_title(text) for text, _ in contents(case) if is_form(text)]
        found = [(entry, titles[entry]) for entry in entries if entry in titles]
        if len(found) < FEWEST_ENTRIES:
            return Examination((), 0, "列出各表的目录", "contents that list the forms")
        findings = [
            Finding(first, second, (place, other))
            for (first, place), (second, other) in pairwise(found)
            if place.file == other.file and position(place) > position(other)
        ]
        return Examination(tuple(findings[:1]), len(found))


def position(place: Place) -> tuple[float, ...]:
    """What tells which of two places comes first in a document; all alike where the kind of place does not tell."""
    if isinstance(place, PagePlace):
        return (place.page, place.upright[1])
    return (place.line,) if isinstance(place, LinePlace) else ()
