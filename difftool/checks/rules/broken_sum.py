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
from difftool.proof.identity import TREE


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
        also, also_en = beside(cause)
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
                "also": also,
            },
            details_en={
                "form": form_name_en(fact.statement),
                "rule": self.by(cause)[1],
                "column": column_name_en(fact.measure),
                "also": also_en,
            },
        )


def beside(cause: Cause) -> tuple[str, str]:
    """How many sums break with the figure, in Chinese and English; one gap in sums over several figures is a row's."""
    count = len(cause.broken)
    if count == 1:
        return "", ""
    wholes = {id(identity.whole) for identity in cause.broken}
    if len(wholes) == count and all(each.kind == TREE and each.gap == cause.broken[0].gap > 0 for each in cause.broken):
        return f"；共 {count} 处合计都差此数，可能漏列一行", f"; {count} sums miss the same: a row may be left out"
    return f"；同一处使 {count} 个等式不成立", f"; the same figure breaks {count} sums"
