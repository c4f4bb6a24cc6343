"""The same amount is said to have risen by two different amounts."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.changes_told import ToldChange
from difftool.checks.figures import say
from difftool.checks.rule import Examination, Finding, Rule
from difftool.model.comparison import CONTRADICTION, ROUNDING

# An amount with fewer digits may be printed of two lines by chance.
_TELLING_DIGITS = 4
_NEAR = Decimal("0.001")


class ChangeToldTwice(Rule):
    code = "change-told-twice"
    family = "sentence against itself"
    title = "One amount has one change"
    title_zh = "同一金额的增减额"
    why = "The same amount set against the same year can have changed by one amount only."
    why_zh = "同一个数与同一年度相比，增减额只能有一个。"
    needs = "an amount that two sentences print with its change"
    tolerance = "one printed step"
    grade = CONTRADICTION
    message_zh = "文中两处说到 {subject}，增减额却不同：一处 {expected}，一处 {found}"
    message_en = "{subject} is said to have changed by {expected} and, elsewhere, by {found}"

    def examine(self, case: Case) -> Examination:
        groups: dict[tuple[Decimal, str], list[ToldChange]] = defaultdict(list)
        for sentence in case.sentences:
            for told in case.changes_in(sentence):
                if told.subject is not None and digits(told.subject.value) >= _TELLING_DIGITS:
                    groups[told.subject.value, told.against].append(told)
        findings = []
        judged = 0
        for tellings in groups.values():
            if len(tellings) > 1:
                judged += 1
                findings += odd_ones(tellings)
        return Examination(tuple(findings), judged)


def odd_ones(tellings: list[ToldChange]) -> list[Finding]:
    """One finding where the changes of one amount differ by little: much differing ones belong to other lines.

    江苏 2018 has both: a total and the fiscal part of it, equal this year, rose from two amounts of last year.
    """
    first = tellings[0]
    step = max(told.change.quantum for told in tellings)
    near = max(step, abs(first.signed) * _NEAR)
    gaps = [(abs(told.signed - first.signed), told) for told in tellings[1:]]
    odd = [(gap, told) for gap, told in gaps if step / 2 < gap <= near]
    if not odd:
        return []
    assert first.subject is not None
    gap, other = odd[0]
    return [
        Finding(
            expected=say(first.change.value, first.change.quantum),
            found=say(other.change.value, other.change.quantum),
            cells=tuple(told.sentence.place(told.start) for told in (first, *(told for _, told in odd))),
            details={"subject": first.subject.raw},
            grade=ROUNDING if gap <= step else CONTRADICTION,
        )
    ]


def digits(value: Decimal) -> int:
    """Significant digits of an amount without the zeros at its end."""
    return len(str(int(value * 100)).strip("-").rstrip("0"))
