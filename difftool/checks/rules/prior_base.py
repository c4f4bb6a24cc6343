"""较上年增加 D: the amount of last year that this implies against last year's document."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.figures import say_alike
from difftool.checks.names import line_name
from difftool.checks.quantities import quantity_of
from difftool.checks.rule import Examination, Finding, RuleBetween
from difftool.checks.sentences import sentences_of
from difftool.model.comparison import CONTRADICTION
from difftool.model.fact import NARRATIVE, Fact
from difftool.model.item import kind_of
from difftool.pattern import lazy_pattern

_SAME = lazy_pattern(r"(?:与|和|同)(?:上年|去年|\d{4}年度?)[^。；]{0,8}?(?:持平|相同|相等|一致|无变化|无增减)")


class PriorBase(RuleBetween):
    code = "prior-base"
    family = "between documents"
    title = "A change starts from last year's published amount"
    title_zh = "增减基数与上年文件"
    why = "“较上年增加” is a change against what last year's document of the same kind published."
    why_zh = "“较上年增加”是与上年同类文件所公布的数相比。"
    needs = "documents of two years that follow each other, at the same stage"
    tolerance = "the printed steps of both amounts and of the published one"
    grade = CONTRADICTION
    message_zh = "“{line}”{words}，上年应为 {found}，上年文件为 {expected}"
    message_en = "{line}: “{words}” implies {found} for last year, last year's document has {expected}"

    def examine(self, old: Case, new: Case) -> Examination:
        follows = new.disclosure.year == old.disclosure.year + 1 and new.disclosure.stage == old.disclosure.stage
        if not follows:
            return Examination()
        judged = 0
        findings = []
        told: set[tuple[str, Decimal]] = set()
        for fact, base, step, words in bases(new):
            published = published_for(fact, old)
            if not published or (fact.item, base) in told:
                continue
            judged += 1
            told.add((fact.item, base))
            # 江苏 counts last year's amount of a 项 anew after other 项 were merged into it: 150 and 1,879, not 150.
            anew = (Decimal(0), *old.moved.get(fact.item, ()))
            if any(abs(base - f.amount - moved) <= step + f.quantum / 2 for f in published for moved in anew):
                continue
            near = min(published, key=lambda f: abs(f.amount - base))
            expected, found = say_alike((near.amount, near.quantum), (base, min(step, near.quantum)))
            findings.append(
                Finding(
                    expected=expected,
                    found=found,
                    cells=(fact.where, near.where),
                    details={"line": line_name(fact), "words": words},
                )
            )
        return Examination(tuple(findings), judged)


def published_for(fact: Fact, old: Case) -> list[Fact]:
    """What last year's document prints for a line: its forms, and its sentences only where no form has the line."""
    quantity = quantity_of(fact) if kind_of(fact.item) == "use" else None
    if quantity is not None:
        found = [f for f in old.disclosure.facts if own(f, old) and quantity_of(f) == quantity]
    else:
        found = [f for f in old.disclosure.facts if own(f, old) and f.item == fact.item]
    return [f for f in found if f.statement != NARRATIVE] or found


def own(fact: Fact, case: Case) -> bool:
    return fact.year == case.disclosure.year and fact.phase == case.disclosure.phase


def bases(case: Case) -> Iterator[tuple[Fact, Decimal, Decimal, str]]:
    """Each line whose sentence tells its change against last year: the line, what it implies, its step, the words."""
    for fact in case.narrative:
        if not own(fact, case) or kind_of(fact.item) not in ("func", "public", "use"):
            continue
        sentence = case.sentence_at(fact.where, fact.raw)
        if sentence is None:
            continue
        # "基本支出预算数为13,994.31万元。与上年相比增加1,670.85万元": the change may stand in the next sentence.
        for told in (told for each in sentences_of(sentence.passage) for told in case.changes_in(each)):
            if told.subject is not None and told.subject.value == fact.amount and told.against == "year":
                base = told.base
                assert base is not None
                yield fact, base, max(told.subject.quantum, told.change.quantum), told.words
        same = _SAME.search(sentence.text)
        if same and len(sentence.amounts) == 1 and sentence.amounts[0].value == fact.amount:
            yield fact, fact.amount, fact.quantum, same.group()
