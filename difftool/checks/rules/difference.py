"""A 万元，比 B 万元增加 D 万元: the difference recomputed, and its direction."""

from __future__ import annotations

from difftool.checks.case import Case
from difftool.checks.figures import say
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import CONTRADICTION


class Difference(Rule):
    code = "difference"
    family = "sentence against itself"
    title = "A change is the difference of the two amounts beside it"
    title_zh = "增减额"
    why = "A sentence that prints both amounts and their difference can be recomputed."
    why_zh = "一句话既印了两个数，又印了它们的差额，可以重算。"
    needs = "a sentence with an amount, the amount that it is set against, and the change"
    tolerance = "the printed steps of the three"
    grade = CONTRADICTION
    message_zh = "“{subject}，比 {base} {words}”：应为 {expected}，印为 {found}"
    message_en = "“{subject}，比 {base} {words}”: the amounts give {expected}, {found} is printed"

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings: dict[str, Finding] = {}
        for sentence in case.sentences:
            for told in case.changes_in(sentence):
                subject, base = told.subject, told.printed_base
                if subject is None or base is None:
                    continue
                judged += 1
                right = subject.value - base.value
                step = max(subject.quantum, base.quantum, told.change.quantum)
                if abs(right - told.signed) <= step:
                    continue
                if any(abs(a.value - base.value - told.signed) <= step for a in told.around):
                    continue  # the change is that of another amount of the passage
                sign = "增加" if right >= 0 else "减少"
                findings[told.words] = Finding(
                    expected=f"{sign}{say(abs(right), step)}",
                    found=f"{told.word}{told.change.raw}",
                    cells=(sentence.place(told.start),),
                    details={"subject": subject.raw, "base": base.raw, "words": told.words},
                )
        return Examination(tuple(findings.values()), judged)
