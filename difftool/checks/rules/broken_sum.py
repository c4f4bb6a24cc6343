"""What the rules over identities share: a finding for each cause of their kind."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from difftool.checks.case import Case, sums_of
from difftool.checks.causes import Cause
from difftool.checks.figures import say, say_fact
from difftool.checks.names import column_name, column_name_en, form_name, form_name_en, line_name
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import CONTRADICTION


class BrokenSum(Rule):
    """A rule over identities of one kind."""

    kind: ClassVar[str]
    grade = CONTRADICTION
    message_zh = "{form}“{line}”{column}印为 {found}，按{rule}应为 {expected}（差 {gap}）{also}"
    message_en = "{form}, {line}, {column}: {found} is printed, {rule} gives {expected} (off by {gap}){also}"
    by_zh: ClassVar[str]
    by_en: ClassVar[str]

    def examine(self, case: Case) -> Examination:
        judged = sum(i.kind == self.kind and sums_of(i) not in case.unproven for i in case.identities)
        findings = tuple(self.tell(cause) for cause in case.causes if cause.kind == self.kind)
        if not judged and any(kind == self.kind for kind, _ in case.unproven):
            return Examination((), 0, "可靠的读数", "a reading that proves itself")
        return Examination(findings, judged)

    def by(self, cause: Cause) -> tuple[str, str]:
        """What says that the figure is wrong, in Chinese and English."""
        return self.by_zh, self.by_en

    def tell(self, cause: Cause) -> Finding:
        fact = cause.culprit
        others = [f for identity in cause.broken for f in identity.facts if f is not fact]
        places = tuple(dict.fromkeys(f.where for f in (fact, *others)))
        gap: Decimal = abs(fact.amount - cause.right)
        count = len(cause.broken)
        return Finding(
            expected=say(cause.right, fact.quantum),
            found=say_fact(fact),
            cells=places,
            details={
                "form": form_name(fact.statement),
                "line": line_name(fact),
                "column": column_name(fact.measure),
                "gap": say(gap, fact.quantum),
                "rule": self.by(cause)[0],
                "also": f"；同一处使 {count} 个等式不成立" if count > 1 else "",
            },
            details_en={
                "form": form_name_en(fact.statement),
                "rule": self.by(cause)[1],
                "column": column_name_en(fact.measure),
                "also": f"; the same figure breaks {count} sums" if count > 1 else "",
            },
        )
