"""A functional line's amount in a sentence against the forms."""

from __future__ import annotations

from difftool.checks.against_forms import Against, compare
from difftool.checks.case import Case
from difftool.checks.rule import Examination, Rule
from difftool.codes.names import stem
from difftool.model.comparison import CONTRADICTION
from difftool.model.fact import Fact
from difftool.model.item import kind_of, name_in
from difftool.pattern import lazy_pattern

_LEVEL = lazy_pattern(r"[（(][类款项](?:级)?[）)]")
_CODE = lazy_pattern(r"(?<!\d)(2\d{2}(?:\d{2}){0,2})(?!\d|\.|年|,|万|元)")


class SentenceLine(Rule):
    code = "sentence-line"
    family = "form against sentence"
    title = "A line has the same amount in the text and in the forms"
    title_zh = "科目：文字与表格"
    why = "The text explains the forms: an amount of a 类, 款 or 项 must be printed for it in some form."
    why_zh = "文字是对各表的说明：类、款、项的金额应当在某张表中印出。"
    needs = "sentences about functional lines, and forms of the same year and phase"
    tolerance = "half a printed step of each side"
    grade = CONTRADICTION
    message_zh = "文字称“{line}”{phase}为 {found}，表中为 {expected}{hint}"
    message_en = "the text gives {line} ({phase_en}) {found}, the forms give {expected}{hint}"

    def examine(self, case: Case) -> Examination:
        pairs = []
        for fact in case.narrative:
            if kind_of(fact.item) == "func" and fact.year == case.disclosure.year and names_line(fact, case):
                pairs.append(Against(fact, case.amounts(fact.item, phase=fact.phase), case.usual_step(fact)))
        return compare(pairs, case.causes, "功能分类的表格数", "forms by function")


def names_line(fact: Fact, case: Case) -> bool:
    """Whether the sentence surely means the line: by its code, or by a name with a level that the forms print.

    深圳 names kinds of projects like functional lines ("统计管理352.27万元，主要包括：…") that cost other amounts.
    """
    sentence = case.sentence_at(fact.where, fact.raw)
    if sentence is None:
        return True
    said = _CODE.findall(sentence.text)
    if said:
        return name_in(fact.item) in said
    names = case.printed_names.get(fact.item, {})
    return _LEVEL.search(sentence.passage.text) is not None and (
        not names or any(stem(name) == stem(fact.name) for name in names)
    )
