"""Procurement from small and medium-sized enterprises: the parts by kind against the whole."""

from __future__ import annotations

import re
from decimal import Decimal

from difftool.checks.case import Case
from difftool.checks.figures import say
from difftool.checks.rule import Examination, Finding, Rule
from difftool.checks.sentences import AMOUNT, amount_of, step_of
from difftool.model.comparison import CONTRADICTION
from difftool.model.disclosure import Passage
from difftool.model.money import NUMBER
from difftool.pattern import lazy_pattern

_KINDS = ("货物", "工程", "服务")
_WHOLE = lazy_pattern(rf"授予中小企业(?:的)?合同金额(?:为)?{AMOUNT}")


class ProcurementShare(Rule):
    code = "procurement-share"
    family = "sentence against itself"
    title = "Contracts with small and medium-sized enterprises add up by kind"
    title_zh = "授予中小企业合同金额"
    why = "The notes give their share of goods, works and services; the three make the whole that is printed before."
    why_zh = "说明分别给出货物、工程、服务的占比；三者合计应等于前面印出的总数。"
    needs = "a procurement note with the amounts by kind and the shares"
    tolerance = "the printed steps of shares and amounts; works without a share may be all or nothing"
    grade = CONTRADICTION
    message_zh = "授予中小企业合同金额印为 {found}，按货物、工程、服务占比最多只有 {expected}"
    message_en = (
        "{found} is printed for small and medium-sized enterprises, the shares by kind allow {expected} at most"
    )

    def examine(self, case: Case) -> Examination:
        judged = 0
        findings = []
        for passage in case.passages:
            bounds = bounds_of(passage)
            whole = _WHOLE.search(passage.text)
            if bounds is None or whole is None:
                continue
            judged += 1
            amount, step = amount_of(whole[1], whole[2])
            if not bounds[0] - step <= amount <= bounds[1] + step:
                place = passage.place_at(whole.start())
                findings.append(Finding(say(bounds[1], step), say(amount, step), (place,)))
        return Examination(tuple(findings), judged)


def bounds_of(passage: Passage) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the shares by kind allow; None where no kind has an amount with a share."""
    low = high = Decimal(0)
    shares = 0
    for kind in _KINDS:
        spent = re.search(rf"(?:政府采购)?{kind}(?:采购)?支出(?:总额|金额)?(?:为)?{AMOUNT}", passage.text)
        if spent is None:
            continue
        amount, step = amount_of(spent[1], spent[2])
        share = re.search(rf"{kind}采购授予中小企业合同金额占{kind}(?:采购)?支出(?:金额)?的({NUMBER})%", passage.text)
        if share is None:
            high += amount
            continue
        shares += 1
        part, slack = Decimal(share[1]), step_of(share[1]) / 2
        low += (amount - step) * (part - slack) / 100
        high += (amount + step) * (part + slack) / 100
    return (low, high) if shares else None
