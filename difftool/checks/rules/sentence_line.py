"""A functional line's amount in a sentence against the forms."""

from __future__ import annotations

from difftool.checks.against_forms import Against, compare
from difftool.checks.case import Case
from difftool.checks.rule import Examination, Rule
from difftool.model.comparison import CONTRADICTION


class SentenceLine(Rule):
    code = "sentence-line"
    family = "form against sentence"
    title = "A line has the same amount in the text and in the forms"
    title_zh = "科目：文字与表格"
    why = "The text explains the forms: an amount of a 类, 款 or 项 must be printed for it in some form."
    needs = "sentences about functional lines, and forms of the same year and phase"
    tolerance = "half a printed step of each side"
    grade = CONTRADICTION
    message_zh = "文字称“{line}”{phase}为 {found}，表中为 {expected}"
    message_en = "the text gives {line} ({phase_en}) {found}, the forms give {expected}"

    def examine(self, case: Case) -> Examination:
        pairs = []
        for fact in case.narrative:
            if fact.item.startswith("func:") and fact.year == case.disclosure.year:
                pairs.append(Against(fact, case.amounts(fact.item, phase=fact.phase), case.usual_step(fact)))
        return compare(pairs, "功能分类的表格数", "forms by function")
