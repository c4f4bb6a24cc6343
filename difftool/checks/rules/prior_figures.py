"""Figures that this document prints of the other's year against what the other printed itself."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.figures import say_both
from difftool.checks.names import column_name, form_name, form_name_en, line_name
from difftool.checks.rule import Examination, Finding, RuleBetween
from difftool.model.comparison import CONTRADICTION
from difftool.model.fact import NARRATIVE, Fact

_SHOWN = 5


class PriorFigures(RuleBetween):
    code = "prior-figures"
    family = "between documents"
    title = "Last year's figures are those of last year's document"
    title_zh = "上年数与上年文件"
    why = "A column of last year, or an opening budget, repeats what the earlier document published."
    why_zh = "上年数一栏和年初预算数照录以前文件公布的数。"
    needs = "two documents, the later with figures of the earlier one's year and phase"
    tolerance = "half a printed step of each side"
    grade = CONTRADICTION
    message_zh = "{form}所列 {year} 年{count}处与该年文件不符：{examples}"
    message_en = "{form}: {count} figures of {year} are not those of that year's document: {examples}"

    def examine(self, old: Case, new: Case) -> Examination:
        year, phase = old.disclosure.year, old.disclosure.phase
        judged = 0
        odd: dict[str, list[tuple[Fact, Fact]]] = {}
        if (year, phase) == (new.disclosure.year, new.disclosure.phase):
            return Examination()
        for fact in new.disclosure.facts:
            if (fact.year, fact.phase) != (year, phase):
                continue
            published = published_for(fact, old)
            if not published:
                continue
            judged += 1
            if not any(abs(fact.amount - p.amount) <= (new.usual_step(fact) + p.quantum) / 2 for p in published):
                odd.setdefault(fact.statement, []).append((fact, published[0]))
        return Examination(tuple(tell(form, pairs, year) for form, pairs in odd.items()), judged)


def published_for(fact: Fact, old: Case) -> list[Fact]:
    """What the earlier document printed for a line: in the same form and column, for a sentence in any form."""
    facts = [
        f
        for f in old.disclosure.facts
        if not f.is_change and (f.item, f.year, f.phase) == (fact.item, fact.year, fact.phase)
    ]
    if fact.statement == NARRATIVE:
        return facts
    return [f for f in facts if (f.statement, f.measure) == (fact.statement, fact.measure)]


def tell(form: str, pairs: list[tuple[Fact, Fact]], year: int) -> Finding:
    told = [(fact, published, *say_both(fact, published)) for fact, published in pairs]
    examples = "；".join(f"{line_name(f)} {column_name(f.measure)} {now} / {then}" for f, _, now, then in told[:_SHOWN])
    _, _, found, expected = told[0]
    return Finding(
        expected=expected,
        found=found,
        cells=tuple(place for f, p in pairs for place in (f.where, p.where)),
        details={"form": form_name(form), "year": str(year), "count": str(len(pairs)), "examples": examples},
        details_en={"form": form_name_en(form)},
    )
